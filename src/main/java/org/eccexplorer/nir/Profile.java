package org.eccexplorer.nir;

import org.eccexplorer.text.Texts;

/**
 * The ways of writing a network, each so that a reader takes it. What is written differs, since the
 * readers want different things of the same format.
 */
public enum Profile {
    /** As the format's own documents say. */
    PLAIN("plain", 1, Pooling.SUM, true),
    /**
     * snnTorch takes r = 1 and average pooling only, and hands the dimensions of a Flatten to
     * PyTorch as they are, where the batch is the first: dense layers are written as convolutions.
     */
    SNNTORCH("snntorch", 1, Pooling.AVERAGE, false),
    /** sinabs, the way to Speck: pooling that adds up. */
    SINABS("sinabs", 1, Pooling.SUM, true),
    /** py-spinnaker2: pooling that adds up, outputs that fire, whole weights if quantised. */
    SPINNAKER2("spinnaker2", 1, Pooling.SUM, true),
    /** SpikingJelly takes r = 1/dt, with its dt of 10⁻⁴, and average pooling only. */
    SPIKINGJELLY("spikingjelly", 10_000, Pooling.AVERAGE, true);

    /** How a pooling is written. */
    enum Pooling {
        SUM,
        AVERAGE
    }

    private final String word;
    private final float resistance;
    private final Pooling pooling;
    private final boolean flattens;

    Profile(String word, float resistance, Pooling pooling, boolean flattens) {
        this.word = word;
        this.resistance = resistance;
        this.pooling = pooling;
        this.flattens = flattens;
    }

    /** Its name on the command line. */
    public String word() {
        return word;
    }

    /** Its name for people. */
    public String title() {
        return Texts.name(this);
    }

    /** What it is for and how it differs, in a sentence. */
    public String explanation() {
        return switch (this) {
            case PLAIN -> Texts.text("nir.profile.plain");
            case SNNTORCH -> Texts.text("nir.profile.snntorch");
            case SINABS -> Texts.text("nir.profile.sinabs");
            case SPINNAKER2 -> Texts.text("nir.profile.spinnaker2");
            case SPIKINGJELLY -> Texts.text("nir.profile.spikingjelly");
        };
    }

    /** r of its neurons. */
    public float resistance() {
        return resistance;
    }

    boolean averages() {
        return pooling == Pooling.AVERAGE;
    }

    /** Whether layers of one pixel are vectors; else they are images of one pixel. */
    boolean flattens() {
        return flattens;
    }

    /** Whether the neurons of the output have to fire. */
    boolean needsFiringOutputs() {
        return this == SPINNAKER2;
    }

    /** Whether quantised weights are written as whole numbers, thresholds in the same unit. */
    boolean writesLevels() {
        return this == SPINNAKER2;
    }
}
