package org.eccexplorer.nir.certificate;

import org.eccexplorer.text.Texts;

/** Chips whose limits are known well enough to check a network against. */
public enum Chip {
    LOIHI_2("loihi2"),
    SPECK("speck"),
    SPINNAKER_2("spinnaker2");

    private final String key;

    Chip(String key) {
        this.key = key;
    }

    /** Its name in files. */
    public String key() {
        return key;
    }

    /** Its name for people. */
    public String title() {
        return Texts.name(this);
    }

    /** Where its limits stand. */
    public String source() {
        return switch (this) {
            case LOIHI_2 -> Texts.text("nir.certificate.source.loihi2");
            case SPECK -> Texts.text("nir.certificate.source.speck");
            case SPINNAKER_2 -> Texts.text("nir.certificate.source.spinnaker2");
        };
    }
}
