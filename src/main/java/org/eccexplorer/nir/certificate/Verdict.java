package org.eccexplorer.nir.certificate;

import org.eccexplorer.text.Texts;

/** What a reader makes of a network. */
public enum Verdict {
    /** Every neuron sends as many spikes as here, on every image. */
    FAITHFUL("faithful"),
    /** Some counts differ, and the accuracy is at most a point lower. */
    APPROXIMATE("approximate"),
    /** It refuses the file, or loses more. */
    UNSUPPORTED("unsupported");

    private final String key;

    Verdict(String key) {
        this.key = key;
    }

    /** Its name in files. */
    public String key() {
        return key;
    }

    /** The word for people. */
    public String word() {
        return Texts.name(this);
    }
}
