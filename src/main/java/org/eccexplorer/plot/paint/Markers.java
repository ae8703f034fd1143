package org.eccexplorer.plot.paint;

import org.eccexplorer.plot.Colour;
import org.eccexplorer.plot.Dash;
import org.eccexplorer.plot.Marker;
import org.eccexplorer.plot.Surface;

/** Paints the marks that tell lines apart without their colours. */
final class Markers {
    private static final int POINTS = 10;

    private Markers() {}

    /**
     * Paints a mark.
     *
     * @param radius of a circle that is as large, in pixels
     */
    static void paint(
            Surface surface, Marker marker, double x, double y, double radius, Colour colour) {
        double r = radius;
        switch (marker) {
            case CIRCLE -> surface.circle(x, y, r, colour);
            case SQUARE -> surface.rectangle(x - 0.9 * r, y - 0.9 * r, 1.8 * r, 1.8 * r, colour);
            case TRIANGLE ->
                    polygon(
                            surface,
                            colour,
                            x,
                            y,
                            new double[] {0, 1.2 * r, -1.2 * r},
                            new double[] {-1.3 * r, 0.9 * r, 0.9 * r});
            case TRIANGLE_DOWN ->
                    polygon(
                            surface,
                            colour,
                            x,
                            y,
                            new double[] {0, 1.2 * r, -1.2 * r},
                            new double[] {1.3 * r, -0.9 * r, -0.9 * r});
            case DIAMOND ->
                    polygon(
                            surface,
                            colour,
                            x,
                            y,
                            new double[] {0, 1.3 * r, 0, -1.3 * r},
                            new double[] {-1.3 * r, 0, 1.3 * r, 0});
            case STAR -> star(surface, x, y, r, colour);
            case PLUS -> {
                double s = 1.3 * r;
                surface.line(x - s, y, x + s, y, colour, 0.8 * r, Dash.SOLID);
                surface.line(x, y - s, x, y + s, colour, 0.8 * r, Dash.SOLID);
            }
            case CROSS -> {
                double s = r;
                surface.line(x - s, y - s, x + s, y + s, colour, 0.7 * r, Dash.SOLID);
                surface.line(x - s, y + s, x + s, y - s, colour, 0.7 * r, Dash.SOLID);
            }
        }
    }

    private static void star(Surface surface, double x, double y, double r, Colour colour) {
        double[] xs = new double[POINTS];
        double[] ys = new double[POINTS];
        for (int i = 0; i < POINTS; i++) {
            double length = i % 2 == 0 ? 1.5 * r : 0.65 * r;
            double angle = Math.PI * i / 5;
            xs[i] = length * Math.sin(angle);
            ys[i] = -length * Math.cos(angle);
        }
        polygon(surface, colour, x, y, xs, ys);
    }

    private static void polygon(
            Surface surface, Colour colour, double x, double y, double[] xs, double[] ys) {
        for (int i = 0; i < xs.length; i++) {
            xs[i] += x;
            ys[i] += y;
        }
        surface.polygon(xs, ys, xs.length, colour);
    }
}
