package org.eccexplorer.app.run;

import java.util.concurrent.CancellationException;
import java.util.function.IntConsumer;
import org.eccexplorer.app.work.Cancellation;
import org.eccexplorer.dataset.LabelledImages;
import org.eccexplorer.measure.RunSnapshot;
import org.eccexplorer.measure.Schedule;
import org.eccexplorer.measure.votes.Reading;
import org.eccexplorer.measure.votes.ReadingChoice;
import org.eccexplorer.measure.votes.StoredVotes;
import org.eccexplorer.problem.ProblemException;

/** What calibration images vote for in a converted network: on it is decided how to read others. */
public final class ReadingBasis {
    /** So many calibration images are simulated, the first ones. */
    public static final int IMAGES = 200;

    private ReadingBasis() {}

    /** The calibration images that are simulated. */
    public static LabelledImages images(LabelledImages calibration) {
        return calibration.limit(Math.min(IMAGES, calibration.count()));
    }

    /**
     * Simulates them.
     *
     * @param progress gets the number of images done
     * @throws CancellationException if it was cancelled before the end
     */
    public static StoredVotes votes(
            Prepared prepared,
            LabelledImages calibration,
            IntConsumer progress,
            Cancellation cancellation)
            throws ProblemException {
        LabelledImages some = images(calibration);
        RunSnapshot run =
                new RunJob(prepared, some)
                        .run(tally -> progress.accept(tally.images()), cancellation);
        StoredVotes votes = run.votes();
        if (!run.isComplete() || votes == null) {
            throw new CancellationException("stopped while calibration images were simulated");
        }
        return votes;
    }

    /** How a run is to be read whose choice leaves something to calibration images, or nothing. */
    public static Reading decided(
            Prepared prepared,
            LabelledImages calibration,
            IntConsumer progress,
            Cancellation cancellation)
            throws ProblemException {
        ReadingChoice choice = prepared.settings().reading();
        if (prepared.settings().schedule() == Schedule.SYNCHRONOUS) {
            return Reading.PLAIN;
        }
        return choice.needsCalibration()
                ? choice.decided(votes(prepared, calibration, progress, cancellation))
                : choice.decided(prepared.settings().timesteps());
    }
}
