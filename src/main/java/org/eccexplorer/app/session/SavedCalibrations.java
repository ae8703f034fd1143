package org.eccexplorer.app.session;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eccexplorer.app.open.Calibrations;
import org.eccexplorer.app.open.Experiment;
import org.eccexplorer.app.run.CalibrationCache;
import org.eccexplorer.app.run.Prepared;
import org.eccexplorer.app.run.Settings;
import org.eccexplorer.app.work.Cancellation;
import org.eccexplorer.dataset.LabelledImages;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.text.Texts;

/**
 * The calibration images that the runs of a session name. Where some cannot be read, λ is measured
 * on those of the session in their place, and the problem is kept.
 */
final class SavedCalibrations {
    private final Experiment experiment;
    private final SessionPaths places;
    private final Calibrations calibrations;
    private final Map<Measured, CalibrationCache> measured = new HashMap<>();
    private final Map<String, List<Problem>> missing = new LinkedHashMap<>();

    /** The source of the images, and how many. */
    private record Measured(String source, int images) {}

    SavedCalibrations(Experiment experiment, SessionPaths places) {
        this.experiment = experiment;
        this.places = places;
        calibrations = new Calibrations(experiment);
    }

    /** Settings as the file has them, with the calibration images where they are now. */
    Settings found(Settings saved) {
        String stored = saved.calibration();
        return stored.isEmpty() ? saved : saved.withCalibration(places.source(stored));
    }

    /** Whether the calibration images can be read. */
    boolean isThere(Settings settings) {
        images(settings);
        return !missing.containsKey(settings.calibration());
    }

    /** Converts the model again. */
    Prepared prepared(Settings settings) throws ProblemException {
        LabelledImages images = images(settings);
        return Prepared.of(
                experiment.model(),
                images,
                settings,
                measured.computeIfAbsent(
                        new Measured(settings.calibration(), images.count()),
                        on -> new CalibrationCache()),
                new Cancellation());
    }

    private LabelledImages images(Settings settings) {
        String source = settings.calibration();
        int most = settings.images(experiment.test().count());
        if (!missing.containsKey(source) && places.leadsAway(source)) {
            missing.put(source, List.of(elsewhere(source)));
        }
        if (!missing.containsKey(source)) {
            try {
                return calibrations.on(source).limited(most).calibration();
            } catch (ProblemException e) {
                missing.put(source, e.problems());
            }
        }
        return experiment.limited(most).calibration();
    }

    private static Problem elsewhere(String source) {
        return new Problem(
                Problem.Kind.UNREADABLE,
                source,
                Texts.text("app.session.otherMachine"),
                Texts.text("app.session.namesPlace", source),
                Texts.text("app.session.otherMachineRemedy"));
    }

    /** What could not be read. */
    List<Problem> missing() {
        return missing.values().stream().flatMap(List::stream).toList();
    }
}
