package org.eccexplorer.app.sweep;

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
     */
    Engine engine(Optional<String> master, int threads) throws ProblemException;

    /** The one of this build; empty if it has none. */
    static Optional<EngineProvider> find() {
        return ServiceLoader.load(EngineProvider.class).findFirst();
    }
}
