package org.eccexplorer.report.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eccexplorer.app.find.query.Candidate;
import org.eccexplorer.app.find.query.Goal;
import org.eccexplorer.app.find.query.Query;
import org.eccexplorer.app.find.result.Checked;
import org.eccexplorer.app.find.result.Found;
import org.eccexplorer.app.find.result.FoundPoint;
import org.eccexplorer.app.find.trial.Loss;
import org.eccexplorer.app.find.trial.Point;
import org.eccexplorer.app.session.RecordedRun;
import org.eccexplorer.convert.ConversionOptions;
import org.eccexplorer.export.OptionsJson;
import org.eccexplorer.export.ReadingJson;
import org.eccexplorer.measure.Schedule;
import org.eccexplorer.measure.energy.Accounting;
import org.eccexplorer.measure.energy.EnergyModel;
import org.eccexplorer.measure.energy.InputMacs;

/** A search as its find.json tells of it. */
final class FoundReader {
    private final Fields json;

    FoundReader(Fields json) {
        this.json = json;
    }

    /** What was searched for; what varied is not needed to speak of it. */
    Query query() {
        String model = json.text("energyModel");
        Optional<Duration> budget =
                json.has("budgetSeconds")
                        ? Optional.of(
                                Duration.ofMillis(Math.round(1000 * json.number("budgetSeconds"))))
                        : Optional.empty();
        return new Query(
                json.has("paper") ? options(json.in("paper")) : ConversionOptions.ecc(),
                Goal.OPTION.parse(json.text("least")),
                json.number("within"),
                json.count("maxTimesteps", 1),
                List.of(),
                json.node().path("seed").asLong(),
                budget,
                new Accounting(
                        EnergyModel.ALL.stream()
                                .filter(one -> one.name().equals(model))
                                .findFirst()
                                .orElse(EnergyModel.STANDARD),
                        RecordedRun.inputMacs(json.node()).orElse(InputMacs.ONCE)),
                1);
    }

    Found found() {
        return new Found(
                json.has("winner") ? Optional.of(point(json.in("winner"))) : Optional.empty(),
                json.isTrue("reached"),
                points("winners"),
                points("front"),
                json.has("paper") ? Optional.of(point(json.in("paper"))) : Optional.empty(),
                counts(json.in("compared")),
                Found.End.of(json.text("end")));
    }

    /** The command that repeats the winner; empty if there is none. */
    String command() {
        return json.has("winner") ? json.in("winner").text("command") : "";
    }

    private List<FoundPoint> points(String name) {
        List<FoundPoint> points = new ArrayList<>();
        json.all(name).forEach(one -> points.add(point(one)));
        return points;
    }

    private static ConversionOptions options(Fields point) {
        return OptionsJson.read(point.in("settings").node());
    }

    /** Files of earlier versions have no schedule. */
    private static Candidate setting(Fields point) {
        Candidate free = Candidate.free(options(point));
        return point.has(Schedule.OPTION.key())
                ? free.with(Schedule.OPTION.parse(point.text(Schedule.OPTION.key())))
                : free;
    }

    private static FoundPoint point(Fields json) {
        int timesteps = json.count("timesteps", 1);
        Candidate setting = setting(json);
        Goal.Costs costs =
                new Goal.Costs(
                        setting.waits()
                                ? json.count("latency", 1)
                                : json.has("meanTimesteps")
                                        ? json.number("meanTimesteps")
                                        : timesteps,
                        json.number("energyRatio"),
                        json.number("synOps"),
                        json.number("spikesPerImage"));
        Fields choose = json.in("choose");
        int chosenOf = choose.count("images", 0);
        int tested = json.count("images", 0);
        return new FoundPoint(
                new Point(
                        setting,
                        timesteps,
                        ReadingJson.read(json.node()),
                        images(choose, "accuracy", chosenOf),
                        chosenOf,
                        chosenOf == 0 ? Loss.NONE : loss(choose),
                        costs),
                tested == 0
                        ? Optional.empty()
                        : Optional.of(
                                new Checked(
                                        tested,
                                        images(json, "accuracy", tested),
                                        images(json, "cnnAccuracy", tested),
                                        costs)));
    }

    private static Loss loss(Fields choose) {
        double expected = choose.number("loss");
        return new Loss(expected, expected, choose.number("lossAtMost"));
    }

    /** How many images a share is of. */
    private static int images(Fields json, String name, int of) {
        return of == 0 ? 0 : (int) Math.round(json.share(name) * of);
    }

    private static Found.Counts counts(Fields json) {
        int choose = json.count("chooseImages", 0);
        return new Found.Counts(
                json.count("settings", 0),
                json.whole("space"),
                json.count("simulated", 0),
                json.count("ruledOut", 0),
                json.count("givenUp", 0),
                json.count("finalists", 0),
                json.count("fitImages", 0),
                choose,
                images(json, "chooseCnnAccuracy", choose),
                json.text("chosenBy").equals("labels"));
    }
}
