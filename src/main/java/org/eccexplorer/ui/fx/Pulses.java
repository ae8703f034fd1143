package org.eccexplorer.ui.fx;

import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;

/** What waits for the pulses in which JavaFX draws. */
public final class Pulses {
    private Pulses() {}

    /** Acts on the FX thread after this many pulses, in the first in which all is ready. */
    public static void after(int pulses, BooleanSupplier ready, Runnable action) {
        new AnimationTimer() {
            private int seen;

            @Override
            public void handle(long now) {
                if (++seen >= pulses && ready.getAsBoolean()) {
                    stop();
                    action.run();
                }
            }
        }.start();
    }
}
