package org.eccexplorer.ui.settings;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TitledPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.eccexplorer.app.run.DenseChoice;
import org.eccexplorer.app.run.Settings;
import org.eccexplorer.app.session.WindowPart;
import org.eccexplorer.convert.ConversionOptions;
import org.eccexplorer.convert.ConversionOptions.AveragePooling;
import org.eccexplorer.convert.ConversionOptions.LambdaScope;
import org.eccexplorer.convert.ConversionOptions.MaximumPooling;
import org.eccexplorer.convert.ConversionOptions.Readout;
import org.eccexplorer.convert.ConversionOptions.Rounding;
import org.eccexplorer.convert.ConversionOptions.ThetaTiming;
import org.eccexplorer.sim.ClosedForm.Variant;
import org.eccexplorer.sim.KernelChoice;
import org.eccexplorer.spiking.InputCoding;
import org.eccexplorer.spiking.Reset;
import org.eccexplorer.text.Texts;
import org.eccexplorer.ui.fx.Choices;
import org.eccexplorer.ui.fx.Rows;
import org.eccexplorer.ui.state.ExplorerViewModel;
import org.eccexplorer.ui.state.SettingsEditor;

/** The left side: the three techniques and the settings of neurons and weights. */
public final class SettingsPane extends VBox {
    private static final Integer[] BITS = {0, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16};

    private final SettingsEditor settings;
    private final SettingControls controls;
    private final ChoiceBox<DenseChoice> dense =
            Choices.of(List.of(DenseChoice.values()), Texts::name);
    private final Map<WindowPart, Node> parts = new EnumMap<>(WindowPart.class);

    public SettingsPane(ExplorerViewModel model) {
        settings = model.settings();
        controls = new SettingControls(settings);
        dense.valueProperty().bindBidirectional(model.dense().choiceProperty());
        getStyleClass().add("settings");
        getChildren().add(Rows.heading("Explicit current control"));
        add(WindowPart.NORMALISATION, normalisation());
        add(WindowPart.ELIMINATION, elimination());
        add(WindowPart.CONSISTENCY, consistency(model.experiment().epsilons()));
        VBox neuron = new VBox(9, Rows.heading("Neuron and weights"));
        neuron(neuron);
        add(WindowPart.NEURON_SETTINGS, neuron);
        add(WindowPart.MORE_SETTINGS, more());
    }

    private void add(WindowPart part, Node node) {
        parts.put(part, node);
        getChildren().add(node);
    }

    /** Shows the parts for which the condition holds. */
    public void show(Predicate<WindowPart> condition) {
        parts.forEach((part, node) -> {
            node.setVisible(condition.test(part));
            node.setManaged(condition.test(part));
        });
    }

    private TechniqueCard normalisation() {
        return new TechniqueCard(
                        "Current normalisation",
                        "Scale each layer so that its largest activation is rate 1 and nothing is"
                                + " clipped.",
                        "W ← κ·W·λ_before/λ\nb ← κ·b/λ\nV_thr ← κ",
                        "Like setting the volume so that the loudest passage just fits: nothing is"
                                + " distorted, and nothing is lost in the hiss.",
                        controls.toggle(
                                ConversionOptions::currentNormalisation,
                                (o, on) -> o.currentNormalisation = on))
                .with(
                        "λ from",
                        "λ = max a over the calibration images, or a percentile of the a > 0; in"
                                + " units of the activation a. Rate 1 stands for λ",
                        controls.choice(
                                ConversionOptions::lambdaPercentile,
                                (o, v) -> o.lambdaPercentile = v,
                                v -> v == 100 ? "maximum" : "%s %%".formatted(v),
                                100.0,
                                99.99,
                                99.9,
                                99.0))
                .with(
                        "κ",
                        "V_thr = κ in every layer (no unit); weights and biases grow with it, so"
                                + " any value gives the same spikes",
                        controls.number(
                                "κ, the threshold of every layer, no unit",
                                1e-3,
                                1e6,
                                ConversionOptions::kappa,
                                (o, v) -> o.kappa = v));
    }

    private TechniqueCard elimination() {
        return new TechniqueCard(
                        "Residual elimination",
                        "Give each neuron θ·V_thr of charge, so that its spike count is rounded,"
                                + " not cut.",
                        "V(0) = θ·V_thr, or θ·V_thr/T at every timestep\nN = ⌊S_T/V_thr + θ⌋",
                        "Like rounding a bill to the nearest coin: without it the shop would always"
                                + " keep the change, layer after layer.",
                        controls.toggle(
                                ConversionOptions::residualElimination,
                                (o, on) -> o.residualElimination = on))
                .with(
                        "θ",
                        "Extra charge θ·V_thr, θ in units of V_thr: a neuron spikes"
                                + " ⌊S/V_thr + θ⌋ times; 0.5 rounds to nearest",
                        controls.slider(
                                "θ in units of V_thr",
                                ConversionOptions::theta,
                                (o, v) -> o.theta = v))
                .with(
                        "given",
                        "When the charge arrives: V(0) = θ·V_thr, or θ·V_thr/T at every timestep:"
                                + " the same at T, later spikes before it",
                        controls.choice(
                                ConversionOptions::thetaTiming,
                                (o, v) -> o.thetaTiming = v,
                                v -> v == ThetaTiming.START ? "at the start" : "spread",
                                ThetaTiming.values()));
    }

    private TechniqueCard consistency(String trained) {
        Label model = new Label(trained);
        model.getStyleClass().add("value");
        return new TechniqueCard(
                        "Batch-norm consistency",
                        "Fold batch normalisation with the ε it was trained with, not another"
                                + " framework's.",
                        "W' = γ/√(σ² + ε)·W\nb' = β + γ·(b − μ)/√(σ² + ε), ε as trained",
                        "Like changing money back at the rate at which it was changed: with another"
                                + " one every purse, every channel, comes out a little wrong.",
                        controls.toggle(
                                ConversionOptions::batchNormConsistency,
                                (o, on) -> o.batchNormConsistency = on))
                .with("ε in model", "ε of the model's batch normalisations", model)
                .with(
                        "ε while off",
                        "ε, the number added to the variance, that the fold uses while the switch"
                                + " is off",
                        controls.number(
                                "ε while off, in units of the variance",
                                0,
                                1,
                                ConversionOptions::epsilon,
                                (o, v) -> o.epsilon = v));
    }

    private void neuron(VBox rows) {
        controls.row(
                rows,
                "Reset",
                "What a spike does to the membrane potential V: V ← V − V_thr, or V ← 0, which loses"
                        + " what is above the threshold",
                controls.choice(
                        ConversionOptions::reset,
                        (o, v) -> o.reset = v,
                        v -> v == Reset.SUBTRACTION ? "by subtraction" : "to zero",
                        Reset.values()));
        controls.row(
                rows,
                "Input coding",
                "Constant: Z(t) = W·a₀/λ₀ + b at every timestep. Poisson: input spikes at random with"
                        + " probability a₀/λ₀ per timestep",
                controls.choice(
                        ConversionOptions::input,
                        (o, v) -> o.input = v,
                        v -> v == InputCoding.CONSTANT ? "constant current" : "Poisson spikes",
                        InputCoding.values()));
        controls.row(
                rows,
                "Weight bits",
                "Signed bits b per weight: W ← trunc(W/n·2^(b−1))/2^(b−1)·n with n = max|W| of the"
                        + " layer; float 32 keeps W",
                controls.choice(
                        ConversionOptions::weightBits,
                        (o, v) -> o.weightBits = v,
                        v -> v == 0 ? "float 32" : v + " bits",
                        BITS));
    }

    private TitledPane more() {
        VBox rows = new VBox(9);
        rows.getStyleClass().add("more");
        controls.row(
                rows,
                "Leak",
                "Share of V lost per timestep (no unit): V(t) = (1 − leak)·V(t − 1) + Z(t), V(0) = θ·V_thr"
                        + " too. Not in outputs that never fire, and not in the closed form",
                controls.number(
                        "Leak, the share of V lost per timestep",
                        0,
                        0.9999,
                        ConversionOptions::leak,
                        (o, v) -> o.leak = v));
        controls.row(
                rows,
                "λ scope",
                "λ = max over all neurons of a layer, or over those of each channel by itself, in"
                        + " units of the activation",
                controls.choice(
                        ConversionOptions::lambdaScope,
                        (o, v) -> o.lambdaScope = v,
                        v -> v == LambdaScope.LAYER ? "per layer" : "per channel",
                        LambdaScope.values()));
        controls.row(
                rows,
                "λ percentile",
                "λ = this percentile, in %, of the activations a > 0 over the calibration images;"
                        + " 100 is the maximum. Larger activations are clipped at rate 1",
                controls.number(
                        "Percentile that gives λ, in %",
                        0.01,
                        100,
                        ConversionOptions::lambdaPercentile,
                        (o, v) -> o.lambdaPercentile = v));
        controls.row(
                rows,
                "Rounding",
                "How W/n·2^(b−1) becomes a whole number: cut towards zero as in the paper, or to the"
                        + " nearest",
                controls.choice(
                        ConversionOptions::rounding,
                        (o, v) -> o.rounding = v,
                        v -> v == Rounding.TRUNCATE ? "truncate" : "to nearest",
                        Rounding.values()));
        controls.row(
                rows,
                "Average pooling",
                "Linear: W ← W·pool, merged into the next layer's synapses. Spiking: neurons of its"
                        + " own with V_thr = λ/λ_before, as in SpKeras",
                controls.choice(
                        ConversionOptions::averagePooling,
                        (o, v) -> o.averagePooling = v,
                        v -> v == AveragePooling.LINEAR ? "linear" : "spiking",
                        AveragePooling.values()));
        controls.row(
                rows,
                "Maximum pooling",
                "It has no exact spiking counterpart. Average: the CNN changes and is measured"
                        + " again. Gate: passes the spikes of the largest accumulated current",
                controls.optional(
                        ConversionOptions::maximumPooling,
                        (o, v) -> o.maximumPooling = v,
                        "refuse",
                        v -> v == MaximumPooling.AVERAGE ? "average" : "gate",
                        MaximumPooling.values()));
        controls.row(
                rows,
                "Output",
                "Current: outputs never fire, the class has the largest Σ Z(t), in V_thr. Spikes:"
                        + " outputs fire, the class has the most spikes, ties by V",
                controls.choice(
                        ConversionOptions::output,
                        (o, v) -> o.output = v,
                        v -> v == Readout.CURRENT ? "current" : "spikes",
                        Readout.values()));
        controls.row(
                rows,
                "Seed",
                "Seed of the random spikes of a Poisson input (no unit); the same seed gives the same"
                        + " spikes",
                controls.whole(
                        "Seed of the random spikes", 0, 1e15, Settings::seed, Settings::withSeed));
        controls.row(
                rows,
                "Add shares λ",
                "Both branches of an Add get one λ = max of theirs, as in SpKeras; off: each keeps"
                        + " its own and its spikes weigh λ_branch/λ",
                controls.toggle(
                        ConversionOptions::sharedAddScale, (o, on) -> o.sharedAddScale = on));
        closedForm(rows);
        rows.getChildren().add(Rows.heading("Machine"));
        controls.row(
                rows,
                "Threads",
                "Threads that simulate, an image each; their number changes the speed, never the"
                        + " results",
                controls.whole(
                        "Threads that simulate",
                        1,
                        Runtime.getRuntime().availableProcessors(),
                        Settings::threads,
                        (s, number) -> s.withThreads(number.intValue())));
        controls.row(
                rows,
                "Kernels",
                "How the currents Σ W·s(t) are added up: spike by spike, as matrix products, or by"
                        + " the share of neurons that fire in a block of timesteps. Only the speed"
                        + " and the last bits of the sums (float32) depend on it",
                controls.otherChoice(
                        Settings::kernels,
                        Settings::withKernels,
                        SettingsPane::name,
                        List.of(KernelChoice.values())));
        controls.row(
                rows,
                Texts.text("ui.settings.dense"),
                Texts.text("ui.settings.denseMeaning"),
                dense);
        Hyperlink spKeras = new Hyperlink("As SpKeras does it");
        spKeras.setTooltip(
                new Tooltip(
                        "Spiking average pooling, outputs that fire, one λ for all branches of an"
                                + " Add, input counts rounded down"));
        spKeras.setOnAction(
                event -> settings.set(settings.get().with(settings.get().conversion().spKeras())));
        rows.getChildren().add(spKeras);
        TitledPane pane = new TitledPane("More settings", rows);
        pane.setExpanded(false);
        pane.setAnimated(false);
        return pane;
    }

    private static String name(KernelChoice kernels) {
        return switch (kernels) {
            case BY_RATE -> "by rate";
            case SPARSE -> "event-driven";
            case DENSE -> "dense";
        };
    }

    /** What the closed form leaves out, for study. */
    private void closedForm(VBox rows) {
        rows.getChildren().add(Rows.heading("Closed form"));
        controls.row(
                rows,
                "Clip at T +",
                "The closed form's counts are at most T + ext spikes, and its bias acts T + ext times,"
                        + " ext in timesteps (spike_ext of SpKeras). −1: no clip",
                controls.whole(
                        "Extension of the closed form, in timesteps",
                        -1,
                        Variant.MAX_EXTENSION,
                        s -> s.closedForm().extension(),
                        (s, ext) ->
                                s.withClosedForm(
                                        new Variant(ext.intValue(), s.closedForm().rounded()))));
        controls.row(
                rows,
                "Whole counts",
                "The closed form's counts are N = ⌊(relu(Σ W·N + b·T) + θ·V_thr)/V_thr⌋ spikes; off:"
                        + " relu(Σ W·N + b·T)/V_thr, neither cut nor with θ (noneloss of SpKeras)",
                controls.otherToggle(
                        s -> s.closedForm().rounded(),
                        (s, on) -> s.withClosedForm(new Variant(s.closedForm().extension(), on))));
        controls.row(
                rows,
                "Floor the input",
                "The closed form's input counts are ⌊a₀·T⌋, as in SpKeras; off: a₀/λ₀·T",
                controls.toggle(ConversionOptions::flooredInput, (o, on) -> o.flooredInput = on));
    }
}
