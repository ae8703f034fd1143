package org.eccexplorer.ui.sweep;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.eccexplorer.plot.Chart;
import org.eccexplorer.plot.paint.PickedDot;
import org.eccexplorer.text.Texts;
import org.eccexplorer.ui.chart.ChartView;
import org.eccexplorer.ui.desk.ChartGrid;
import org.eccexplorer.ui.desk.Workbench;

/** The charts of a sweep: the front, or one for each value of a setting. */
final class SweepFigures extends StackPane {
    private static final double LEAST = 190;

    private final Workbench bench;
    private final ToggleButton front = tab(Texts.text("ui.sweep.front"));
    private final ToggleButton two = tab(Texts.text("ui.sweep.twoSettings"));
    private final Map<Integer, Panels> made = new HashMap<>();
    private final Consumer<PickedDot> picked;

    /** Charts side by side and below each other. */
    private record Panels(List<ChartView> views, Node node) {}

    /**
     * Shows nothing yet.
     *
     * @param changed is called when other charts are asked for
     * @param picked takes the dot of a chart that is clicked
     */
    SweepFigures(Workbench bench, Runnable changed, Consumer<PickedDot> picked) {
        this.bench = bench;
        this.picked = picked;
        ToggleGroup group = new ToggleGroup();
        group.getToggles().addAll(front, two);
        group.selectToggle(front);
        group.selectedToggleProperty()
                .addListener((property, before, now) -> {
                    if (now == null) {
                        group.selectToggle(before);
                    } else {
                        changed.run();
                    }
                });
        front.setTooltip(new Tooltip(Texts.text("ui.sweep.frontTooltip")));
        two.setTooltip(new Tooltip(Texts.text("ui.sweep.twoSettingsTooltip")));
    }

    private static ToggleButton tab(String text) {
        ToggleButton tab = new ToggleButton(text);
        tab.getStyleClass().add("vary");
        return tab;
    }

    /** What is chosen between. */
    HBox tabs() {
        HBox tabs = new HBox(5, front, two);
        tabs.getStyleClass().add("sweep-tabs");
        tabs.setAlignment(Pos.CENTER_LEFT);
        return tabs;
    }

    /** Whether charts over two settings are asked for. */
    boolean isOfTwo() {
        return two.isSelected();
    }

    /** Whether there are any. */
    void allowTwo(boolean allowed) {
        two.setDisable(!allowed);
        if (!allowed) {
            front.setSelected(true);
        }
    }

    void show(List<? extends Chart> charts) {
        Panels panels = made.computeIfAbsent(charts.size(), this::panels);
        if (!getChildren().equals(List.of(panels.node()))) {
            getChildren().setAll(panels.node());
        }
        for (int i = 0; i < charts.size(); i++) {
            panels.views().get(i).show(charts.get(i));
        }
    }

    void withhold(String why) {
        Panels panels = made.computeIfAbsent(1, this::panels);
        getChildren().setAll(panels.node());
        panels.views().getFirst().withhold(why);
    }

    private Panels panels(int count) {
        List<ChartView> views = Stream.generate(bench::chart).limit(count).toList();
        views.forEach(view -> view.setOnDot(picked));
        int across = count == 1 ? 1 : count <= 4 ? 2 : 3;
        ChartGrid grid = new ChartGrid(bench, across, views.toArray(ChartView[]::new));
        grid.getStyleClass().add("flush");
        int rows = (count + across - 1) / across;
        return new Panels(views, grid.scrolling(LEAST * rows));
    }
}
