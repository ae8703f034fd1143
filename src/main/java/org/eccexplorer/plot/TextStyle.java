package org.eccexplorer.plot;

import org.eccexplorer.text.Script;

/**
 * Size and weight of a text.
 *
 * @param size in pixels
 */
public record TextStyle(double size, boolean bold) {
    public static final TextStyle TITLE = new TextStyle(13, true);
    public static final TextStyle SMALL = new TextStyle(11, false);

    /** Size of an index beside its symbol. */
    private static final double INDEX = 0.76;

    /** How far its base line is below, in sizes of the text. */
    private static final double LOWERED = 0.2;

    /** The style of a part of a text of this style. */
    public TextStyle of(Script part) {
        return part.lowered() ? new TextStyle(size * INDEX, bold) : this;
    }

    /** How far below the base line of a text of this style a part of it stands, in pixels. */
    public double drop(Script part) {
        return part.lowered() ? size * LOWERED : 0;
    }
}
