package org.eccexplorer.ui.layer;

import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.eccexplorer.app.live.RunState;
import org.eccexplorer.measure.RunSnapshot;
import org.eccexplorer.measure.layer.LayerMeasures;
import org.eccexplorer.spiking.SpikingLayer;
import org.eccexplorer.spiking.SpikingNetwork;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;
import org.eccexplorer.ui.fx.LiveScroll;
import org.eccexplorer.ui.fx.TextSize;
import org.eccexplorer.ui.state.ExplorerViewModel;

/** The converted network, layer by layer; a click selects the layer everywhere. */
public final class NetworkStrip extends LiveScroll {
    /** A layer's button fills the strip with the others, up to this. */
    private static final double WIDEST = 240;

    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    /** With room for a scroll bar below. */
    private static final double HEIGHT = 114;

    /** Without shapes and with less room around. */
    private static final double LOW = 88;

    private final ExplorerViewModel model;
    private final HBox layers = new HBox(8);
    private final List<Cell> cells = new ArrayList<>();
    private List<String> built = List.of();

    public NetworkStrip(ExplorerViewModel model) {
        this.model = model;
        layers.getStyleClass().add("strip");
        setContent(layers);
        setFitToHeight(true);
        setFitToWidth(true);
        setVbarPolicy(ScrollBarPolicy.NEVER);
        getStyleClass().add("strip-scroll");
        low(false);
    }

    /** Takes less room in a low window, whose style sheet leaves out the shapes. */
    public void low(boolean on) {
        TextSize.scale(minHeightProperty(), this, on ? LOW : HEIGHT);
        TextSize.scale(maxHeightProperty(), this, on ? LOW : HEIGHT);
    }

    /** The fixed and the changing parts of one layer's button. */
    private static final class Cell {
        private final Label figures = new Label();
        private final ProgressBar bar = new ProgressBar(0);
        private final Button button = new Button();
        private final boolean fires;
        private final String accessible;

        Cell(SpikingLayer layer) {
            fires = !layer.isCurrentOutput();
            Label name = new Label(layer.name());
            name.getStyleClass().add("card-title");
            Label shape = new Label(layer.shape().toString());
            shape.getStyleClass().addAll("muted", "description");
            figures.getStyleClass().add("muted");
            bar.setVisible(fires);
            button.setTooltip(
                    new Tooltip(
                            Texts.text(
                                    fires
                                            ? "ui.layer.figuresMeaning"
                                            : "ui.layer.neverFiresMeaning")));
            bar.setMaxWidth(Double.MAX_VALUE);
            bar.setPrefWidth(60);
            VBox box = new VBox(2, name, shape, figures, bar);
            VBox.setMargin(bar, new Insets(2, 0, 1, 0));
            button.setGraphic(box);
            button.getStyleClass().add("layer");
            button.setMinWidth(Region.USE_PREF_SIZE);
            TextSize.scale(button.maxWidthProperty(), button, WIDEST);
            HBox.setHgrow(button, Priority.ALWAYS);
            accessible = Texts.text("ui.layer.button", layer.name(), layer.shape());
            button.setAccessibleText(accessible);
        }

        /** Before the first image nothing is measured. */
        void showNone() {
            figures.setText(fires ? Numbers.NONE : Texts.text("ui.layer.neverFires"));
            bar.setProgress(0);
            button.setAccessibleText(accessible);
        }

        void show(LayerMeasures measures) {
            figures.setText(
                    measures.hasRate()
                            ? Texts.text(
                                    "ui.layer.figures",
                                    Numbers.percent(measures.meanRate(), 1),
                                    Numbers.fixed(measures.remainder(), 2))
                            : Texts.text("ui.layer.neverFires"));
            bar.setProgress(measures.hasRate() ? Math.clamp(measures.meanRate(), 0, 1) : 0);
            button.setAccessibleText(
                    Texts.text("ui.layer.buttonMeasured", accessible, figures.getText()));
        }
    }

    /** Shows the focused run as it is now. */
    public void refresh(RunState focus) {
        if (focus.network().isPresent()) {
            SpikingNetwork network = focus.network().get();
            List<String> names =
                    network.layers().stream()
                            .map(layer -> layer.name() + " " + layer.shape() + " " + layer.fires())
                            .toList();
            if (!names.equals(built)) {
                built = names;
                rebuild(network);
            }
        }
        List<LayerMeasures> measures = focus.snapshot().map(RunSnapshot::layers).orElse(List.of());
        for (int l = 0; l < cells.size(); l++) {
            if (l < measures.size()) {
                cells.get(l).show(measures.get(l));
            } else {
                cells.get(l).showNone();
            }
        }
        for (int l = 0; l < cells.size(); l++) {
            boolean selected = l == model.selection().layerProperty().get();
            cells.get(l).button.pseudoClassStateChanged(SELECTED, selected);
        }
    }

    private void rebuild(SpikingNetwork network) {
        cells.clear();
        layers.getChildren().clear();
        for (int l = 0; l < network.layers().size(); l++) {
            Cell cell = new Cell(network.layers().get(l));
            int index = l;
            cell.button.setOnAction(event -> model.selection().layerProperty().set(index));
            cells.add(cell);
            if (l > 0) {
                Label arrow = new Label("›");
                arrow.getStyleClass().add("muted");
                layers.getChildren().add(arrow);
            }
            layers.getChildren().add(cell.button);
        }
    }
}
