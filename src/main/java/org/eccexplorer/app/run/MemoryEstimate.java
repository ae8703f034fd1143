package org.eccexplorer.app.run;

import org.eccexplorer.measure.votes.StoredVotes;
import org.eccexplorer.network.Layer;
import org.eccexplorer.network.Network;
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

    /** Timesteps that a layer is simulated for at once, whose spikes are listed. */
    private static final long BLOCK = 64;

    /** So much of the free memory may be needed: the rest is for what is of no more use. */
    private static final double SHARE = 0.8;

    private MemoryEstimate() {}

    /** Bytes, a little too many rather than too few. */
    public static long bytes(Prepared prepared, int images) {
        long batch = RunJob.batchSize(prepared);
        long state = 0;
        long weights = 0;
        long largest = 0;
        for (SpikingLayer layer : prepared.network().layers()) {
            // Membrane, compensation, count, steady current; spikes of a block; what an image
            // gives; the CNN's activations of a batch.
            long each = 4L * 4 + BLOCK / 8 * (1 + layer.firing().planes()) + 3L * 4;
            state += layer.neurons() * (each + 4L * batch);
            largest = Math.max(largest, layer.neurons());
            for (Projection projection : layer.projections()) {
                weights += 2L * 4 * projection.weights().length + HEAP_REGION;
                weights += 8L * projection.table().source().length;
            }
        }
        // Lists of the spikes of a block, of two layers at a time, at a rate of ¼ that few exceed.
        state += 2 * largest * BLOCK * 4 / 4;
        // The images themselves are in memory already; of a batch they are float32 as well.
        long pixels = 4L * batch * prepared.network().input().size();
        long votes = StoredVotes.bytes(prepared.network(), prepared.settings().timesteps(), images);
        int layers = prepared.network().layers().size();
        int classes = prepared.network().classes();
        return prepared.settings().threads() * (state + pixels)
                + perTimesteps(prepared.settings(), layers, classes, images)
                + weights
                + votes;
    }

    /**
     * Refuses a run that would not fit.
     *
     * @throws ProblemException if memory is short
     */
    public static void check(Prepared prepared, int images) throws ProblemException {
        require(bytes(prepared, images), prepared.network().name());
    }

    /**
     * Refuses before λ is measured what will be refused for its number of timesteps after it,
     * however small the network becomes.
     *
     * @param network to be converted
     * @throws ProblemException if memory is short
     */
    public static void checkTimesteps(Network network, Settings settings, int images)
            throws ProblemException {
        require(timestepBytes(network, settings, images), network.name());
    }

    /** No more than {@link #bytes} of what the network will be converted to. */
    static long timestepBytes(Network network, Settings settings, int images) {
        long layers = network.nodes().stream().filter(n -> n.layer() instanceof Layer.Relu).count();
        return perTimesteps(settings, layers, network.outputShape().size(), images);
    }

    /** What is kept for each timestep: of all images, and of those that are being simulated. */
    private static long perTimesteps(Settings settings, long layers, long classes, int images) {
        long steps = settings.timesteps();
        return settings.threads() * steps * layers * 6L * 8 * 8
                + images * (steps * 4 + classes * 4);
    }

    private static void require(long needed, String name) throws ProblemException {
        if (needed > free() * SHARE) {
            System.gc(); // what nobody uses any more is not free before that
        }
        long free = free();
        if (needed > free * SHARE) {
            throw new ProblemException(
                    Problem.Kind.LIMIT,
                    name,
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
