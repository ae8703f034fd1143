package org.eccexplorer.ui.fx;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import javafx.scene.Node;

/**
 * Parts that come into a window one after the other, in as many pulses as their making and styling
 * takes: JavaFX itself styles within one pulse all that came since the one before.
 */
public final class LateParts {
    /** A pulse in which parts took this long takes no more of them, in nanoseconds. */
    static final long SHARE = 16_000_000;

    /** A part of a window. */
    @FunctionalInterface
    public interface Part {
        /**
         * Makes it and puts it into the window.
         *
         * @return what is to be styled now: no more than came, since what is below these nodes is
         *     styled anew whether it has changed or not
         */
        List<Node> come();
    }

    private final Deque<Part> waiting;
    private final Consumer<Node> style;
    private final LongSupplier clock;

    /** As the other, styled by JavaFX, by the clock of the system. */
    public LateParts(Collection<Part> parts) {
        this(parts, Node::applyCss, System::nanoTime);
    }

    /**
     * The parts.
     *
     * @param style styles what came
     * @param clock in nanoseconds
     */
    LateParts(Collection<Part> parts, Consumer<Node> style, LongSupplier clock) {
        this.style = style;
        this.clock = clock;
        waiting = new ArrayDeque<>(parts);
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
            List<Node> came = waiting.removeFirst().come();
            if (spread) {
                came.forEach(style);
            }
        } while (areLeft() && (!spread || clock.getAsLong() - start < SHARE));
    }
}
