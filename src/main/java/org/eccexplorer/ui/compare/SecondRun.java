package org.eccexplorer.ui.compare;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.eccexplorer.app.live.RunState;
import org.eccexplorer.app.run.Combinations;
import org.eccexplorer.convert.ConversionOptions;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;
import org.eccexplorer.ui.fx.WrappedText;
import org.eccexplorer.ui.state.ExplorerViewModel;

/** In place of a comparison as long as there is only one run: says so and offers to run another. */
final class SecondRun extends VBox {
    private final ExplorerViewModel model;
    private final Label sentence = WrappedText.wrapped("", "sentence");
    private final HBox offers = new HBox(8);
    private List<ConversionOptions> offered = List.of();

    SecondRun(ExplorerViewModel model) {
        super(12);
        this.model = model;
        getStyleClass().add("compare");
        sentence.setMaxWidth(Double.MAX_VALUE);
        offers.disableProperty().bind(model.runs().runningProperty());
        getChildren().addAll(sentence, offers);
    }

    /** Shows what could be run beside the one run that there is. */
    void refresh(Optional<RunState> only) {
        sentence.setText(
                Texts.text(
                        "ui.compare.needsTwoRuns", only.map(RunState::name).orElse(Numbers.NONE)));
        List<ConversionOptions> next =
                offers(
                        only.map(run -> run.settings().conversion())
                                .orElse(model.settings().get().conversion()));
        if (!next.equals(offered)) {
            offered = next;
            offers.getChildren().setAll(next.stream().map(this::button).toList());
        }
    }

    /** Without TRE and without any technique; or with all three. */
    static List<ConversionOptions> offers(ConversionOptions run) {
        List<ConversionOptions> all = Combinations.all(run);
        ConversionOptions none = all.getLast();
        ConversionOptions other =
                run.residualElimination()
                        ? run.with(ConversionOptions.RESIDUAL_ELIMINATION, false)
                        : all.getFirst();
        return List.of(other, none).stream()
                .distinct()
                .filter(options -> !options.equals(run))
                .toList();
    }

    private Button button(ConversionOptions options) {
        Button button = new Button(Texts.text("ui.compare.runToo", options.techniques()));
        button.setOnAction(event -> {
            model.runs().startAll(List.of(options));
            model.compare();
        });
        return button;
    }
}
