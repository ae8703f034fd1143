package org.eccexplorer.app.run;

import org.eccexplorer.measure.votes.StoredVotes;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.spiking.Projection;
import org.eccexplorer.spiking.SpikingLayer;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;

/** What a run will need, so that it is refused before it starts and not when memory runs out. */
public final class MemoryEstimate {
    /** Weights are laid out in arrays that have regions of the heap to themselves. */
    private static final long HEAP_REGION = 1 << 20;

    private MemoryEstimate() {}

    /** Bytes, a little too many rather than too few. */
    public static long bytes(Prepared prepared, int images) {
        long state = 0;
        long weights = 0;
        long steps = prepared.settings().timesteps();
        int layers = prepared.network().layers().size();
        for (SpikingLayer layer : prepared.network().layers()) {
            // Membrane, compensation, count, steady current, spikes and event lists of a block,
            // and the CNN's activations of a batch.
            state += layer.neurons() * (5L * 4 + 32 / 8 + 32 + 4 * 4);
            for (Projection projection : layer.projections()) {
                weights += 2L * 4 * projection.weights().length + HEAP_REGION;
                weights += 8L * projection.table().source().length;
            }
        }
        long perImage = steps * 4 + prepared.network().classes() * 4L;
        long perRun = steps * layers * 6L * 8 * 8;
        // The images themselves are in memory already; of a batch they are float32 as well.
        long batch = 4L * RunJob.BATCH * prepared.network().input().size();
        long votes = StoredVotes.bytes(prepared.network(), prepared.settings().timesteps(), images);
        return prepared.settings().threads() * (state + perRun + batch)
                + weights
                + images * perImage
                + votes;
    }

    /**
     * Refuses a run that would not fit.
     *
     * @throws ProblemException if memory is short
     */
    public static void check(Prepared prepared, int images) throws ProblemException {
        long needed = bytes(prepared, images);
        if (needed > free() * 0.6) {
            System.gc(); // what nobody uses any more is not free before that
        }
        long free = free();
        if (needed > free * 0.6) {
            throw new ProblemException(
                    Problem.Kind.LIMIT,
                    prepared.network().name(),
                    Texts.text("app.run.runTooLarge"),
                    Texts.text(
                            "app.run.memoryNeeded",
                            Numbers.count(needed >> 20),
                            Numbers.count(free >> 20)),
                    Texts.text("app.run.useFewer"));
        }
    }

    private static long free() {
        Runtime runtime = Runtime.getRuntime();
        return runtime.maxMemory() - runtime.totalMemory() + runtime.freeMemory();
    }

    /** The problem to report when a model is too large to be converted. */
    static ProblemException exhaustedByConversion(String model, OutOfMemoryError error) {
        return new ProblemException(
                new Problem(
                        Problem.Kind.LIMIT,
                        model,
                        Texts.text("app.run.networkTooLarge"),
                        String.valueOf(error.getMessage()),
                        Texts.text("app.run.useSmaller")),
                error);
    }

    /** The problem to report when memory ran out despite the estimate. */
    public static ProblemException exhausted(String run, OutOfMemoryError error) {
        return new ProblemException(
                new Problem(
                        Problem.Kind.LIMIT,
                        run,
                        Texts.text("app.run.memoryRanOut"),
                        String.valueOf(error.getMessage()),
                        Texts.text("app.run.useFewer")),
                error);
    }
}
