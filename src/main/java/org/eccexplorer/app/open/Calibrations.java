package org.eccexplorer.app.open;

import java.util.HashMap;
import java.util.Map;
import org.eccexplorer.problem.ProblemException;

/**
 * The images that λ is measured on in the runs of an experiment: those it was opened with, and
 * others that are read when they are first needed.
 */
public final class Calibrations {
    private Experiment own;
    private final Map<String, Experiment> others = new HashMap<>();

    public Calibrations(Experiment own) {
        this.own = own;
    }

    /** The experiment with the calibration images that it was opened with. */
    public synchronized Experiment experiment() {
        return own;
    }

    /** The experiment has more test images from now on. */
    public synchronized void take(Experiment more) {
        own = more;
        others.clear();
    }

    /**
     * The experiment with λ measured on other images.
     *
     * @param source as {@link Experiment#calibratedOn}; empty: those it was opened with
     */
    public synchronized Experiment on(String source) throws ProblemException {
        if (source.isEmpty() || source.equals(own.calibrationSource())) {
            return own;
        }
        Experiment known = others.get(source);
        if (known == null) {
            known = own.calibratedOn(source);
            others.put(source, known);
        }
        return known;
    }
}
