package org.eccexplorer.plot;

import org.eccexplorer.text.Texts;

/** What the categories of a chart are, named by {@link Texts#name}. */
public enum Categories {
    LAYERS,
    CLASSES
}
