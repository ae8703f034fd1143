package org.eccexplorer.plot.paint;

import org.eccexplorer.plot.Bounds;
import org.eccexplorer.plot.Chart;
import org.eccexplorer.plot.ChartTheme;
import org.eccexplorer.plot.Colour;
import org.eccexplorer.plot.Surface;
import org.eccexplorer.plot.Tint;

/**
 * How the parts of bars look: causes of error as everywhere, other parts by colour and hatching.
 */
record StackParts(Chart.Stacks chart, ChartTheme theme) {
    /** The colour of a part; a bar of one part has that of its group, where there are several. */
    Colour colour(int part, int group) {
        if (chart.parts().size() > 1) {
            return chart.parts().size() <= theme.causes().size()
                    ? theme.causes().get(part)
                    : theme.of(Tint.run(part));
        }
        return chart.groups().size() > 1
                ? theme.of(chart.groups().get(group).tint())
                : theme.of(Tint.Fixed.ACCENT);
    }

    /** Fills a part of a bar, or its sample in a legend. */
    void fill(Surface surface, Bounds place, int part, int group) {
        int kind = chart.parts().size() > 1 ? part : 0;
        Hatching.fill(
                surface,
                place.x(),
                place.y(),
                place.width(),
                place.height(),
                colour(part, group),
                theme.background(),
                kind % Hatching.KINDS);
    }
}
