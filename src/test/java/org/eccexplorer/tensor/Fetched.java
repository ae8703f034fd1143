package org.eccexplorer.tensor;

import static org.junit.jupiter.api.Assumptions.abort;

import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.tensor.nd4j.Nd4jBackend;

/** ND4J for tests, which run where it was fetched: {@code ./ecc fetch nd4j && ./ecc test}. */
public final class Fetched {
    private Fetched() {}

    /** Loads it, or skips the test. */
    public static DenseBackend nd4j() {
        try {
            return Nd4jBackend.load();
        } catch (ProblemException e) {
            return abort(e.getMessage());
        }
    }
}
