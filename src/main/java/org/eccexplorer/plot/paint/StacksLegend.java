package org.eccexplorer.plot.paint;

import java.util.ArrayList;
import java.util.List;
import org.eccexplorer.plot.Bounds;
import org.eccexplorer.plot.Chart;
import org.eccexplorer.plot.ChartTheme;
import org.eccexplorer.plot.Surface;
import org.eccexplorer.plot.TextStyle;

/** Above the bars: what the axis counts, what the parts are, and which bar is of which group. */
final class StacksLegend {
    private static final double ROW = 15;
    private static final double GAP = 12;
    private static final double MARK = 10;

    /** Rows of groups; what has no room in them is left to the pointer. */
    private static final int MAX_ROWS = 3;

    private final Chart.Stacks chart;
    private final Surface surface;
    private final ChartTheme theme;
    private final double width;
    private final List<List<Integer>> groups = new ArrayList<>();

    StacksLegend(Chart.Stacks chart, Surface surface, ChartTheme theme, double width) {
        this.chart = chart;
        this.surface = surface;
        this.theme = theme;
        this.width = width;
        double used = 0;
        for (int g = 0; g < chart.groups().size(); g++) {
            if (chart.groups().get(g).name().isEmpty()) {
                continue;
            }
            double room = MARK + 4 + textWidth(groupName(g)) + GAP;
            if (groups.isEmpty() || used + room > width + GAP) {
                groups.add(new ArrayList<>());
                used = 0;
            }
            groups.getLast().add(g);
            used += room;
        }
    }

    /** What a bar is called by where its name has no room; empty where there is one group. */
    static String letter(Chart.Stacks chart, int group) {
        return chart.groups().size() < 2 || group > 25 ? "" : String.valueOf((char) ('A' + group));
    }

    /** How much room it takes above the plot. */
    double height() {
        return 4 + ROW * (1 + (together() ? 0 : 1) + groupRows());
    }

    private void text(String text, double x, double base) {
        surface.text(text, x, base, Surface.Align.LEFT, TextStyle.SMALL, theme.muted());
    }

    private int groupRows() {
        return Math.min(MAX_ROWS, groups.size());
    }

    private String groupName(int group) {
        String letter = letter(chart, group);
        String name = chart.groups().get(group).name();
        return letter.isEmpty() ? name : letter + "  " + name;
    }

    private double textWidth(String text) {
        return surface.textWidth(text, TextStyle.SMALL);
    }

    private boolean hasParts() {
        return chart.parts().size() > 1;
    }

    private double partsWidth() {
        return chart.parts().stream().mapToDouble(part -> textWidth(part) + MARK + 4 + GAP).sum();
    }

    /** Whether the axis' name and the parts have room beside each other. */
    private boolean together() {
        return !hasParts() || textWidth(chart.valueLabel()) + GAP + partsWidth() <= width + GAP;
    }

    /** Paints it above a plot of its width. */
    void paint(Bounds plot) {
        double base = plot.y() - height() + ROW - 3;
        for (int row = 0; row < groupRows(); row++) {
            groups(groups.get(row), plot.x(), base);
            base += ROW;
        }
        text(chart.valueLabel(), plot.x(), base);
        if (hasParts()) {
            base += together() ? 0 : ROW;
            parts(together() ? plot.right() - partsWidth() + GAP : plot.x(), plot.right(), base);
        }
    }

    private void groups(List<Integer> row, double from, double base) {
        double at = from;
        for (int group : row) {
            surface.rectangle(at, base - 6, MARK, 4, theme.of(chart.groups().get(group).tint()));
            double room = from + width - at - MARK - 4;
            String name = Labels.fitted(surface, groupName(group), room, TextStyle.SMALL);
            text(name, at + MARK + 4, base);
            at += MARK + 4 + textWidth(name) + GAP;
        }
    }

    private void parts(double from, double end, double base) {
        double at = from;
        for (int p = 0; p < chart.parts().size(); p++) {
            String name = chart.parts().get(p);
            double next = at + MARK + 4 + textWidth(name);
            if (next > end + 1) {
                return;
            }
            Hatching.fill(
                    surface,
                    at,
                    base - 9,
                    MARK,
                    MARK,
                    theme.causes().get(p),
                    theme.background(),
                    p);
            text(name, at + MARK + 4, base);
            at = next + GAP;
        }
    }
}
