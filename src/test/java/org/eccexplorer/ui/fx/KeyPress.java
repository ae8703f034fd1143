package org.eccexplorer.ui.fx;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** Keys as a keyboard sends them to a control or a scene. */
public final class KeyPress {
    private KeyPress() {}

    /** A key goes down. */
    public static KeyEvent of(KeyCode key) {
        return of(key, false);
    }

    /** A key goes down while the control key is held. */
    public static KeyEvent withControl(KeyCode key) {
        return of(key, true);
    }

    private static KeyEvent of(KeyCode key, boolean control) {
        return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, control, false, false);
    }
}
