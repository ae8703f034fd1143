package org.eccexplorer.convert;

/** What becomes of maximum pooling, which has no exact counterpart. */
public enum MaximumPooling {
    /** The conversion refuses it and asks for a choice. */
    REFUSE,
    /** Replaced by average pooling; the CNN changes and is measured again. */
    AVERAGE,
    /** A gate sends as many spikes as its input with the most spikes. */
    GATE
}
