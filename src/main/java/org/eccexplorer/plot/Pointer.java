package org.eccexplorer.plot;

/** Where the pointer is, in pixels of the surface; NaN if it is elsewhere. */
public record Pointer(double x, double y) {

    public boolean isIn(Bounds plot) {
        return x >= plot.x() && x <= plot.right() && y >= plot.y() && y <= plot.bottom();
    }

    /** The category under the pointer, −1 if there is none. */
    public int category(Bounds plot, int count) {
        return isIn(plot) && count > 0
                ? Math.min(count - 1, (int) ((x - plot.x()) / plot.width() * count))
                : -1;
    }
}
