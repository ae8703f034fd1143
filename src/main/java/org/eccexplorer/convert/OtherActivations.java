package org.eccexplorer.convert;

/** What becomes of activation functions other than ReLU, which no firing rate follows. */
public enum OtherActivations {
    /** The conversion refuses them and asks for a choice. */
    REFUSE,
    /** Replaced by ReLU; the CNN changes and is measured again. */
    RELU
}
