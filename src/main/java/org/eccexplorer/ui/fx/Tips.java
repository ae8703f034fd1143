package org.eccexplorer.ui.fx;

import javafx.event.EventHandler;
import javafx.scene.control.Control;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;

/**
 * Tooltips of what there are many of. To JavaFX each is a window with a scene of its own: these are
 * made when the mouse first comes. Screen readers have the text from the start.
 */
public final class Tips {
    private static final EventHandler<MouseEvent> MAKE = event -> make((Control) event.getSource());

    private Tips() {}

    /** Says something about a control from now on; empty: nothing. */
    public static void say(Control control, String text) {
        if (control.getAccessibleHelp() == null) {
            control.addEventHandler(MouseEvent.MOUSE_ENTERED, MAKE);
        }
        control.setAccessibleHelp(text);
        if (text.isEmpty()) {
            control.setTooltip(null);
        }
    }

    private static void make(Control control) {
        if (control.getTooltip() == null && !control.getAccessibleHelp().isEmpty()) {
            Tooltip tooltip = new Tooltip();
            tooltip.textProperty().bind(control.accessibleHelpProperty());
            control.setTooltip(tooltip);
        }
    }
}
