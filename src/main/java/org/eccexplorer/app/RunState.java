package org.eccexplorer.app;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eccexplorer.convert.SpikingNetwork;
import org.eccexplorer.measure.RunSnapshot;

/**
 * A run as it stands at one moment; never changed.
 *
 * @param id in the order in which runs were started
 * @param closedForm accuracy of the closed form by T, on the first images, 0 to 1
 * @param network once it is converted
 * @param snapshot once the first image is done
 * @param seconds since the simulation began
 */
public record RunState(
        int id,
        Settings settings,
        Phase phase,
        Map<Integer, Double> closedForm,
        Optional<SpikingNetwork> network,
        Optional<RunSnapshot> snapshot,
        double seconds) {

    /** How far a run is. */
    public enum Phase {
        CONVERTING,
        SIMULATING,
        COMPLETE,
        STOPPED
    }

    public RunState {
        closedForm = Map.copyOf(new TreeMap<>(closedForm));
    }

    public boolean isActive() {
        return phase == Phase.CONVERTING || phase == Phase.SIMULATING;
    }

    /** Named by its techniques. */
    public String name() {
        return settings.conversion().techniques();
    }

    RunState in(Phase next) {
        return new RunState(id, settings, next, closedForm, network, snapshot, seconds);
    }

    RunState converted(SpikingNetwork converted, Map<Integer, Double> accuracy) {
        return new RunState(
                id, settings, Phase.SIMULATING, accuracy, Optional.of(converted), snapshot, 0);
    }

    RunState at(RunSnapshot latest, double elapsed) {
        return new RunState(id, settings, phase, closedForm, network, Optional.of(latest), elapsed);
    }
}
