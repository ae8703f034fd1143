package org.eccexplorer.ui.desk;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.RowConstraints;
import org.eccexplorer.ui.chart.ChartCard;
import org.eccexplorer.ui.chart.ChartView;
import org.eccexplorer.ui.fx.LiveScroll;
import org.eccexplorer.ui.fx.TextSize;

/**
 * Charts of equal size, of which one can have the whole window; where they do not fill their rows
 * the first takes the room that is left.
 */
public final class ChartGrid extends GridPane {
    private final List<ChartCard> cards = new ArrayList<>();
    private final int columns;
    private final BooleanProperty alone;

    public ChartGrid(Workbench bench, int columns, ChartView... charts) {
        this.columns = columns;
        alone = bench.alone();
        getStyleClass().add("chart-grid");
        for (ChartView chart : charts) {
            int index = cards.size();
            cards.add(bench.card(chart, () -> toggle(index)));
        }
        showAll();
        alone.addListener((property, before, now) -> {
            if (!now) {
                showAll();
            }
        });
    }

    private void toggle(int index) {
        if (alone.get()) {
            alone.set(false);
        } else {
            lay(1, List.of(cards.get(index)));
            alone.set(true);
        }
    }

    /** Puts an explanation of the words in a chart beside its tools, a paragraph per line. */
    public ChartGrid explain(ChartView chart, String subject, String text) {
        cards.stream()
                .filter(card -> card.view().equals(chart))
                .forEach(card -> card.explain(subject, text));
        return this;
    }

    /**
     * The grid in a part of the window that scrolls where it would be lower than this, so that
     * charts stay readable.
     *
     * @param least height of all rows in pixels, with text of the usual size
     */
    public ScrollPane scrolling(double least) {
        return scrolling(new SimpleDoubleProperty(least));
    }

    /** The same where the least height changes. */
    public ScrollPane scrolling(DoubleProperty least) {
        ObservableValue<Double> size = TextSize.of(this);
        minHeightProperty()
                .bind(
                        Bindings.createDoubleBinding(
                                () -> least.get() * size.getValue(), least, size));
        return LiveScroll.filled(this);
    }

    private void showAll() {
        lay(columns, cards);
    }

    private void lay(int across, List<ChartCard> shown) {
        getChildren().clear();
        getColumnConstraints().clear();
        getRowConstraints().clear();
        int rows = (shown.size() + across - 1) / across;
        int left = rows * across - shown.size();
        for (int c = 0; c < across; c++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(100.0 / across);
            column.setHgrow(Priority.ALWAYS);
            getColumnConstraints().add(column);
        }
        for (int r = 0; r < rows; r++) {
            RowConstraints row = new RowConstraints();
            row.setPercentHeight(100.0 / rows);
            row.setVgrow(Priority.ALWAYS);
            getRowConstraints().add(row);
        }
        for (int i = 0; i < shown.size(); i++) {
            int place = i == 0 ? 0 : i + left;
            add(shown.get(i), place % across, place / across, i == 0 ? 1 + left : 1, 1);
        }
    }
}
