package org.eccexplorer.app.find;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.eccexplorer.app.find.query.Candidate;
import org.eccexplorer.app.find.query.Query;
import org.eccexplorer.app.find.result.Records;
import org.eccexplorer.app.find.trial.Laboratory;
import org.eccexplorer.app.find.trial.Refused;
import org.eccexplorer.app.find.trial.Truth;
import org.eccexplorer.app.run.Prepared;
import org.eccexplorer.app.work.Cancellation;
import org.eccexplorer.app.work.OrderedWork;
import org.eccexplorer.dataset.LabelledImages;
import org.eccexplorer.measure.Interval;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.sim.ClosedForm;

/**
 * Rules settings out by the closed form at the largest T. It knows no time, so it is optimistic and
 * ranks nothing; but what loses too much even there is not worth simulating.
 */
final class Screen {
    /** Images that are asked, at most. */
    private static final int IMAGES = 48;

    /** Of the CNN's accuracy so many points may be lost in any case. */
    private static final double LENIENT = 5;

    private final Query query;
    private final Laboratory laboratory;
    private final LabelledImages images;
    private final Truth truth;

    Screen(Query query, Laboratory laboratory, LabelledImages choose, Truth truth) {
        this.query = query;
        this.laboratory = laboratory;
        images = choose.limit(IMAGES);
        this.truth = truth;
    }

    /**
     * Whether the closed form rules out a setting: not where layers wait, since there it is the
     * machine itself, at one of its T.
     */
    static boolean asks(Candidate setting) {
        return !setting.waits();
    }

    /** How many of the first images the closed form classifies rightly, for each setting. */
    List<Records.Screened> of(List<Candidate> settings, Cancellation cancellation)
            throws ProblemException {
        List<Records.Screened> results = new ArrayList<>();
        Refused.during(() ->
                OrderedWork.run(
                        settings.size(),
                        1,
                        query.threads(),
                        () -> settings,
                        (all, index, one) -> screened(all.get(index), cancellation),
                        results::add,
                        cancellation));
        if (results.size() < settings.size()) {
            throw new CancellationException("the search was stopped");
        }
        return results;
    }

    private Records.Screened screened(Candidate setting, Cancellation cancellation) {
        int timesteps = query.mostTimesteps();
        Prepared prepared =
                Refused.wrapped(() -> laboratory.prepared(setting, timesteps, cancellation));
        ClosedForm form = new ClosedForm(prepared.network(), prepared.cnn().backend());
        int right = 0;
        for (int first = 0; first < images.count(); first += 16) {
            int count = Math.min(16, images.count() - first);
            float[] outputs =
                    form.counts(
                                    images.batch(first, count),
                                    0,
                                    count,
                                    timesteps,
                                    ClosedForm.Variant.STANDARD)
                            .getLast();
            int[] answers = ClosedForm.answers(outputs, prepared.network().classes());
            int[] wanted = truth.part(first, count);
            right += count - differing(answers, wanted);
        }
        return new Records.Screened(right, images.count());
    }

    private static int differing(int[] some, int[] other) {
        int differing = 0;
        for (int i = 0; i < some.length; i++) {
            differing += some[i] == other[i] ? 0 : 1;
        }
        return differing;
    }

    /** Whether a setting may still lose no more than is allowed. */
    boolean passes(Records.Screened result) {
        double least =
                (double) truth.cnnRight(result.images()) / result.images()
                        - Math.max(query.within(), LENIENT) / 100;
        return Interval.wilson(result.right(), result.images()).high() >= least;
    }
}
