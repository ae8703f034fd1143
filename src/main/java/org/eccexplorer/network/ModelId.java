package org.eccexplorer.network;

import org.jspecify.annotations.Nullable;

/**
 * Which model a result is of.
 *
 * @param file the model, or its architecture alone
 * @param weights file of the weights if it is a separate one; null if not
 * @param format container and writer
 * @param sha256 of the model's files
 */
public record ModelId(String file, @Nullable String weights, String format, String sha256) {}
