package org.eccexplorer.ui.results;

import java.util.Optional;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.eccexplorer.figures.run.EnergyRow;
import org.eccexplorer.figures.words.EarlyStep;
import org.eccexplorer.figures.words.EnergyWords;
import org.eccexplorer.figures.words.RunWords;
import org.eccexplorer.measure.energy.EnergyModel;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;
import org.eccexplorer.ui.fx.WrappedText;

/** The ratio of energies with what it counts, and a bar of what the SNN's is made of. */
final class EnergyTile extends VBox {
    private final Label figure = new Label();
    private final PartsBar bar = new PartsBar();
    private final Label caption = new Label();
    private final Label early = WrappedText.wrapped("", "early");
    private final Tooltip tooltip = new Tooltip();

    EnergyTile() {
        figure.getStyleClass().add("figure");
        caption.getStyleClass().add("muted");
        caption.setWrapText(true);
        caption.setMinHeight(USE_PREF_SIZE);
        early.managedProperty().bind(early.visibleProperty());
        getStyleClass().addAll("tile-card", "energy-tile");
        getChildren().addAll(figure, bar, caption, early);
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
                                "",
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
                EarlyStep.energy(energy.measured(), energy.accounting()),
                energy.explanation());
    }

    private void say(String value, String name, String atEarly, String explanation) {
        figure.setText(value);
        caption.setText(name);
        early.setText(atEarly);
        early.setVisible(!atEarly.isEmpty());
        tooltip.setText(explanation);
        String more = atEarly.isEmpty() ? "" : "; " + atEarly;
        setAccessibleText(name.replace("\n", ", ") + ": " + value + more + ". " + explanation);
    }

    /** The ratio at an early timestep; empty if there is none. */
    String early() {
        return early.getText();
    }

    /** What it is made of. */
    PartsBar bar() {
        return bar;
    }
}
