package org.eccexplorer.cli.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.eccexplorer.app.open.Experiment;
import org.eccexplorer.app.run.Prepared;
import org.eccexplorer.app.run.RunJob;
import org.eccexplorer.app.run.Settings;
import org.eccexplorer.app.work.Cancellation;
import org.eccexplorer.measure.RunSnapshot;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.sim.KernelChoice;

/**
 * One way to simulate, with the times it took. They take turns, so that a machine that is slower
 * for a while is so for all.
 */
record Contender(Prepared prepared, List<Timing> timings) {
    /** How long one round took, and what was computed in it. */
    record Timing(double seconds, RunSnapshot run) {
        double imagesPerSecond() {
            return run.images() / seconds;
        }

        double synOpsPerSecond() {
            return run.cost().synOps() * run.images() / seconds;
        }
    }

    static Contender of(Experiment experiment, Settings settings, KernelChoice choice)
            throws ProblemException {
        return new Contender(
                Prepared.of(
                        experiment.model(),
                        experiment.calibration(),
                        settings.withKernels(choice),
                        new Cancellation()),
                new ArrayList<>());
    }

    void run(Experiment experiment) throws ProblemException {
        long start = System.nanoTime();
        RunSnapshot run =
                new RunJob(prepared, experiment.test()).run(tally -> {}, new Cancellation());
        timings.add(new Timing((System.nanoTime() - start) * 1e-9, run));
    }

    /** The best, without the first, which warms up. */
    Timing best() {
        return timings.stream()
                .skip(1)
                .min(Comparator.comparingDouble(Timing::seconds))
                .orElseThrow();
    }

    /** How many times as fast as another: the median over the rounds, of which both had one. */
    double timesAsFastAs(Contender other) {
        double[] ratios =
                IntStream.range(1, timings.size())
                        .mapToDouble(i -> other.timings.get(i).seconds() / timings.get(i).seconds())
                        .sorted()
                        .toArray();
        int middle = ratios.length / 2;
        return ratios.length % 2 == 1 ? ratios[middle] : (ratios[middle - 1] + ratios[middle]) / 2;
    }
}
