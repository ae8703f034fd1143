package org.eccexplorer.ui.settings;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.controlsfx.control.ToggleSwitch;
import org.eccexplorer.ui.fx.InfoButton;
import org.eccexplorer.ui.fx.Rows;
import org.eccexplorer.ui.fx.WrappedText;

/** One technique: its switch, a sentence on what it does, its parameters. */
public final class TechniqueCard extends VBox {
    private static final String SOURCE =
            "Wu, Yi, Huang: A Little Energy Goes a Long Way. Frontiers in Neuroscience 16 (2022),"
                    + " arXiv:2103.00944; their tool is SpKeras.";

    /**
     * The card.
     *
     * @param figure what the technique is like, for those who see it for the first time
     */
    TechniqueCard(
            String name, String sentence, String formula, String figure, ToggleSwitch toggle) {
        getStyleClass().add("card");
        Label title = new Label(name);
        title.getStyleClass().add("card-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        toggle.setAccessibleText(name);
        toggle.setTooltip(new Tooltip(formula));
        Label text = WrappedText.wrapped(sentence, "muted");
        text.getStyleClass().add("description");
        InfoButton info = new InfoButton(name, () -> explanation(name, formula, figure));
        HBox head = Rows.row(new HBox(2, title, info), toggle);
        head.setSpacing(0);
        getChildren().addAll(head, text);
    }

    private static VBox explanation(String name, String formula, String figure) {
        VBox box =
                new VBox(
                        7,
                        WrappedText.wrapped(name, "sheet-heading"),
                        WrappedText.wrapped(figure, "sheet-text"));
        for (String part : formula.lines().toList()) {
            box.getChildren().add(WrappedText.wrapped(part, "formula"));
        }
        box.getChildren().add(WrappedText.wrapped(SOURCE, "muted"));
        box.getStyleClass().add("explanation");
        box.setPrefWidth(360);
        return box;
    }

    /** Adds a parameter: its name at the left, its control at the right. */
    TechniqueCard with(String name, String tooltip, Node control) {
        getChildren().add(Rows.setting(name, tooltip, control));
        return this;
    }
}
