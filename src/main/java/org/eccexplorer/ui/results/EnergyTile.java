package org.eccexplorer.ui.results;

import java.util.Optional;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.eccexplorer.figures.EnergyRow;
import org.eccexplorer.figures.EnergyWords;
import org.eccexplorer.figures.RunWords;
import org.eccexplorer.measure.EnergyModel;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;

/** The ratio of energies with what it counts, and a bar of what the SNN's is made of. */
final class EnergyTile extends VBox {
    private final Label figure = new Label();
    private final PartsBar bar = new PartsBar();
    private final Label caption = new Label();
    private final Tooltip tooltip = new Tooltip();

    EnergyTile() {
        figure.getStyleClass().add("figure");
        caption.getStyleClass().add("muted");
        caption.setWrapText(true);
        caption.setMinHeight(USE_PREF_SIZE);
        getStyleClass().addAll("tile-card", "energy-tile");
        getChildren().addAll(figure, bar, caption);
        setAccessibleRole(AccessibleRole.TEXT);
        tooltip.setShowDuration(Duration.INDEFINITE);
        Tooltip.install(this, tooltip);
        show(Optional.empty());
    }

    /** Shows the energy of a run; nothing before its first image. */
    void show(Optional<EnergyRow> energy) {
        bar.setVisible(energy.isPresent());
        energy.ifPresentOrElse(
                this::show,
                () ->
                        say(
                                Numbers.NONE,
                                EnergyModel.STANDARD.ratio(),
                                Texts.text("ui.results.notYet")));
    }

    private void show(EnergyRow energy) {
        bar.show(energy.parts());
        say(
                EnergyWords.ratio(energy.ratio()),
                Texts.text(
                        "ui.results.energyCounted",
                        energy.accounting().model().ratio(),
                        RunWords.at(energy.t(), energy.measured().timesteps()),
                        EnergyWords.briefly(energy.accounting(), energy.measured())),
                energy.explanation());
    }

    private void say(String value, String name, String explanation) {
        figure.setText(value);
        caption.setText(name);
        tooltip.setText(explanation);
        setAccessibleText(name.replace("\n", ", ") + ": " + value + ". " + explanation);
    }

    /** What it is made of. */
    PartsBar bar() {
        return bar;
    }
}
