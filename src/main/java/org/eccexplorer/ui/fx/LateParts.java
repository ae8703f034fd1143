package org.eccexplorer.ui.fx;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.function.LongSupplier;

/**
 * Parts that come into a window one after the other, in as many pulses as their making and styling
 * takes: JavaFX itself styles within one pulse all that came since the one before.
 */
public final class LateParts {
    /** A pulse in which parts took this long takes no more of them, in nanoseconds. */
    static final long SHARE = 16_000_000;

    private final Deque<Runnable> waiting;
    private final Runnable style;
    private final LongSupplier clock;

    /** As the other, by the clock of the system. */
    public LateParts(Collection<Runnable> parts, Runnable style) {
        this(parts, style, System::nanoTime);
    }

    /**
     * The parts.
     *
     * @param parts makes one and puts it into the window each; the first waits for what is there
     *     already
     * @param style styles what came
     * @param clock in nanoseconds
     */
    LateParts(Collection<Runnable> parts, Runnable style, LongSupplier clock) {
        this.style = style;
        this.clock = clock;
        waiting = new ArrayDeque<>(parts);
        waiting.addFirst(() -> {});
    }

    /** Whether parts are still to come. */
    public boolean areLeft() {
        return !waiting.isEmpty();
    }

    /**
     * The next ones come: at least one, and more as long as there is time in this pulse.
     *
     * @param spread whether somebody looks on; else all come at once
     */
    public void next(boolean spread) {
        long start = clock.getAsLong();
        do {
            waiting.removeFirst().run();
            if (spread) {
                style.run();
            }
        } while (areLeft() && (!spread || clock.getAsLong() - start < SHARE));
    }
}
