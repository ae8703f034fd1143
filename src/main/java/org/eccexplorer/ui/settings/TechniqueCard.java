package org.eccexplorer.ui.settings;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.controlsfx.control.ToggleSwitch;
import org.eccexplorer.app.live.RunState;
import org.eccexplorer.figures.words.Effect;
import org.eccexplorer.option.Toggle;
import org.eccexplorer.text.Texts;
import org.eccexplorer.ui.fx.InfoButton;
import org.eccexplorer.ui.fx.Rows;
import org.eccexplorer.ui.fx.ScriptText;
import org.eccexplorer.ui.fx.WrappedText;
import org.eccexplorer.ui.state.Memo;

/**
 * One technique: its switch, a sentence on what it does, its parameters. Besides the texts of an
 * option a technique has a formula and says what it is like, for those who see it for the first
 * time.
 */
final class TechniqueCard extends VBox {
    private final Label effect = WrappedText.wrapped("", "effect");
    private final Memo<Seen, Optional<Effect>> effects;

    /** What an effect is computed of. */
    private record Seen(RunState run, List<RunState> all, int[] labels) {
        Seen {
            all = List.copyOf(all);
        }
    }

    TechniqueCard(Toggle technique, ToggleSwitch toggle) {
        effects =
                new Memo<>(seen ->
                        Effect.of(technique, seen.run(), seen.all(), seen.labels())
                                .filter(Effect::isTelling));
        String formula = Texts.text("option." + technique.key() + ".formula");
        getStyleClass().add("card");
        Label title = new Label(technique.name());
        title.getStyleClass().add("card-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        toggle.setAccessibleText(technique.name());
        toggle.setTooltip(new Tooltip(formula));
        Region text = ScriptText.wrapped(technique.tooltip(), "muted");
        text.getStyleClass().add("description");
        InfoButton info = new InfoButton(technique.name(), () -> explanation(technique, formula));
        HBox head = Rows.row(new HBox(2, title, info), toggle);
        head.setSpacing(0);
        effect.managedProperty().bind(effect.visibleProperty());
        effect.setVisible(false);
        getChildren().addAll(head, text, effect);
    }

    private static VBox explanation(Toggle technique, String formula) {
        String figure = Texts.text("option." + technique.key() + ".figure");
        VBox box =
                new VBox(
                        7,
                        WrappedText.wrapped(technique.name(), "sheet-heading"),
                        WrappedText.wrapped(figure, "sheet-text"));
        for (String part : formula.lines().toList()) {
            box.getChildren().add(WrappedText.wrapped(part, "formula"));
        }
        box.getChildren().add(WrappedText.wrapped(Texts.text("ui.settings.source"), "muted"));
        box.getStyleClass().add("explanation");
        return box;
    }

    /** Says what the technique does, as far as runs show it. */
    void refresh(RunState run, List<RunState> all, int[] labels) {
        Optional<Effect> found = effects.of(new Seen(run, all, labels));
        effect.setVisible(found.isPresent());
        effect.setText(found.map(Effect::text).orElse(""));
    }

    /** Adds a line with a parameter. */
    TechniqueCard with(Node row) {
        getChildren().add(row);
        return this;
    }
}
