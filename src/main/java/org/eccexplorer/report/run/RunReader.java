package org.eccexplorer.report.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eccexplorer.app.live.ClosedFormCurve;
import org.eccexplorer.app.live.RunState;
import org.eccexplorer.app.run.Settings;
import org.eccexplorer.app.session.RecordedRun;
import org.eccexplorer.array.NpyArray;
import org.eccexplorer.convert.Action;
import org.eccexplorer.convert.LayerNote;
import org.eccexplorer.convert.Readout;
import org.eccexplorer.export.MeasureArrays;
import org.eccexplorer.export.OptionsJson;
import org.eccexplorer.export.Outcome;
import org.eccexplorer.export.RunJson;
import org.eccexplorer.measure.CnnStage;
import org.eccexplorer.measure.RunSnapshot;
import org.eccexplorer.measure.energy.Cost;
import org.eccexplorer.measure.energy.InputMacs;
import org.eccexplorer.measure.layer.LayerMeasures;
import org.eccexplorer.measure.votes.EarlyAnswers;
import org.eccexplorer.measure.votes.Reading;
import org.eccexplorer.measure.votes.StoredVotes;
import org.eccexplorer.text.Texts;
import org.jspecify.annotations.Nullable;

/** Runs as results tell of them: what charts, tables and sentences are made of, read back. */
final class RunReader {
    private final Fields json;
    private final Settings settings;
    private final Measured measured;
    private final double[] accuracy;

    /**
     * A run.
     *
     * @param json with its images, layers, costs
     * @param accuracy by timestep; NaN where it is not known
     */
    private RunReader(Fields json, Settings settings, Measured measured, double[] accuracy) {
        this.json = json;
        this.settings = settings;
        this.measured = measured;
        this.accuracy = accuracy;
    }

    /** The run of a run.json. */
    static ReportedRun run(Fields json, Measured measured) {
        Settings settings = RecordedRun.settings(json.node());
        refuseOtherUnits(json, settings);
        int timesteps = settings.timesteps();
        double[] accuracy = new double[timesteps];
        Arrays.fill(accuracy, Double.NaN);
        double[] at = json.numbers("at");
        double[] values = json.numbers("accuracy");
        for (int i = 0; i < at.length; i++) {
            boolean inside = at[i] >= 1 && at[i] <= timesteps && i < values.length;
            if (!inside) {
                throw new IllegalArgumentException(Texts.text("report.run.badAt"));
            }
            accuracy[(int) at[i] - 1] = values[i];
        }
        boolean closedForm = json.text("mode").equals(Outcome.Mode.CLOSED_FORM.text());
        RunReader reader = new RunReader(json, settings, measured, accuracy);
        int latency = json.has("latency") ? json.count("latency", 1) : timesteps;
        return reader.reported(Source.of(json), lambda(json), latency, closedForm, json);
    }

    /** The runs of a compare.json. */
    static List<ReportedRun> all(Fields whole, Map<String, NpyArray> arrays) {
        List<Fields> rows = whole.all("runs");
        if (rows.isEmpty() || rows.stream().anyMatch(row -> !row.has("layers"))) {
            throw new IllegalArgumentException(Texts.text("report.run.olderComparison"));
        }
        List<ReportedRun> runs = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            String prefix = rows.size() == 1 ? "" : MeasureArrays.prefix(i);
            runs.add(compared(rows.get(i), whole, new Measured(arrays, prefix)));
        }
        return runs;
    }

    /**
     * A run of a compare.json.
     *
     * @param whole what all of its runs have in common
     */
    private static ReportedRun compared(Fields json, Fields whole, Measured measured) {
        Fields of = json.in("settings");
        Settings shared = RecordedRun.settings(common(whole));
        Settings settings = shared.with(OptionsJson.read(of.node()));
        int timesteps = settings.timesteps();
        double[] accuracy = json.numbers("accuracy");
        if (accuracy.length != timesteps) {
            throw new IllegalArgumentException(Texts.text("report.run.badAt"));
        }
        RunReader reader = new RunReader(json, settings, measured, accuracy);
        return reader.reported(Source.of(whole), Map.of(), timesteps, false, whole);
    }

    /** The settings of all runs of a comparison, where those of one run stand. */
    private static JsonNode common(Fields whole) {
        ObjectNode settings = JsonNodeFactory.instance.objectNode();
        settings.set("settings", whole.node());
        settings.set("closedForm", whole.node().path("closedForm"));
        return settings;
    }

    /** Of schema 1 without current normalisation errors are in another unit. */
    private static void refuseOtherUnits(Fields json, Settings settings) {
        if (json.count("schema", 1) < RunJson.SCHEMA
                && !settings.conversion().currentNormalisation()) {
            throw new IllegalArgumentException(Texts.text("report.run.otherUnits"));
        }
    }

    private static Map<String, Double> lambda(Fields json) {
        Map<String, Double> lambda = new TreeMap<>();
        JsonNode all = json.in("lambda").node();
        all.properties().forEach(one -> lambda.put(one.getKey(), one.getValue().asDouble()));
        return lambda;
    }

    private ReportedRun reported(
            Source source,
            Map<String, Double> lambda,
            int latency,
            boolean closedFormOnly,
            Fields counted) {
        RunSnapshot result = snapshot();
        List<LayerNote> notes = new ArrayList<>();
        for (Fields note : json.in("conversion").all("layers")) {
            notes.add(
                    new LayerNote(
                            note.text("layer"),
                            Action.valueOf(note.text("action")),
                            note.text("explanation")));
        }
        List<CnnStage> stages = new ArrayList<>();
        for (Fields stage : json.all("cnnStages")) {
            stages.add(new CnnStage(stage.text("what"), stage.share("accuracy")));
        }
        List<String> warnings = new ArrayList<>();
        json.in("conversion").node().path("warnings").forEach(w -> warnings.add(w.asText()));
        Map<String, Double> seconds = new TreeMap<>();
        json.node()
                .path("seconds")
                .properties()
                .forEach(one -> seconds.put(one.getKey(), one.getValue().asDouble()));
        return new ReportedRun(
                state(result),
                source,
                notes,
                warnings,
                stages,
                lambda,
                latency,
                closedFormOnly,
                measured.isThere(),
                RecordedRun.inputMacs(counted.node()).orElse(InputMacs.EVERY_TIMESTEP),
                json.optionalText("command").orElse(""),
                seconds);
    }

    private RunState state(RunSnapshot result) {
        Map<Integer, Double> closedForm = new TreeMap<>();
        json.in("closedFormAccuracy")
                .node()
                .properties()
                .forEach(one ->
                        closedForm.put(Integer.parseInt(one.getKey()), one.getValue().asDouble()));
        return new RunState(
                0,
                0,
                "",
                settings,
                result.isComplete() ? RunState.Phase.COMPLETE : RunState.Phase.STOPPED,
                new ClosedFormCurve(result.images(), closedForm),
                Optional.empty(),
                Optional.of(result),
                0);
    }

    private RunSnapshot snapshot() {
        int images = json.count("images", 1);
        int timesteps = settings.timesteps();
        Optional<EarlyAnswers> early = early(images);
        List<LayerMeasures> layers =
                new LayerReader(
                                json,
                                measured,
                                images,
                                timesteps,
                                settings.conversion().output() == Readout.SPIKES)
                        .all(json.number("synOps"));
        int[] answers =
                Arrays.stream(accuracy)
                        .mapToInt(share -> Double.isNaN(share) ? StoredVotes.UNKNOWN : 0)
                        .toArray();
        int[][] ofEach = new int[images][];
        // Which class it was is in no result; whether it was evaluated is.
        Arrays.fill(ofEach, answers);
        return new RunSnapshot(
                images,
                total(images),
                timesteps,
                (int) Math.round(json.share("cnnAccuracy") * images),
                Arrays.stream(accuracy).mapToInt(share -> right(share, images)).toArray(),
                agreeing(timesteps),
                ofEach,
                new int[images],
                new float[0],
                layers,
                cost(layers),
                reading(early.isPresent()),
                early.orElse(null),
                null);
    }

    private static int right(double share, int images) {
        if (Double.isNaN(share)) {
            return 0;
        }
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException(
                    Texts.text("report.run.badField", "accuracy", String.valueOf(share)));
        }
        return (int) Math.round(share * images);
    }

    private int[] agreeing(int timesteps) {
        return measured.isThere()
                ? ints(measured.values("agreeing", timesteps))
                : new int[timesteps];
    }

    private static int[] ints(double[] values) {
        return Arrays.stream(values).mapToInt(value -> (int) value).toArray();
    }

    /** Of the whole run; earlier versions did not say of how many images a stopped one was. */
    private int total(int images) {
        if (json.has("imagesToDo")) {
            return json.count("imagesToDo", images);
        }
        if (json.isTrue("partial")) {
            throw new IllegalArgumentException(Texts.text("report.run.partOfWhat"));
        }
        return images;
    }

    private Cost cost(List<LayerMeasures> layers) {
        Long inputNeurons = json.has("inputNeurons") ? json.whole("inputNeurons") : null;
        double synOps =
                measured.has("exits")
                        ? layers.stream()
                                .mapToDouble(l -> Arrays.stream(l.operationsPerStep()).sum())
                                .sum()
                        : json.number("synOps");
        return cost(inputNeurons, synOps);
    }

    @SuppressWarnings("NullAway") // A cost without a number looks for it itself.
    private Cost cost(@Nullable Long inputNeurons, double synOps) {
        return new Cost(
                json.whole("macs"),
                json.whole("inputMacsPerTimestep"),
                synOps,
                json.number("paperMops"),
                inputNeurons);
    }

    private Reading reading(boolean endsEarly) {
        if (!json.has("reading")) {
            return Reading.PLAIN;
        }
        Fields reading = json.in("reading");
        List<Double> thresholds =
                endsEarly
                        ? Arrays.stream(reading.numbers("thresholds"))
                                .map(beta -> Double.isNaN(beta) ? Double.POSITIVE_INFINITY : beta)
                                .boxed()
                                .toList()
                        : List.of();
        return new Reading(
                reading.count("from", 0), thresholds, reading.count("calibrationImages", 0));
    }

    private Optional<EarlyAnswers> early(int images) {
        if (!json.has("reading") || !json.in("reading").has("thresholds")) {
            return Optional.empty();
        }
        if (!measured.isThere()) {
            throw new IllegalArgumentException(
                    Texts.text("report.run.earlyNeedsArrays", MeasureArrays.FILE));
        }
        int t = settings.timesteps();
        return Optional.of(
                new EarlyAnswers(
                        ints(measured.values("exits", images)),
                        measured.values("timestepsUntil", t),
                        measured.values("spikesUntil", t),
                        measured.values("operationsUntil", t)));
    }
}
