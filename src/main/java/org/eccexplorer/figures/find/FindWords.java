package org.eccexplorer.figures.find;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eccexplorer.app.find.Without;
import org.eccexplorer.app.find.query.Goal;
import org.eccexplorer.app.find.query.Query;
import org.eccexplorer.app.find.result.Checked;
import org.eccexplorer.app.find.result.Found;
import org.eccexplorer.app.find.result.FoundFiles;
import org.eccexplorer.app.find.result.FoundPoint;
import org.eccexplorer.app.find.trial.Loss;
import org.eccexplorer.app.find.trial.Point;
import org.eccexplorer.app.run.RunName;
import org.eccexplorer.app.run.Settings;
import org.eccexplorer.convert.ConversionOptions;
import org.eccexplorer.convert.LambdaRule;
import org.eccexplorer.convert.Neurons;
import org.eccexplorer.figures.words.Amounts;
import org.eccexplorer.measure.Interval;
import org.eccexplorer.option.Option;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;

/** What is said of a search, made from its numbers. */
public final class FindWords {
    private final Query query;

    public FindWords(Query query) {
        this.query = query;
    }

    /**
     * A setting by what is not as usual: "λ p99 · per channel"; ECC as in the paper if nothing. Of
     * other neurons, which are not the paper's and are said beside it, its λ.
     */
    public String setting(Point point) {
        Settings settings = FoundFiles.settings(query, point);
        List<String> parts = new ArrayList<>();
        LambdaRule rule = settings.conversion().lambdaRule();
        int made = settings.conversion().lambdaFor();
        boolean chosen = made > 0 && rule != LambdaRule.PERCENTILE;
        if (chosen) {
            parts.add(
                    rule == LambdaRule.ITERATION
                            ? Texts.text("figures.find.lambdaIterated", made)
                            : Texts.text("figures.find.lambdaFor", made));
        }
        RunName.variations(settings).stream()
                .filter(part ->
                        part.options().stream().noneMatch(one -> isSaidElsewhere(one, chosen)))
                .map(RunName.Variation::text)
                .forEach(parts::add);
        String name = String.join(" · ", parts);
        if (!name.isEmpty()) {
            return name;
        }
        boolean plain = point.setting().neurons() == Neurons.PLAIN;
        return Texts.text(plain ? "figures.find.paper" : "figures.find.lambdaMaximum");
    }

    /** Neurons have a column, and how λ is chosen is said along with the T that it is for. */
    private static boolean isSaidElsewhere(Option<?> option, boolean lambdaIsFor) {
        return option.equals(ConversionOptions.NEURONS)
                || option.equals(ConversionOptions.LAMBDA_RULE)
                || (lambdaIsFor && option.equals(ConversionOptions.LAMBDA_FOR));
    }

    /** A setting with its neurons and its T: "λ p99, signed neurons, T = 8". */
    public String whole(Point point) {
        return whole(point, point.costs());
    }

    private String whole(Point point, Goal.Costs costs) {
        String setting = setting(point);
        String neurons = Texts.name(point.setting().neurons());
        int last = point.timesteps();
        if (point.reading().endsEarly()) {
            return Texts.text("figures.find.settingEarly", setting, neurons, last, mean(costs));
        }
        String whole = Texts.text("figures.find.settingOf", setting, neurons, last);
        return withLatency(whole, point);
    }

    /** A setting at its T: "λ p99, T = 8". */
    String at(Point point) {
        String at = Texts.text("figures.find.settingAt", setting(point), point.timesteps());
        return withLatency(at, point);
    }

    /** Where layers wait for each other an answer takes longer than T. */
    private static String withLatency(String setting, Point point) {
        return point.setting().waits()
                ? Texts.text(
                        "figures.find.withLatency",
                        setting,
                        Texts.text("figures.schedule.latency", point.latency()))
                : setting;
    }

    /** Timesteps until an answer, mean over images. */
    static String mean(Goal.Costs costs) {
        return Numbers.upTo(costs.timesteps(), 1);
    }

    /** What a point costs, as part of a sentence: "0.38 × the CNN's energy". */
    private String cost(Point point, Goal.Costs costs) {
        return switch (query.goal()) {
            case ENERGY ->
                    Texts.text("figures.find.costEnergy", Numbers.fixed(costs.energyRatio(), 2));
            case TIMESTEPS ->
                    point.setting().waits()
                            ? Texts.text("figures.schedule.latency", point.latency())
                            : Texts.text("figures.find.costTimesteps", mean(costs));
            case SYNOPS ->
                    Texts.text("figures.find.costSynOps", Amounts.text(costs.synOps(), false));
            case SPIKES ->
                    Texts.text("figures.find.costSpikes", Amounts.text(costs.spikes(), false));
        };
    }

    /** Points that may be lost: "1 point", "0.5 points". */
    public String points() {
        return points(query.within());
    }

    private static String points(double number) {
        return Texts.text(
                number == 1 ? "figures.find.onePoint" : "figures.find.points",
                Numbers.upTo(number, 2));
    }

    /** What was found, in a sentence or two. */
    public String headline(Found found) {
        return found.winner()
                .map(winner -> claim(found, winner) + " " + proof(found, winner))
                .orElseGet(() -> Texts.text("figures.find.nothing"));
    }

    /** The first part of it: what is claimed. */
    public String claim(Found found, FoundPoint winner) {
        Point point = winner.chosen();
        String setting = whole(point, winner.costs());
        if (found.reached()) {
            return Texts.text(
                    losesMoreOnTest(winner) ? "figures.find.chosenWithin" : "figures.find.within",
                    points(),
                    cost(point, winner.costs()),
                    setting);
        }
        return Texts.text(
                "figures.find.notWithin",
                points(),
                setting,
                cost(point, winner.costs()),
                points(rounded(point.loss().expected())));
    }

    /** The second part: what the test images say. */
    public String proof(Found found, FoundPoint winner) {
        if (winner.checked().isEmpty()) {
            Point point = winner.chosen();
            return Texts.text(
                    "figures.find.unchecked",
                    Numbers.percent(point.accuracy(), 1),
                    Texts.counted("figures.images", point.images()));
        }
        Checked checked = winner.checked().get();
        String proof =
                Texts.text(
                        "figures.find.checked",
                        Texts.counted("figures.images", checked.images()),
                        Numbers.percent(checked.accuracy(), 1),
                        interval(checked),
                        Numbers.percent(checked.cnnAccuracy(), 1));
        if (found.reached() && losesMoreOnTest(winner)) {
            proof +=
                    " "
                            + Texts.text(
                                    "figures.find.testLoses",
                                    points(rounded(checked.loss())),
                                    Numbers.upTo(rounded(winner.chosen().loss().expected()), 2));
        }
        return proof + paper(found).map(said -> " " + said).orElse("");
    }

    private static double rounded(double points) {
        return Math.round(points * 100) / 100.0;
    }

    private boolean losesMoreOnTest(FoundPoint winner) {
        return winner.checked()
                .filter(checked -> checked.loss() > query.within() + 1e-9)
                .isPresent();
    }

    private Optional<String> paper(Found found) {
        return found.paper()
                .flatMap(paper ->
                        paper.checked()
                                .map(checked ->
                                        Texts.text(
                                                "figures.find.paperHas",
                                                paper.chosen().timesteps(),
                                                Numbers.percent(checked.accuracy(), 1),
                                                cost(paper.chosen(), checked.costs()))));
    }

    /** An interval in percent, without the unit: "93.5 – 96.2". */
    static String interval(Checked checked) {
        Interval interval = checked.interval();
        return Texts.text(
                "figures.find.interval",
                Numbers.fixed(100 * interval.low(), 1),
                Numbers.fixed(100 * interval.high(), 1));
    }

    /** How it was found, and what the numbers are. */
    public List<String> statements(Found found) {
        Found.Counts counts = found.counts();
        List<String> said = new ArrayList<>();
        said.add(
                Texts.text(
                        "figures.find.compared",
                        Texts.counted("figures.find.settings", counts.settings()),
                        counts.space(),
                        Texts.counted("figures.images", counts.chooseImages()),
                        Numbers.percent(counts.cnnAccuracy(), 1),
                        counts.ruledOut(),
                        counts.givenUp(),
                        counts.finalists(),
                        Texts.counted("figures.images", counts.fitImages())));
        said.add(Texts.text("figures.find.expected"));
        if (!counts.labelled()) {
            said.add(Texts.text("figures.find.agreement"));
        }
        if (Stream.concat(found.winners().stream(), found.front().stream())
                .anyMatch(one -> one.chosen().setting().waits())) {
            said.add(Texts.text("figures.find.waiting"));
        }
        said.add(
                Texts.text(
                        "figures.find.energy",
                        query.accounting().model().name(),
                        query.accounting().inputMacs().counted()));
        switch (found.end()) {
            case COMPLETE -> said.add(Texts.text("figures.find.once"));
            case OUT_OF_TIME -> said.add(Texts.text("figures.find.outOfTime"));
            case STOPPED -> said.add(Texts.text("figures.find.stopped"));
        }
        return said;
    }

    /** What the parts of a setting buy, a line each, the one that buys most first. */
    public List<String> explained(Point point, List<Without> parts) {
        if (parts.isEmpty()) {
            return List.of(Texts.text("figures.find.nothingToLeaveOut"));
        }
        Point with = parts.getFirst().with();
        List<String> said = new ArrayList<>();
        said.add(
                Texts.text(
                        "figures.find.explained",
                        whole(point),
                        Numbers.percent(with.accuracy(), 1),
                        cost(with, with.costs()),
                        Texts.counted("figures.images", with.images()),
                        expected(with.loss())));
        parts.stream()
                .sorted(
                        Comparator.comparingDouble(
                                (Without part) -> -part.without().loss().expected()))
                .forEach(part -> said.add(without(part)));
        return said;
    }

    private String without(Without part) {
        Point without = part.without();
        String text =
                Texts.text(
                        "figures.find.without",
                        part.axis().name(),
                        setting(without),
                        Numbers.percent(without.accuracy(), 1),
                        Numbers.difference(100 * (without.accuracy() - part.with().accuracy()), 1),
                        cost(without, without.costs()),
                        expected(without.loss()));
        return without.loss().least() <= part.with().loss().most()
                ? text + " " + Texts.text("figures.find.notTold")
                : text;
    }

    /** What is expected to be lost elsewhere, with its interval. */
    private static String expected(Loss loss) {
        return Texts.text(
                "figures.find.expectedLoss",
                points(rounded(loss.expected())),
                Numbers.fixed(loss.least(), 2),
                Numbers.fixed(loss.most(), 2));
    }
}
