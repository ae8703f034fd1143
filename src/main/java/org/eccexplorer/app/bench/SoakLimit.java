package org.eccexplorer.app.bench;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;

/** What must not grow, or take long, while a window is used. */
public enum SoakLimit {
    HEAP(SoakRow::heap, before -> before * 1.05 + (5 << 20)),
    THREADS(SoakRow::threads, SoakLimit::aFewMore),
    HANDLES(SoakRow::handles, SoakLimit::aFewMore),
    NODES(SoakRow::nodes, SoakLimit::aFewMore),
    FRAME(SoakRow::longestFrame, before -> SoakLimit.MOST_MILLISECONDS) {
        @Override
        double after(List<SoakRow> warm) {
            return warm.stream().mapToDouble(SoakRow::longestFrame).max().orElse(0);
        }
    };

    /** Between two frames. */
    public static final int MOST_MILLISECONDS = 100;

    /** In which all is compiled and loaded. */
    public static final double WARM_UP_MINUTES = 1;

    @SuppressWarnings("ImmutableEnumChecker") // accessors of a record
    private final ToDoubleFunction<SoakRow> value;

    @SuppressWarnings("ImmutableEnumChecker") // has no state
    private final DoubleUnaryOperator most;

    /**
     * A limit.
     *
     * @param most that the value may become, by what it was before
     */
    SoakLimit(ToDoubleFunction<SoakRow> value, DoubleUnaryOperator most) {
        this.value = value;
        this.most = most;
    }

    private static double aFewMore(double before) {
        return before + 2;
    }

    /** Rows behind the first minute; what is before is compiled and loaded. */
    private static List<SoakRow> warm(List<SoakRow> rows) {
        return rows.stream().filter(row -> row.minutes() > WARM_UP_MINUTES).toList();
    }

    /** Whether there are rows enough to tell. */
    public static boolean canTell(List<SoakRow> rows) {
        return warm(rows).size() >= 3;
    }

    /** Whether the rows keep it: the middle of their last third beside that of the first. */
    public boolean keeps(List<SoakRow> rows) {
        List<SoakRow> warm = warm(rows);
        return after(warm) <= most.applyAsDouble(before(warm));
    }

    private double before(List<SoakRow> warm) {
        return median(warm.subList(0, third(warm)));
    }

    double after(List<SoakRow> warm) {
        return median(warm.subList(warm.size() - third(warm), warm.size()));
    }

    private static int third(List<SoakRow> rows) {
        return Math.max(1, rows.size() / 3);
    }

    private double median(List<SoakRow> rows) {
        double[] sorted = rows.stream().mapToDouble(value).toArray();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
