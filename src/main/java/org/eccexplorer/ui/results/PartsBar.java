package org.eccexplorer.ui.results;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.eccexplorer.measure.energy.EnergyParts;

/** A bar of the parts of an energy, each as wide as its share. */
final class PartsBar extends Pane {
    private static final double HEIGHT = 5;

    /** Left free between two parts, so that colour alone does not part them. */
    private static final double GAP = 1;

    /** Style classes of the parts, in their order. */
    private static final List<String> STYLES =
            List.of("energy-input", "energy-synapses", "energy-neurons");

    private final List<Region> parts = new ArrayList<>();
    private List<Double> shares = List.of(0.0, 0.0, 0.0);

    PartsBar() {
        getStyleClass().add("energy-parts");
        for (String style : STYLES) {
            parts.add(swatch(style));
        }
        getChildren().addAll(parts);
        setMinSize(0, HEIGHT);
        setPrefHeight(HEIGHT);
        setMaxHeight(HEIGHT);
    }

    /** A part's colour for a heading. */
    static Region swatch(int part) {
        Region swatch = swatch(STYLES.get(part));
        swatch.setMinSize(8, 8);
        swatch.setMaxSize(8, 8);
        return swatch;
    }

    private static Region swatch(String style) {
        Region region = new Region();
        region.getStyleClass().add(style);
        return region;
    }

    void show(EnergyParts energy) {
        double whole = energy.microjoules();
        shares =
                List.of(
                        energy.inputMacs().microjoules() / whole,
                        energy.synapticOperations().microjoules() / whole,
                        energy.neuronUpdates().microjoules() / whole);
        requestLayout();
    }

    /** The share of each part, 0 to 1. */
    List<Double> shares() {
        return shares;
    }

    @Override
    protected void layoutChildren() {
        double x = 0;
        for (int i = 0; i < parts.size(); i++) {
            double width = shares.get(i) > 0 ? shares.get(i) * getWidth() : 0;
            parts.get(i).setVisible(width > 0);
            parts.get(i).resizeRelocate(x, 0, Math.max(Math.min(width, 1), width - GAP), HEIGHT);
            x += width;
        }
    }
}
