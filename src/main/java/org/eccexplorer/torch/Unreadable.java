package org.eccexplorer.torch;

/** An operation that cannot be read as it is; the text says why. */
final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;

    Unreadable(String why) {
        super(why);
    }

    String why() {
        return String.valueOf(getMessage());
    }
}
