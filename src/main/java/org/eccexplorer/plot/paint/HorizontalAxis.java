package org.eccexplorer.plot.paint;

import org.eccexplorer.plot.AxisScale;
import org.eccexplorer.plot.Bounds;
import org.eccexplorer.plot.ChartTheme;
import org.eccexplorer.plot.Surface;
import org.eccexplorer.plot.TextStyle;

/** Paints the values of an axis below a plot. */
final class HorizontalAxis {
    /** Pixels between ticks whose labels have at most so many characters, and between others. */
    private static final double TICK = 70;

    private static final int SHORT_LABEL = 5;
    private static final double WIDE_TICK = 110;

    private HorizontalAxis() {}

    static void paint(Surface surface, Bounds plot, ChartTheme theme, AxisScale scale) {
        for (double tick : ticks(scale)) {
            double at = scale.at(tick);
            Surface.Align align =
                    at < plot.x() + 8
                            ? Surface.Align.LEFT
                            : at > plot.right() - 16 ? Surface.Align.RIGHT : Surface.Align.CENTRE;
            surface.text(
                    scale.text(tick),
                    at,
                    plot.bottom() + 15,
                    align,
                    TextStyle.SMALL,
                    theme.muted());
        }
    }

    /** As many as there is room for the longest of their labels, which stands at the last. */
    private static double[] ticks(AxisScale scale) {
        double[] ticks = scale.ticks(TICK);
        boolean wide = scale.text(ticks[ticks.length - 1]).length() > SHORT_LABEL;
        return wide ? scale.ticks(WIDE_TICK) : ticks;
    }
}
