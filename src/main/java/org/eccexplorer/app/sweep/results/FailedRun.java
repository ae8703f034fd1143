package org.eccexplorer.app.sweep.results;

import org.eccexplorer.problem.Problem;

/**
 * A run of a sweep that failed.
 *
 * @param run which one, without results
 */
public record FailedRun(SweepRun run, Problem problem) {}
