package org.eccexplorer.option;

import org.eccexplorer.text.Texts;

/**
 * A whole number: the standard, or one from low to high.
 *
 * @param low the smallest that is accepted besides the standard
 * @param high the largest
 */
public record Whole(String key, String argument, Long standard, long low, long high)
        implements Option<Long> {
    @Override
    public Class<Long> type() {
        return Long.class;
    }

    @Override
    public boolean accepts(Long value) {
        return (value >= low && value <= high) || value.equals(standard);
    }

    @Override
    public String range() {
        if (low == Long.MIN_VALUE && high == Long.MAX_VALUE) {
            return Texts.text("option.anyWhole");
        }
        // As they are typed, without groups of digits.
        String range = Texts.text("option.fromTo", Long.toString(low), Long.toString(high));
        boolean within = standard >= low && standard <= high;
        return within ? range : Texts.text("option.eitherOr", Long.toString(standard), range);
    }

    @Override
    public Long parse(String written) {
        return Long.valueOf(written);
    }

    @Override
    public String written(Long value) {
        return value.toString();
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
