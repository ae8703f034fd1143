package org.eccexplorer.plot;

import java.util.List;

/** Axes and texts that never overlap nor leave their room. */
final class Labels {
    private Labels() {}

    /** A text cut with an ellipsis so that it fits. */
    static String fitted(Surface surface, String text, double room, TextStyle style) {
        if (surface.textWidth(text, style) <= room) {
            return text;
        }
        String cut = text;
        while (!cut.isEmpty() && surface.textWidth(cut + "…", style) > room) {
            cut = cut.substring(0, cut.length() - 1);
        }
        return cut.isEmpty() ? "" : cut + "…";
    }

    static void empty(Surface surface, Bounds plot, Theme theme, String text) {
        surface.text(
                text,
                plot.x() + plot.width() / 2,
                plot.y() + plot.height() / 2,
                Surface.Align.CENTRE,
                TextStyle.SMALL,
                theme.muted());
    }

    /** Horizontal grid lines with their values at the left. */
    static void valueAxis(Surface surface, Bounds plot, Theme theme, Scale scale, boolean percent) {
        int most = (int) Math.max(2, Math.min(5, plot.height() / 36));
        double range = scale.high() - scale.low();
        for (double tick : scale.ticks(most)) {
            double y = Math.round(scale.at(tick)) + 0.5;
            surface.line(plot.x(), y, plot.right(), y, theme.grid(), 1, false);
            String text =
                    percent ? Scale.text(tick * 100, range * 100) + " %" : Scale.text(tick, range);
            surface.text(
                    text, plot.x() - 6, y + 4, Surface.Align.RIGHT, TextStyle.SMALL, theme.muted());
        }
    }

    /** Names below the plot, thinned out where they would touch. */
    static void categories(Surface surface, Bounds plot, Theme theme, List<String> names) {
        double room = plot.width() / Math.max(1, names.size());
        double y = Math.round(plot.bottom()) + 0.5;
        surface.line(plot.x(), y, plot.right(), y, theme.axis(), 1, false);
        int every = Math.max(1, (int) Math.ceil(26 / room));
        for (int i = 0; i < names.size(); i += every) {
            String text = fitted(surface, names.get(i), room * every - 4, TextStyle.SMALL);
            double x = plot.x() + room * (i + 0.5);
            surface.text(
                    text,
                    x,
                    plot.bottom() + 15,
                    Surface.Align.CENTRE,
                    TextStyle.SMALL,
                    theme.muted());
        }
    }
}
