package org.eccexplorer.plot;

/**
 * The run that values come from.
 *
 * @param run its name
 * @param images of which its values are
 * @param timesteps its T
 */
public record SourceRun(String run, int images, int timesteps) {}
