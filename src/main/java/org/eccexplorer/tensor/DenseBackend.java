package org.eccexplorer.tensor;

/** A way to multiply dense matrices. Every implementation gives the same results within 1e-5. */
public interface DenseBackend {

    /** Name for logs and reports, such as "scalar" or "vector 512 bit". */
    String name();

    /**
     * Lays out a row-major {@code rows × columns} matrix once, for many products with it on the
     * right.
     *
     * @param matrix at least {@code rows·columns} values; not kept, not changed
     */
    RightFactor prepare(float[] matrix, int rows, int columns);

    /** The right-hand matrix B (k × n) of a product; immutable and safe for use by many threads. */
    interface RightFactor {
        /** k: columns of the left-hand matrix. */
        int rows();

        /** n: columns of the product. */
        int columns();

        /**
         * C += A·B for row-major A (m × k) and C (m × n).
         *
         * @param a left-hand values, row i from {@code aOffset + i·k}
         * @param c product, row i from {@code cOffset + i·n}
         */
        void multiplyAdd(int m, float[] a, int aOffset, float[] c, int cOffset);
    }
}
