package org.eccexplorer.cli.arguments;

import java.nio.file.Path;
import java.util.List;
import org.eccexplorer.app.open.Experiment;
import org.eccexplorer.app.run.Settings;
import org.eccexplorer.app.work.Cancellation;
import org.eccexplorer.app.work.WatchedReading;
import org.eccexplorer.convert.ConversionOptions;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.sim.KernelChoice;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say what to run, and on how many images. */
public final class SourceArguments {
    @Option(names = "--model", paramLabel = "FILE", description = ModelParts.KINDS)
    @Nullable Path model;

    @Mixin private ModelParts parts = new ModelParts();

    @Option(
            names = "--data",
            paramLabel = "DATA",
            description =
                    "Images: file.npz#x,y, file.h5#x,y, IDX file or folder, CIFAR binary, folder of"
                            + " pictures, or a bundled sample such as fashion-mnist; @from:to at"
                            + " the end takes only these.")
    @Nullable String data;

    @Option(
            names = "--calibration",
            paramLabel = "DATA",
            description = "Images that λ is measured on (default: the data itself).")
    @Nullable String calibration;

    @Option(
            names = "--sample",
            defaultValue = "fashion-mnist",
            description = "The bundled model to use when --model is not given.")
    String sample = "fashion-mnist";

    @Option(
            names = "--timesteps",
            defaultValue = "256",
            description = "T, 1 to 100,000 (default: 256).")
    int timesteps;

    @Option(names = "--limit", description = "At most so many images.")
    @Nullable Integer limit;

    @Option(
            names = "--seed",
            defaultValue = "1",
            description = {
                "Of Poisson input (default: 1). Image i is drawn by a generator of its own, seeded with",
                "seed and i: the same spikes on any number of threads and for any --limit."
            })
    long seed;

    @Option(names = "--threads", description = "Threads that simulate (default: all cores).")
    @Nullable Integer threads;

    /** The largest number of images, or another if none is given. */
    public int limit(int otherwise) throws ProblemException {
        if (limit != null && limit < 1) {
            throw ConversionArguments.usage("--limit", "it is " + limit, "Give at least 1");
        }
        return limit == null ? otherwise : limit;
    }

    /** Reads model and images until the end, or until it is cancelled. */
    public Experiment open(Cancellation cancellation) throws ProblemException {
        String where = model == null ? sample : model.toString();
        return WatchedReading.read(where, cancellation, this::open);
    }

    private Experiment open() throws ProblemException {
        int most = limit(Integer.MAX_VALUE);
        if (model == null) {
            if (data != null) {
                throw ConversionArguments.usage("--data", "no --model goes with it", "Add --model");
            }
            parts.requireNone();
            return Experiment.sample(sample, most);
        }
        if (data == null) {
            throw ConversionArguments.usage("--model", "no --data goes with it", "Add --data");
        }
        return Experiment.open(parts.open(model), data, calibration, most, List.of());
    }

    public Settings settings(ConversionOptions options) throws ProblemException {
        int cores = Runtime.getRuntime().availableProcessors();
        int count = threads == null ? cores : threads;
        if (count < 1 || count > 1024) {
            throw ConversionArguments.usage("--threads", "it is " + count, "Give 1 to 1024");
        }
        if (timesteps < 1 || timesteps > Settings.MOST_TIMESTEPS) {
            throw ConversionArguments.usage(
                    "--timesteps", "it is " + timesteps, "Give 1 to 100000");
        }
        return new Settings(options, timesteps, seed, count, KernelChoice.BY_RATE);
    }
}
