package org.eccexplorer.ui.window;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Parts that come into a window once there is something to show in them, one after the other:
 * JavaFX styles within one pulse all that came since the one before.
 */
final class LateParts {
    private final Deque<Runnable> waiting;

    /**
     * The parts.
     *
     * @param parts puts one into the window each; the first waits for what is there already
     */
    LateParts(List<Runnable> parts) {
        waiting = new ArrayDeque<>(parts);
        waiting.addFirst(() -> {});
    }

    /** Whether parts are still to come. */
    boolean areLeft() {
        return !waiting.isEmpty();
    }

    /**
     * The next one comes.
     *
     * @param seen whether somebody looks on; all come at once where nobody does
     */
    void next(boolean seen) {
        do {
            waiting.removeFirst().run();
        } while (!seen && areLeft());
    }
}
