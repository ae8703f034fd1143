package org.eccexplorer.cli.arguments;

import java.nio.file.Path;
import java.util.List;
import org.eccexplorer.app.live.RunState;
import org.eccexplorer.figures.WrittenCharts;
import org.eccexplorer.measure.Accounting;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.text.Texts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that draws the results. */
public final class ChartArguments {
    private static final List<String> KINDS = List.of("svg", "pdf", "png");

    @Option(
            names = "--charts",
            arity = "0..1",
            fallbackValue = "svg",
            paramLabel = "svg|pdf|png",
            descriptionKey = "option.charts")
    private @Nullable String kind;

    /**
     * Checks the option before anything is computed.
     *
     * @param output where the charts go
     */
    public void check(OutputArguments output) throws ProblemException {
        if (kind == null) {
            return;
        }
        if (!KINDS.contains(kind)) {
            throw ConversionArguments.usage(
                    "--charts", "\"" + kind + "\"", Texts.text("cli.arguments.chartKinds"));
        }
        if (!output.hasFolder()) {
            throw ConversionArguments.usage(
                    "--charts",
                    Texts.text("cli.arguments.noOut"),
                    Texts.text("cli.arguments.addOut"));
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
        if (kind != null) {
            WrittenCharts.write(folder, runs, runs.getFirst(), kind, accounting);
        }
    }
}
