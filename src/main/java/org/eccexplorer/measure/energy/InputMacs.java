package org.eccexplorer.measure.energy;

import org.eccexplorer.option.Choice;
import org.eccexplorer.text.Texts;

/**
 * How often the MACs of a constant input current are counted: they give the same numbers at every
 * timestep.
 */
public enum InputMacs {
    /** The current is computed once and held; each neuron adds it at every timestep. */
    ONCE("once"),
    /** The current is computed anew at every timestep, as many papers count. */
    EVERY_TIMESTEP("everyTimestep");

    /** On the command line, in files and in the window. */
    public static final Choice<InputMacs> OPTION = new Choice<>("inputMacs", "--input-macs", ONCE);

    private final String key;

    InputMacs(String key) {
        this.key = key;
    }

    /** Its name in files. */
    public String key() {
        return key;
    }

    /** How it is counted, as part of a sentence: "input MACs counted once". */
    public String counted() {
        return switch (this) {
            case ONCE -> Texts.text("measure.countedOnce");
            case EVERY_TIMESTEP -> Texts.text("measure.countedEveryTimestep");
        };
    }

    /** How often they are counted over so many timesteps. */
    double times(double timesteps) {
        return switch (this) {
            case ONCE -> 1;
            case EVERY_TIMESTEP -> timesteps;
        };
    }

    /** How many neurons add a current that was computed before, of those that receive one. */
    long holding(long neurons) {
        return switch (this) {
            case ONCE -> neurons;
            case EVERY_TIMESTEP -> 0;
        };
    }
}
