package org.eccexplorer.app.bench;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** What must not grow, or take long, while a window is used. */
public enum SoakLimit {
    HEAP(SoakRow::heap) {
        @Override
        boolean mayBecome(double before, double after) {
            return after <= before * 1.05 + (5 << 20);
        }
    },
    THREADS(SoakRow::threads) {
        @Override
        boolean mayBecome(double before, double after) {
            return after <= before + 2;
        }
    },
    HANDLES(SoakRow::handles) {
        @Override
        boolean mayBecome(double before, double after) {
            return after <= before + 2;
        }
    },
    NODES(SoakRow::nodes) {
        @Override
        boolean mayBecome(double before, double after) {
            return after <= before + 2;
        }
    },
    FRAME(SoakRow::longestFrame) {
        @Override
        boolean mayBecome(double before, double after) {
            return after <= MOST_MILLISECONDS;
        }

        @Override
        double after(List<SoakRow> rows) {
            return rows.stream().mapToDouble(SoakRow::longestFrame).max().orElse(0);
        }
    };

    /** Between two frames. */
    public static final int MOST_MILLISECONDS = 100;

    private static final double WARM_UP_MINUTES = 1;

    @SuppressWarnings("ImmutableEnumChecker") // accessors of a record
    private final ToDoubleFunction<SoakRow> value;

    SoakLimit(ToDoubleFunction<SoakRow> value) {
        this.value = value;
    }

    abstract boolean mayBecome(double before, double after);

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
        return mayBecome(before(rows), after(warm(rows)));
    }

    private double before(List<SoakRow> rows) {
        List<SoakRow> warm = warm(rows);
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
