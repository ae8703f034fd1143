package org.eccexplorer.plot.paint;

import java.util.ArrayList;
import java.util.List;
import org.eccexplorer.plot.Bounds;
import org.eccexplorer.plot.Categories;
import org.eccexplorer.plot.ChartTheme;
import org.eccexplorer.plot.Dash;
import org.eccexplorer.plot.Scale;
import org.eccexplorer.plot.Surface;
import org.eccexplorer.plot.TextMeasure;
import org.eccexplorer.plot.TextStyle;
import org.eccexplorer.plot.Tint;
import org.eccexplorer.text.Texts;

/** Axes and texts that never overlap nor leave their room. */
final class Labels {
    /** Room in which a name cut short still says something, in pixels. */
    private static final double NAME = 52;

    /** Of a letter of the small style, wide enough for most texts. */
    private static final double LETTER = 6.6;

    /** Between two numbers below a plot. */
    private static final double BETWEEN = 6;

    /** Lower plots have no title of their vertical axis. */
    private static final double TITLED = 40;

    /** Room for the title of the vertical axis. */
    static final double TITLE = 15;

    private Labels() {}

    /** A text cut with an ellipsis so that it fits. */
    static String fitted(TextMeasure measure, String text, double room, TextStyle style) {
        if (measure.textWidth(text, style) <= room) {
            return text;
        }
        String cut = text;
        while (!cut.isEmpty() && measure.textWidth(cut + "…", style) > room) {
            cut = cut.substring(0, cut.length() - 1);
        }
        return cut.isEmpty() ? "" : cut + "…";
    }

    /** A long name without its middle, where names differ least. */
    static String shortened(String name, int longest) {
        if (name.length() <= longest) {
            return name;
        }
        int head = longest / 2;
        return name.substring(0, head).strip()
                + "…"
                + name.substring(name.length() - (longest - head - 1)).strip();
    }

    /** Notes joined by dots, without the last ones where there is no room for all. */
    static String notes(TextMeasure measure, String text, double room, TextStyle style) {
        String shorter = text;
        while (measure.textWidth(shorter, style) > room && shorter.contains(" · ")) {
            shorter = shorter.substring(0, shorter.lastIndexOf(" · "));
        }
        return fitted(measure, shorter, room, style);
    }

    /** Notes joined by dots in as many lines as they need, broken at a dot where that helps. */
    static List<String> lines(TextMeasure measure, String text, double room, TextStyle style) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String note : text.split(" · ", -1)) {
            String longer = line.isEmpty() ? note : line + " · " + note;
            if (measure.textWidth(longer, style) <= room || line.isEmpty()) {
                line = longer;
            } else {
                lines.add(line);
                line = note;
            }
            while (measure.textWidth(line, style) > room && line.contains(" ")) {
                String head = line.substring(0, line.lastIndexOf(' '));
                while (measure.textWidth(head, style) > room && head.contains(" ")) {
                    head = head.substring(0, head.lastIndexOf(' '));
                }
                lines.add(head);
                line = line.substring(head.length() + 1);
            }
        }
        lines.add(line);
        return lines;
    }

    /** A text without its middle so that it fits: names end in what tells them apart. */
    static String fittedAtEnds(TextMeasure measure, String text, double room, TextStyle style) {
        String cut = text;
        for (int longest = text.length() - 1;
                longest > 2 && measure.textWidth(cut, style) > room;
                longest--) {
            cut = shortened(text, longest);
        }
        return cut;
    }

    /** A text without its last words where there is no room for all. */
    private static String words(Surface surface, String text, double room, TextStyle style) {
        String shorter = text;
        while (surface.textWidth(shorter, style) > room && shorter.contains(" ")) {
            shorter = shorter.substring(0, shorter.lastIndexOf(' '));
        }
        return fitted(surface, shorter.replaceFirst("( of| per|,| \\([^)]*)+$", ""), room, style);
    }

    static void empty(Surface surface, Bounds plot, ChartTheme theme, String text) {
        surface.text(
                text,
                plot.x() + plot.width() / 2,
                plot.y() + plot.height() / 2,
                Surface.Align.CENTRE,
                TextStyle.SMALL,
                theme.muted());
    }

    /**
     * Horizontal grid lines with their values at the left; of shares in per cent only the topmost
     * has the sign.
     */
    static void valueAxis(
            Surface surface, Bounds plot, ChartTheme theme, Scale scale, boolean percent) {
        int most = (int) Math.max(2, Math.min(5, plot.height() / 36));
        double factor = percent ? 100 : 1;
        double[] ticks = scale.ticks(most);
        for (double tick : ticks) {
            double y = Math.round(scale.at(tick)) + 0.5;
            surface.line(plot.x(), y, plot.right(), y, theme.grid(), 1, Dash.SOLID);
            String text = scale.tickText(tick, factor);
            boolean sign = percent && tick == ticks[ticks.length - 1] && text.length() < 5;
            value(surface, plot, theme, y, sign ? text + " %" : text);
        }
    }

    /** A text beside the value axis. */
    static void value(Surface surface, Bounds plot, ChartTheme theme, double y, String text) {
        surface.text(
                text, plot.x() - 6, y + 4, Surface.Align.RIGHT, TextStyle.SMALL, theme.muted());
    }

    /** What the vertical axis counts, upwards at the left. */
    static void valueTitle(
            Surface surface, Bounds bounds, Bounds plot, ChartTheme theme, String title) {
        if (!title.isEmpty() && plot.height() >= TITLED) {
            surface.textUpwards(
                    words(surface, title, plot.height() + 24, TextStyle.SMALL),
                    bounds.x() + TITLE,
                    plot.y() + plot.height() / 2,
                    Surface.Align.CENTRE,
                    TextStyle.SMALL,
                    theme.muted());
        }
    }

    /** What the horizontal axis counts, at its right end. */
    static void axisName(Surface surface, Bounds plot, ChartTheme theme, String name) {
        surface.text(
                name,
                plot.right(),
                plot.bottom() + 28,
                Surface.Align.RIGHT,
                TextStyle.SMALL,
                theme.muted());
    }

    /**
     * Names below the plot; where there is too little room for them, their numbers.
     *
     * @param over what the categories are: layers are numbered from 1, classes from 0
     */
    static void categories(
            Surface surface, Bounds plot, ChartTheme theme, List<String> names, Categories over) {
        categories(surface, plot, theme, names, over, 0);
    }

    /**
     * The same.
     *
     * @param above room between the plot and the names, in pixels
     */
    static void categories(
            Surface surface,
            Bounds plot,
            ChartTheme theme,
            List<String> names,
            Categories over,
            double above) {
        double room = plot.width() / Math.max(1, names.size());
        double y = Math.round(plot.bottom()) + 0.5;
        surface.line(plot.x(), y, plot.right(), y, theme.axis(), 1, Dash.SOLID);
        boolean named = isNamed(plot.width(), names);
        boolean telling = over == Categories.TIMESTEPS || over == Categories.VALUES;
        int first = over == Categories.LAYERS ? 1 : 0;
        double longest =
                telling
                        ? longest(names)
                        : LETTER * String.valueOf(first + names.size() - 1).length();
        double number = longest + BETWEEN;
        int every = named ? 1 : (int) Math.max(1, Math.ceil(number / room));
        for (int i = 0; i < names.size(); i += every) {
            String text =
                    named
                            ? fitted(surface, names.get(i), room - 4, TextStyle.SMALL)
                            : telling ? names.get(i) : String.valueOf(first + i);
            surface.text(
                    text,
                    plot.x() + room * (i + 0.5),
                    plot.bottom() + above + 15,
                    Surface.Align.CENTRE,
                    TextStyle.SMALL,
                    theme.muted());
        }
        if (!named) {
            axisName(surface, plot.inset(0, 0, 0, -above), theme, Texts.name(over));
        }
    }

    /** Whether categories have room for their names, in a plot of a width in pixels. */
    static boolean isNamed(double width, List<String> names) {
        double room = width / Math.max(1, names.size());
        return room >= NAME || longest(names) <= room - 4;
    }

    /** About the width of the longest name in pixels, whatever it is painted on. */
    static double longest(List<String> names) {
        return LETTER * names.stream().mapToInt(String::length).max().orElse(0);
    }

    /** Marks a category: the one that is looked at, or the one under the pointer. */
    static void column(Surface surface, Bounds plot, ChartTheme theme, int count, int category) {
        if (category >= 0 && category < count) {
            double room = plot.width() / count;
            surface.rectangle(
                    plot.x() + room * category,
                    plot.y(),
                    room,
                    plot.height(),
                    theme.of(Tint.Fixed.ACCENT).faded(0.07));
        }
    }
}
