package org.eccexplorer.ui.window;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.eccexplorer.app.run.ImageTrace;
import org.eccexplorer.app.session.PageId;
import org.eccexplorer.app.session.WindowPart;
import org.eccexplorer.ui.desk.Workbench;
import org.eccexplorer.ui.fx.Late;
import org.eccexplorer.ui.fx.LateParts;
import org.eccexplorer.ui.fx.Shown;
import org.eccexplorer.ui.image.FeatureMapsPane;
import org.eccexplorer.ui.image.ImagePane;
import org.eccexplorer.ui.image.SpikesPane;
import org.eccexplorer.ui.neuron.NeuronPane;
import org.eccexplorer.ui.results.TilesPane;
import org.eccexplorer.ui.state.ExplorerViewModel;
import org.eccexplorer.ui.state.Viewed;

/** What stands beside every page: figures, the image, its maps and spikes, and one neuron. */
final class RightSide extends VBox {
    private final ExplorerViewModel model;
    private final Map<WindowPart, Node> parts = new EnumMap<>(WindowPart.class);
    private final Late<TilesPane> tiles = new Late<>(TilesPane::new);
    private final Late<ImagePane> image;
    private final Late<FeatureMapsPane> maps;
    private final Late<SpikesPane> spikes;
    private final Late<NeuronPane> neuron;

    /** The side before its {@link #parts}. */
    RightSide(Workbench bench) {
        super(6);
        model = bench.model();
        image =
                new Late<>(
                        () -> new ImagePane(model, () -> model.currentPage().show(PageId.SAMPLES)));
        maps = new Late<>(() -> new FeatureMapsPane(model));
        spikes = new Late<>(() -> new SpikesPane(bench));
        neuron =
                new Late<>(
                        () -> new NeuronPane(bench, () -> model.currentPage().show(PageId.NEURON)));
        getStyleClass().add("right");
    }

    /** The parts of a side. */
    static List<LateParts.Part> parts(Supplier<RightSide> side) {
        return List.of(
                () -> side.get().add(WindowPart.TILES, side.get().tiles.get()),
                () -> side.get().add(WindowPart.SAMPLE, side.get().image.get()),
                () -> side.get().add(WindowPart.FEATURE_MAPS, side.get().maps.get()),
                () -> side.get().add(WindowPart.SPIKES, side.get().spikes.get()),
                () -> side.get().add(WindowPart.MEMBRANE, side.get().neuron.get()));
    }

    private List<Node> add(WindowPart part, Node node) {
        parts.put(part, node);
        getChildren().add(node);
        show(part, node);
        return List.of(node);
    }

    /** Shows the parts that are not hidden. */
    void showParts() {
        parts.forEach(this::show);
    }

    private void show(WindowPart part, Node node) {
        Shown.set(node, !model.hiddenParts().contains(part));
    }

    /** Shows the image in the focused run as far as it is known. */
    void refresh(Viewed viewed) {
        tiles.ifMade(pane -> pane.refresh(viewed, model.accountingProperty().get()));
        Optional<ImageTrace> trace = model.selection().trace(viewed.focus());
        image.ifMade(pane -> pane.refresh(viewed, trace));
        maps.ifMade(pane -> pane.refresh(viewed, trace));
        spikes.ifMade(pane -> pane.refresh(viewed, trace));
        neuron.ifMade(pane -> pane.refresh(viewed, trace));
    }
}
