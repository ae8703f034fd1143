package org.eccexplorer.tensor;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/**
 * Matrix products with the Vector API: the right factor lies in panels of two vectors' width, of
 * which a piece that fits the first-level cache serves all rows before the next one. All panels
 * take turns with their first pieces, so that of the left factor no more is read at a time than the
 * second-level cache holds; then come the second ones. A block of eight rows, or of four where
 * there are sixteen registers, by one panel of the product stays in registers while a piece is
 * added. Every element is summed in order of increasing k, so the result does not depend on how
 * rows are batched.
 */
public final class VectorBackend implements DenseBackend {
    private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
    private static final boolean FUSED = Fused.AVAILABLE;
    private static final int LANES = FLOATS.length();

    /** Columns of a panel. */
    private static final int PANEL = 2 * LANES;

    /** Rows of a panel that are done before the next ones: 32 KiB or less. */
    private static final int PIECE = 256;

    /** A right factor of fewer values stays in the first-level cache, wherever it lies. */
    private static final int FEW_VALUES = 1 << 13;

    /** Vectors of 256 bits are those of AVX2, which has sixteen of them. */
    private static final boolean MANY_REGISTERS = LANES != 8;

    @Override
    public String name() {
        return "vector " + FLOATS.vectorBitSize() + " bit";
    }

    /** Whether this machine's vectors are long enough to gain anything. */
    static boolean isWorthwhile() {
        return LANES >= 4;
    }

    @Override
    public RightFactor prepare(float[] matrix, int rows, int columns) {
        int panels = (columns + PANEL - 1) / PANEL;
        int size = Math.multiplyExact(panels * PANEL, rows);
        boolean few = size < FEW_VALUES;
        int start = few ? 0 : CacheLines.FIRST_FLOAT;
        float[] packed = few ? new float[size] : CacheLines.floats(size);
        for (int panel = 0; panel < panels; panel++) {
            int first = panel * PANEL;
            int width = Math.min(PANEL, columns - first);
            for (int k = 0; k < rows; k++) {
                int to = start + (panel * rows + k) * PANEL;
                System.arraycopy(matrix, k * columns + first, packed, to, width);
            }
        }
        return new Packed(packed, start, rows, columns);
    }

    /**
     * @param panels from {@code start} on [panel][k][column in panel], zero beyond the last column
     */
    private record Packed(float[] panels, int start, int rows, int columns) implements RightFactor {

        @Override
        public void multiplyAdd(int m, float[] a, int aOffset, float[] c, int cOffset) {
            for (int k = 0; k < rows; k += PIECE) {
                int end = Math.min(k + PIECE, rows);
                for (int first = 0; first + PANEL <= columns; first += PANEL) {
                    fullPanel(m, a, aOffset, c, cOffset + first, start + first * rows, k, end);
                }
            }
            int last = columns / PANEL * PANEL;
            if (last < columns) {
                lastPanel(m, a, aOffset, c, cOffset + last, start + last * rows, columns - last);
            }
        }

        private void fullPanel(
                int m, float[] a, int aOffset, float[] c, int target, int panel, int k, int end) {
            int i = 0;
            for (; MANY_REGISTERS && i + 8 <= m; i += 8) {
                eightRows(a, aOffset + i * rows, c, target + i * columns, panel, k, end);
            }
            for (; i + 4 <= m; i += 4) {
                fourRows(a, aOffset + i * rows, c, target + i * columns, panel, k, end);
            }
            for (; i < m; i++) {
                oneRow(a, aOffset + i * rows, c, target + i * columns, panel, k, end);
            }
        }

        private void eightRows(
                float[] a, int row, float[] c, int target, int panel, int from, int end) {
            FloatVector c00 = FloatVector.fromArray(FLOATS, c, target);
            FloatVector c01 = FloatVector.fromArray(FLOATS, c, target + LANES);
            FloatVector c10 = FloatVector.fromArray(FLOATS, c, target + columns);
            FloatVector c11 = FloatVector.fromArray(FLOATS, c, target + columns + LANES);
            FloatVector c20 = FloatVector.fromArray(FLOATS, c, target + 2 * columns);
            FloatVector c21 = FloatVector.fromArray(FLOATS, c, target + 2 * columns + LANES);
            FloatVector c30 = FloatVector.fromArray(FLOATS, c, target + 3 * columns);
            FloatVector c31 = FloatVector.fromArray(FLOATS, c, target + 3 * columns + LANES);
            FloatVector c40 = FloatVector.fromArray(FLOATS, c, target + 4 * columns);
            FloatVector c41 = FloatVector.fromArray(FLOATS, c, target + 4 * columns + LANES);
            FloatVector c50 = FloatVector.fromArray(FLOATS, c, target + 5 * columns);
            FloatVector c51 = FloatVector.fromArray(FLOATS, c, target + 5 * columns + LANES);
            FloatVector c60 = FloatVector.fromArray(FLOATS, c, target + 6 * columns);
            FloatVector c61 = FloatVector.fromArray(FLOATS, c, target + 6 * columns + LANES);
            FloatVector c70 = FloatVector.fromArray(FLOATS, c, target + 7 * columns);
            FloatVector c71 = FloatVector.fromArray(FLOATS, c, target + 7 * columns + LANES);
            for (int k = from; k < end; k++) {
                int at = panel + k * PANEL;
                FloatVector b0 = FloatVector.fromArray(FLOATS, panels, at);
                FloatVector b1 = FloatVector.fromArray(FLOATS, panels, at + LANES);
                FloatVector a0 = FloatVector.broadcast(FLOATS, a[row + k]);
                c00 = FUSED ? a0.fma(b0, c00) : a0.mul(b0).add(c00);
                c01 = FUSED ? a0.fma(b1, c01) : a0.mul(b1).add(c01);
                FloatVector a1 = FloatVector.broadcast(FLOATS, a[row + rows + k]);
                c10 = FUSED ? a1.fma(b0, c10) : a1.mul(b0).add(c10);
                c11 = FUSED ? a1.fma(b1, c11) : a1.mul(b1).add(c11);
                FloatVector a2 = FloatVector.broadcast(FLOATS, a[row + 2 * rows + k]);
                c20 = FUSED ? a2.fma(b0, c20) : a2.mul(b0).add(c20);
                c21 = FUSED ? a2.fma(b1, c21) : a2.mul(b1).add(c21);
                FloatVector a3 = FloatVector.broadcast(FLOATS, a[row + 3 * rows + k]);
                c30 = FUSED ? a3.fma(b0, c30) : a3.mul(b0).add(c30);
                c31 = FUSED ? a3.fma(b1, c31) : a3.mul(b1).add(c31);
                FloatVector a4 = FloatVector.broadcast(FLOATS, a[row + 4 * rows + k]);
                c40 = FUSED ? a4.fma(b0, c40) : a4.mul(b0).add(c40);
                c41 = FUSED ? a4.fma(b1, c41) : a4.mul(b1).add(c41);
                FloatVector a5 = FloatVector.broadcast(FLOATS, a[row + 5 * rows + k]);
                c50 = FUSED ? a5.fma(b0, c50) : a5.mul(b0).add(c50);
                c51 = FUSED ? a5.fma(b1, c51) : a5.mul(b1).add(c51);
                FloatVector a6 = FloatVector.broadcast(FLOATS, a[row + 6 * rows + k]);
                c60 = FUSED ? a6.fma(b0, c60) : a6.mul(b0).add(c60);
                c61 = FUSED ? a6.fma(b1, c61) : a6.mul(b1).add(c61);
                FloatVector a7 = FloatVector.broadcast(FLOATS, a[row + 7 * rows + k]);
                c70 = FUSED ? a7.fma(b0, c70) : a7.mul(b0).add(c70);
                c71 = FUSED ? a7.fma(b1, c71) : a7.mul(b1).add(c71);
            }
            c00.intoArray(c, target);
            c01.intoArray(c, target + LANES);
            c10.intoArray(c, target + columns);
            c11.intoArray(c, target + columns + LANES);
            c20.intoArray(c, target + 2 * columns);
            c21.intoArray(c, target + 2 * columns + LANES);
            c30.intoArray(c, target + 3 * columns);
            c31.intoArray(c, target + 3 * columns + LANES);
            c40.intoArray(c, target + 4 * columns);
            c41.intoArray(c, target + 4 * columns + LANES);
            c50.intoArray(c, target + 5 * columns);
            c51.intoArray(c, target + 5 * columns + LANES);
            c60.intoArray(c, target + 6 * columns);
            c61.intoArray(c, target + 6 * columns + LANES);
            c70.intoArray(c, target + 7 * columns);
            c71.intoArray(c, target + 7 * columns + LANES);
        }

        private void fourRows(
                float[] a, int row, float[] c, int target, int panel, int from, int end) {
            int next = target + columns;
            int third = next + columns;
            int fourth = third + columns;
            FloatVector c00 = FloatVector.fromArray(FLOATS, c, target);
            FloatVector c01 = FloatVector.fromArray(FLOATS, c, target + LANES);
            FloatVector c10 = FloatVector.fromArray(FLOATS, c, next);
            FloatVector c11 = FloatVector.fromArray(FLOATS, c, next + LANES);
            FloatVector c20 = FloatVector.fromArray(FLOATS, c, third);
            FloatVector c21 = FloatVector.fromArray(FLOATS, c, third + LANES);
            FloatVector c30 = FloatVector.fromArray(FLOATS, c, fourth);
            FloatVector c31 = FloatVector.fromArray(FLOATS, c, fourth + LANES);
            for (int k = from; k < end; k++) {
                int at = panel + k * PANEL;
                FloatVector b0 = FloatVector.fromArray(FLOATS, panels, at);
                FloatVector b1 = FloatVector.fromArray(FLOATS, panels, at + LANES);
                FloatVector a0 = FloatVector.broadcast(FLOATS, a[row + k]);
                c00 = FUSED ? a0.fma(b0, c00) : a0.mul(b0).add(c00);
                c01 = FUSED ? a0.fma(b1, c01) : a0.mul(b1).add(c01);
                FloatVector a1 = FloatVector.broadcast(FLOATS, a[row + rows + k]);
                c10 = FUSED ? a1.fma(b0, c10) : a1.mul(b0).add(c10);
                c11 = FUSED ? a1.fma(b1, c11) : a1.mul(b1).add(c11);
                FloatVector a2 = FloatVector.broadcast(FLOATS, a[row + 2 * rows + k]);
                c20 = FUSED ? a2.fma(b0, c20) : a2.mul(b0).add(c20);
                c21 = FUSED ? a2.fma(b1, c21) : a2.mul(b1).add(c21);
                FloatVector a3 = FloatVector.broadcast(FLOATS, a[row + 3 * rows + k]);
                c30 = FUSED ? a3.fma(b0, c30) : a3.mul(b0).add(c30);
                c31 = FUSED ? a3.fma(b1, c31) : a3.mul(b1).add(c31);
            }
            c00.intoArray(c, target);
            c01.intoArray(c, target + LANES);
            c10.intoArray(c, next);
            c11.intoArray(c, next + LANES);
            c20.intoArray(c, third);
            c21.intoArray(c, third + LANES);
            c30.intoArray(c, fourth);
            c31.intoArray(c, fourth + LANES);
        }

        private void oneRow(
                float[] a, int row, float[] c, int target, int panel, int from, int end) {
            FloatVector c0 = FloatVector.fromArray(FLOATS, c, target);
            FloatVector c1 = FloatVector.fromArray(FLOATS, c, target + LANES);
            for (int k = from; k < end; k++) {
                int at = panel + k * PANEL;
                FloatVector factor = FloatVector.broadcast(FLOATS, a[row + k]);
                FloatVector b0 = FloatVector.fromArray(FLOATS, panels, at);
                c0 = FUSED ? factor.fma(b0, c0) : factor.mul(b0).add(c0);
                FloatVector b1 = FloatVector.fromArray(FLOATS, panels, at + LANES);
                c1 = FUSED ? factor.fma(b1, c1) : factor.mul(b1).add(c1);
            }
            c0.intoArray(c, target);
            c1.intoArray(c, target + LANES);
        }

        /** The panel that the columns do not fill: loads and stores of the product are masked. */
        private void lastPanel(
                int m, float[] a, int aOffset, float[] c, int target, int panel, int width) {
            VectorMask<Float> low = FLOATS.indexInRange(0, width);
            VectorMask<Float> high = FLOATS.indexInRange(LANES, width);
            for (int i = 0; i < m; i++) {
                int row = aOffset + i * rows;
                int to = target + i * columns;
                FloatVector c0 = FloatVector.fromArray(FLOATS, c, to, low);
                FloatVector c1 =
                        width > LANES
                                ? FloatVector.fromArray(FLOATS, c, to + LANES, high)
                                : FloatVector.zero(FLOATS);
                for (int k = 0; k < rows; k++) {
                    int at = panel + k * PANEL;
                    FloatVector factor = FloatVector.broadcast(FLOATS, a[row + k]);
                    FloatVector b0 = FloatVector.fromArray(FLOATS, panels, at);
                    c0 = FUSED ? factor.fma(b0, c0) : factor.mul(b0).add(c0);
                    FloatVector b1 = FloatVector.fromArray(FLOATS, panels, at + LANES);
                    c1 = FUSED ? factor.fma(b1, c1) : factor.mul(b1).add(c1);
                }
                c0.intoArray(c, to, low);
                if (width > LANES) {
                    c1.intoArray(c, to + LANES, high);
                }
            }
        }
    }
}
