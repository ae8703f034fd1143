package org.eccexplorer.tensor;

/**
 * The plain reference: every element of the product is one sum in order of increasing k, each step
 * a fused multiply-add. {@link VectorBackend} keeps this order and so gives the same bits.
 */
public final class ScalarBackend implements DenseBackend {

    @Override
    public String name() {
        return "scalar";
    }

    @Override
    public RightFactor prepare(float[] matrix, int rows, int columns) {
        return new Plain(matrix.clone(), rows, columns);
    }

    private record Plain(float[] matrix, int rows, int columns) implements RightFactor {
        @Override
        public void multiplyAdd(int m, float[] a, int aOffset, float[] c, int cOffset) {
            for (int i = 0; i < m; i++) {
                for (int k = 0; k < rows; k++) {
                    float factor = a[aOffset + i * rows + k];
                    for (int j = 0; j < columns; j++) {
                        int at = cOffset + i * columns + j;
                        c[at] = Fused.multiplyAdd(factor, matrix[k * columns + j], c[at]);
                    }
                }
            }
        }
    }
}
