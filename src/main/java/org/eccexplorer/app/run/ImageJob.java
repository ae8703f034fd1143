package org.eccexplorer.app.run;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.eccexplorer.app.work.Cancellation;
import org.eccexplorer.dataset.LabelledImages;
import org.eccexplorer.measure.RunSnapshot;
import org.eccexplorer.measure.RunTally;
import org.eccexplorer.problem.ProblemException;

/** What runs a converted network on images, by the schedule of its settings. */
public interface ImageJob {

    /**
     * Runs until the end or until cancelled; what is complete by then is in the result.
     *
     * @param progress gets a view of the tally now and then, on a worker thread
     * @throws Unfinished if it failed after some images
     */
    RunSnapshot run(Consumer<RunTally> progress, Cancellation cancellation);

    /**
     * What a tally holds after all the work, or after that before its failure.
     *
     * @throws Unfinished with the latter
     */
    static RunSnapshot complete(RunTally tally, Runnable work) {
        try {
            work.run();
        } catch (OutOfMemoryError | RuntimeException e) {
            if (tally.images() == 0 || e instanceof CancellationException) {
                throw e;
            }
            throw new Unfinished(tally.snapshot(), e);
        }
        return tally.snapshot();
    }

    /**
     * Ready to run.
     *
     * @param at timesteps whose answers are asked for; T always is, and where each of them is a run
     *     of its own the powers of two are
     * @throws ProblemException if the network cannot be run in this way, or memory is short
     */
    static ImageJob of(Prepared prepared, LabelledImages images, Collection<Integer> at)
            throws ProblemException {
        return of(prepared, images, at, CnnPasses.once());
    }

    /**
     * The same, one of several runs on these images.
     *
     * @param passes what the CNN says of them
     */
    static ImageJob of(
            Prepared prepared, LabelledImages images, Collection<Integer> at, CnnPasses passes)
            throws ProblemException {
        return switch (prepared.settings().schedule()) {
            case FREE -> new RunJob(prepared, images, passes);
            case SYNCHRONOUS -> {
                int last = prepared.settings().timesteps();
                TreeSet<Integer> steps = new TreeSet<>(at);
                for (int t = 1; t < last; t *= 2) {
                    steps.add(t);
                }
                steps.add(last);
                yield ClosedFormJob.synchronous(prepared, images, List.copyOf(steps), passes);
            }
        };
    }
}
