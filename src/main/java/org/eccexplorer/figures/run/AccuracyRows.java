package org.eccexplorer.figures.run;

import java.util.ArrayList;
import java.util.List;
import org.eccexplorer.app.live.ClosedFormCurve;
import org.eccexplorer.figures.words.RunWords;
import org.eccexplorer.measure.Interval;
import org.eccexplorer.measure.RunSnapshot;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.TextTable.Column;
import org.eccexplorer.text.Texts;
import org.jspecify.annotations.Nullable;

/** Accuracy of a run with its interval at some timesteps, the closed form beside it. */
public final class AccuracyRows {
    private static final int LEAST = 6;

    private final RunSnapshot run;
    private final boolean besideClosedForm;

    /**
     * Of a run.
     *
     * @param besideClosedForm whether the closed form was evaluated too
     */
    public AccuracyRows(RunSnapshot run, boolean besideClosedForm) {
        this.run = run;
        this.besideClosedForm = besideClosedForm;
    }

    /** What the columns are called. */
    public List<Column> columns() {
        List<Column> columns = new ArrayList<>();
        columns.add(Column.numbers(Texts.text("figures.measured.timestep")).atLeast(LEAST));
        if (run.early() != null) {
            columns.add(Column.numbers(Texts.text("figures.measured.meanTimesteps")));
        }
        columns.add(Column.numbers(Texts.text("figures.measured.snn")));
        columns.add(Column.numbers(Texts.text("figures.measured.interval")));
        columns.add(Column.numbers(Texts.text("figures.measured.difference")));
        if (besideClosedForm) {
            columns.add(Column.numbers(Texts.text("figures.measured.closedForm")));
        }
        return columns;
    }

    /** Timesteps to have rows for: those of the closed form, as far as the run knows them. */
    public static List<Integer> times(RunSnapshot run) {
        return ClosedFormCurve.timesteps(run.timesteps()).reversed().stream()
                .filter(run::isKnown)
                .toList();
    }

    /**
     * The cells of a timestep.
     *
     * @param closedForm accuracy of the closed form with this T, 0 to 1; null if it is not known
     */
    public List<String> at(int t, @Nullable Double closedForm) {
        Interval interval = run.interval(t);
        List<String> cells = new ArrayList<>();
        cells.add(Numbers.count(t));
        if (run.early() != null) {
            cells.add(Numbers.fixed(run.meanTimesteps(t), 2));
        }
        cells.add(percent(run.accuracy(t)));
        cells.add(range(interval));
        cells.add(Numbers.difference(RunWords.points(run, t), 2));
        if (besideClosedForm) {
            cells.add(closedForm == null ? Numbers.NONE : percent(closedForm));
        }
        return cells;
    }

    /** In percent, without the sign. */
    static String percent(double share) {
        return Numbers.fixed(100 * share, 2);
    }

    /** Both ends in percent, without the sign. */
    public static String range(Interval interval) {
        return Texts.text(
                "figures.measured.range", percent(interval.low()), percent(interval.high()));
    }
}
