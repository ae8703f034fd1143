package org.eccexplorer.tensor;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/**
 * Matrix products with the Vector API: the right factor lies in panels of two vectors' width, and a
 * block of four rows by one panel of the product stays in registers for the whole sum over k. Every
 * element is summed in order of increasing k, so the result does not depend on how rows are
 * batched.
 */
public final class VectorBackend implements DenseBackend {
    private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
    private static final boolean FUSED = Fused.AVAILABLE;
    private static final int LANES = FLOATS.length();

    /** Columns of a panel. */
    private static final int PANEL = 2 * LANES;

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
        float[] packed = new float[Math.multiplyExact(panels * PANEL, rows)];
        for (int panel = 0; panel < panels; panel++) {
            int first = panel * PANEL;
            int width = Math.min(PANEL, columns - first);
            for (int k = 0; k < rows; k++) {
                System.arraycopy(
                        matrix, k * columns + first, packed, (panel * rows + k) * PANEL, width);
            }
        }
        return new Packed(packed, rows, columns);
    }

    /**
     * @param panels [panel][k][column in panel], zero beyond the last column
     */
    private record Packed(float[] panels, int rows, int columns) implements RightFactor {

        @Override
        public void multiplyAdd(int m, float[] a, int aOffset, float[] c, int cOffset) {
            for (int first = 0; first < columns; first += PANEL) {
                int panel = first * rows;
                if (columns - first >= PANEL) {
                    fullPanel(m, a, aOffset, c, cOffset + first, panel);
                } else {
                    lastPanel(m, a, aOffset, c, cOffset + first, panel, columns - first);
                }
            }
        }

        private void fullPanel(int m, float[] a, int aOffset, float[] c, int target, int panel) {
            int i = 0;
            for (; i + 4 <= m; i += 4) {
                fourRows(a, aOffset + i * rows, c, target + i * columns, panel);
            }
            for (; i < m; i++) {
                oneRow(a, aOffset + i * rows, c, target + i * columns, panel);
            }
        }

        private void fourRows(float[] a, int row, float[] c, int target, int panel) {
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
            for (int k = 0; k < rows; k++) {
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

        private void oneRow(float[] a, int row, float[] c, int target, int panel) {
            FloatVector c0 = FloatVector.fromArray(FLOATS, c, target);
            FloatVector c1 = FloatVector.fromArray(FLOATS, c, target + LANES);
            for (int k = 0; k < rows; k++) {
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
