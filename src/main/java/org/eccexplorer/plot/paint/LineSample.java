package org.eccexplorer.plot.paint;

import org.eccexplorer.plot.ChartTheme;
import org.eccexplorer.plot.Colour;
import org.eccexplorer.plot.Surface;
import org.eccexplorer.plot.Tint;

/** A piece of a line with its colour, dashes and marker, as legends and lists show it. */
public final class LineSample {
    private LineSample() {}

    /**
     * Paints a piece of a line.
     *
     * @param scale of its width and its marker; 1 in a chart
     */
    public static void paint(
            Surface surface,
            Tint tint,
            double x,
            double y,
            double length,
            double scale,
            ChartTheme theme) {
        Colour colour = theme.of(tint);
        surface.line(x, y, x + length, y, colour, 1.8 * scale, tint.dash());
        tint.marker()
                .ifPresent(marker ->
                        Markers.paint(surface, marker, x + length / 2, y, 3.2 * scale, colour));
    }
}
