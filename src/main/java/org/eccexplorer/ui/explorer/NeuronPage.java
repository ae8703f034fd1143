package org.eccexplorer.ui.explorer;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import org.eccexplorer.app.RunState;
import org.eccexplorer.app.SampleTrace;
import org.eccexplorer.convert.ReceptiveField;
import org.eccexplorer.convert.Role;
import org.eccexplorer.convert.SpikingLayer;
import org.eccexplorer.sim.NeuronTrace;
import org.eccexplorer.tensor.Shape;
import org.eccexplorer.ui.fx.ChartView;

/**
 * One neuron in every drawn run: membrane potential, current and spikes; and in the focused run the
 * arithmetic of the timestep looked at, with the pixels that it sees.
 */
final class NeuronPage extends BorderPane implements Page {
    private static final int MOST_RUNS = 2;
    private static final int MOST_INPUTS = 12;
    private static final int SIZE = 140;

    private final Workbench bench;
    private final ChartView membrane;
    private final ChartView current;
    private final ChartView spikes;
    private final Canvas field = new Canvas(SIZE, SIZE);
    private final VBox arithmetic = new VBox(5);

    NeuronPage(Workbench bench) {
        this.bench = bench;
        membrane = bench.timeChart();
        current = bench.timeChart();
        spikes = bench.timeChart();
        VBox side = new VBox(10, SettingsPane.heading("Receptive field"), field, arithmetic);
        side.getStyleClass().add("card");
        ScrollPane scroll = new ScrollPane(side);
        scroll.setFitToWidth(true);
        scroll.setPrefWidth(270);
        scroll.getStyleClass().add("page-side");
        setLeft(scroll);
        setCenter(new ChartGrid(bench, 1, membrane, current, spikes));
    }

    @Override
    public void refresh(List<RunState> shown, RunState focus) {
        Optional<SampleTrace> trace = bench.model().trace(focus);
        if (trace.isEmpty()) {
            return;
        }
        int layer = bench.model().selectedLayerProperty().get();
        int neuron = bench.model().neuron(trace.get());
        SpikingLayer own = trace.get().network().layers().get(layer);
        if (own.role() == Role.MAXIMUM_GATE) {
            arithmetic.getChildren().setAll(text("A gate: it passes spikes and has no membrane."));
            return;
        }
        int t = bench.model().playback().timestepProperty().get();
        List<NeuronCharts.Course> courses = courses(shown, focus, layer, neuron);
        membrane.show(NeuronCharts.membrane(courses, t));
        current.show(NeuronCharts.current(courses, t));
        spikes.show(NeuronCharts.spikes(courses, t));
        paintField(trace.get(), layer, neuron);
        explain(trace.get(), layer, neuron, t);
    }

    /** The neuron in the focused run and, for comparison, in the one drawn before it. */
    private List<NeuronCharts.Course> courses(
            List<RunState> shown, RunState focus, int layer, int neuron) {
        List<RunState> runs = new ArrayList<>(List.of(focus));
        for (RunState run : shown.reversed()) {
            boolean comparable =
                    run.id() != focus.id()
                            && run.network().isPresent()
                            && run.network().get().layers().size()
                                    == focus.network().orElseThrow().layers().size();
            if (comparable && runs.size() < MOST_RUNS) {
                runs.add(run);
            }
        }
        List<NeuronCharts.Course> courses = new ArrayList<>();
        for (RunState run : runs) {
            bench.model()
                    .trace(run)
                    .ifPresent(trace ->
                            courses.add(
                                    new NeuronCharts.Course(
                                            run.name(),
                                            run.id(),
                                            bench.model().follow(trace, layer, neuron))));
        }
        return courses;
    }

    private void paintField(SampleTrace trace, int layer, int neuron) {
        Shape input = trace.network().input();
        int channels = trace.network().layers().get(layer).shape().channels();
        BitSet seen = ReceptiveField.of(trace.network(), layer, neuron / channels);
        GraphicsContext graphics = field.getGraphicsContext2D();
        graphics.setImageSmoothing(false);
        graphics.drawImage(Pictures.image(trace.image(), input), 0, 0, SIZE, SIZE);
        graphics.setFill(Color.rgb(20, 24, 40, 0.62));
        double width = (double) SIZE / input.width();
        double height = (double) SIZE / input.height();
        for (int p = 0; p < input.pixels(); p++) {
            if (!seen.get(p)) {
                int row = p / input.width();
                graphics.fillRect(p % input.width() * width, row * height, width, height);
            }
        }
    }

    /** V(t) = V(t − 1) + Z(t) − V_thr·s(t), with where Z(t) comes from; all in units of V_thr. */
    private void explain(SampleTrace trace, int layer, int neuron, int t) {
        SpikingLayer own = trace.network().layers().get(layer);
        NeuronTrace course = bench.model().follow(trace, layer, neuron);
        double unit = course.threshold();
        double before = t == 1 ? course.initial() : course.membrane()[t - 2];
        double current = course.current()[t - 1];
        double after = course.membrane()[t - 1];
        List<NeuronTrace.Synapse> active = course.active(trace.spikes(), t);
        List<Node> lines = new ArrayList<>();
        lines.add(
                SettingsPane.heading(
                        "t = %d · %s".formatted(t, NeuronNames.place(own.shape(), neuron))));
        lines.add(line("V(t − 1)", before / unit));
        lines.add(line("+ bias", course.bias() / unit));
        if (course.steady() != course.bias()) {
            lines.add(line("+ image or spread charge", (course.steady() - course.bias()) / unit));
        }
        lines.add(
                line(
                        "+ %,d of %,d inputs fire"
                                .formatted(active.size(), course.synapses().size()),
                        (current - course.steady()) / unit));
        if (course.spikes()[t - 1]) {
            lines.add(line("− spike", (after - before - current) / unit));
        }
        lines.add(line("= V(t), in V_thr", after / unit));
        lines.add(
                text(
                        "%d spikes in %d timesteps: rate %.3f; the CNN asks for %.3f"
                                .formatted(
                                        course.count(t),
                                        t,
                                        (double) course.count(t) / t,
                                        (double) trace.activations().get(layer)[neuron])));
        if (!active.isEmpty()) {
            lines.add(SettingsPane.heading("Strongest inputs that fire"));
        }
        for (NeuronTrace.Synapse synapse :
                active.subList(0, Math.min(MOST_INPUTS, active.size()))) {
            lines.add(line(name(trace, synapse), synapse.weight() / unit));
        }
        arithmetic.getChildren().setAll(lines);
    }

    private static String name(SampleTrace trace, NeuronTrace.Synapse synapse) {
        Shape shape = trace.network().sourceShape(synapse.source());
        String layer =
                synapse.source() < 0
                        ? "image"
                        : trace.network().layers().get(synapse.source()).name();
        return layer + " " + NeuronNames.place(shape, synapse.neuron());
    }

    private static HBox line(String what, double value) {
        Label name = new Label(what);
        name.getStyleClass().add("muted");
        Label figure = new Label(String.format(Locale.ROOT, "%+.4f", value).replace("-", "−"));
        figure.getStyleClass().add("figures");
        figure.setMinWidth(USE_PREF_SIZE);
        return TechniqueCard.row(name, figure);
    }

    private static Label text(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        return label;
    }
}
