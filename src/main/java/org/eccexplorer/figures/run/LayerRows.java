package org.eccexplorer.figures.run;

import java.util.List;
import org.eccexplorer.measure.layer.LayerMeasures;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.TextTable.Column;
import org.eccexplorer.text.Texts;

/** What was measured of each layer at T. */
public final class LayerRows {
    private LayerRows() {}

    /** What the columns are called; the first is the layer. */
    public static List<Column> columns() {
        return List.of(
                Column.words(Texts.text("figures.table.layer")),
                Column.numbers(Texts.text("figures.measured.neurons")),
                Column.numbers(Texts.text("figures.measured.rate")),
                Column.numbers(Texts.text("figures.measured.residual")),
                Column.numbers(Texts.text("figures.measured.clipped")),
                Column.numbers(Texts.text("figures.measured.error")),
                Column.words(Texts.text("figures.measured.cause")),
                Column.numbers(Texts.text("figures.measured.correlation")));
    }

    /**
     * The cells of a layer.
     *
     * @param name as it is called there
     */
    public static List<String> of(LayerMeasures layer, String name) {
        return List.of(
                name,
                Numbers.count(layer.neurons()),
                layer.hasRate() ? AccuracyRows.percent(layer.meanRate()) : Numbers.NONE,
                Numbers.fixed(layer.remainder(), 3),
                layer.hasRate() ? Numbers.fixed(100 * layer.clippedShare(), 3) : Numbers.NONE,
                Numbers.fixed(layer.error().total().meanAbsolute(), 5),
                Texts.name(layer.error().dominant()),
                Numbers.fixed(layer.agreement().pearson(), 4));
    }
}
