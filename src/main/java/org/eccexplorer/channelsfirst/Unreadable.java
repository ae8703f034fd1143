package org.eccexplorer.channelsfirst;

/** An operation that cannot be read as it is; the text says why. */
public final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;

    public Unreadable(String why) {
        super(why);
    }

    String why() {
        return String.valueOf(getMessage());
    }
}
