package org.eccexplorer.cli.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.eccexplorer.app.open.Experiment;
import org.eccexplorer.app.run.CalibrationCache;
import org.eccexplorer.app.run.Preparation;
import org.eccexplorer.app.run.Prepared;
import org.eccexplorer.app.run.Settings;
import org.eccexplorer.app.work.Cancellation;
import org.eccexplorer.files.ResultFolder;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.text.Shown;
import org.eccexplorer.text.Texts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say where results go and what is printed. */
public final class OutputArguments {
    @Option(names = "--out", paramLabel = "DIR", descriptionKey = "option.out")
    private @Nullable Path out;

    @Option(names = "--force", descriptionKey = "option.force")
    private boolean force;

    @Option(names = "--quiet", descriptionKey = "option.quiet")
    private boolean quiet;

    @Option(names = "--json", descriptionKey = "option.json")
    private boolean json;

    private ResultFolder folder = ResultFolder.none();

    /** Writes results into a folder. */
    public interface Files {
        void write(Path folder) throws ProblemException;
    }

    /** The folder, made before anything is computed for it; {@code result} tells earlier ones. */
    public ResultFolder claim(String result) throws ProblemException {
        folder = out == null ? ResultFolder.none() : ResultFolder.claim(out, result, force);
        return folder;
    }

    /** Whether files are written. */
    boolean hasFolder() {
        return out != null;
    }

    /** Tells people something, who have not asked for silence or for JSON alone. */
    void say(PrintWriter terminal, String text) {
        if (!quiet && !json) {
            terminal.println(text);
        }
    }

    ProgressLine progress(PrintWriter err, String what) {
        return new ProgressLine(err, quiet || json, what);
    }

    /** Converts a model, and says which layer is being calibrated while it takes a while. */
    public Prepared prepared(
            Experiment experiment, Settings settings, PrintWriter err, Cancellation cancellation)
            throws ProblemException {
        return prepared(experiment, settings, new CalibrationCache(), err, cancellation);
    }

    /** The same, with what λ is taken from if that is known. */
    public Prepared prepared(
            Experiment experiment,
            Settings settings,
            CalibrationCache cache,
            PrintWriter err,
            Cancellation cancellation)
            throws ProblemException {
        ProgressLine line = progress(err, Texts.text("cli.arguments.measuring"));
        line.say(Texts.text("cli.arguments.converting"));
        try {
            return Prepared.of(
                    experiment.model(),
                    experiment.calibration(),
                    settings,
                    cache,
                    step -> say(line, step),
                    cancellation);
        } finally {
            line.end();
        }
    }

    private static void say(ProgressLine line, Preparation.Step step) {
        switch (step) {
            case Preparation.Step.Converting() -> line.say(Texts.text("cli.arguments.converting"));
            case Preparation.Step.Measuring(int images, int total) -> line.update(images, total);
            case Preparation.Step.Calibrating(int layer, int layers) ->
                    line.say(Texts.text("cli.arguments.calibrating", layer, layers));
        }
    }

    /** Writes the files if they are wanted, then prints what is. */
    public void show(PrintWriter terminal, Files files, Supplier<JsonNode> tree, Runnable table)
            throws ProblemException {
        if (out != null) {
            folder.begin();
            files.write(out);
        }
        if (json) {
            terminal.println(Shown.json(tree.get().toPrettyString()));
        } else if (!quiet) {
            table.run();
            if (out != null) {
                terminal.println(Texts.text("cli.arguments.results", out.toAbsolutePath()));
            }
        }
    }
}
