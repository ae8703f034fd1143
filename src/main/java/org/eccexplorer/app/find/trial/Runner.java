package org.eccexplorer.app.find.trial;

import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.eccexplorer.app.run.BatchSize;
import org.eccexplorer.app.run.Prepared;
import org.eccexplorer.app.run.Settings;
import org.eccexplorer.app.work.Cancellation;
import org.eccexplorer.dataset.LabelledImages;
import org.eccexplorer.measure.ClosedFormRuns;
import org.eccexplorer.sim.ImageRun;
import org.eccexplorer.sim.Simulator;
import org.eccexplorer.sim.SpikeRecorder;

/** A converted setting that runs images to all T at once, on any thread. */
sealed interface Runner {

    /** By the schedule of its settings. */
    static Runner of(Prepared prepared) {
        Settings settings = prepared.settings();
        return switch (settings.schedule()) {
            case FREE ->
                    new Free(
                            prepared,
                            new Simulator(
                                    prepared.network(),
                                    prepared.cnn().backend(),
                                    settings.kernels()));
            case SYNCHRONOUS -> Waiting.of(prepared);
        };
    }

    Prepared prepared();

    /** For another T that the conversion does not depend on. */
    Runner with(Settings others);

    /**
     * Runs images of a data set, in their order.
     *
     * @param each gets what an image gave, whose neurons hold until the next one
     */
    void run(
            LabelledImages images,
            int first,
            int count,
            Consumer<ImageRun> each,
            Cancellation cancellation);

    /** Weights as they are, and as the kernels have them. */
    default long bytes() {
        return prepared().network().layers().stream()
                .flatMap(layer -> layer.projections().stream())
                .mapToLong(projection -> 2L * 4 * projection.weights().length)
                .sum();
    }

    /** All layers advance together: one simulation tells of all timesteps. */
    record Free(Prepared prepared, Simulator simulator) implements Runner {
        @Override
        public Runner with(Settings others) {
            return new Free(prepared.with(others), simulator);
        }

        @Override
        public void run(
                LabelledImages images,
                int first,
                int count,
                Consumer<ImageRun> each,
                Cancellation cancellation) {
            Settings settings = prepared.settings();
            Simulator.Workspace workspace = simulator.newWorkspace();
            for (int i = first; i < first + count; i++) {
                each.accept(
                        simulator.lend(
                                new Simulator.Image(
                                        images.image(i),
                                        0,
                                        i,
                                        settings.timesteps(),
                                        settings.seed()),
                                workspace,
                                SpikeRecorder.NONE,
                                cancellation::isRequested));
            }
        }
    }

    /** Layers wait for each other: each T is a closed form of its own. */
    record Waiting(Prepared prepared, ClosedFormRuns runs) implements Runner {
        private static final int BATCH = 16;

        private static Waiting of(Prepared prepared) {
            return new Waiting(
                    prepared,
                    new ClosedFormRuns(
                            prepared.network(),
                            prepared.cnn().backend(),
                            prepared.settings().closedForm(),
                            IntStream.rangeClosed(1, prepared.settings().timesteps())
                                    .boxed()
                                    .toList(),
                            true));
        }

        @Override
        public Runner with(Settings others) {
            return of(prepared.with(others));
        }

        @Override
        public void run(
                LabelledImages images,
                int first,
                int count,
                Consumer<ImageRun> each,
                Cancellation cancellation) {
            int batch = BatchSize.of(prepared.cnn().network(), BATCH);
            for (int done = 0; done < count; done += batch) {
                if (cancellation.isRequested()) {
                    throw new CancellationException("the search was stopped");
                }
                int some = Math.min(batch, count - done);
                runs.of(images.batch(first + done, some), some).forEach(each);
            }
        }
    }
}
