package org.eccexplorer.figures.sweep;

import org.eccexplorer.app.sweep.results.SweepPoint;
import org.eccexplorer.app.sweep.results.SweepRun;
import org.eccexplorer.measure.Interval;

/**
 * A run at a timestep.
 *
 * @param score its accuracy, or how often it agrees with the CNN, from 0 to 1
 * @param interval 95 % interval of that (Wilson)
 */
public record SweepDot(SweepRun run, SweepPoint point, double score, Interval interval) {}
