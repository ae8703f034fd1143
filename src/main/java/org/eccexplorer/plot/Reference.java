package org.eccexplorer.plot;

/**
 * A dashed line with its name.
 *
 * @param value of the vertical axis, or of the horizontal one for a vertical line
 */
public record Reference(String name, double value, boolean vertical) {
    /** A horizontal line. */
    public Reference(String name, double value) {
        this(name, value, false);
    }
}
