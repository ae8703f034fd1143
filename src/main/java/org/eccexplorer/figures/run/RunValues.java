package org.eccexplorer.figures.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eccexplorer.app.live.RunState;
import org.eccexplorer.figures.run.RunRow.Column;
import org.eccexplorer.measure.RunSnapshot;
import org.eccexplorer.measure.energy.Accounting;

/** The values of a row of runs for programs: shares from 0 to 1, all digits. */
final class RunValues {
    private static final double PERCENT = 100;

    private RunValues() {}

    /** Names of the columns. */
    static List<String> header(TableSteps steps) {
        List<String> header = new ArrayList<>();
        header.addAll(List.of("run", "timesteps", "images", "imagesToDo", "partial"));
        steps.earlier().forEach(t -> header.add("T" + t));
        header.addAll(
                List.of(
                        "timestep",
                        "accuracy",
                        "accuracyAtEnd",
                        "cnnAccuracy",
                        "differencePoints",
                        "spikesPerImage",
                        "synOps",
                        "energyRatio",
                        "energyModel",
                        "inputMacsCounted",
                        "withinOnePointFrom"));
        return header;
    }

    /** The cells of a row, "" where nothing is known. */
    static List<Object> of(RunRow row, TableSteps steps, Accounting accounting) {
        Optional<RunSnapshot> done = row.run().flatMap(RunState::snapshot);
        List<Object> cells = new ArrayList<>();
        cells.add(row.name());
        cells.add(row.run().<Object>map(run -> run.settings().timesteps()).orElse(""));
        cells.add(done.<Object>map(RunSnapshot::images).orElse(""));
        cells.add(done.<Object>map(RunSnapshot::total).orElse(""));
        cells.add(done.<Object>map(run -> !run.isComplete()).orElse(""));
        for (Column column : Column.values()) {
            if (column.step() >= 0 && column.step() < steps.earlier().size()) {
                cells.add(share(row, column, steps.earlier(column.step())));
            }
        }
        cells.add(steps.t());
        cells.add(share(row, Column.ACCURACY, steps.t()));
        cells.add(done.<Object>map(run -> run.accuracy(run.timesteps())).orElse(""));
        cells.add(done.<Object>map(RunSnapshot::cnnAccuracy).orElse(""));
        cells.add(value(row.value(Column.DIFFERENCE)));
        cells.add(value(row.value(Column.SPIKES)));
        cells.add(value(row.value(Column.SYN_OPS)));
        cells.add(value(row.value(Column.ENERGY)));
        cells.add(accounting.model().key());
        cells.add(accounting.inputMacs().key());
        double within = row.value(Column.WITHIN_FROM);
        cells.add(Double.isNaN(within) ? "" : (Object) (int) within);
        return cells;
    }

    /** Of a run, all digits; a difference is known in points only. */
    private static Object share(RunRow row, Column column, int t) {
        Optional<RunSnapshot> done = row.run().flatMap(RunState::snapshot);
        return done.isPresent() && t >= 1 && t <= done.get().timesteps() && done.get().isKnown(t)
                ? (Object) done.get().accuracy(t)
                : value(row.value(column) / PERCENT);
    }

    static Object value(double value) {
        return Double.isNaN(value) ? "" : value;
    }
}
