package org.eccexplorer.option;

import java.util.Map;
import org.eccexplorer.text.Texts;

/**
 * A whole number: the standard, or one from low to high.
 *
 * @param low the smallest that is accepted besides the standard
 * @param high the largest
 * @param words how numbers are written that stand for something else
 */
public record Whole(
        String key, String argument, Long standard, long low, long high, Map<Long, String> words)
        implements Option<Long> {

    public Whole {
        words = Map.copyOf(words);
    }

    /** Every number of which stands for itself. */
    public Whole(String key, String argument, Long standard, long low, long high) {
        this(key, argument, standard, low, high, Map.of());
    }

    @Override
    public Class<Long> type() {
        return Long.class;
    }

    @Override
    public boolean accepts(Long value) {
        return (value >= low && value <= high)
                || value.equals(standard)
                || words.containsKey(value);
    }

    @Override
    public String range() {
        if (low == Long.MIN_VALUE && high == Long.MAX_VALUE) {
            return Texts.text("option.anyWhole");
        }
        // As they are typed, without groups of digits.
        String range = Texts.text("option.fromTo", Long.toString(low), Long.toString(high));
        if (!words.isEmpty()) {
            return Words.or(range, words);
        }
        boolean within = standard >= low && standard <= high;
        return within ? range : Texts.text("option.eitherOr", Long.toString(standard), range);
    }

    @Override
    public Long parse(String written) {
        return Words.number(written, words, Long::valueOf);
    }

    @Override
    public String written(Long value) {
        return words.getOrDefault(value, value.toString());
    }

    @Override
    public String label() {
        return words.isEmpty() ? Option.super.label() : Words.label(words);
    }

    @Override
    public String shown(Long value) {
        String text = "option." + key + ".value";
        String own = text + "." + value;
        if (Texts.exists(own)) {
            return Texts.text(own);
        }
        return Texts.exists(text) ? Texts.text(text, value) : value.toString();
    }
}
