package org.eccexplorer.sim;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/**
 * Integrates the currents of one pixel over a block of timesteps: V += Z; where V ≥ V_thr a spike
 * and V −= V_thr. The neurons of a vector keep V and their count in registers for the whole block.
 *
 * <p>Additions to V are compensated (Kahan): hundreds of them in float32 would otherwise lose
 * enough to move spikes by a timestep, and the many equal neurons of a plain background would move
 * together.
 */
final class Integration {
    private static final int LANES = GatherKernel.LANES;

    private Integration() {}

    /**
     * @param current Z, [step][stride]; stride 0 for a current that never changes
     * @param currentOffset of the pixel's first neuron
     */
    static void subtractive(
            LayerState state,
            int pixel,
            int steps,
            float[] current,
            int currentOffset,
            int stride) {
        float threshold = state.plan.layer.threshold();
        int channels = state.plan.layer.shape().channels();
        int padded = state.plan.padded;
        SpikeBlock spikes = state.spikes;
        float[] residual = state.residual;
        float[] remainder = state.remainder;
        for (int c = 0; c < padded; c += LANES) {
            long valid = channels - c >= LANES ? -1L >>> (64 - LANES) : (1L << (channels - c)) - 1;
            int at = pixel * padded + c;
            int neuron = pixel * channels + c;
            FloatVector v = FloatVector.fromArray(GatherKernel.FLOATS, state.membrane, at);
            FloatVector lost = FloatVector.fromArray(GatherKernel.FLOATS, state.lost, at);
            FloatVector n = FloatVector.fromArray(GatherKernel.FLOATS, state.count, at);
            for (int t = 0; t < steps; t++) {
                int z = currentOffset + t * stride + c;
                FloatVector added =
                        FloatVector.fromArray(GatherKernel.FLOATS, current, z).sub(lost);
                FloatVector sum = v.add(added);
                lost = sum.sub(v).sub(added);
                v = sum;
                VectorMask<Float> fired = v.compare(VectorOperators.GE, threshold);
                v = v.sub(threshold, fired);
                n = n.add(1f, fired);
                int lane = t * LANES;
                FloatVector.fromArray(GatherKernel.FLOATS, residual, lane)
                        .add(v.abs())
                        .intoArray(residual, lane);
                FloatVector.fromArray(GatherKernel.FLOATS, remainder, lane)
                        .add(v.max(0))
                        .intoArray(remainder, lane);
                long bits = fired.toLong() & valid;
                if (bits != 0) {
                    spikes.or(t, neuron, bits);
                    state.spikesOfStep[t] += Long.bitCount(bits);
                }
            }
            v.intoArray(state.membrane, at);
            lost.intoArray(state.lost, at);
            n.intoArray(state.count, at);
        }
    }

    /** Neurons that never fire: V is the accumulated current. */
    static void silent(
            LayerState state,
            int pixel,
            int steps,
            float[] current,
            int currentOffset,
            int stride,
            float[] outputs,
            int firstStep) {
        int channels = state.plan.layer.shape().channels();
        for (int t = 0; t < steps; t++) {
            for (int c = 0; c < channels; c++) {
                int at = pixel * state.plan.padded + c;
                float v = state.membrane[at];
                float added = current[currentOffset + t * stride + c] - state.lost[at];
                state.membrane[at] = v + added;
                state.lost[at] = (state.membrane[at] - v) - added;
                state.residual[t * LANES] += Math.abs(state.membrane[at]);
                state.remainder[t * LANES] += Math.max(state.membrane[at], 0);
                outputs[(firstStep + t) * channels + c] = state.membrane[at];
            }
        }
    }

    /**
     * Neuron by neuron, for what the vectors do not do: reset to zero, and the accumulated charge
     * that gates compare.
     */
    static void general(
            LayerState state,
            int pixel,
            int steps,
            float[] current,
            int currentOffset,
            int stride,
            boolean resetToZero) {
        float threshold = state.plan.layer.threshold();
        int channels = state.plan.layer.shape().channels();
        int neurons = state.plan.layer.neurons();
        for (int c = 0; c < channels; c++) {
            int at = pixel * state.plan.padded + c;
            int neuron = pixel * channels + c;
            float v = state.membrane[at];
            float lost = state.lost[at];
            float charge = state.received[at];
            for (int t = 0; t < steps; t++) {
                float z = current[currentOffset + t * stride + c];
                float added = z - lost;
                float sum = v + added;
                lost = (sum - v) - added;
                v = sum;
                charge += z;
                if (v >= threshold) {
                    v = resetToZero ? 0 : v - threshold;
                    state.count[at]++;
                    state.spikes.set(t, neuron);
                    state.spikesOfStep[t]++;
                }
                state.residual[t * LANES + c % LANES] += Math.abs(v);
                state.remainder[t * LANES + c % LANES] += Math.max(v, 0);
                if (state.plan.tracksCharge) {
                    state.charge[t * neurons + neuron] = charge;
                }
            }
            state.membrane[at] = v;
            state.lost[at] = lost;
            state.received[at] = charge;
        }
    }
}
