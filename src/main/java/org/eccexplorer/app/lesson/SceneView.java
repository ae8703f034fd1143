package org.eccexplorer.app.lesson;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eccexplorer.app.live.RunState;
import org.eccexplorer.app.run.Settings;
import org.eccexplorer.lesson.Control;
import org.eccexplorer.lesson.Expression;
import org.eccexplorer.lesson.Lesson;
import org.eccexplorer.lesson.Scene;
import org.jspecify.annotations.Nullable;

/**
 * A scene under certain settings: all its numbers by name, each computed when it is first asked
 * for. Numbers of a network are NaN until its run was made.
 */
public final class SceneView implements Names {
    private final Lesson lesson;
    private final Scene scene;
    private final Optional<NetworkScene> network;
    private final Map<String, Double> settings;
    private final Map<String, Double> values = new HashMap<>();
    private @Nullable NeuronScene neuron;
    private @Nullable SequenceScene sequence;
    private @Nullable PairScene pair;

    SceneView(
            Lesson lesson,
            Scene scene,
            Optional<NetworkScene> network,
            Map<String, Double> settings) {
        this.lesson = lesson;
        this.scene = scene;
        this.network = network;
        this.settings = Map.copyOf(settings);
    }

    Map<String, Double> settings() {
        return settings;
    }

    /** The network beside it, if the lesson has one. */
    public Optional<NetworkScene> network() {
        return network;
    }

    /** What it plays with. */
    public Scene scene() {
        return scene;
    }

    public Lesson lesson() {
        return lesson;
    }

    private double input(String name) {
        Expression derived = lesson.derived().get(name);
        return derived == null ? settings.getOrDefault(name, Double.NaN) : derived.at(this::input);
    }

    @Override
    public double of(String name) {
        boolean isInput = settings.containsKey(name) || lesson.derived().containsKey(name);
        if (isInput) {
            return input(name);
        }
        Double known = values.get(name);
        if (known != null) {
            return known;
        }
        double value = computed(name);
        if (!Double.isNaN(value)) {
            values.put(name, value);
        }
        return value;
    }

    private double computed(String name) {
        double value =
                switch (scene) {
                    case NEURON -> neuron().value(name);
                    case SEQUENCE -> sequence().value(name);
                    case PAIR -> pair().value(name);
                    case NETWORK -> Double.NaN;
                };
        return Double.isNaN(value) && network.isPresent() ? network.get().value(name, this) : value;
    }

    /** T where something is read. */
    public int timestep() {
        double t = input("T");
        return Double.isNaN(t) ? network.map(own -> own.spec().steps()).orElse(1) : whole("T");
    }

    /** The largest T that the learner can choose. */
    private int most() {
        Control control = lesson.controls().get("T");
        double most =
                control == null
                        ? timestep()
                        : control.stops().stream().mapToDouble(Double::doubleValue).max().orElse(1);
        return (int) Math.max(1, most);
    }

    /** The neuron of a {@link Scene#NEURON}. */
    public NeuronScene neuron() {
        if (neuron == null) {
            neuron = NeuronScene.of(this::input, most());
        }
        return neuron;
    }

    /** The neuron of a {@link Scene#SEQUENCE}. */
    public SequenceScene sequence() {
        if (sequence == null) {
            sequence = SequenceScene.of(this::input, lesson.currents());
        }
        return sequence;
    }

    /** The neurons of a {@link Scene#PAIR}. */
    public PairScene pair() {
        if (pair == null) {
            pair = PairScene.of(this::input);
        }
        return pair;
    }

    /** What the network would be run with; empty without a network. */
    public Optional<Settings> wanted() {
        return network.map(own -> own.settings(this::input));
    }

    /** The run with those settings, if it was made. */
    public Optional<RunState> run() {
        return network.flatMap(own -> own.known(wanted().orElseThrow()));
    }

    /** Whether a run is missing. */
    public boolean isWaiting() {
        return network.isPresent() && run().isEmpty();
    }
}
