package org.eccexplorer.option;

import java.util.Locale;
import java.util.Map;
import org.eccexplorer.text.Texts;

/**
 * A real number.
 *
 * @param words how numbers are written that stand for something else, within the limits or not
 */
public record Real(
        String key, String argument, Double standard, Range limits, Map<Double, String> words)
        implements Option<Double> {

    public Real {
        words = Map.copyOf(words);
    }

    /** Every number of which stands for itself. */
    public Real(String key, String argument, Double standard, Range limits) {
        this(key, argument, standard, limits, Map.of());
    }

    @Override
    public Class<Double> type() {
        return Double.class;
    }

    @Override
    public boolean accepts(Double value) {
        return limits.contains(value) || words.containsKey(value);
    }

    @Override
    public String range() {
        return words.isEmpty() ? limits.toString() : Words.or(limits.toString(), words);
    }

    @Override
    public Double parse(String written) {
        return Words.number(written, words, Double::valueOf);
    }

    @Override
    public String written(Double value) {
        return words.getOrDefault(value, exact(value));
    }

    @Override
    public String label() {
        return words.isEmpty() ? Option.super.label() : Words.label(words);
    }

    @Override
    public String shown(Double value) {
        String own = "option." + key + ".value." + written(value);
        return Texts.exists(own) ? Texts.text(own) : text(value);
    }

    /** As short as it can be read back exactly. */
    static String exact(double value) {
        String text = text(value);
        return Double.parseDouble(text) == value ? text : Double.toString(value);
    }

    /** A number with at most four decimals, or one digit and an exponent where it is small. */
    static String text(double value) {
        String text =
                value != 0 && Math.abs(value) < 1e-3
                        ? String.format(Locale.ROOT, "%.0e", value).replace("e-0", "e-")
                        : String.format(Locale.ROOT, "%.4f", value);
        return text.contains(".") ? text.replaceAll("0+$", "").replaceAll("\\.$", "") : text;
    }
}
