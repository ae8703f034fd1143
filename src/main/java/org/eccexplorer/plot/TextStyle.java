package org.eccexplorer.plot;

/**
 * Size and weight of a text.
 *
 * @param size in pixels
 */
public record TextStyle(double size, boolean bold) {
    public static final TextStyle TITLE = new TextStyle(13, true);
    public static final TextStyle SMALL = new TextStyle(11, false);
}
