package org.eccexplorer.channelsfirst;

import org.eccexplorer.text.Texts;

/** An operation that cannot be read as it is: why, and what the author of the model can do. */
public final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;

    private final String remedy;

    /** An operation for which others have to be used. */
    public Unreadable(String why) {
        this(why, Texts.text("channelsfirst.useOtherOperations"));
    }

    public Unreadable(String why, String remedy) {
        super(why);
        this.remedy = remedy;
    }

    /** An operation that behaves as in training, such as a dropout that drops. */
    public static Unreadable exportedInTraining() {
        return new Unreadable(
                Texts.text("channelsfirst.inTraining"), Texts.text("channelsfirst.callEval"));
    }

    /** An operation whose numbers do not fit together. */
    public static Unreadable doesNotFit(RuntimeException fault) {
        return new Unreadable(
                Texts.text("channelsfirst.doesNotFit", String.valueOf(fault.getMessage())));
    }

    String why() {
        return String.valueOf(getMessage());
    }

    String remedy() {
        return remedy;
    }
}
