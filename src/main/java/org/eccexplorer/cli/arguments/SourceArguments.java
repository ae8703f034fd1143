package org.eccexplorer.cli.arguments;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.eccexplorer.app.open.Experiment;
import org.eccexplorer.app.run.Settings;
import org.eccexplorer.app.work.Cancellation;
import org.eccexplorer.app.work.WatchedReading;
import org.eccexplorer.convert.ConversionOptions;
import org.eccexplorer.dataset.BundledModels;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.text.Texts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options that say what to run, and on how many images. */
@Command
public final class SourceArguments {
    @Option(names = "--model", paramLabel = "FILE", descriptionKey = "option.model")
    @Nullable Path model;

    @Mixin private ModelParts parts = new ModelParts();

    @Option(names = "--data", paramLabel = "DATA", descriptionKey = "option.data")
    @Nullable String data;

    @Mixin private DataArguments reading = new DataArguments();

    @Option(names = "--calibration", paramLabel = "DATA", descriptionKey = "option.calibration")
    @Nullable String calibration;

    @Option(
            names = "--sample",
            defaultValue = BundledModels.STANDARD,
            descriptionKey = "option.sample")
    String sample = BundledModels.STANDARD;

    @Option(names = "--limit", descriptionKey = "option.limit")
    @Nullable Integer limit;

    private final OptionArguments arguments = new OptionArguments();
    private final List<org.eccexplorer.option.Option<?>> settings;

    /** With all that a run can be set to besides its conversion. */
    public SourceArguments() {
        this(List.of(Settings.TIMESTEPS, Settings.SEED, Settings.THREADS));
    }

    private SourceArguments(List<org.eccexplorer.option.Option<?>> settings) {
        this.settings = settings;
    }

    /** Without T, where there are several. */
    public static SourceArguments withoutTimesteps() {
        return new SourceArguments(List.of(Settings.SEED, Settings.THREADS));
    }

    @Spec(Spec.Target.MIXEE)
    void addTo(CommandSpec command) {
        arguments.add(command, settings);
    }

    /** The largest number of images, or another if none is given. */
    public int limit(int otherwise) throws ProblemException {
        if (limit != null && limit < 1) {
            throw ConversionArguments.usage(
                    "--limit",
                    ConversionArguments.itIs(Integer.toString(limit)),
                    Texts.text("cli.arguments.giveAtLeastOne"));
        }
        return limit == null ? otherwise : limit;
    }

    /** The largest number of images, if one is given. */
    public OptionalInt limit() throws ProblemException {
        return limit == null ? OptionalInt.empty() : OptionalInt.of(limit(limit));
    }

    /** Reads model and images until the end, or until it is cancelled. */
    public Experiment open(Cancellation cancellation) throws ProblemException {
        String where = model == null ? sample : model.toString();
        return WatchedReading.read(where, cancellation, this::open);
    }

    private Experiment open() throws ProblemException {
        int most = limit(Integer.MAX_VALUE);
        if (model == null) {
            requireModel("--data", data);
            requireModel("--calibration", calibration);
            parts.requireNone();
            reading.requireNone();
            return Experiment.sample(sample, most);
        }
        if (data == null) {
            throw ConversionArguments.usage(
                    "--model",
                    Texts.text("cli.arguments.noData"),
                    Texts.text("cli.arguments.addData"));
        }
        return Experiment.open(
                parts.open(model), reading.applied(data), calibration, most, List.of());
    }

    /** A bundled model has images of its own, which an option must not seem to replace. */
    private static void requireModel(String option, @Nullable String given)
            throws ProblemException {
        if (given != null) {
            throw ConversionArguments.usage(
                    option,
                    Texts.text("cli.arguments.noModel"),
                    Texts.text("cli.arguments.addModel"));
        }
    }

    /**
     * The settings of a run as they were given.
     *
     * @throws ProblemException of kind USAGE if a value is out of range
     */
    public Settings settings(ConversionOptions options) throws ProblemException {
        return new Settings(
                options,
                arguments.value(Settings.TIMESTEPS).intValue(),
                arguments.value(Settings.SEED),
                arguments.value(Settings.THREADS).intValue(),
                Settings.KERNELS.standard());
    }
}
