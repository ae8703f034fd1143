package org.eccexplorer.ui.neuron;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.eccexplorer.app.live.RunState;
import org.eccexplorer.app.run.ImageTrace;
import org.eccexplorer.figures.NeuronCharts;
import org.eccexplorer.figures.NeuronNames;
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

/** The selected neuron's membrane potential in time. */
public final class NeuronPane extends VBox {
    private final Workbench bench;
    private final Label heading = Rows.heading(Texts.text("ui.neuron.neuron"));
    private final ChartView chart;
    private final Freshness freshness = new Freshness();
    private final Label figures = new Label();

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
        Button more = new Button(Texts.text("ui.neuron.inspect"));
        more.setTooltip(new Tooltip(Texts.text("ui.neuron.inspectMeaning")));
        more.setOnAction(event -> inspect.run());
        getChildren().addAll(Rows.row(heading, more), chart, figures);
    }

    /** Shows the neuron, once the image's way through the run is known. */
    public void refresh(Viewed viewed, Optional<ImageTrace> trace) {
        trace.ifPresentOrElse(
                known -> show(viewed, known),
                () -> {
                    freshness.withoutImage(viewed, chart);
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
            figures.setText(Numbers.NONE);
            return;
        }
        int t = viewed.timestep();
        NeuronTrace course = bench.model().selection().follow(trace, layer, neuron);
        chart.show(
                NeuronCharts.membrane(
                        List.of(
                                new NeuronCharts.Course(
                                        focus.name(), Tint.run(focus.style()), course)),
                        own.fires(),
                        t));
        figures.setText(
                Texts.text(
                        "ui.neuron.figures",
                        Numbers.difference(course.current()[t - 1] / course.threshold(), 3),
                        Numbers.fixed(course.membrane()[t - 1] / course.threshold(), 3),
                        Texts.counted("ui.neuron.spikesSoFar", course.count(t))));
    }
}
