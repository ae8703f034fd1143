package org.eccexplorer.app.live;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eccexplorer.app.run.Prepared;
import org.eccexplorer.app.run.RunName;
import org.eccexplorer.app.run.Settings;
import org.eccexplorer.measure.RunSnapshot;
import org.eccexplorer.spiking.SpikingNetwork;
import org.eccexplorer.text.Texts;

/**
 * A run as it stands at one moment; never changed.
 *
 * @param id in the order in which runs were started
 * @param closedForm accuracy of the closed form by T, on the first images, 0 to 1
 * @param label as the user named it; empty: named by its settings
 * @param prepared once it is converted
 * @param snapshot once the first image is done
 * @param seconds since the simulation began
 */
public record RunState(
        int id,
        String label,
        Settings settings,
        Phase phase,
        Map<Integer, Double> closedForm,
        Optional<Prepared> prepared,
        Optional<RunSnapshot> snapshot,
        double seconds) {

    /** How far a run is. */
    public enum Phase {
        CONVERTING,
        SIMULATING,
        COMPLETE,
        STOPPED,
        /** Of a saved session whose model or images are not the same any more. */
        STALE
    }

    public RunState {
        closedForm = Map.copyOf(new TreeMap<>(closedForm));
    }

    public boolean isActive() {
        return phase == Phase.CONVERTING || phase == Phase.SIMULATING;
    }

    /** As the user named it, else by its settings. */
    public String name() {
        return label.isEmpty() ? RunName.of(settings) : label;
    }

    /** The converted network, once there is one. */
    public Optional<SpikingNetwork> network() {
        return prepared.map(Prepared::network);
    }

    /** The same run under another name. */
    public RunState named(String other) {
        return new RunState(id, other, settings, phase, closedForm, prepared, snapshot, seconds);
    }

    /** The same results as a run of its own. */
    RunState copied(int number) {
        return new RunState(
                number,
                Texts.text("app.live.copy", name()),
                settings,
                phase,
                closedForm,
                prepared,
                snapshot,
                seconds);
    }

    RunState in(Phase next) {
        return new RunState(id, label, settings, next, closedForm, prepared, snapshot, seconds);
    }

    RunState converted(Prepared done, Map<Integer, Double> accuracy) {
        return new RunState(
                id, label, settings, Phase.SIMULATING, accuracy, Optional.of(done), snapshot, 0);
    }

    RunState at(RunSnapshot latest, double elapsed) {
        return new RunState(
                id, label, settings, phase, closedForm, prepared, Optional.of(latest), elapsed);
    }
}
