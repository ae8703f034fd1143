package org.eccexplorer.app.sweep.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eccexplorer.app.open.Experiment;
import org.eccexplorer.app.run.Combinations;
import org.eccexplorer.app.run.Prepared;
import org.eccexplorer.app.run.Settings;
import org.eccexplorer.app.sweep.plan.SettingNames;
import org.eccexplorer.app.sweep.plan.SweepPlan;
import org.eccexplorer.app.sweep.plan.SweepTask;
import org.eccexplorer.files.Version;
import org.eccexplorer.measure.Interval;
import org.eccexplorer.measure.RunSnapshot;
import org.eccexplorer.measure.energy.Accounting;
import org.eccexplorer.measure.energy.EnergyParts;
import org.eccexplorer.measure.votes.EarlyAnswers;

/** The columns of a sweep's table, and what stands in them; docs/sweep.md describes each. */
public final class RowColumns {
    /** The run that a row is of. */
    public static final String TASK = "task";

    /** The timestep of a row. */
    public static final String TIMESTEP = "t";

    private static final List<String> SUBJECT =
            List.of(TASK, "model", "data", "calibration", "slice", "seed");

    private static final List<String> RESULTS =
            List.of(
                    TIMESTEP,
                    "images",
                    "right",
                    "accuracy",
                    "low95",
                    "high95",
                    "cnnAccuracy",
                    "agreementWithCnn",
                    "closedFormAccuracy",
                    "meanTimesteps",
                    "latency",
                    "spikesPerImage",
                    "synOps",
                    "energyMicrojoules",
                    "cnnMicrojoules",
                    "energyRatio",
                    "inputMacsCounted",
                    "calibratedOnTest",
                    "modelSha256",
                    "dataSha256",
                    "eccExplorer",
                    "java");

    private static final Set<String> TEXTS =
            Set.of(
                    "inputMacsCounted",
                    "calibratedOnTest",
                    "modelSha256",
                    "dataSha256",
                    "eccExplorer",
                    "java");

    /** All of them, in order. */
    public static final List<String> ALL = all();

    private RowColumns() {}

    private static List<String> all() {
        List<String> all = settings();
        all.addAll(RESULTS);
        return List.copyOf(all);
    }

    /** Whether a column has numbers, or nothing where one is not known. */
    public static boolean isNumber(String column) {
        return RESULTS.contains(column) && !TEXTS.contains(column);
    }

    /** Those that say which run it is. */
    public static List<String> settings() {
        List<String> columns = new ArrayList<>(SUBJECT);
        columns.add(SettingNames.TECHNIQUES);
        columns.addAll(SettingNames.columns());
        return columns;
    }

    /** What says which run it is. */
    public static List<String> settings(SweepPlan plan, SweepTask task, String hash) {
        SweepPlan.Place place = plan.place(task);
        Settings settings = task.settings();
        List<String> cells = new ArrayList<>();
        cells.add(hash);
        cells.add(place.subject().model());
        cells.add(place.subject().data());
        cells.add(place.subject().calibration());
        cells.add(place.slice().text());
        cells.add(String.valueOf(task.seed()));
        cells.add(Combinations.written(settings.conversion()));
        SettingNames.columns().forEach(name -> cells.add(SettingNames.written(settings, name)));
        return cells;
    }

    /** A run as it ended, and what it was made with. */
    record Run(
            Experiment experiment,
            Identity identity,
            Prepared prepared,
            RunSnapshot result,
            Map<Integer, Double> closedForm) {

        /** The results up to a timestep. */
        List<String> results(Accounting accounting, int t) {
            boolean labelled = experiment.test().labels().length > 0;
            boolean last = t == result.timesteps();
            boolean counted = last || result.knowsEachTimestep();
            EarlyAnswers early = result.early();
            Interval interval = result.interval(t);
            List<String> cells = new ArrayList<>();
            cells.add(String.valueOf(t));
            cells.add(String.valueOf(result.images()));
            cells.add(cell(labelled, result.right()[t - 1]));
            cells.add(cell(labelled, result.accuracy(t)));
            cells.add(cell(labelled, interval.low()));
            cells.add(cell(labelled, interval.high()));
            cells.add(cell(labelled, result.cnnAccuracy()));
            cells.add(String.valueOf(result.agreeing()[t - 1] / (double) result.images()));
            Double closed = closedForm.get(t);
            cells.add(closed == null ? "" : closed.toString());
            cells.add(String.valueOf(result.meanTimesteps(t)));
            cells.add(
                    String.valueOf(prepared.settings().schedule().latency(prepared.network(), t)));
            double spikes =
                    last
                            ? result.spikesPerImage()
                            : early == null ? result.spikesUntil()[t - 1] : early.spikes()[t - 1];
            cells.add(cell(counted, spikes));
            cells.add(cell(counted, last ? result.synOps() : result.synOpsUntil()[t - 1]));
            EnergyParts energy = result.energy(accounting, t);
            cells.add(cell(counted, energy.microjoules()));
            cells.add(String.valueOf(result.cnnMicrojoules(accounting)));
            cells.add(cell(counted, result.energyRatio(accounting, energy)));
            cells.add(accounting.inputMacs().key());
            cells.add(String.valueOf(experiment.isCalibratedOnTest("")));
            cells.add(identity.modelSha256());
            cells.add(identity.dataSha256());
            cells.add(Version.NUMBER);
            cells.add(Runtime.version().toString());
            return cells;
        }

        private static String cell(boolean known, Object value) {
            return known ? String.valueOf(value) : "";
        }
    }
}
