package org.eccexplorer.app.sweep.run;

import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import org.eccexplorer.problem.ProblemException;

/** An engine that only some builds of the program have. */
public interface EngineProvider {
    /**
     * The engine of a cluster.
     *
     * @param master its address; empty: the one that the process was started with, or this machine
     * @param threads of this machine, where that is the cluster
     * @param settings of the cluster's own, by their names there
     */
    Engine engine(Optional<String> master, int threads, Map<String, String> settings)
            throws ProblemException;

    /** The one of this build; empty if it has none. */
    static Optional<EngineProvider> find() {
        return ServiceLoader.load(EngineProvider.class).findFirst();
    }
}
