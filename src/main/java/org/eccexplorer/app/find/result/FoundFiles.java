package org.eccexplorer.app.find.result;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eccexplorer.app.find.query.Goal;
import org.eccexplorer.app.find.query.Query;
import org.eccexplorer.app.find.trial.Point;
import org.eccexplorer.app.open.Experiment;
import org.eccexplorer.app.run.RunName;
import org.eccexplorer.app.run.Settings;
import org.eccexplorer.app.session.RunCommandLine;
import org.eccexplorer.convert.ConversionOptions;
import org.eccexplorer.export.OptionsJson;
import org.eccexplorer.export.ReadingJson;
import org.eccexplorer.export.RunJson;
import org.eccexplorer.export.SourceJson;
import org.eccexplorer.files.Csv;
import org.eccexplorer.measure.Interval;
import org.eccexplorer.measure.Schedule;
import org.eccexplorer.measure.votes.ReadingChoice;
import org.eccexplorer.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** What a search found, as files; docs/find-json.md describes them. */
public final class FoundFiles {
    /** The file that is written last. */
    public static final String RESULT = "find.json";

    /** Raised when a field changes its meaning or goes. */
    public static final int SCHEMA = 1;

    private final Experiment experiment;
    private final Query query;
    private final SearchView end;
    private final Found found;

    /** Of a search that has ended. */
    public FoundFiles(Experiment experiment, Query query, SearchView end) {
        this.experiment = experiment;
        this.query = query;
        this.end = end;
        found = end.found().orElseThrow();
    }

    /** Writes front.csv, tried.csv and find.json. */
    public void write(Path folder) throws ProblemException {
        front(folder.resolve("front.csv"));
        tried(folder.resolve("tried.csv"));
        RunJson.write(folder.resolve(RESULT), json());
    }

    /** The settings of a run of what was found. */
    public static Settings settings(Query query, Point point) {
        return point.setting()
                .of(Settings.standard())
                .withThreads(query.threads())
                .withTimesteps(point.timesteps())
                .withReading(point.reading());
    }

    /** The command that gives the very same numbers. */
    public static String command(Experiment experiment, Query query, Point point) {
        return RunCommandLine.of(
                experiment, settings(query, point), query.accounting().inputMacs());
    }

    private String name(Point point) {
        return RunName.of(settings(query, point));
    }

    private static String neurons(Point point) {
        return ConversionOptions.NEURONS.written(point.setting().neurons());
    }

    private static String schedule(Point point) {
        return point.setting().schedule().key();
    }

    private void front(Path file) throws ProblemException {
        List<List<Object>> rows = new ArrayList<>();
        List<FoundPoint> all = new ArrayList<>(found.front());
        found.winners().stream().filter(one -> !all.contains(one)).forEach(all::add);
        found.paper().ifPresent(all::add);
        for (FoundPoint one : all) {
            Optional<Checked> checked = one.checked();
            Optional<Interval> interval = checked.map(Checked::interval);
            List<Object> row = new ArrayList<>();
            row.add(name(one.chosen()));
            row.add(neurons(one.chosen()));
            row.add(one.chosen().timesteps());
            row.add(one.chosen().readFrom());
            row.add(ReadingChoice.EARLY_EXIT.written(one.chosen().reading().epsilon()));
            row.add(one.meanTimesteps());
            row.add(schedule(one.chosen()));
            row.add(one.chosen().latency());
            row.add(cell(checked.map(Checked::accuracy)));
            row.add(cell(interval.map(Interval::low)));
            row.add(cell(interval.map(Interval::high)));
            row.add(cell(checked.map(Checked::cnnAccuracy)));
            row.add(one.costs().energyRatio());
            row.add(query.accounting().inputMacs().key());
            row.add(one.costs().synOps());
            row.add(one.costs().spikes());
            row.add(cell(checked.map(Checked::images)));
            row.add(one.chosen().images() == 0 ? "" : one.chosen().accuracy());
            row.add(one.chosen().images());
            row.add(command(experiment, query, one.chosen()));
            rows.add(row);
        }
        Csv.write(
                file,
                List.of(
                        "setting",
                        "neurons",
                        "timesteps",
                        "readFrom",
                        "earlyExit",
                        "meanTimesteps",
                        "schedule",
                        "latency",
                        "accuracy",
                        "low",
                        "high",
                        "cnnAccuracy",
                        "energyRatio",
                        "inputMacsCounted",
                        "synOps",
                        "spikesPerImage",
                        "images",
                        "chooseAccuracy",
                        "chooseImages",
                        "command"),
                rows);
    }

    private static Object cell(Optional<?> value) {
        return value.isPresent() ? value.get() : "";
    }

    private void tried(Path file) throws ProblemException {
        List<List<Object>> rows = new ArrayList<>();
        for (SearchView.Dot dot : end.dots()) {
            Point point = dot.point();
            rows.add(
                    List.of(
                            name(point),
                            neurons(point),
                            point.timesteps(),
                            point.readFrom(),
                            schedule(point),
                            point.latency(),
                            point.accuracy(),
                            point.images(),
                            point.loss().expected(),
                            point.loss().most(),
                            point.costs().energyRatio(),
                            point.costs().synOps(),
                            point.costs().spikes(),
                            !dot.racing()));
        }
        Csv.write(
                file,
                List.of(
                        "setting",
                        "neurons",
                        "timesteps",
                        "readFrom",
                        "schedule",
                        "latency",
                        "chooseAccuracy",
                        "chooseImages",
                        "loss",
                        "lossAtMost",
                        "energyRatio",
                        "synOps",
                        "spikesPerImage",
                        "givenUp"),
                rows);
    }

    /** As a tree. */
    public ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("schema", SCHEMA);
        SourceJson.write(json, experiment.source(""));
        json.put("least", Goal.OPTION.written(query.goal()));
        json.put("within", query.within());
        json.put("maxTimesteps", query.mostTimesteps());
        ArrayNode vary = json.putArray("vary");
        query.varying().forEach(axis -> vary.add(axis.key()));
        ArrayNode neurons = json.putArray("neurons");
        query.neurons().forEach(one -> neurons.add(ConversionOptions.NEURONS.written(one)));
        json.put("seed", query.seed());
        json.put("budgetSeconds", seconds());
        json.put("energyModel", query.accounting().model().name());
        json.put("inputMacsCounted", query.accounting().inputMacs().key());
        json.put("end", found.end().key());
        json.put("reached", found.reached());
        counts(json.putObject("compared"), found.counts());
        json.set("winner", found.winner().map(this::point).orElse(null));
        ArrayNode winners = json.putArray("winners");
        found.winners().forEach(one -> winners.add(point(one)));
        ArrayNode front = json.putArray("front");
        found.front().forEach(one -> front.add(point(one)));
        json.set("paper", found.paper().map(this::point).orElse(null));
        return json;
    }

    private @Nullable Double seconds() {
        return query.budget().map(Duration::toMillis).map(millis -> millis / 1000.0).orElse(null);
    }

    private static void counts(ObjectNode json, Found.Counts counts) {
        json.put("settings", counts.settings());
        json.put("space", counts.space());
        json.put("simulated", counts.simulated());
        json.put("ruledOut", counts.ruledOut());
        json.put("givenUp", counts.givenUp());
        json.put("finalists", counts.finalists());
        json.put("fitImages", counts.fitImages());
        json.put("chooseImages", counts.chooseImages());
        json.put("chooseCnnAccuracy", counts.cnnAccuracy());
        json.put("chosenBy", counts.labelled() ? "labels" : "agreement");
    }

    private ObjectNode point(FoundPoint one) {
        Point point = one.chosen();
        Optional<Checked> checked = one.checked();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("name", name(point));
        OptionsJson.write(json.putObject("settings"), point.setting().conversion());
        json.put("neurons", neurons(point));
        json.put(Schedule.OPTION.key(), schedule(point));
        json.put("timesteps", point.timesteps());
        ReadingJson.write(json, point.reading());
        json.put("meanTimesteps", one.meanTimesteps());
        json.put("latency", point.latency());
        json.put("accuracy", number(checked.map(Checked::accuracy)));
        ArrayNode interval = json.putArray("interval");
        checked.map(Checked::interval).ifPresent(both -> interval.add(both.low()).add(both.high()));
        json.put("cnnAccuracy", number(checked.map(Checked::cnnAccuracy)));
        json.put("energyRatio", one.costs().energyRatio());
        json.put("synOps", one.costs().synOps());
        json.put("spikesPerImage", one.costs().spikes());
        json.put("images", checked.map(Checked::images).orElse(0));
        ObjectNode chosen = json.putObject("choose");
        boolean known = point.images() > 0;
        if (known) {
            chosen.put("accuracy", point.accuracy());
            chosen.put("loss", point.loss().expected());
            chosen.put("lossAtMost", point.loss().most());
        } else {
            chosen.putNull("accuracy");
            chosen.putNull("loss");
            chosen.putNull("lossAtMost");
        }
        chosen.put("images", point.images());
        json.put("command", command(experiment, query, point));
        return json;
    }

    private static @Nullable Double number(Optional<Double> value) {
        return value.orElse(null);
    }
}
