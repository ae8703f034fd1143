package org.eccexplorer.tensor.nd4j;

import org.eccexplorer.tensor.DenseBackend;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Matrix products by ND4J. Its native library takes seconds to load, so nothing waits for it. */
public final class Nd4jBackend implements DenseBackend {
    private static final Logger LOG = LoggerFactory.getLogger(Nd4jBackend.class);

    /** Why ND4J cannot be used here. */
    public static final class Unavailable extends Exception {
        private static final long serialVersionUID = 1L;

        private Unavailable(String why, Throwable cause) {
            super(why, cause);
        }
    }

    private Nd4jBackend() {}

    /**
     * Loads the native library; takes seconds, so not on a thread that someone waits for.
     *
     * @throws Unavailable where there is no build for this machine
     */
    public static Nd4jBackend load() throws Unavailable {
        try {
            Nd4j.zeros(DataType.FLOAT, 1, 1);
            LOG.info("ND4J: {}", Nd4j.getBackend().getClass().getSimpleName());
            return new Nd4jBackend();
        } catch (LinkageError | RuntimeException e) {
            throw new Unavailable("no native library of ND4J for this machine", e);
        }
    }

    @Override
    public String name() {
        return "nd4j";
    }

    @Override
    public RightFactor prepare(float[] matrix, int rows, int columns) {
        float[] exact = new float[rows * columns];
        System.arraycopy(matrix, 0, exact, 0, exact.length);
        return new Factor(Nd4j.create(exact, new long[] {rows, columns}, 'c'), rows, columns);
    }

    private record Factor(INDArray matrix, int rows, int columns) implements RightFactor {
        @Override
        public void multiplyAdd(int m, float[] a, int aOffset, float[] c, int cOffset) {
            float[] left = new float[m * rows];
            System.arraycopy(a, aOffset, left, 0, left.length);
            float[] product;
            try (INDArray factor = Nd4j.create(left, new long[] {m, rows}, 'c');
                    INDArray result = factor.mmul(matrix)) {
                product = result.dup('c').data().asFloat();
            }
            for (int i = 0; i < product.length; i++) {
                c[cOffset + i] += product[i];
            }
        }
    }
}
