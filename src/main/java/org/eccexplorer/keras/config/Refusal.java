package org.eccexplorer.keras.config;

/** A layer that cannot be read, because of a setting of its own; the text says which and why. */
public class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    public Refusal(String why) {
        super(why);
    }

    public String why() {
        return String.valueOf(getMessage());
    }
}
