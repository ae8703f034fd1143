package org.eccexplorer.ui.window;

import java.util.ArrayDeque;
import java.util.Deque;
import javafx.event.Event;
import javafx.event.EventHandler;
import javafx.event.EventTarget;
import javafx.scene.Scene;
import javafx.scene.input.KeyEvent;
import org.eccexplorer.ui.fx.Pulses;

/**
 * Keys that are pressed before a window has its content: they are kept, and pressed again once it
 * has, in their order and in pulses of their own, since the content may answer one with a field for
 * the next.
 */
final class EarlyKeys {
    /** Pulses after which a control that came between two has all that answers keys. */
    private static final int STYLED = 2;

    private final Scene scene;
    private final Deque<KeyEvent> kept = new ArrayDeque<>();
    private final EventHandler<KeyEvent> keep =
            event -> {
                kept.add(event);
                event.consume();
            };

    /** Keeps keys from now on. */
    EarlyKeys(Scene scene) {
        this.scene = scene;
        scene.addEventFilter(KeyEvent.ANY, keep);
    }

    /** Presses them, and what is pressed meanwhile; no longer keeps any then. */
    void press() {
        boolean pressed = false;
        scene.removeEventFilter(KeyEvent.ANY, keep);
        while (!kept.isEmpty() && !(pressed && isPress(kept.getFirst()))) {
            KeyEvent event = kept.removeFirst();
            pressed |= isPress(event);
            EventTarget target = scene.getFocusOwner() == null ? scene : scene.getFocusOwner();
            Event.fireEvent(target, event.copyFor(scene, target));
        }
        if (!kept.isEmpty()) {
            scene.addEventFilter(KeyEvent.ANY, keep);
            Pulses.after(STYLED, () -> true, this::press);
        }
    }

    private static boolean isPress(KeyEvent event) {
        return event.getEventType() == KeyEvent.KEY_PRESSED;
    }
}
