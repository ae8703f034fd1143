package org.eccexplorer.ui.neuron;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.eccexplorer.app.live.RunState;
import org.eccexplorer.app.run.ImageTrace;
import org.eccexplorer.figures.chart.NeuronCharts;
import org.eccexplorer.figures.chart.Sources;
import org.eccexplorer.figures.words.NeuronNames;
import org.eccexplorer.plot.Chart;
import org.eccexplorer.plot.Tint;
import org.eccexplorer.sim.NeuronTrace;
import org.eccexplorer.spiking.Role;
import org.eccexplorer.spiking.SpikingLayer;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;
import org.eccexplorer.ui.chart.ChartView;
import org.eccexplorer.ui.desk.Freshness;
import org.eccexplorer.ui.desk.Workbench;
import org.eccexplorer.ui.fx.Rows;
import org.eccexplorer.ui.fx.TextSize;
import org.eccexplorer.ui.state.Viewed;

/** The selected neuron's membrane potential around the timestep that is looked at. */
public final class NeuronPane extends VBox {
    private final Workbench bench;
    private final Label heading = Rows.heading(Texts.text("ui.neuron.neuron"));
    private final ChartView chart;
    private final Freshness freshness = new Freshness();
    private final Label figures = new Label();

    /** The timesteps that the chart shows, where these are not all. */
    private final Label part = new Label();

    /**
     * The pane.
     *
     * @param inspect shows the page on this neuron
     */
    public NeuronPane(Workbench bench, Runnable inspect) {
        super(4);
        this.bench = bench;
        chart = bench.smallTimeChart();
        TextSize.scale(chart.prefHeightProperty(), chart, 104);
        TextSize.scale(chart.minHeightProperty(), chart, 84);
        figures.getStyleClass().add("muted");
        part.getStyleClass().add("muted");
        part.managedProperty().bind(part.textProperty().isNotEmpty());
        Button more = new Button(Texts.text("ui.neuron.inspect"));
        more.setTooltip(new Tooltip(Texts.text("ui.neuron.inspectMeaning")));
        more.setOnAction(event -> inspect.run());
        getChildren().addAll(Rows.row(new VBox(heading, part), more), chart, figures);
    }

    /** Shows the neuron, once the image's way through the run is known. */
    public void refresh(Viewed viewed, Optional<ImageTrace> trace) {
        trace.ifPresentOrElse(
                known -> show(viewed, known),
                () -> {
                    freshness.withoutImage(viewed, chart);
                    part.setText("");
                    figures.setText(Numbers.NONE);
                });
    }

    private void show(Viewed viewed, ImageTrace trace) {
        freshness.ofImage(viewed);
        RunState focus = viewed.focus();
        int layer = viewed.layer();
        int neuron = viewed.neuron(trace);
        SpikingLayer own = trace.network().layers().get(layer);
        heading.setText(Texts.text("ui.neuron.heading", NeuronNames.place(own.shape(), neuron)));
        if (own.role() == Role.MAXIMUM_GATE) {
            chart.withhold(Texts.text("ui.neuron.gate"));
            part.setText("");
            figures.setText(Numbers.NONE);
            return;
        }
        int t = viewed.timestep();
        NeuronTrace course = bench.model().selection().follow(trace, layer, neuron);
        Chart whole =
                NeuronCharts.membrane(
                        List.of(
                                new NeuronCharts.Course(
                                        Sources.ofNeuron(
                                                focus,
                                                viewed.image().index(),
                                                own.name(),
                                                NeuronNames.place(own.shape(), neuron)),
                                        Tint.run(focus.style()),
                                        course)),
                        own.fires(),
                        t);
        Chart near = NeuronCharts.near(whole, t);
        chart.show(near);
        part.setText(NeuronCharts.part(near));
        figures.setText(
                Texts.text(
                        "ui.neuron.figures",
                        Numbers.difference(course.current()[t - 1] / course.threshold(), 3),
                        Numbers.fixed(course.membrane()[t - 1] / course.threshold(), 3),
                        Texts.counted("ui.neuron.spikesSoFar", course.spikesUntil(t))));
    }
}
