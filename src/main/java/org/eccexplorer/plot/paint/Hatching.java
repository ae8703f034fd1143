package org.eccexplorer.plot.paint;

import org.eccexplorer.plot.Colour;
import org.eccexplorer.plot.Dash;
import org.eccexplorer.plot.Surface;

/** Fills of rectangles that are told apart without colour too, by thin lines over them. */
final class Hatching {
    /** Ways to fill. */
    static final int KINDS = 4;

    private static final double STEP = 5;

    private Hatching() {}

    /** Fills a rectangle as number {@code kind} of four: plain, rising, level or falling lines. */
    static void fill(
            Surface surface,
            double x,
            double y,
            double width,
            double height,
            Colour fill,
            Colour lines,
            int kind) {
        surface.rectangle(x, y, width, height, fill);
        switch (kind) {
            case 1 -> slanted(surface, x, y, width, height, lines, true);
            case 2 -> level(surface, x, y, width, height, lines);
            case 3 -> slanted(surface, x, y, width, height, lines, false);
            default -> {
                // plain
            }
        }
    }

    private static void level(
            Surface surface, double x, double y, double width, double height, Colour colour) {
        // Counted from a common zero, so that neighbours are in line.
        for (double at = Math.ceil(y / STEP) * STEP; at < y + height; at += STEP) {
            surface.line(x, at, x + width, at, colour, 1, Dash.SOLID);
        }
    }

    private static void slanted(
            Surface surface,
            double x,
            double y,
            double width,
            double height,
            Colour colour,
            boolean rising) {
        for (double at = STEP; at < width + height; at += STEP) {
            double from = Math.max(0, at - height);
            double to = Math.min(width, at);
            double first = rising ? at - from : height - (at - from);
            double last = rising ? at - to : height - (at - to);
            surface.line(x + from, y + first, x + to, y + last, colour, 1, Dash.SOLID);
        }
    }
}
