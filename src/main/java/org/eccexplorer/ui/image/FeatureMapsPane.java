package org.eccexplorer.ui.image;

import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.eccexplorer.app.run.ImageTrace;
import org.eccexplorer.figures.chart.MapsContent;
import org.eccexplorer.spiking.SpikingLayer;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;
import org.eccexplorer.ui.desk.Freshness;
import org.eccexplorer.ui.fx.Rows;
import org.eccexplorer.ui.state.ExplorerViewModel;
import org.eccexplorer.ui.state.Viewed;

/** The selected layer's feature maps of the selected image, at the selected timestep. */
public final class FeatureMapsPane extends VBox {
    private final Label heading = Rows.heading(Texts.text("ui.image.featureMaps"));
    private final MapsView maps = new MapsView(6);
    private final ColourScale scale = ColourScale.both(48);
    private final Label caption = new Label();
    private Freshness freshness = new Freshness();

    public FeatureMapsPane(ExplorerViewModel model) {
        super(6);
        caption.getStyleClass().add("muted");
        Tooltip.install(maps, new Tooltip(Texts.text("ui.image.mapsTooltip")));
        maps.setOnPicked(model.selection().neuronProperty()::set);
        maps.setOnHovered(this::caption);
        getChildren().addAll(heading, maps, scale, caption);
    }

    private void caption() {
        caption.setText(
                maps.reading().isEmpty() ? Texts.text("ui.image.rowsOfMaps") : maps.reading());
    }

    /** Shows the image's maps, once they are known. */
    public void refresh(Viewed viewed, Optional<ImageTrace> trace) {
        trace.ifPresentOrElse(known -> show(viewed, known), () -> showOld(viewed));
    }

    private void showOld(Viewed viewed) {
        boolean coming = Freshness.isComing(viewed);
        if (!coming) {
            maps.clear();
            freshness = new Freshness();
        }
        maps.setOpacity(Freshness.OLD);
        scale.setVisible(coming);
        caption.setText(
                freshness.old().map(old -> Texts.text("ui.image.still", old)).orElse(Numbers.NONE));
    }

    private void show(Viewed viewed, ImageTrace trace) {
        freshness.ofImage(viewed);
        maps.setOpacity(1);
        scale.setVisible(true);
        int layer = viewed.layer();
        SpikingLayer own = trace.network().layers().get(layer);
        heading.setText(
                Texts.text("ui.image.mapsOf", own.name(), own.shape().channels())
                        .toUpperCase(Locale.ROOT));
        MapsContent.Side side = new MapsContent.Side(trace, layer, viewed.timestep());
        maps.show(side.alone(-1, viewed.neuron(trace)), MapsContent::rates);
        scale.show(maps.most());
        caption();
    }
}
