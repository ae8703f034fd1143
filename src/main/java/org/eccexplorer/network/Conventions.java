package org.eccexplorer.network;

/**
 * What a model expects of those who call it, and how exactly it answers.
 *
 * @param rescales whether the model scales its input by itself, so that bytes go in as they are
 * @param planesFirst whether arrays have the channels before the rows, (N, C, H, W)
 * @param precision in which it calculates
 */
public record Conventions(boolean rescales, boolean planesFirst, Precision precision) {
    /** How a framework rounds what its layers give. */
    public enum Precision {
        FLOAT32(0),
        FLOAT16(0x1p-11),
        BFLOAT16(0x1p-8),
        /** Activations are rounded to 8 bits. */
        INT8(0x1p-8);

        private final double rounding;

        Precision(double rounding) {
            this.rounding = rounding;
        }

        /** The largest relative error of one rounding; 0 where it does not matter. */
        public double rounding() {
            return rounding;
        }
    }

    /** Of a model in float32. */
    public Conventions(boolean rescales, boolean planesFirst) {
        this(rescales, planesFirst, Precision.FLOAT32);
    }
}
