package org.eccexplorer.measure;

/**
 * The CNN at one stage of a conversion that changed it.
 *
 * @param what "as trained", or "with …" what was changed
 * @param accuracy 0 to 1; without labels the share of images it answers as the trained CNN does
 */
public record CnnStage(String what, double accuracy) {}
