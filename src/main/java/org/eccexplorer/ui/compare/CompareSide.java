package org.eccexplorer.ui.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.property.IntegerProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.eccexplorer.app.live.RunState;
import org.eccexplorer.app.run.RunName;
import org.eccexplorer.convert.ConversionOptions;
import org.eccexplorer.figures.chart.MapsContent;
import org.eccexplorer.figures.words.RunWords;
import org.eccexplorer.option.Option;
import org.eccexplorer.plot.ChartTheme;
import org.eccexplorer.plot.Colour;
import org.eccexplorer.plot.Tint;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;
import org.eccexplorer.ui.chart.LineMark;
import org.eccexplorer.ui.desk.Workbench;
import org.eccexplorer.ui.fx.TextSize;
import org.eccexplorer.ui.fx.TextWidth;
import org.eccexplorer.ui.fx.Tips;
import org.eccexplorer.ui.image.MapsView;
import org.jspecify.annotations.Nullable;

/** The header and the maps of one of two runs that are compared. */
final class CompareSide {
    /** Below this width only the settings that differ are shown. */
    private static final double WIDE = 600;

    /** The box in which a run is chosen is at most so wide, for text of the usual size. */
    private static final double WIDEST_CHOICE = 220;

    /** Longer than chooser and settings in one line, which they are wherever there is room. */
    private static final double ONE_LINE = 2000;

    /**
     * In that box beside the name: a piece of its line, arrow and gaps, for text of the usual size.
     */
    private static final double BESIDE_NAME = 80;

    /** These are shown whether they are as usual or not. */
    private static final Set<Option<?>> ALWAYS_SHOWN =
            Set.of(
                    ConversionOptions.THETA,
                    ConversionOptions.KAPPA,
                    ConversionOptions.LAMBDA_PERCENTILE);

    /** In a narrower header the accuracy is below what it is of. */
    private static final double NARROW = 400;

    private static final double BESIDE = 230;
    private static final double BELOW = 110;

    private final String letter;
    private final IntegerProperty chosen;
    private final ComboBox<Offer> choice = new ComboBox<>();
    private final Label of = new Label();
    private final HBox header = new HBox(8);
    private final ObservableValue<Double> textSize = TextSize.of(header);
    private final HBox named = new HBox(8);
    private final FlowPane words = new FlowPane(6, 4, named);
    private final Label figure = new Label(Numbers.NONE);
    private final Label title = new Label();
    private final Label reading = new Label();
    private final MapsView maps = new MapsView(12);
    private Optional<RunState> run = Optional.empty();
    private List<String> settings = List.of();
    private List<Boolean> differing = List.of();

    /**
     * A run that can be chosen; it stays the same while the run goes on.
     *
     * @param name in the closed box
     * @param text in the list: with T and n
     */
    private record Offer(int id, int style, String name, String text) {
        Offer(RunState run) {
            this(
                    run.id(),
                    run.style(),
                    run.isActive() ? run.name() : RunWords.legend(run),
                    run.isActive()
                            ? Texts.text("ui.compare.going", run.name(), run.settings().timesteps())
                            : RunWords.choice(run));
        }
    }

    /** A run with a piece of its line. */
    private static final class OfferCell extends ListCell<Offer> {
        private final LineMark sign = new LineMark();
        private final Supplier<ChartTheme> theme;
        private final Function<Offer, String> naming;

        OfferCell(Supplier<ChartTheme> theme, Function<Offer, String> naming) {
            this.theme = theme;
            this.naming = naming;
        }

        @Override
        protected void updateItem(@Nullable Offer offer, boolean empty) {
            super.updateItem(offer, empty);
            setText(empty || offer == null ? "" : naming.apply(offer));
            setGraphic(empty || offer == null ? null : sign);
            Tips.say(this, empty || offer == null ? "" : offer.text());
            if (!empty && offer != null) {
                sign.show(Tint.run(offer.style()), theme.get());
            }
        }
    }

    /**
     * The side.
     *
     * @param chosen id of the run that is shown, −1 until one is
     */
    CompareSide(String letter, Workbench bench, IntegerProperty chosen) {
        this.letter = letter;
        Supplier<ChartTheme> theme = bench.theme()::get;
        choice.setCellFactory(list -> new OfferCell(theme, Offer::text));
        choice.setButtonCell(new OfferCell(theme, Offer::name));
        this.chosen = chosen;
        choice.valueProperty()
                .addListener((property, before, offer) -> {
                    if (offer != null) {
                        chosen.set(offer.id());
                    }
                });
        choice.setAccessibleText(Texts.text("ui.compare.run", letter));
        figure.getStyleClass().add("figure");
        figure.setMinWidth(Region.USE_PREF_SIZE);
        title.getStyleClass().add("card-title");
        reading.getStyleClass().add("muted");
        maps.setOnHovered(this::caption);
        of.getStyleClass().add("muted");
        of.setMinWidth(Region.USE_PREF_SIZE);
        maps.setOnPicked(bench.model().selection().neuronProperty()::set);
    }

    private void caption() {
        reading.setText(
                Texts.text(
                        "ui.compare.maps",
                        maps.reading().isEmpty()
                                ? Texts.text(
                                        "ui.compare.zeroTo", Numbers.significant(maps.most(), 3))
                                : maps.reading()));
    }

    HBox header() {
        Label name = new Label(letter + " ·");
        name.getStyleClass().add("card-title");
        name.setMinWidth(Region.USE_PREF_SIZE);
        named.setAlignment(Pos.CENTER_LEFT);
        named.getChildren().addAll(name, choice);
        words.setAlignment(Pos.CENTER_LEFT);
        words.setPrefWrapLength(ONE_LINE);
        HBox.setHgrow(words, Priority.ALWAYS);
        choice.setMinWidth(Region.USE_PREF_SIZE);
        choice.prefWidthProperty()
                .bind(
                        Bindings.createDoubleBinding(
                                this::choiceWidth, choice.valueProperty(), textSize));
        FlowPane read = new FlowPane(8, 0, of, figure);
        read.setAlignment(Pos.CENTER_RIGHT);
        read.prefWrapLengthProperty()
                .bind(
                        Bindings.createDoubleBinding(
                                () ->
                                        (header.getWidth() > NARROW * textSize.getValue()
                                                        ? BESIDE
                                                        : BELOW)
                                                * textSize.getValue(),
                                header.widthProperty(),
                                textSize));
        header.getChildren().addAll(words, read);
        header.getStyleClass().addAll("card", "compare-header");
        return header;
    }

    /** As wide as the name that it shows, as far as that leaves room for the rest. */
    private double choiceWidth() {
        Offer offer = choice.getValue();
        if (offer == null) {
            return Region.USE_COMPUTED_SIZE;
        }
        double size = textSize.getValue();
        return Math.min(
                TextWidth.bold(offer.name(), size) + BESIDE_NAME * size, WIDEST_CHOICE * size);
    }

    VBox card() {
        maps.setMinHeight(Region.USE_PREF_SIZE);
        title.setMinWidth(Region.USE_PREF_SIZE);
        HBox line = new HBox(8, title, reading);
        line.getStyleClass().add("row");
        VBox card = new VBox(4, line, maps);
        card.getStyleClass().add("card");
        return card;
    }

    /** The run that is chosen, if any. */
    Optional<RunState> run() {
        return run;
    }

    /** Offers runs; keeps the chosen one, or takes this one. */
    void offer(List<RunState> runs, Optional<RunState> standard) {
        int id = chosen.get();
        run = runs.stream().filter(run -> run.id() == id).findFirst().or(() -> standard);
        List<Offer> offers = runs.stream().map(Offer::new).toList();
        if (!choice.getItems().equals(offers)) {
            choice.getItems().setAll(offers);
        }
        run.map(Offer::new).ifPresent(choice::setValue);
    }

    /** Shows the run at a timestep, its settings marked where the other run has others. */
    void show(RunState run, RunState other, int t, String layerName, ChartTheme theme) {
        Colour colour = theme.run(run.style());
        showSettings(settings(run), settings(other));
        figure.setStyle(
                String.format(
                        Locale.ROOT,
                        "-fx-text-fill: rgb(%d, %d, %d);",
                        colour.red(),
                        colour.green(),
                        colour.blue()));
        figure.setText(
                run.snapshot()
                        .map(s -> Numbers.percent(s.accuracy(Math.min(t, s.timesteps())), 1))
                        .orElse(Numbers.NONE));
        of.setText(
                run.snapshot().isEmpty()
                        ? ""
                        : Texts.text(
                                "ui.compare.of",
                                Math.min(t, run.settings().timesteps()),
                                RunWords.images(run)));
        title.setText(letter + " · " + layerName);
    }

    private void showSettings(List<String> own, List<String> others) {
        List<Boolean> differ = own.stream().map(setting -> !others.contains(setting)).toList();
        if (!own.equals(settings) || !differ.equals(differing)) {
            settings = own;
            differing = differ;
            words.getChildren().setAll(named);
            for (int i = 0; i < own.size(); i++) {
                words.getChildren().add(chip(own.get(i), differ.get(i)));
            }
        }
    }

    /**
     * Shows the maps of a layer.
     *
     * @param marked index of the neuron that gets a frame
     * @param most value of the brightest colour, the same for both runs
     */
    void showMaps(MapsContent.Side side, int marked, float most) {
        maps.show(new MapsContent.Key(List.of(side), -1, marked, most), MapsContent::rates);
        caption();
    }

    /** Shows that there are none. */
    void showNoMaps(String why) {
        maps.clear();
        reading.setText(why);
    }

    private static List<String> settings(RunState run) {
        ConversionOptions options = run.settings().conversion();
        List<String> all = new ArrayList<>();
        all.add("θ " + ConversionOptions.THETA.shown(options.effectiveTheta()));
        all.add(
                options.currentNormalisation()
                        ? "κ " + ConversionOptions.KAPPA.shown(options.kappa())
                        : "κ " + Numbers.NONE);
        all.add("λ " + ConversionOptions.LAMBDA_PERCENTILE.written(options.lambdaPercentile()));
        RunName.variations(run.settings()).stream()
                .filter(variation -> !ALWAYS_SHOWN.containsAll(variation.options()))
                .forEach(variation -> all.add(variation.text()));
        all.add("T " + run.settings().timesteps());
        return all;
    }

    private Label chip(String text, boolean differs) {
        Label chip = new Label(text);
        chip.getStyleClass().addAll("round-chip", differs ? "differing" : "muted");
        chip.setMinWidth(Region.USE_PREF_SIZE);
        if (!differs) {
            chip.managedProperty().bind(header.widthProperty().greaterThan(WIDE));
            chip.visibleProperty().bind(chip.managedProperty());
        }
        return chip;
    }
}
