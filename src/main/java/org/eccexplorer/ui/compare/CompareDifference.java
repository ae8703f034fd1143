package org.eccexplorer.ui.compare;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.eccexplorer.app.live.RunState;
import org.eccexplorer.figures.chart.MapsContent;
import org.eccexplorer.spiking.SpikingLayer;
import org.eccexplorer.spiking.SpikingNetwork;
import org.eccexplorer.text.Texts;
import org.eccexplorer.ui.desk.Workbench;
import org.eccexplorer.ui.image.ColourScale;
import org.eccexplorer.ui.image.MapsView;

/** What the spikes of A say about a layer minus what those of B say, neuron by neuron. */
final class CompareDifference extends VBox {
    private final MapsView maps = new MapsView(24);
    private final Label title = new Label(Texts.text("ui.compare.difference"));
    private final Label reading = new Label();
    private final ColourScale scale = ColourScale.differences(72);

    CompareDifference(Workbench bench) {
        super(4);
        getStyleClass().add("card");
        title.getStyleClass().add("card-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        reading.getStyleClass().add("muted");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox line = new HBox(8, title, reading, space, scale);
        line.getStyleClass().add("row");
        maps.setMinHeight(Region.USE_PREF_SIZE);
        maps.setOnPicked(bench.model().selection().neuronProperty()::set);
        maps.setOnHovered(this::caption);
        Tooltip.install(maps, new Tooltip(Texts.text("ui.compare.differenceTooltip")));
        setMinHeight(USE_PREF_SIZE);
        getChildren().addAll(line, maps);
    }

    /** The layer of B that has the name and the shape of a layer of A. */
    static Optional<Integer> sameLayer(RunState a, RunState b, int layer) {
        List<SpikingLayer> first = a.network().map(SpikingNetwork::layers).orElse(List.of());
        List<SpikingLayer> second = b.network().map(SpikingNetwork::layers).orElse(List.of());
        return IntStream.range(0, layer < first.size() ? second.size() : 0)
                .filter(l -> second.get(l).name().equals(first.get(layer).name()))
                .filter(l -> second.get(l).shape().equals(first.get(layer).shape()))
                .boxed()
                .findFirst();
    }

    private void caption() {
        reading.setText(
                maps.reading().isEmpty()
                        ? Texts.text("ui.compare.differenceCaption")
                        : maps.reading());
    }

    /** Shows a layer in both runs. */
    void show(MapsContent.Side a, MapsContent.Side b, int marked) {
        title.setText(Texts.text("ui.compare.differenceOf", a.own().name()));
        maps.show(new MapsContent.Key(List.of(a, b), -1, marked, 0), MapsContent::difference);
        scale.show(maps.most());
        scale.setVisible(true);
        caption();
    }

    /** Shows that there is nothing to show. */
    void showNone(String why) {
        title.setText(Texts.text("ui.compare.difference"));
        maps.clear();
        scale.setVisible(false);
        reading.setText(why);
    }
}
