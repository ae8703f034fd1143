package org.eccexplorer.cli.arguments;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.eccexplorer.app.live.RunState;
import org.eccexplorer.app.open.Experiment;
import org.eccexplorer.app.run.ReadingBasis;
import org.eccexplorer.app.work.Cancellation;
import org.eccexplorer.figures.chart.PageCharts;
import org.eccexplorer.figures.chart.WrittenCharts;
import org.eccexplorer.measure.RunSnapshot;
import org.eccexplorer.measure.Schedule;
import org.eccexplorer.measure.energy.Accounting;
import org.eccexplorer.measure.votes.StoredVotes;
import org.eccexplorer.plot.file.FigureChoice;
import org.eccexplorer.plot.file.FigureKind;
import org.eccexplorer.plot.file.FigureStyle;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that draw the results. */
public final class ChartArguments {
    @Option(
            names = "--charts",
            arity = "0..1",
            fallbackValue = "svg",
            paramLabel = "svg|pdf|png|csv|DIR",
            descriptionKey = "option.charts")
    private @Nullable String kind;

    @Option(names = "--figure-width", paramLabel = "MM", descriptionKey = "option.figureWidth")
    private @Nullable Double width;

    @Option(names = "--font-size", paramLabel = "PT", descriptionKey = "option.fontSize")
    private @Nullable Double fontSize;

    @Option(names = "--no-legend", descriptionKey = "option.noLegend")
    private boolean nameless;

    @Option(names = "--untitled", descriptionKey = "option.untitled")
    private boolean untitled;

    /**
     * Checks the options before anything is computed.
     *
     * @param output where the charts go
     */
    public void check(OutputArguments output) throws ProblemException {
        if (kind == null) {
            refuse("--figure-width", width != null);
            refuse("--font-size", fontSize != null);
            refuse("--no-legend", nameless);
            refuse("--untitled", untitled);
            return;
        }
        checkFigures();
        Optional<Path> folder = folder();
        if (folder.isPresent()) {
            Folders.make(folder.get());
        } else if (!output.hasFolder()) {
            throw ConversionArguments.usage(
                    "--charts",
                    Texts.text("cli.arguments.noOut"),
                    Texts.text("cli.arguments.addOut"));
        }
    }

    /** Checks what charts look like, for a command that always writes some. */
    public void checkFigures() throws ProblemException {
        if (kind != null && choice().isEmpty() && folder().isEmpty()) {
            throw ConversionArguments.usage(
                    "--charts", "\"" + kind + "\"", Texts.text("cli.arguments.chartKinds"));
        }
        check("--figure-width", width(), FigureStyle.LEAST_WIDTH, FigureStyle.MOST_WIDTH);
        double largest = FigureStyle.STANDARD.withWidth(width()).largestFont();
        check("--font-size", fontSize(), FigureStyle.LEAST_FONT, Math.floor(largest));
    }

    /** What charts look like; as SVG if no kind is given. */
    public FigureChoice figures() {
        return new FigureChoice(choice().orElse(FigureKind.SVG), style());
    }

    private FigureStyle style() {
        return FigureStyle.STANDARD
                .withWidth(width())
                .withFontSize(fontSize())
                .titled(!untitled)
                .named(!nameless);
    }

    /** An option that would have no effect. */
    private static void refuse(String option, boolean given) throws ProblemException {
        if (given) {
            throw ConversionArguments.usage(
                    option,
                    Texts.text("cli.arguments.noCharts"),
                    Texts.text("cli.arguments.addCharts"));
        }
    }

    private double width() {
        return width == null ? FigureStyle.STANDARD.width() : width;
    }

    private double fontSize() {
        return fontSize == null ? FigureStyle.STANDARD.fontSize() : fontSize;
    }

    private static void check(String option, double value, double low, double high)
            throws ProblemException {
        if (!(value >= low && value <= high)) {
            throw ConversionArguments.usage(
                    option,
                    Numbers.compact(value),
                    Texts.text(
                            "cli.arguments.giveBetween",
                            Numbers.upTo(low, 1),
                            Numbers.upTo(high, 1)));
        }
    }

    /** Whether charts are wanted. */
    public boolean areWanted() {
        return kind != null;
    }

    /**
     * Writes the charts, if they are wanted.
     *
     * @param runs the first is the one whose layers are shown
     * @param accounting how energy is counted
     */
    public void write(Path folder, List<RunState> runs, Accounting accounting)
            throws ProblemException {
        Optional<FigureKind> wanted = choice();
        if (wanted.isPresent()) {
            FigureChoice choice = new FigureChoice(wanted.get(), style());
            WrittenCharts.write(folder, runs, runs.getFirst(), choice, accounting);
        }
    }

    /** The folder that the charts of all pages go to, if it is given in place of a kind. */
    private Optional<Path> folder() {
        boolean place =
                kind != null
                        && choice().isEmpty()
                        && (kind.contains("/")
                                || kind.contains("\\")
                                || Files.isDirectory(Path.of(kind)));
        return place ? Optional.of(Path.of(kind)) : Optional.empty();
    }

    /**
     * Writes the charts of all pages, if they are wanted, and says where.
     *
     * @param runs the first is the one whose layers are shown
     * @param accounting how energy is counted
     */
    public void writePages(
            List<RunState> runs,
            Accounting accounting,
            Experiment experiment,
            OutputArguments output,
            PrintWriter terminal,
            Cancellation cancellation)
            throws ProblemException {
        Optional<Path> wanted = folder();
        if (wanted.isPresent()) {
            Path folder = wanted.get();
            RunState focus = runs.getFirst();
            Optional<StoredVotes> basis = basis(focus, experiment, cancellation);
            PageCharts.write(folder, runs, focus, accounting, experiment, basis, style());
            output.say(
                    terminal, Texts.text("cli.arguments.chartsWritten", folder.toAbsolutePath()));
        }
    }

    /** What early exits are decided on; nothing where there are none, or no time. */
    private static Optional<StoredVotes> basis(
            RunState run, Experiment experiment, Cancellation cancellation)
            throws ProblemException {
        boolean read =
                run.snapshot().map(RunSnapshot::votes).isPresent()
                        && run.settings().schedule() == Schedule.FREE;
        if (!read || run.prepared().isEmpty() || cancellation.isRequested()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    ReadingBasis.votes(
                            run.prepared().get(),
                            experiment.calibration(),
                            done -> {},
                            cancellation));
        } catch (CancellationException stopped) {
            return Optional.empty();
        }
    }

    private Optional<FigureKind> choice() {
        return Arrays.stream(FigureKind.values())
                .filter(one -> one.ending().equals(kind))
                .findFirst();
    }
}
