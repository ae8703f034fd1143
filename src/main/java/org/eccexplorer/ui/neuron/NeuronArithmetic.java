package org.eccexplorer.ui.neuron;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.shape.Circle;
import org.eccexplorer.app.live.RunState;
import org.eccexplorer.app.run.ImageTrace;
import org.eccexplorer.figures.words.NeuronNames;
import org.eccexplorer.plot.ChartTheme;
import org.eccexplorer.sim.NeuronTrace;
import org.eccexplorer.sim.NeuronTrace.Synapse;
import org.eccexplorer.spiking.Firing;
import org.eccexplorer.spiking.SpikingLayer;
import org.eccexplorer.tensor.Shape;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;
import org.eccexplorer.ui.chart.Paints;
import org.eccexplorer.ui.fx.Rows;
import org.eccexplorer.ui.fx.TextSize;
import org.eccexplorer.ui.fx.WrappedText;

/**
 * V(t) = (1 − leak)·V(t − 1) + Z(t) − V_thr·s(t) of one neuron at one timestep, with where Z(t)
 * comes from; a column for each run, all in units of V_thr.
 */
final class NeuronArithmetic extends GridPane {
    private static final int MAX_INPUTS = 12;

    private int row;

    NeuronArithmetic() {
        setHgap(8);
        setVgap(3);
        ColumnConstraints names = new ColumnConstraints();
        names.setHgrow(Priority.ALWAYS);
        getColumnConstraints().add(names);
    }

    /** One neuron in one run. */
    record Side(RunState run, ImageTrace trace, NeuronTrace course) {
        private Firing firing() {
            return trace.network().layers().get(course.layer()).firing();
        }

        private double inV(double value) {
            return value / course.threshold();
        }

        private double current(int t) {
            return course.current()[t - 1];
        }

        /** What a spike brings: the weight times the value of the spike. */
        private double brought(Synapse synapse, int t) {
            float value = trace.spikes().value(synapse.source(), synapse.neuron(), t);
            return synapse.weight() * (double) value;
        }

        private double after(int t) {
            return course.membrane()[t - 1];
        }
    }

    /** Shows a timestep of the same neuron in one or two runs. */
    void show(List<Side> sides, int layer, int t, ChartTheme theme) {
        getChildren().clear();
        row = 0;
        header(sides, theme);
        line(Texts.text("ui.neuron.before"), sides, s -> s.inV(s.course().before(t)));
        if (sides.stream().anyMatch(s -> s.course().leak() > 0)) {
            line(Texts.text("ui.neuron.leak"), sides, s -> s.inV(0 - s.course().leaked(t)));
        }
        line(Texts.text("ui.neuron.bias"), sides, s -> s.inV(s.course().bias()));
        if (sides.stream().anyMatch(s -> s.course().steady() != s.course().bias())) {
            line(
                    Texts.text("ui.neuron.image"),
                    sides,
                    s -> s.inV(s.course().steady() - s.course().bias()));
        }
        line(Texts.text("ui.neuron.inputs"), sides, s -> s.inV(s.current(t) - s.course().steady()));
        line(
                Texts.text("ui.neuron.spike"),
                sides,
                s -> s.inV(s.after(t) - s.course().integrated(t)));
        line(Texts.text("ui.neuron.after"), sides, s -> s.inV(s.after(t)));
        heading(Texts.text("ui.neuron.soFar"));
        counts(
                Texts.text("ui.neuron.firing"),
                sides,
                s -> s.course().active(s.trace().spikes(), t).size());
        counts(Texts.text("ui.neuron.ofInputs"), sides, s -> s.course().synapses().size());
        counts(Texts.text("ui.neuron.spikes"), sides, s -> s.course().spikesUntil(t));
        if (sides.stream().anyMatch(s -> !s.firing().isPlain())) {
            cells(Texts.text("ui.neuron.net"), sides, s -> Numbers.upTo(s.course().count(t), 4));
        }
        figure(Texts.text("ui.neuron.rate"), sides, s -> s.course().count(t) / t);
        figure(Texts.text("ui.neuron.cnn"), sides, s -> rateInTheCnn(s, layer));
        figure(
                Texts.text("ui.neuron.residual"),
                sides,
                s -> s.inV(s.after(s.course().membrane().length)));
        inputs(sides, t);
    }

    /** The rate that stands for the CNN's activation. */
    private static double rateInTheCnn(Side side, int layer) {
        int neuron = side.course().neuron();
        SpikingLayer own = side.trace().network().layers().get(layer);
        return side.trace().activations().get(layer)[neuron]
                / own.scaleInLambda(neuron % own.shape().channels());
    }

    private void header(List<Side> sides, ChartTheme theme) {
        for (int i = 0; i < sides.size(); i++) {
            RunState run = sides.get(i).run();
            Label name = WrappedText.wrapped(run.name(), "muted");
            name.setGraphic(new Circle(4, Paints.of(theme.run(run.style()))));
            TextSize.scale(name.maxWidthProperty(), name, sides.size() == 1 ? 150 : 74);
            name.setTooltip(new Tooltip(run.name()));
            add(name, i + 1, row);
            setHalignment(name, HPos.RIGHT);
        }
        row++;
    }

    private void heading(String text) {
        Label heading = Rows.heading(text);
        heading.setWrapText(true);
        heading.setMinHeight(USE_PREF_SIZE);
        add(heading, 0, row++, 3, 1);
    }

    private void line(String what, List<Side> sides, ToDoubleFunction<Side> value) {
        cells(what, sides, s -> signed(value.applyAsDouble(s)));
    }

    private void figure(String what, List<Side> sides, ToDoubleFunction<Side> value) {
        cells(what, sides, s -> Numbers.fixed(value.applyAsDouble(s), 4));
    }

    private void counts(String what, List<Side> sides, ToDoubleFunction<Side> value) {
        cells(what, sides, s -> Numbers.count((long) value.applyAsDouble(s)));
    }

    private interface Cell {
        String of(Side side);
    }

    private void cells(String what, List<Side> sides, Cell cell) {
        Label name = WrappedText.wrapped(what, "muted");
        name.setMinHeight(USE_PREF_SIZE);
        name.setTooltip(new Tooltip(what));
        add(name, 0, row);
        for (int i = 0; i < sides.size(); i++) {
            Label figure = new Label(cell.of(sides.get(i)));
            figure.getStyleClass().add("figures");
            figure.setMinWidth(USE_PREF_SIZE);
            setHalignment(figure, HPos.RIGHT);
            add(figure, i + 1, row);
        }
        row++;
    }

    private static String signed(double value) {
        return Numbers.difference(value, 4);
    }

    /** The strongest inputs that fire in any of the runs, with their weights where they do. */
    private void inputs(List<Side> sides, int t) {
        Set<Integer> sources = new HashSet<>();
        sides.forEach(side -> side.course().synapses().forEach(s -> sources.add(s.source())));
        boolean one = sources.size() == 1;
        List<Map<String, Double>> weights = new ArrayList<>();
        List<String> order = new ArrayList<>();
        for (Side side : sides) {
            Map<String, Double> firing = new HashMap<>();
            List<Synapse> active = side.course().active(side.trace().spikes(), t);
            for (int i = 0; i < active.size(); i++) {
                String place = place(side.trace(), active.get(i));
                String name =
                        one ? place : layer(side.trace(), active.get(i).source()) + " " + place;
                firing.put(name, side.inV(side.brought(active.get(i), t)));
                if (i < MAX_INPUTS && !order.contains(name)) {
                    order.add(name);
                }
            }
            weights.add(firing);
        }
        if (!order.isEmpty()) {
            heading(
                    one
                            ? Texts.text(
                                    "ui.neuron.strongestOf",
                                    layer(sides.getFirst().trace(), sources.iterator().next()))
                            : Texts.text("ui.neuron.strongest"));
        }
        for (String input : order.subList(0, Math.min(MAX_INPUTS, order.size()))) {
            cells(
                    input,
                    sides,
                    s -> {
                        Double weight = weights.get(sides.indexOf(s)).get(input);
                        return weight == null ? Numbers.NONE : signed(weight);
                    });
        }
    }

    private static String place(ImageTrace trace, Synapse synapse) {
        Shape shape = trace.network().sourceShape(synapse.source());
        return NeuronNames.place(shape, synapse.neuron());
    }

    private static String layer(ImageTrace trace, int source) {
        return source < 0
                ? Texts.text("ui.neuron.source")
                : trace.network().layers().get(source).name();
    }
}
