package org.eccexplorer.convert;

/**
 * What a conversion did with one layer of the CNN, and why.
 *
 * @param layer its name
 * @param explanation one sentence
 */
public record LayerNote(String layer, Action action, String explanation) {}
