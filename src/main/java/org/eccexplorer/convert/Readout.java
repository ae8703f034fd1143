package org.eccexplorer.convert;

/** How the class is read from the output layer. */
public enum Readout {
    /** The outputs integrate and never fire; the class has the largest accumulated current. */
    CURRENT,
    /** The outputs fire; the class has the most spikes, ties by potential. */
    SPIKES
}
