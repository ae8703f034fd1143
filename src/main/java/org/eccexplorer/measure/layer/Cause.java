package org.eccexplorer.measure.layer;

import java.util.Locale;

/** What makes a firing rate differ from the CNN's activation, in the order of its equation. */
public enum Cause {
    /** A rate is at most 1. */
    CLIPPING,
    /** Spikes are whole. */
    QUANTISATION,
    /** The current that came differs, by the errors of earlier layers. */
    INHERITED,
    /** The order of the spikes, or charge that was lost. */
    UNEVENNESS;

    /** Its name in files. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
