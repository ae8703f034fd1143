package org.eccexplorer.keras;

/** A layer that cannot be read, because of a setting of its own; the text says which and why. */
class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    Refusal(String why) {
        super(why);
    }

    String why() {
        return String.valueOf(getMessage());
    }
}
