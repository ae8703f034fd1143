package org.eccexplorer.option;

import java.util.Locale;

/** A real number. */
public record Real(String key, String argument, Double standard, Range limits)
        implements Option<Double> {
    @Override
    public Class<Double> type() {
        return Double.class;
    }

    @Override
    public boolean accepts(Double value) {
        return limits.contains(value);
    }

    @Override
    public String range() {
        return limits.toString();
    }

    @Override
    public Double parse(String written) {
        return Double.valueOf(written);
    }

    @Override
    public String written(Double value) {
        return exact(value);
    }

    @Override
    public String shown(Double value) {
        return text(value);
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
