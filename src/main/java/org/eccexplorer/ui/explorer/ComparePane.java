package org.eccexplorer.ui.explorer;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import javafx.util.StringConverter;
import org.eccexplorer.app.RunState;
import org.eccexplorer.app.SampleTrace;
import org.eccexplorer.convert.ConversionOptions;
import org.eccexplorer.measure.RunSnapshot;
import org.eccexplorer.plot.Colour;
import org.eccexplorer.plot.Theme;
import org.eccexplorer.ui.fx.ChartView;

/** Two runs A and B on the same images, with the same sample, layer and timestep. */
final class ComparePane extends VBox {
    private final Workbench bench;
    private final Side a = new Side("A");
    private final Side b = new Side("B");
    private final ChartView accuracy;
    private final ChartView errors;
    private final Label sentence = new Label();
    private final TimeBar time;
    private final RunTable table;

    /** The header and the maps of one of the two runs. */
    private static final class Side {
        private final String letter;
        private final ChoiceBox<RunState> choice = new ChoiceBox<>();
        private final Circle dot = new Circle(6);
        private final HBox chips = new HBox(6);
        private final Label figure = new Label("–");
        private final Label title = new Label();
        private final Label reading = new Label();
        private final MapsView maps = new MapsView(12);

        Side(String letter) {
            this.letter = letter;
            choice.setConverter(
                    new StringConverter<>() {
                        @Override
                        public String toString(RunState run) {
                            return run == null ? "" : run.name();
                        }

                        @Override
                        public RunState fromString(String text) {
                            throw new UnsupportedOperationException("nobody types here");
                        }
                    });
            choice.setAccessibleText("run " + letter);
            figure.getStyleClass().add("figure");
            title.getStyleClass().add("card-title");
            reading.getStyleClass().add("muted");
            maps.setOnHovered(() -> caption());
        }

        private void caption() {
            reading.setText("CNN activation · SNN rate · difference · " + maps.reading());
        }

        HBox header() {
            Label name = new Label(letter + " ·");
            name.getStyleClass().add("card-title");
            Region space = new Region();
            HBox.setHgrow(space, Priority.ALWAYS);
            chips.setAlignment(Pos.CENTER_LEFT);
            HBox header = new HBox(8, dot, name, choice, chips, space, figure);
            header.getStyleClass().addAll("card", "compare-header");
            return header;
        }

        VBox card() {
            VBox card = new VBox(4, title, reading, maps);
            card.getStyleClass().add("card");
            return card;
        }

        Optional<RunState> run() {
            return Optional.ofNullable(choice.getValue());
        }
    }

    ComparePane(Workbench bench) {
        super(10);
        this.bench = bench;
        getStyleClass().add("compare");
        accuracy = bench.timeChart();
        errors = bench.layerChart();
        sentence.setWrapText(true);
        sentence.setMinHeight(USE_PREF_SIZE);
        sentence.setMaxWidth(Double.MAX_VALUE);
        sentence.getStyleClass().add("sentence");
        time = new TimeBar(bench.model(), this::nextDiffering);
        table = new RunTable(bench.model());
        VBox errorColumn = new VBox(8, bench.card(errors, () -> {}), sentence);
        VBox.setVgrow(errorColumn.getChildren().getFirst(), Priority.ALWAYS);
        GridPane charts = halves(bench.card(accuracy, () -> {}), errorColumn);
        VBox.setVgrow(charts, Priority.ALWAYS);
        a.maps.setOnPicked(bench.model().selectedNeuronProperty()::set);
        b.maps.setOnPicked(bench.model().selectedNeuronProperty()::set);
        getChildren()
                .addAll(
                        halves(a.header(), b.header()),
                        charts,
                        time,
                        halves(a.card(), b.card()),
                        table);
    }

    private static GridPane halves(Region left, Region right) {
        GridPane grid = new GridPane();
        grid.setHgap(10);
        for (int c = 0; c < 2; c++) {
            ColumnConstraints half = new ColumnConstraints();
            half.setPercentWidth(50);
            grid.getColumnConstraints().add(half);
        }
        grid.addRow(0, left, right);
        GridPane.setVgrow(left, Priority.ALWAYS);
        GridPane.setVgrow(right, Priority.ALWAYS);
        return grid;
    }

    /** Exchanges A and B. */
    void swap() {
        RunState first = a.choice.getValue();
        a.choice.setValue(b.choice.getValue());
        b.choice.setValue(first);
    }

    /** Shows runs: the newest as A and the one before it as B until the user chooses. */
    void refresh() {
        List<RunState> runs = bench.model().runs();
        follow(a, runs, 0);
        follow(b, runs, 1);
        table.update();
        if (a.run().isEmpty() || b.run().isEmpty()) {
            sentence.setText("Compare needs two runs: change a switch and run again.");
            return;
        }
        RunState first = a.run().get();
        RunState second = b.run().get();
        int t = bench.model().playback().timestepProperty().get();
        List<RunState> both = List.of(first, second);
        accuracy.show(RunCharts.accuracy(both, first, t));
        errors.show(RunCharts.errors(both, first, bench.model().selectedLayerProperty().get()));
        sentence.setText(Sentences.comparison(first, second));
        int layer = bench.model().selectedLayerProperty().get();
        time.refresh(layerName(first, layer), differing(first, second, t).size());
        side(a, first, layer, t);
        side(b, second, layer, t);
    }

    private static void follow(Side side, List<RunState> runs, int standard) {
        int chosen = side.run().map(RunState::id).orElse(-1);
        Optional<RunState> now = runs.stream().filter(run -> run.id() == chosen).findFirst();
        if (!side.choice.getItems().equals(runs)) {
            side.choice.getItems().setAll(runs);
        }
        if (now.isPresent()) {
            side.choice.setValue(now.get());
        } else if (standard < runs.size()) {
            side.choice.setValue(runs.get(standard));
        }
    }

    private static String layerName(RunState run, int layer) {
        return run.network()
                .filter(network -> layer < network.layers().size())
                .map(network -> network.layers().get(layer).name())
                .orElse("–");
    }

    private void side(Side side, RunState run, int layer, int t) {
        Theme theme = bench.theme().get();
        Colour colour = theme.run(run.id());
        Color paint = Color.rgb(colour.red(), colour.green(), colour.blue());
        side.dot.setFill(paint);
        side.chips.getChildren().setAll(chips(run.settings().conversion()));
        side.figure.setTextFill(paint);
        side.figure.setText(
                run.snapshot()
                        .map(s -> "%.1f %%".formatted(100 * s.accuracy(Math.min(t, s.timesteps()))))
                        .orElse("–"));
        side.title.setText(side.letter + " · " + layerName(run, layer));
        Optional<SampleTrace> trace = bench.model().trace(run);
        if (trace.isPresent() && layer < trace.get().network().layers().size()) {
            int last = Math.min(t, trace.get().spikes().timesteps());
            side.maps.show(trace.get(), layer, last, bench.model().neuron(trace.get()));
            side.caption();
        }
    }

    private static List<Label> chips(ConversionOptions options) {
        return List.of(
                chip(
                        String.format(Locale.ROOT, "θ %.4g", options.effectiveTheta())
                                .replaceAll("\\.?0+$", "")),
                chip(
                        "κ "
                                + (options.currentNormalisation()
                                        ? "%.0f".formatted(options.kappa())
                                        : "–")),
                chip(
                        options.lambdaPercentile() == 100
                                ? "λ max"
                                : "λ p" + options.lambdaPercentile()));
    }

    private static Label chip(String text) {
        Label chip = new Label(text);
        chip.getStyleClass().addAll("round-chip", "muted");
        return chip;
    }

    /** Images on which A and B give different answers at a timestep. */
    private static List<Integer> differing(RunState first, RunState second, int t) {
        if (first.snapshot().isEmpty() || second.snapshot().isEmpty()) {
            return List.of();
        }
        RunSnapshot one = first.snapshot().get();
        RunSnapshot other = second.snapshot().get();
        int at = Math.min(t, Math.min(one.timesteps(), other.timesteps())) - 1;
        return IntStream.range(0, Math.min(one.images(), other.images()))
                .filter(i -> one.answers()[i][at] != other.answers()[i][at])
                .boxed()
                .toList();
    }

    private void nextDiffering() {
        if (a.run().isEmpty() || b.run().isEmpty()) {
            return;
        }
        int t = bench.model().playback().timestepProperty().get();
        List<Integer> all = differing(a.run().get(), b.run().get(), t);
        int from = bench.model().sampleProperty().get().index();
        all.stream()
                .filter(i -> i > from)
                .findFirst()
                .or(() -> all.stream().findFirst())
                .ifPresent(bench.model()::selectSample);
    }
}
