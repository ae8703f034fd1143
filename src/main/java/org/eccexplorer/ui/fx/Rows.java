package org.eccexplorer.ui.fx;

import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** The lines that panes and cards are made of: headings, and names with what belongs to them. */
public final class Rows {
    private Rows() {}

    /** A heading in capitals; λ stays small, since a capital Λ is another letter. */
    public static Label heading(String text) {
        Label label = new Label(text.toUpperCase(Locale.ROOT).replace('Λ', 'λ'));
        label.getStyleClass().add("heading");
        return label;
    }

    /** Two nodes at the two ends of a line. */
    public static HBox row(Node left, Node right) {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox row = new HBox(6, left, space, right);
        row.getStyleClass().add("row");
        return row;
    }

    /** A setting's name and its control, both with what it means. */
    public static HBox setting(String name, String tooltip, Node control) {
        Label label = new Label(name);
        label.getStyleClass().add("muted");
        label.setTooltip(new Tooltip(tooltip));
        label.setLabelFor(control);
        control.setAccessibleText(name + ": " + tooltip);
        if (control instanceof NumberField field) {
            field.explain(tooltip);
        } else {
            Tooltip.install(control, new Tooltip(tooltip));
        }
        return row(label, control);
    }
}
