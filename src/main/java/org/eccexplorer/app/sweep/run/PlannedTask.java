package org.eccexplorer.app.sweep.run;

import java.io.Serializable;

/**
 * A run that is to be done; it travels between processes.
 *
 * @param index in the plan
 * @param hash which tells it from all others
 * @param identity of its model and images
 */
public record PlannedTask(int index, String hash, Identity identity) implements Serializable {}
