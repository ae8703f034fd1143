package org.eccexplorer.app.find;

import org.eccexplorer.convert.ConversionOptions;
import org.eccexplorer.text.Texts;

/** The classes of neurons that settings ask for; they are different machines. */
public enum Neurons {
    /** At most one spike a timestep, always positive. */
    PLAIN("plain");

    private final String key;

    Neurons(String key) {
        this.key = key;
    }

    /** Its name on the command line and in files. */
    public String key() {
        return key;
    }

    /** What it is called. */
    public String title() {
        return Texts.name(this);
    }

    /** The class of a setting. */
    public static Neurons of(ConversionOptions setting) {
        return PLAIN;
    }
}
