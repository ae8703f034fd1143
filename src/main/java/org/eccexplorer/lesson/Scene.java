package org.eccexplorer.lesson;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** What a lesson plays with. Every scene may have a bundled network beside it. */
public enum Scene {
    /** One neuron with a constant current, in units of V_thr. */
    NEURON(
            Set.of("T", "theta", "spread", "current"),
            Set.of("spikes", "rate", "asked", "residual", "error", "mean_error", "worst_error"),
            Set.of("membrane", "rate", "sweep", "error", "sweep_error")),
    /** One neuron whose current differs from timestep to timestep. */
    SEQUENCE(
            Set.of("theta", "place"),
            Set.of("T", "spikes", "closed", "sum", "residual"),
            Set.of("membrane", "currents")),
    /** Two neurons with constant currents a and b feed a third by weights wa and wb. */
    PAIR(
            Set.of("T", "theta", "a", "b", "wa", "wb"),
            Set.of("a_spikes", "b_spikes", "spikes", "closed", "sum", "residual"),
            Set.of("membrane", "raster", "counts")),
    /** A bundled network alone. */
    NETWORK(Set.of(), Set.of(), Set.of());

    /** What can be set of a network, and what it gives. */
    private static final Set<String> NETWORK_INPUTS =
            Set.of("T", "theta", "spread", "cn", "percentile", "epsilon", "goal");

    private static final Set<String> NETWORK_VALUES =
            Set.of(
                    "accuracy",
                    "cnn",
                    "closed_accuracy",
                    "waiting_accuracy",
                    "maximum_accuracy",
                    "latency",
                    "images",
                    "steps",
                    "layers",
                    "net_spikes",
                    "operations",
                    "macs",
                    "energy",
                    "addition",
                    "multiplication",
                    "lambda",
                    "maximum_lambda",
                    "largest",
                    "cut",
                    "worst_channel",
                    "reach",
                    "runs");

    private static final Set<String> NETWORK_CHARTS =
            Set.of("accuracy", "latency", "histogram", "channels", "energy", "layers");

    /** Charts whose first line can be drawn by hand. */
    static final Set<String> DRAWN = Set.of("rate", "sweep", "error", "accuracy");

    @SuppressWarnings("ImmutableEnumChecker") // Set.of cannot be changed
    private final Set<String> inputs;

    @SuppressWarnings("ImmutableEnumChecker") // Set.of cannot be changed
    private final Set<String> values;

    @SuppressWarnings("ImmutableEnumChecker") // Set.of cannot be changed
    private final Set<String> charts;

    Scene(Set<String> inputs, Set<String> values, Set<String> charts) {
        this.inputs = inputs;
        this.values = values;
        this.charts = charts;
    }

    /** What they are called in files. */
    static final String NAMES = "neuron, sequence, pair, network";

    /** The scene of a name in a file. */
    static Optional<Scene> named(String name) {
        return Arrays.stream(values())
                .filter(scene -> scene.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst();
    }

    /** What a control can move in any of these scenes. */
    public static Set<String> inputs(List<Scene> scenes, boolean network) {
        return all(scenes, scene -> scene.inputs, network ? NETWORK_INPUTS : Set.of());
    }

    /** What is computed in any of these scenes. */
    public static Set<String> values(List<Scene> scenes, boolean network) {
        return all(scenes, scene -> scene.values, network ? NETWORK_VALUES : Set.of());
    }

    /** What can be drawn of any of these scenes. */
    public static Set<String> charts(List<Scene> scenes, boolean network) {
        return all(scenes, scene -> scene.charts, network ? NETWORK_CHARTS : Set.of());
    }

    /** Whether a number or a chart is one of a network. */
    public static boolean isOfNetwork(String name) {
        return NETWORK_VALUES.contains(name) || NETWORK_CHARTS.contains(name);
    }

    private static Set<String> all(
            List<Scene> scenes, Function<Scene, Set<String>> names, Set<String> others) {
        Set<String> all = new TreeSet<>(others);
        scenes.forEach(scene -> all.addAll(names.apply(scene)));
        return all;
    }
}
