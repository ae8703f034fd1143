package org.eccexplorer.plot;

/** A rectangle. */
public record Bounds(double x, double y, double width, double height) {

    public double right() {
        return x + width;
    }

    public double bottom() {
        return y + height;
    }

    /** The same without margins. */
    public Bounds inset(double left, double top, double rightMargin, double bottomMargin) {
        return new Bounds(
                x + left,
                y + top,
                Math.max(1, width - left - rightMargin),
                Math.max(1, height - top - bottomMargin));
    }
}
