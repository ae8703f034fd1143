package org.eccexplorer.plot;

/**
 * What one bar of each category belongs to, such as a run.
 *
 * @param name empty where there is only one
 */
public record BarGroup(String name, Tint tint) {}
