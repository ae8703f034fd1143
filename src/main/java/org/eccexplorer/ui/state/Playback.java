package org.eccexplorer.ui.state;

import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;

/** The timestep that is looked at: moved by hand, by steps, or by playing. */
public final class Playback {
    /** Timesteps per second that can be chosen. */
    public static final List<Integer> SPEEDS = List.of(2, 8, 32, 128);

    private final ReadOnlyIntegerWrapper timestep = new ReadOnlyIntegerWrapper(1);
    private final ReadOnlyIntegerWrapper last = new ReadOnlyIntegerWrapper(1);
    private final BooleanProperty playing = new SimpleBooleanProperty();
    private final IntegerProperty speed = new SimpleIntegerProperty(SPEEDS.get(2));
    private long since;

    /** From 1 to {@link #lastProperty}. */
    public ReadOnlyIntegerProperty timestepProperty() {
        return timestep.getReadOnlyProperty();
    }

    /** T of the selected run. */
    public ReadOnlyIntegerProperty lastProperty() {
        return last.getReadOnlyProperty();
    }

    public BooleanProperty playingProperty() {
        return playing;
    }

    /** Timesteps per second. */
    public IntegerProperty speedProperty() {
        return speed;
    }

    /** Goes to a timestep, or as near as there is one. */
    public void goTo(int t) {
        timestep.set(Math.max(1, Math.min(last.get(), t)));
    }

    /** Goes this many timesteps on, or back, and stops playing. */
    public void step(int by) {
        playing.set(false);
        goTo(timestep.get() + by);
    }

    /** Plays from here on, from the start if this is the end; or stops. */
    public void toggle() {
        if (!playing.get() && timestep.get() == last.get()) {
            timestep.set(1);
        }
        since = 0;
        playing.set(!playing.get());
    }

    /** Another run is looked at: what showed the end goes on showing it. */
    void follow(int timesteps) {
        boolean end = timestep.get() == last.get();
        last.set(timesteps);
        goTo(end ? timesteps : timestep.get());
    }

    /** Moves on while playing. */
    void pulse(long now) {
        if (!playing.get()) {
            return;
        }
        if (since == 0) {
            since = now;
        }
        int steps = (int) ((now - since) * 1e-9 * speed.get());
        if (steps > 0) {
            since += (long) (steps * 1e9 / speed.get());
            goTo(timestep.get() + steps);
            playing.set(timestep.get() < last.get());
        }
    }
}
