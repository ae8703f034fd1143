package org.eccexplorer.app.sweep;

/**
 * A run that is to be done.
 *
 * @param index in the plan
 * @param hash which tells it from all others
 * @param identity of its model and images
 */
public record PlannedTask(int index, String hash, Identity identity) {}
