package org.eccexplorer.plot;

import org.eccexplorer.text.Texts;

/** What the categories of a chart are, named by {@link Texts#name}. */
public enum Categories {
    LAYERS,
    CLASSES,
    /** Named in any case: where there is room for some names only, these are written. */
    TIMESTEPS,
    /** Of a setting; named in any case, as timesteps are. */
    VALUES
}
