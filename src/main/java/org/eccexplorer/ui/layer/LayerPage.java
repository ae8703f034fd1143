package org.eccexplorer.ui.layer;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.eccexplorer.app.live.RunState;
import org.eccexplorer.app.run.Prepared;
import org.eccexplorer.convert.ConversionOptions;
import org.eccexplorer.convert.LayerNote;
import org.eccexplorer.convert.LayerOrigins;
import org.eccexplorer.figures.chart.LayerCharts;
import org.eccexplorer.figures.words.LayerStory;
import org.eccexplorer.figures.words.RunWords;
import org.eccexplorer.measure.RunSnapshot;
import org.eccexplorer.measure.layer.Cause;
import org.eccexplorer.measure.layer.ErrorSplit;
import org.eccexplorer.measure.layer.LayerMeasures;
import org.eccexplorer.network.Node;
import org.eccexplorer.plot.Chart;
import org.eccexplorer.plot.Scale;
import org.eccexplorer.plot.Tint;
import org.eccexplorer.spiking.SpikingLayer;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;
import org.eccexplorer.ui.chart.ChartView;
import org.eccexplorer.ui.desk.ChartGrid;
import org.eccexplorer.ui.desk.Freshness;
import org.eccexplorer.ui.desk.Page;
import org.eccexplorer.ui.desk.Workbench;
import org.eccexplorer.ui.fx.LiveScroll;
import org.eccexplorer.ui.fx.Rows;
import org.eccexplorer.ui.fx.ScriptText;
import org.eccexplorer.ui.fx.TextSize;
import org.eccexplorer.ui.fx.WrappedText;
import org.eccexplorer.ui.state.Memo;
import org.eccexplorer.ui.state.SettingsEditor;
import org.eccexplorer.ui.state.Viewed;
import org.jspecify.annotations.Nullable;

/** What the conversion made of the selected layer and why, and what was measured of it. */
public final class LayerPage extends Page {
    private final Freshness freshness = new Freshness();
    private final Memo<List<Node>, Chart> trainedWeights = new Memo<>(LayerCharts::trained);
    private final Memo<Synapses, Chart> synapses;

    /** What the chart of synaptic weights is made of. */
    private record Synapses(SpikingLayer layer, String run, int style) {}

    private final ChartView trained;
    private final ChartView converted;
    private final ChartView activations;
    private final ChartView rates;
    private final VBox rows = new VBox(6);
    private final SettingsEditor settings;
    private @Nullable Viewed seen;

    /** λ that is being dragged; empty while none is. */
    private OptionalDouble dragged = OptionalDouble.empty();

    public LayerPage(Workbench bench) {
        synapses =
                new Memo<>(of -> LayerCharts.converted(of.layer(), of.run(), Tint.run(of.style())));
        trained = bench.chart();
        converted = bench.chart();
        activations = bench.chart();
        rates = bench.chart();
        settings = bench.model().settings();
        activations.setOnPicked(this::drag);
        activations.setOnClicked(bin -> take());
        activations.addEventHandler(MouseEvent.MOUSE_RELEASED, event -> take());
        settings.valueProperty().addListener(o -> showActivations(settings.get().conversion()));
        rows.getStyleClass().add("card");
        ScrollPane scroll = new LiveScroll(rows);
        scroll.setFitToWidth(true);
        TextSize.scale(scroll.prefWidthProperty(), scroll, 270);
        scroll.getStyleClass().add("page-side");
        setLeft(scroll);
        setCenter(new ChartGrid(bench, 2, trained, converted, activations, rates));
    }

    /** Shows what λ would cut, without setting it yet. */
    private void drag(int bin) {
        OptionalDouble own = seen == null ? OptionalDouble.empty() : lambda(seen);
        if (seen != null
                && own.isPresent()
                && activations.chart().orElse(null) instanceof Chart.Histogram chart) {
            dragged = OptionalDouble.of(rounded(chart.bound(bin) * own.getAsDouble()));
            showActivations(byHand());
        }
    }

    private static OptionalDouble lambda(Viewed viewed) {
        return LayerCharts.lambda(viewed.focus(), viewed.layer());
    }

    /** To so many digits as are shown. */
    private static double rounded(double lambda) {
        return new BigDecimal(lambda).round(new MathContext(3)).doubleValue();
    }

    /** The options of the next run with what is being dragged. */
    private ConversionOptions byHand() {
        ConversionOptions options = settings.get().conversion();
        if (dragged.isEmpty() || seen == null) {
            return options;
        }
        String layer = seen.focus().network().orElseThrow().layers().get(seen.layer()).name();
        return options.with(
                ConversionOptions.LAMBDA_OF, options.lambdaOf().with(layer, dragged.getAsDouble()));
    }

    /** Sets for the next run what was dragged; one step to undo. */
    private void take() {
        if (dragged.isPresent()) {
            ConversionOptions options = byHand();
            dragged = OptionalDouble.empty();
            settings.set(settings.get().with(options));
        }
    }

    private void showActivations(ConversionOptions options) {
        if (seen != null && seen.focus().snapshot().isPresent()) {
            activations.show(LayerCharts.activations(seen.focus(), seen.layer(), options));
        }
    }

    @Override
    public void refresh(Viewed viewed) {
        seen = viewed;
        RunState focus = viewed.focus();
        int index = viewed.layer();
        if (focus.prepared().isEmpty()) {
            freshness.ofRun(viewed, trained, converted, activations, rates);
            rows.getChildren().setAll(WrappedText.wrapped(RunWords.whyEmpty(focus), "muted"));
            return;
        }
        Prepared prepared = focus.prepared().get();
        SpikingLayer layer = prepared.network().layers().get(index);
        List<Node> origins = LayerOrigins.of(prepared.cnn().network(), prepared.network(), index);
        trained.show(trainedWeights.of(origins));
        converted.show(synapses.of(new Synapses(layer, focus.name(), focus.style())));
        if (freshness.ofRun(viewed, activations, rates)) {
            showActivations(byHand());
            rates.show(LayerCharts.rates(focus, index));
        }
        rows.getChildren().clear();
        rows.getChildren().add(Rows.heading(Texts.text("ui.layer.heading", layer.name())));
        figures(layer);
        rows.getChildren().add(Rows.heading(Texts.text("ui.layer.conversion")));
        for (String sentence : LayerStory.of(prepared, index)) {
            rows.getChildren().add(ScriptText.wrapped(sentence, "story"));
        }
        Set<String> own = origins.stream().map(Node::name).collect(Collectors.toSet());
        prepared.report().notes().stream()
                .filter(note -> own.contains(note.layer()))
                .forEach(this::note);
        for (String warning : prepared.report().warnings()) {
            rows.getChildren().add(WrappedText.wrapped(warning, "warning"));
        }
        List<LayerMeasures> measured = focus.snapshot().map(RunSnapshot::layers).orElse(List.of());
        if (index < measured.size()) {
            RunSnapshot run = focus.snapshot().orElseThrow();
            rows.getChildren().add(Rows.heading(Texts.text("ui.layer.measured")));
            row(
                    Texts.text("ui.layer.timesteps"),
                    Numbers.count(run.timesteps()),
                    Texts.text("ui.layer.timestepsMeaning"));
            row(
                    Texts.text("ui.layer.images"),
                    run.isComplete()
                            ? Numbers.count(run.images())
                            : Texts.text(
                                    "ui.layer.partial",
                                    Numbers.count(run.images()),
                                    Numbers.count(run.total())),
                    Texts.text("ui.layer.imagesMeaning"));
            measures(measured.get(index));
        }
    }

    private void figures(SpikingLayer layer) {
        row(
                Texts.text("ui.layer.neurons"),
                Numbers.count(layer.neurons()),
                Texts.text("ui.layer.neuronsMeaning"));
        row(
                Texts.text("ui.layer.shape"),
                layer.shape().toString(),
                Texts.text("ui.layer.shapeMeaning"));
        row(
                Texts.text("ui.layer.lambda"),
                range(layer.lambda()),
                Texts.text("ui.layer.lambdaMeaning"));
        row(
                Texts.text("ui.layer.scale"),
                range(layer.scale()),
                Texts.text("ui.layer.scaleMeaning"));
        row(
                Texts.text("ui.layer.threshold"),
                Numbers.significant(layer.threshold(), 4),
                Texts.text("ui.layer.thresholdMeaning"));
        row(
                Texts.text("ui.layer.initial"),
                range(initialPotentials(layer)),
                Texts.text("ui.layer.initialMeaning"));
        long synapses = layer.projections().stream().mapToLong(p -> p.synapses()).sum();
        row(
                Texts.text("ui.layer.synapses"),
                Numbers.count(synapses),
                Texts.text("ui.layer.synapsesMeaning"));
    }

    private static double[] initialPotentials(SpikingLayer layer) {
        double[] potentials = new double[layer.hasInitialOffset() ? layer.neurons() : 1];
        for (int i = 0; i < potentials.length; i++) {
            potentials[i] = layer.initialPotential(i);
        }
        return potentials;
    }

    /** One figure, or the smallest and largest of channels that differ. */
    private static String range(double[] values) {
        double low = Arrays.stream(values).min().orElse(0);
        double high = Arrays.stream(values).max().orElse(0);
        return low == high
                ? Numbers.significant(low, 4)
                : Texts.text(
                        "ui.layer.range",
                        Numbers.significant(low, 3),
                        Numbers.significant(high, 3));
    }

    private void measures(LayerMeasures layer) {
        if (layer.hasRate()) {
            row(
                    Texts.text("ui.layer.spikes"),
                    Numbers.fixed(layer.spikesPerImage(), 0),
                    Texts.text("ui.layer.spikesMeaning"));
            row(
                    Texts.text("ui.layer.rate"),
                    Scale.smallPercent(layer.meanRate()),
                    Texts.text("ui.layer.rateMeaning"));
            row(
                    Texts.text("ui.layer.clipped"),
                    Scale.smallPercent(layer.clippedShare()),
                    Texts.text("ui.layer.clippedMeaning"));
        } else {
            row(
                    Texts.text("ui.layer.current"),
                    Numbers.significant(layer.current().mean(), 3),
                    Texts.text("ui.layer.currentMeaning"));
        }
        row(
                Texts.text("ui.layer.correlation"),
                Numbers.fixed(layer.agreement().pearson(), 4),
                Texts.text("ui.layer.correlationMeaning"));
        ErrorSplit error = layer.error();
        row(
                Texts.text("ui.layer.error"),
                inLambda(Numbers.significant(error.total().meanAbsolute(), 2)),
                Texts.text("ui.layer.errorMeaning"));
        for (Cause cause : layer.hasRate() ? Cause.values() : new Cause[] {Cause.INHERITED}) {
            row(
                    Texts.text("ui.layer.part", Texts.name(cause)),
                    inLambda(signed(error.part(cause).mean())),
                    Texts.text("ui.layer.partMeaning"));
        }
    }

    private static String inLambda(String value) {
        return Texts.text("ui.layer.inLambda", value);
    }

    private static String signed(double mean) {
        return mean == 0 ? "0" : (mean > 0 ? "+" : "") + Numbers.significant(mean, 2);
    }

    private void note(LayerNote note) {
        Label name =
                new Label(Texts.text("ui.layer.note", note.layer(), Texts.name(note.action())));
        name.getStyleClass().add("value");
        rows.getChildren().addAll(name, WrappedText.wrapped(note.explanation(), "muted"));
    }

    private void row(String name, String value, String tooltip) {
        Region label = ScriptText.wrapped(name, "muted");
        label.setMinWidth(Region.USE_PREF_SIZE);
        if (label instanceof Label words) {
            words.setTooltip(new Tooltip(tooltip));
        } else {
            Tooltip.install(label, new Tooltip(tooltip));
        }
        Label figure = new Label(value);
        figure.getStyleClass().add("value");
        rows.getChildren().add(Rows.row(label, figure));
    }
}
