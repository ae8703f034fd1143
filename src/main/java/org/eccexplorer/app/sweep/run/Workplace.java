package org.eccexplorer.app.sweep.run;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.eccexplorer.app.open.Experiment;
import org.eccexplorer.app.open.LoadedModel;
import org.eccexplorer.app.run.Prepared;
import org.eccexplorer.app.run.Settings;
import org.eccexplorer.app.run.SharedWork;
import org.eccexplorer.app.sweep.plan.Subject;
import org.eccexplorer.app.sweep.plan.SweepPlan;
import org.eccexplorer.app.work.Cancellation;
import org.eccexplorer.app.work.WatchedReading;
import org.eccexplorer.convert.Correction;
import org.eccexplorer.problem.ProblemException;

/**
 * What the runs of one process share: a model is read once, measured on its calibration images
 * once, and what the CNN says of the images is kept, for all of its runs.
 */
public final class Workplace {
    /** So many models with images stay open, those used last. */
    private static final int MOST = 4;

    private final MemoryBudget memory = MemoryBudget.ofProcess();

    private final Map<SweepPlan.Place, Opened> open =
            new LinkedHashMap<>(MOST, 1, true) {
                private static final long serialVersionUID = 1;

                @Override
                protected boolean removeEldestEntry(Map.Entry<SweepPlan.Place, Opened> eldest) {
                    return size() > MOST;
                }
            };

    /** A model with images, and what its runs have in common. */
    public record Opened(Experiment experiment, SharedWork shared) {
        /**
         * It converted; one after the other, so that nothing is measured twice. A correction takes
         * as long as a run, so others do not wait for it.
         */
        Prepared prepared(Settings settings, Cancellation cancellation) throws ProblemException {
            if (settings.conversion().calibrate() != Correction.NONE) {
                return converted(settings, cancellation);
            }
            synchronized (shared.calibrations()) {
                return converted(settings, cancellation);
            }
        }

        private Prepared converted(Settings settings, Cancellation cancellation)
                throws ProblemException {
            return Prepared.of(
                    experiment.model(),
                    experiment.calibration(),
                    settings,
                    shared.calibrations(),
                    cancellation);
        }
    }

    MemoryBudget memory() {
        return memory;
    }

    /** Opens a model with images, or finds it open. */
    public synchronized Opened open(SweepPlan.Place place, Cancellation cancellation)
            throws ProblemException {
        Opened known = open.get(place);
        if (known != null) {
            return known;
        }
        Opened opened = new Opened(read(place, cancellation), SharedWork.ofSeveral());
        open.put(place, opened);
        return opened;
    }

    private Experiment read(SweepPlan.Place place, Cancellation cancellation)
            throws ProblemException {
        Subject subject = place.subject();
        Optional<LoadedModel> known =
                open.entrySet().stream()
                        .filter(one -> one.getKey().subject().equals(subject))
                        .map(one -> one.getValue().experiment().model())
                        .findFirst();
        return WatchedReading.read(
                subject.model(),
                cancellation,
                () -> {
                    LoadedModel model =
                            known.isPresent() ? known.get() : LoadedModel.open(subject.source());
                    return subject.open(model, place.slice());
                });
    }
}
