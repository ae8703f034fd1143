package org.eccexplorer.convert;

/** What becomes of average pooling. */
public enum AveragePooling {
    /** It is linear: merged into the synapses of the next layer. */
    LINEAR,
    /** It has neurons of its own, as in SpKeras. */
    SPIKING
}
