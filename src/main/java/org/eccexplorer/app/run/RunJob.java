package org.eccexplorer.app.run;

import java.util.Deque;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Consumer;
import org.eccexplorer.app.work.Cancellation;
import org.eccexplorer.app.work.OrderedWork;
import org.eccexplorer.app.work.ThreadCrew;
import org.eccexplorer.dataset.LabelledImages;
import org.eccexplorer.measure.ImageMeasures;
import org.eccexplorer.measure.RunSnapshot;
import org.eccexplorer.measure.RunTally;
import org.eccexplorer.measure.energy.Macs;
import org.eccexplorer.measure.layer.CountRule;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.sim.ImageRun;
import org.eccexplorer.sim.Simulator;
import org.eccexplorer.sim.SpikeRecorder;
import org.eccexplorer.spiking.InputCoding;
import org.eccexplorer.spiking.SpikingNetwork;
import org.eccexplorer.tensor.DenseBackends;
import org.eccexplorer.tensor.SpareArrays;
import org.eccexplorer.text.Texts;

/** Simulates a converted network on a data set: images in parallel, measures summed in order. */
public final class RunJob implements ImageJob {
    private static final int BATCH = 4;

    /** Neurons × timesteps of an image that takes tenths of a second. */
    private static final long LARGE = 1L << 28;

    private final Prepared prepared;
    private final LabelledImages images;
    private final CnnPasses passes;
    private final Simulator simulator;
    private final long large;

    /**
     * Ready to run.
     *
     * @throws ProblemException if Poisson spikes cannot stand for these images, or memory is short
     */
    public RunJob(Prepared prepared, LabelledImages images) throws ProblemException {
        this(prepared, images, CnnPasses.once());
    }

    /**
     * One of several runs on these images.
     *
     * @param passes what the CNN says of them
     * @throws ProblemException if Poisson spikes cannot stand for these images, or memory is short
     */
    RunJob(Prepared prepared, LabelledImages images, CnnPasses passes) throws ProblemException {
        this(prepared, images, passes, LARGE);
    }

    /** With another size from which all threads do the first image together. */
    RunJob(Prepared prepared, LabelledImages images, CnnPasses passes, long large)
            throws ProblemException {
        this.prepared = prepared;
        this.large = large;
        this.images = images;
        this.passes = passes;
        check(prepared, images);
        simulator =
                new Simulator(
                        prepared.network(), DenseBackends.chosen(), prepared.settings().kernels());
    }

    /** Whether Poisson spikes can stand for these images, and memory suffices. */
    static void check(Prepared prepared, LabelledImages images) throws ProblemException {
        checkPoisson(prepared, images);
        MemoryEstimate.check(prepared, images.count());
    }

    private static void checkPoisson(Prepared prepared, LabelledImages images)
            throws ProblemException {
        if (prepared.settings().conversion().input() != InputCoding.POISSON) {
            return;
        }
        float low = images.pixels().extremes().low();
        if (low < 0) {
            throw new ProblemException(
                    Problem.Kind.UNSUPPORTED,
                    images.name(),
                    Texts.text("app.run.negativePoisson"),
                    Texts.text("app.run.valueIs", low),
                    Texts.text("app.run.useConstantInput"));
        }
    }

    /** Images whose CNN activations are computed together. */
    static int batchSize(Prepared prepared) {
        return BatchSize.of(prepared.cnn().network(), BATCH);
    }

    /**
     * What a worker thread keeps.
     *
     * @param spare arrays of the CNN's activations
     */
    private record Worker(Simulator.Workspace workspace, SpareArrays spare) {}

    /**
     * Runs until the end or until cancelled; what is complete by then is in the result.
     *
     * @param progress gets a view of the tally after each image, on a worker thread; asking it for
     *     a snapshot costs about a millisecond, so it decides how often
     */
    @Override
    public RunSnapshot run(Consumer<RunTally> progress, Cancellation cancellation) {
        SpikingNetwork network = prepared.network();
        int timesteps = prepared.settings().timesteps();
        RunTally tally =
                new RunTally(
                        network,
                        timesteps,
                        images.count(),
                        images.labels(),
                        Macs.of(prepared.cnn().network()),
                        CountRule.simulated(network.dynamics(), timesteps));
        tally.keepVotes(prepared.settings().reading().asked());
        Consumer<ImageMeasures> consumer =
                result -> {
                    tally.add(result);
                    progress.accept(tally);
                };
        return ImageJob.complete(tally, () -> simulate(consumer, cancellation));
    }

    private void simulate(Consumer<ImageMeasures> consumer, Cancellation cancellation) {
        int threads = prepared.settings().threads();
        Deque<Worker> made = new ConcurrentLinkedDeque<>();
        int together = threads > 1 && images.count() > 0 && isLarge() ? 1 : 0;
        if (together == 1) {
            made.add(together(threads, consumer, cancellation));
        }
        OrderedWork.run(
                images.count() - together,
                batchSize(prepared),
                threads,
                () -> {
                    Worker worker = made.poll();
                    return worker == null ? newWorker() : worker;
                },
                (worker, first, count, done, stop) ->
                        batch(
                                worker,
                                together + first,
                                count,
                                (image, one, result) -> done.put(image - together, one, result),
                                stop),
                consumer,
                cancellation);
    }

    /** Whether a single image takes so long that nobody should wait for it to be done by one. */
    private boolean isLarge() {
        long neurons = prepared.network().layers().stream().mapToLong(l -> l.neurons()).sum();
        return neurons * prepared.settings().timesteps() >= large;
    }

    /** Does the first image on all threads, so that it is there soon. */
    private Worker together(
            int threads, Consumer<ImageMeasures> consumer, Cancellation cancellation) {
        Worker worker = newWorker();
        try (ThreadCrew crew = new ThreadCrew(threads)) {
            batch(
                    new Worker(worker.workspace().with(crew), worker.spare()),
                    0,
                    1,
                    (image, one, result) -> consumer.accept(result),
                    cancellation);
        } catch (CancellationException stopped) {
            // It was requested, so that no other image begins.
        }
        return worker;
    }

    private Worker newWorker() {
        return new Worker(simulator.newWorkspace(), new SpareArrays());
    }

    private void batch(
            Worker worker,
            int first,
            int count,
            OrderedWork.Results<ImageMeasures> done,
            Cancellation stop) {
        SpikingNetwork network = prepared.network();
        int size = network.input().size();
        float[] pixels = images.batch(first, count);
        Activations activations =
                passes.of(prepared.cnn(), network, pixels, first, count, worker.spare());
        for (int i = 0; i < count; i++) {
            ImageRun run =
                    simulator.lend(
                            new Simulator.Image(
                                    pixels,
                                    i * size,
                                    first + i,
                                    prepared.settings().timesteps(),
                                    prepared.settings().seed()),
                            worker.workspace(),
                            SpikeRecorder.NONE,
                            stop::isRequested);
            ImageMeasures measures =
                    new ImageMeasures(
                            network,
                            first + i,
                            run,
                            activations.layers(),
                            i,
                            activations.answers()[i],
                            CountRule.simulated(network.dynamics(), run.timesteps()));
            done.put(first + i, 1, measures);
        }
        activations.giveTo(worker.spare());
    }
}
