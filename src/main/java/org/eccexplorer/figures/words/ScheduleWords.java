package org.eccexplorer.figures.words;

import java.util.OptionalInt;
import org.eccexplorer.app.live.RunState;
import org.eccexplorer.measure.Schedule;
import org.eccexplorer.spiking.SpikingNetwork;
import org.eccexplorer.text.Texts;

/** How it is spoken of when layers fire, and how long an answer takes. */
public final class ScheduleWords {
    private ScheduleWords() {}

    /** What the layer-synchronous schedule is, with the latency of a network at T. */
    public static String sentence(SpikingNetwork network, int timesteps) {
        return sentence(Schedule.SYNCHRONOUS.latency(network, timesteps), timesteps);
    }

    /**
     * The same.
     *
     * @param latency in timesteps, L·T of L layers one behind the other
     */
    public static String sentence(int latency, int timesteps) {
        return Texts.text(
                "figures.schedule.synchronous", timesteps, latency / timesteps, timesteps, latency);
    }

    /** Timesteps from an image to its answer in a run that is read at t; none if not known yet. */
    public static OptionalInt latency(RunState run, int t) {
        Schedule schedule = run.settings().schedule();
        if (schedule == Schedule.FREE) {
            return OptionalInt.of(t);
        }
        return run.network().stream().mapToInt(network -> schedule.latency(network, t)).findFirst();
    }

    /** "Latency 128 timesteps" of a run whose layers wait for each other; else empty. */
    public static String latencyOf(RunState run, int t) {
        OptionalInt latency = latency(run, t);
        return run.settings().schedule() == Schedule.FREE || latency.isEmpty()
                ? ""
                : Texts.text("figures.schedule.latency", latency.getAsInt());
    }
}
