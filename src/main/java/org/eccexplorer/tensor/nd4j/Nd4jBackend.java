package org.eccexplorer.tensor.nd4j;

import java.nio.FloatBuffer;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.tensor.DenseBackend;
import org.eccexplorer.text.Texts;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Matrix products by ND4J, within 1e-5 of the others. Here, unlike there, the last bits of a row
 * may depend on the rows that are multiplied together with it.
 *
 * <p>ND4J is fast with matrices that lie column by column, and a row-major matrix is its transposed
 * column by column: what is computed is Cᵀ += Bᵀ·Aᵀ, without a value changing its place.
 */
public final class Nd4jBackend implements DenseBackend {
    private static final Logger LOG = LoggerFactory.getLogger(Nd4jBackend.class);

    /** Comes with the native parts; the rest of ND4J may be here without them. */
    private static final String NATIVE = "org.nd4j.linalg.cpu.nativecpu.CpuBackend";

    private static final char BY_COLUMNS = 'f';

    private Nd4jBackend() {}

    /**
     * Loads ND4J with its native library, which takes seconds: not on a thread that someone waits
     * for.
     *
     * @throws ProblemException where it was not fetched, or does not start on this machine
     */
    public static DenseBackend load() throws ProblemException {
        try {
            Class.forName(NATIVE, false, Nd4jBackend.class.getClassLoader());
            // Images are computed in parallel already; threads inside a product only get in the
            // way.
            Nd4j.factory().blas().setMaxThreads(1);
            Nd4jBackend backend = new Nd4jBackend();
            backend.prepare(new float[] {1}, 1, 1);
            LOG.info("dense backend: ND4J, {}", Nd4j.factory().blas().getBlasVendor());
            return backend;
        } catch (ClassNotFoundException e) {
            throw new ProblemException(
                    new Problem(
                            Problem.Kind.UNSUPPORTED,
                            "ND4J",
                            Texts.text("tensor.nd4jAbsent"),
                            Texts.text("tensor.nd4jAbsentWhy"),
                            Texts.text("tensor.nd4jAbsentRemedy")),
                    e);
        } catch (LinkageError | RuntimeException e) {
            throw new ProblemException(
                    new Problem(
                            Problem.Kind.UNSUPPORTED,
                            "ND4J",
                            Texts.text("tensor.nd4jBroken"),
                            String.valueOf(e),
                            Texts.text("tensor.nd4jBrokenRemedy")),
                    e);
        }
    }

    @Override
    public String name() {
        return "nd4j";
    }

    @Override
    public RightFactor prepare(float[] matrix, int rows, int columns) {
        INDArray transposed = array(/* rows= */ columns, /* columns= */ rows);
        values(transposed).put(matrix, 0, rows * columns);
        return new Factor(transposed, rows, columns);
    }

    private static INDArray array(long rows, long columns) {
        return Nd4j.createUninitialized(DataType.FLOAT, new long[] {rows, columns}, BY_COLUMNS);
    }

    private static FloatBuffer values(INDArray array) {
        return array.data().asNioFloat();
    }

    /**
     * @param transposed Bᵀ (n × k); its memory outside the heap is freed after this was collected
     */
    private record Factor(INDArray transposed, int rows, int columns) implements RightFactor {
        @Override
        public void multiplyAdd(int m, float[] a, int aOffset, float[] c, int cOffset) {
            try (INDArray left = array(rows, m);
                    INDArray product = array(columns, m)) {
                values(left).put(a, aOffset, m * rows);
                FloatBuffer sums = values(product);
                sums.put(0, c, cOffset, m * columns);
                Nd4j.gemm(transposed, left, product, false, false, 1, 1);
                sums.get(0, c, cOffset, m * columns);
            }
        }
    }
}
