package org.eccexplorer.ui.window;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.eccexplorer.app.run.ImageTrace;
import org.eccexplorer.app.session.PageId;
import org.eccexplorer.app.session.WindowPart;
import org.eccexplorer.ui.desk.Workbench;
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
    private final TilesPane tiles = new TilesPane();
    private final ImagePane image;
    private final FeatureMapsPane maps;
    private final SpikesPane spikes;
    private final NeuronPane neuron;

    RightSide(Workbench bench) {
        super(6);
        model = bench.model();
        image = new ImagePane(model, () -> model.currentPage().show(PageId.SAMPLES));
        maps = new FeatureMapsPane(model);
        spikes = new SpikesPane(bench);
        neuron = new NeuronPane(bench, () -> model.currentPage().show(PageId.NEURON));
        getStyleClass().add("right");
        getChildren().addAll(tiles, image, maps, spikes, neuron);
    }

    /** Shows the parts that are not hidden. */
    void showParts() {
        show(WindowPart.TILES, tiles);
        show(WindowPart.SAMPLE, image);
        show(WindowPart.FEATURE_MAPS, maps);
        show(WindowPart.SPIKES, spikes);
        show(WindowPart.MEMBRANE, neuron);
    }

    private void show(WindowPart part, Node node) {
        boolean shown = !model.hiddenParts().contains(part);
        node.setVisible(shown);
        node.setManaged(shown);
    }

    /** Shows the image in the focused run as far as it is known. */
    void refresh(Viewed viewed) {
        tiles.refresh(viewed, model.accountingProperty().get());
        Optional<ImageTrace> trace = model.selection().trace(viewed.focus());
        image.refresh(viewed, trace);
        maps.refresh(viewed, trace);
        spikes.refresh(viewed, trace);
        neuron.refresh(viewed, trace);
    }
}
