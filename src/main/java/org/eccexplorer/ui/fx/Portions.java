package org.eccexplorer.ui.fx;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Many small things that are made in portions, one a pulse: JavaFX asks within one pulse for all
 * cells that are in sight. Belongs to the FX thread.
 */
public final class Portions {
    private final int size;
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private int done;
    private boolean counts;

    /**
     * None yet.
     *
     * @param size things that are made in one pulse
     */
    public Portions(int size) {
        this.size = size;
    }

    /** Makes something now, or in a later pulse if this one has its portion already. */
    public void when(Runnable making) {
        if (!waiting.isEmpty() || !take()) {
            waiting.add(making);
        } else {
            making.run();
        }
    }

    /** Whether there is room for one more in this pulse. */
    private boolean take() {
        if (!counts) {
            counts = true;
            Pulses.after(1, () -> true, this::next);
        }
        return done++ < size;
    }

    private void next() {
        counts = false;
        done = 0;
        while (!waiting.isEmpty() && take()) {
            waiting.removeFirst().run();
        }
    }
}
