package org.eccexplorer.ui.neuron;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import org.eccexplorer.app.live.RunState;
import org.eccexplorer.app.run.ImageTrace;
import org.eccexplorer.dataset.picture.PictureShape;
import org.eccexplorer.figures.chart.NeuronCharts;
import org.eccexplorer.figures.chart.Sources;
import org.eccexplorer.figures.words.NeuronNames;
import org.eccexplorer.plot.Tint;
import org.eccexplorer.spiking.ReceptiveField;
import org.eccexplorer.spiking.Role;
import org.eccexplorer.spiking.SpikingLayer;
import org.eccexplorer.tensor.Shape;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;
import org.eccexplorer.ui.chart.ChartView;
import org.eccexplorer.ui.chart.Pictures;
import org.eccexplorer.ui.desk.ChartGrid;
import org.eccexplorer.ui.desk.Freshness;
import org.eccexplorer.ui.desk.Page;
import org.eccexplorer.ui.desk.Workbench;
import org.eccexplorer.ui.fx.LiveScroll;
import org.eccexplorer.ui.fx.Rows;
import org.eccexplorer.ui.fx.TextSize;
import org.eccexplorer.ui.state.Viewed;

/**
 * One neuron in the focused run and in a second one beside it: membrane potential, current and
 * spikes, the arithmetic of the selected timestep, and the pixels that it sees.
 */
public final class NeuronPage extends Page {
    private static final int MAX_RUNS = 2;
    private static final int SIZE = 140;

    private final Workbench bench;
    private final ChartView membrane;
    private final ChartView current;
    private final ChartView spikes;
    private final ChartGrid charts;
    private final Freshness freshness = new Freshness();
    private final Canvas field = new Canvas(SIZE, SIZE);
    private final NeuronChooser chooser;
    private final Label heading = Rows.heading(Texts.text("ui.neuron.arithmetic"));
    private final NeuronArithmetic arithmetic = new NeuronArithmetic();
    private final Label gate = new Label(Texts.text("ui.neuron.gate"));

    public NeuronPage(Workbench bench) {
        this.bench = bench;
        membrane = bench.timeChart();
        current = bench.timeChart();
        spikes = bench.timeChart();
        current.shareTime(membrane);
        spikes.shareTime(membrane);
        charts = new ChartGrid(bench, 1, membrane, current, spikes);
        chooser = new NeuronChooser(bench.model());
        gate.getStyleClass().add("nothing");
        VBox side =
                new VBox(
                        8,
                        Rows.heading(Texts.text("ui.neuron.neuron")),
                        chooser,
                        heading,
                        arithmetic,
                        Rows.heading(Texts.text("ui.neuron.field")),
                        field);
        side.getStyleClass().add("card");
        ScrollPane scroll = new LiveScroll(side);
        scroll.setFitToWidth(true);
        TextSize.scale(scroll.prefWidthProperty(), scroll, 290);
        scroll.getStyleClass().add("page-side");
        setLeft(scroll);
        setCenter(charts);
    }

    @Override
    public void refresh(Viewed viewed) {
        RunState focus = viewed.focus();
        Optional<ImageTrace> trace = bench.model().selection().trace(focus);
        double opacity = trace.isPresent() ? 1 : Freshness.OLD;
        arithmetic.setOpacity(opacity);
        field.setOpacity(opacity);
        if (trace.isEmpty()) {
            freshness.withoutImage(viewed, membrane, current, spikes);
            arithmetic.setVisible(arithmetic.isVisible() && Freshness.isComing(viewed));
            field.setVisible(Freshness.isComing(viewed));
            return;
        }
        freshness.ofImage(viewed);
        field.setVisible(true);
        int layer = viewed.layer();
        int neuron = viewed.neuron(trace.get());
        SpikingLayer own = trace.get().network().layers().get(layer);
        chooser.show(trace.get().network(), layer, neuron);
        paintField(trace.get(), layer, neuron);
        boolean hasMembrane = own.role() != Role.MAXIMUM_GATE;
        setCenter(hasMembrane ? charts : gate);
        arithmetic.setVisible(hasMembrane);
        if (!hasMembrane) {
            return;
        }
        int t = viewed.timestep();
        List<NeuronArithmetic.Side> sides = sides(viewed.shown(), focus, layer, neuron);
        String place = NeuronNames.place(own.shape(), neuron);
        List<NeuronCharts.Course> courses =
                sides.stream()
                        .map(side ->
                                new NeuronCharts.Course(
                                        Sources.ofNeuron(
                                                side.run(),
                                                viewed.image().index(),
                                                own.name(),
                                                place),
                                        Tint.run(side.run().style()),
                                        side.course()))
                        .toList();
        membrane.show(NeuronCharts.membrane(courses, own.fires(), t));
        current.show(NeuronCharts.current(courses, t));
        spikes.show(NeuronCharts.spikes(courses, t));
        heading.setText(Texts.text("ui.neuron.atTimestep", Numbers.count(t)));
        arithmetic.show(sides, layer, t, bench.theme().get());
    }

    /** The neuron in the focused run and, for comparison, in the one drawn before it. */
    private List<NeuronArithmetic.Side> sides(
            List<RunState> shown, RunState focus, int layer, int neuron) {
        List<RunState> runs = new ArrayList<>(List.of(focus));
        for (RunState run : shown.reversed()) {
            boolean comparable =
                    run.id() != focus.id()
                            && run.network().isPresent()
                            && run.network().get().layers().size()
                                    == focus.network().orElseThrow().layers().size()
                            && run.settings().timesteps() == focus.settings().timesteps();
            if (comparable && runs.size() < MAX_RUNS) {
                runs.add(run);
            }
        }
        List<NeuronArithmetic.Side> sides = new ArrayList<>();
        for (RunState run : runs) {
            bench.model()
                    .selection()
                    .trace(run)
                    .ifPresent(trace ->
                            sides.add(
                                    new NeuronArithmetic.Side(
                                            run,
                                            trace,
                                            bench.model()
                                                    .selection()
                                                    .follow(trace, layer, neuron))));
        }
        return sides;
    }

    private void paintField(ImageTrace trace, int layer, int neuron) {
        Shape input = trace.network().input();
        int channels = trace.network().layers().get(layer).shape().channels();
        BitSet seen = ReceptiveField.of(trace.network(), layer, neuron / channels);
        field.setAccessibleText(
                Texts.text(
                        "ui.neuron.fieldMeaning",
                        Numbers.count(seen.cardinality()),
                        Numbers.count(input.pixels())));
        GraphicsContext graphics = field.getGraphicsContext2D();
        graphics.setImageSmoothing(false);
        graphics.drawImage(Pictures.image(trace.image(), input), 0, 0, SIZE, SIZE);
        graphics.setFill(Color.rgb(20, 24, 40, 0.62));
        // A sequence that is shown as a picture has its steps as rows.
        boolean rows = input.isSequence() && PictureShape.pictured(input).isPresent();
        int across = rows ? 1 : input.width();
        double width = (double) SIZE / across;
        double height = (double) SIZE * across / input.pixels();
        for (int p = 0; p < input.pixels(); p++) {
            if (!seen.get(p)) {
                int row = p / across;
                graphics.fillRect(p % across * width, row * height, width, height);
            }
        }
    }
}
