package org.eccexplorer.option;

import org.eccexplorer.text.Texts;

/** A percentile of some numbers, in %; 100 is the maximum, written {@code max} or {@code p99.9}. */
public record Percentile(String key, String argument) implements Option<Double> {
    private static final double MAXIMUM = 100;
    private static final String WRITTEN_MAXIMUM = "max";

    /** Which percentiles there are. */
    public static final Range LIMITS = Range.above(0, MAXIMUM);

    @Override
    public Double standard() {
        return MAXIMUM;
    }

    @Override
    public Class<Double> type() {
        return Double.class;
    }

    @Override
    public boolean accepts(Double value) {
        return LIMITS.contains(value);
    }

    @Override
    public String range() {
        return Texts.text("option.maximumOrPercentile");
    }

    @Override
    public Double parse(String written) {
        if (written.equals(WRITTEN_MAXIMUM)) {
            return MAXIMUM;
        }
        if (!written.startsWith("p")) {
            throw new IllegalArgumentException(written);
        }
        return Double.valueOf(written.substring(1));
    }

    @Override
    public String written(Double value) {
        return value == MAXIMUM ? WRITTEN_MAXIMUM : "p" + Real.exact(value);
    }

    @Override
    public String shown(Double value) {
        return Real.text(value);
    }

    @Override
    public String label() {
        return WRITTEN_MAXIMUM + "|pNN";
    }
}
