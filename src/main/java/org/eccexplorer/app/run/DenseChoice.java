package org.eccexplorer.app.run;

import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.tensor.DenseBackend;
import org.eccexplorer.tensor.DenseBackends;
import org.eccexplorer.tensor.nd4j.Nd4jBackend;

/**
 * Who multiplies the dense matrices of the CNN, and with it of λ, and of the closed form. Their
 * results agree within 1e-5; the simulation has its own products, whose bits never change.
 */
public enum DenseChoice {
    VECTOR,
    ND4J;

    /**
     * Loads what was chosen. ND4J takes seconds, so not on a thread that someone waits for.
     *
     * @throws ProblemException if it is not here
     */
    public DenseBackend load() throws ProblemException {
        return switch (this) {
            case VECTOR -> DenseBackends.chosen();
            case ND4J -> Nd4jBackend.load();
        };
    }
}
