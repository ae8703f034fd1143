package org.eccexplorer.plot.paint;

import java.util.ArrayList;
import java.util.List;
import org.eccexplorer.plot.Bounds;
import org.eccexplorer.plot.Chart;
import org.eccexplorer.plot.ChartTheme;
import org.eccexplorer.plot.Surface;
import org.eccexplorer.plot.TextMeasure;
import org.eccexplorer.plot.TextStyle;

/** Above the bars: which bar is of which group, what the axis counts, and what the parts are. */
final class StacksLegend {
    private static final double ROW = 15;
    private static final double GAP = 12;
    private static final double MARK = 10;

    /** Around all rows. */
    private static final double MARGIN = 4;

    /** Letters of groups, one after the other. */
    private static final int LETTERS = 26;

    private static final TextStyle STYLE = TextStyle.SMALL;

    /** A name in a row, with its sign before it. */
    private record Item(int index, String name, double x, int row) {}

    private final Chart.Stacks chart;
    private final TextMeasure measure;
    private final double width;
    private final List<Item> groups = new ArrayList<>();
    private final List<Item> parts = new ArrayList<>();
    private final int groupRows;
    private final int labelRow;
    private final int rows;

    /**
     * A legend above a plot.
     *
     * @param mostHeight rows of groups that make it higher are left to the pointer
     */
    StacksLegend(Chart.Stacks chart, TextMeasure measure, double width, double mostHeight) {
        this.chart = chart;
        this.measure = measure;
        this.width = width;
        List<String> names = new ArrayList<>();
        for (int g = 0; g < chart.groups().size(); g++) {
            names.add(groupName(g));
        }
        int named = place(names, groups, 0, 0);
        List<String> partNames = chart.parts().size() > 1 ? chart.parts() : List.of();
        double label = textWidth(chart.valueLabel()) + GAP;
        boolean together = label + rowWidth(partNames) <= width;
        double first = Math.max(0, width - rowWidth(partNames));
        int partRows = place(partNames, parts, 0, together ? first : 0);
        int below = together ? 1 : 1 + partRows;
        int room = (int) ((mostHeight - MARGIN) / ROW) - below;
        groupRows = Math.clamp(room, 0, named);
        labelRow = groupRows;
        rows = groupRows + below;
        groups.removeIf(item -> item.row() >= groupRows);
        int down = labelRow + (together ? 0 : 1);
        parts.replaceAll(p -> new Item(p.index(), p.name(), p.x(), p.row() + down));
    }

    /** What a bar is called by where its name has no room; empty where there is one group. */
    static String letter(Chart.Stacks chart, int group) {
        if (chart.groups().size() < 2) {
            return "";
        }
        String last = String.valueOf((char) ('A' + group % LETTERS));
        return group < LETTERS ? last : letter(chart, group / LETTERS - 1) + last;
    }

    /** How much room it takes above the plot. */
    double height() {
        return MARGIN + ROW * rows;
    }

    /**
     * Places names from left to right, in as many rows as they need; empty names have no place.
     *
     * @return how many rows there are
     */
    private int place(List<String> names, List<Item> items, int row, double from) {
        double x = from;
        int last = row;
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i).isEmpty()) {
                continue;
            }
            String name = Labels.fittedAtEnds(measure, names.get(i), width - MARK - 4, STYLE);
            double end = x + MARK + 4 + textWidth(name);
            if (x > 0 && end > width + 1) {
                x = 0;
                last++;
                end = MARK + 4 + textWidth(name);
            }
            items.add(new Item(i, name, x, last));
            x = end + GAP;
        }
        return items.isEmpty() ? 0 : last + 1;
    }

    private String groupName(int group) {
        String letter = letter(chart, group);
        String name = chart.groups().get(group).name();
        return letter.isEmpty() || name.isEmpty() ? name : letter + "  " + name;
    }

    private double textWidth(String text) {
        return measure.textWidth(text, STYLE);
    }

    private double rowWidth(List<String> names) {
        double all = names.stream().mapToDouble(name -> textWidth(name) + MARK + 4 + GAP).sum();
        return Math.max(0, all - GAP);
    }

    /** Paints it above a plot of its width. */
    void paint(Surface surface, Bounds plot, ChartTheme theme) {
        StackParts looks = new StackParts(chart, theme);
        double first = plot.y() - height() + ROW - 3;
        for (Item group : groups) {
            double base = first + ROW * group.row();
            double x = plot.x() + group.x();
            surface.rectangle(
                    x, base - 6, MARK, 4, theme.of(chart.groups().get(group.index()).tint()));
            text(surface, theme, group.name(), x + MARK + 4, base);
        }
        String label = Labels.fitted(surface, chart.valueLabel(), width, STYLE);
        text(surface, theme, label, plot.x(), first + ROW * labelRow);
        for (Item part : parts) {
            double base = first + ROW * part.row();
            double x = plot.x() + part.x();
            looks.fill(surface, new Bounds(x, base - 9, MARK, MARK), part.index(), 0);
            text(surface, theme, part.name(), x + MARK + 4, base);
        }
    }

    private static void text(
            Surface surface, ChartTheme theme, String text, double x, double base) {
        surface.text(text, x, base, Surface.Align.LEFT, STYLE, theme.muted());
    }
}
