package org.eccexplorer.tensor;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Chooses the dense backend once and says why. */
public final class DenseBackends {
    private static final Logger LOG = LoggerFactory.getLogger(DenseBackends.class);

    private DenseBackends() {}

    private static final class Chosen {
        private static final DenseBackend BACKEND = choose();
    }

    /** The fastest backend that this machine can start with at once. */
    public static DenseBackend chosen() {
        return Chosen.BACKEND;
    }

    private static DenseBackend choose() {
        if (!VectorBackend.isWorthwhile()) {
            LOG.info("dense backend: scalar, since this machine's vectors are too short");
            return new ScalarBackend();
        }
        DenseBackend vector = new VectorBackend();
        LOG.info("dense backend: {}", vector.name());
        return vector;
    }
}
