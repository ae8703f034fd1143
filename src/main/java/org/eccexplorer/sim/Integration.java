package org.eccexplorer.sim;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.eccexplorer.sim.kernel.Lanes;
import org.eccexplorer.sim.kernel.Tile;
import org.eccexplorer.spiking.Firing;

/**
 * Integrates the currents of one pixel over a block of timesteps: V += Z; where V ≥ V_thr a spike
 * and V −= V_thr. The neurons of a vector keep V and their count in registers for the whole block.
 *
 * <p>Additions to V are compensated (Kahan): hundreds of them in float32 would otherwise lose
 * enough to move spikes by a timestep, and the many equal neurons of a plain background would move
 * together.
 */
final class Integration {
    private static final VectorSpecies<Float> FLOATS = Lanes.FLOATS;
    private static final int LANES = Lanes.COUNT;

    private Integration() {}

    /**
     * Reset by subtraction.
     *
     * @param tile currents of whole vectors of neurons
     */
    static void subtractive(LayerState state, LayerSlice part, Tile tile) {
        int end = Math.min(state.plan.padded - tile.column(), tile.width());
        int c = 0;
        for (; c + 2 * LANES <= end; c += 2 * LANES) {
            pair(state, part, tile, c);
        }
        if (c < end) {
            one(state, part, tile, c);
        }
    }

    /**
     * Two vectors at a time: each waits several cycles for its own last addition, and one fills the
     * gaps of the other.
     */
    private static void pair(LayerState state, LayerSlice part, Tile tile, int column) {
        float threshold = state.plan.layer.threshold();
        float[] potential = part.potential;
        float[] magnitude = part.magnitude;
        float[] current = tile.z();
        int c = tile.column() + column;
        int at = tile.pixel() * state.plan.padded + c;
        int channels = state.plan.layer.shape().channels();
        int neuron = tile.pixel() * channels + c;
        int width = Math.min(2 * LANES, channels - c);
        FloatVector v1 = FloatVector.fromArray(FLOATS, state.membrane, at);
        FloatVector v2 = FloatVector.fromArray(FLOATS, state.membrane, at + LANES);
        FloatVector lost1 = FloatVector.fromArray(FLOATS, state.lost, at);
        FloatVector lost2 = FloatVector.fromArray(FLOATS, state.lost, at + LANES);
        FloatVector n1 = FloatVector.fromArray(FLOATS, state.count, at);
        FloatVector n2 = FloatVector.fromArray(FLOATS, state.count, at + LANES);
        FloatVector none = FloatVector.zero(FLOATS);
        for (int t = 0; t < tile.steps(); t++) {
            int z = tile.at(t) + column;
            FloatVector added1 = FloatVector.fromArray(FLOATS, current, z).sub(lost1);
            FloatVector added2 = FloatVector.fromArray(FLOATS, current, z + LANES).sub(lost2);
            FloatVector sum1 = added1.add(v1);
            FloatVector sum2 = added2.add(v2);
            lost1 = sum1.sub(v1).sub(added1);
            lost2 = sum2.sub(v2).sub(added2);
            VectorMask<Float> fired1 = sum1.compare(VectorOperators.GE, threshold);
            VectorMask<Float> fired2 = sum2.compare(VectorOperators.GE, threshold);
            v1 = sum1.sub(threshold, fired1);
            v2 = sum2.sub(threshold, fired2);
            n1 = none.blend(1f, fired1).add(n1);
            n2 = none.blend(1f, fired2).add(n2);
            int lane = t * LANES;
            FloatVector.fromArray(FLOATS, potential, lane)
                    .add(v1.add(v2))
                    .intoArray(potential, lane);
            FloatVector.fromArray(FLOATS, magnitude, lane)
                    .add(v1.abs().add(v2.abs()))
                    .intoArray(magnitude, lane);
            state.spikes.or(t, neuron, fired1.toLong() | fired2.toLong() << LANES, width);
        }
        v1.intoArray(state.membrane, at);
        v2.intoArray(state.membrane, at + LANES);
        lost1.intoArray(state.lost, at);
        lost2.intoArray(state.lost, at + LANES);
        n1.intoArray(state.count, at);
        n2.intoArray(state.count, at + LANES);
    }

    private static void one(LayerState state, LayerSlice part, Tile tile, int column) {
        float threshold = state.plan.layer.threshold();
        float[] current = tile.z();
        int c = tile.column() + column;
        int at = tile.pixel() * state.plan.padded + c;
        int channels = state.plan.layer.shape().channels();
        int neuron = tile.pixel() * channels + c;
        int width = Math.min(LANES, channels - c);
        FloatVector v = FloatVector.fromArray(FLOATS, state.membrane, at);
        FloatVector lost = FloatVector.fromArray(FLOATS, state.lost, at);
        FloatVector n = FloatVector.fromArray(FLOATS, state.count, at);
        FloatVector none = FloatVector.zero(FLOATS);
        for (int t = 0; t < tile.steps(); t++) {
            FloatVector added =
                    FloatVector.fromArray(FLOATS, current, tile.at(t) + column).sub(lost);
            FloatVector sum = added.add(v);
            lost = sum.sub(v).sub(added);
            VectorMask<Float> fired = sum.compare(VectorOperators.GE, threshold);
            v = sum.sub(threshold, fired);
            n = none.blend(1f, fired).add(n);
            int lane = t * LANES;
            FloatVector.fromArray(FLOATS, part.potential, lane)
                    .add(v)
                    .intoArray(part.potential, lane);
            FloatVector.fromArray(FLOATS, part.magnitude, lane)
                    .add(v.abs())
                    .intoArray(part.magnitude, lane);
            state.spikes.or(t, neuron, fired.toLong(), width);
        }
        v.intoArray(state.membrane, at);
        lost.intoArray(state.lost, at);
        n.intoArray(state.count, at);
    }

    /**
     * A leak, which is a current of −leak·V(t−1), or a reset to zero: they lose charge, so what was
     * received is added up apart.
     *
     * @param tile currents of whole vectors of neurons
     */
    static void lossy(LayerState state, LayerSlice part, Tile tile) {
        int end = Math.min(state.plan.padded - tile.column(), tile.width());
        for (int c = 0; c < end; c += LANES) {
            oneLossy(state, part, tile, c);
        }
    }

    private static void oneLossy(LayerState state, LayerSlice part, Tile tile, int column) {
        float threshold = state.plan.layer.threshold();
        float leak = state.plan.leak;
        VectorMask<Float> toZero = FLOATS.maskAll(state.plan.resetToZero);
        float[] current = tile.z();
        int c = tile.column() + column;
        int at = tile.pixel() * state.plan.padded + c;
        int channels = state.plan.layer.shape().channels();
        int neuron = tile.pixel() * channels + c;
        int width = Math.min(LANES, channels - c);
        FloatVector v = FloatVector.fromArray(FLOATS, state.membrane, at);
        FloatVector lost = FloatVector.fromArray(FLOATS, state.lost, at);
        FloatVector n = FloatVector.fromArray(FLOATS, state.count, at);
        FloatVector charge = FloatVector.fromArray(FLOATS, state.received, at);
        FloatVector none = FloatVector.zero(FLOATS);
        for (int t = 0; t < tile.steps(); t++) {
            FloatVector z = FloatVector.fromArray(FLOATS, current, tile.at(t) + column);
            FloatVector added = z.sub(v.mul(leak)).sub(lost);
            FloatVector sum = added.add(v);
            lost = sum.sub(v).sub(added);
            charge = z.add(charge);
            VectorMask<Float> fired = sum.compare(VectorOperators.GE, threshold);
            v = sum.sub(threshold, fired).blend(0f, fired.and(toZero));
            n = none.blend(1f, fired).add(n);
            int lane = t * LANES;
            FloatVector.fromArray(FLOATS, part.potential, lane)
                    .add(v)
                    .intoArray(part.potential, lane);
            FloatVector.fromArray(FLOATS, part.magnitude, lane)
                    .add(v.abs())
                    .intoArray(part.magnitude, lane);
            state.spikes.or(t, neuron, fired.toLong(), width);
        }
        v.intoArray(state.membrane, at);
        lost.intoArray(state.lost, at);
        n.intoArray(state.count, at);
        charge.intoArray(state.received, at);
    }

    /**
     * Neurons that never fire: V is the accumulated current, by whose largest the class is read. It
     * does not leak: a leak would weigh the last timesteps more than the first.
     */
    static void silent(
            LayerState state, LayerSlice part, Tile tile, float[] outputs, int firstStep) {
        int channels = state.plan.layer.shape().channels();
        int end = Math.min(channels, tile.column() + tile.width());
        for (int t = 0; t < tile.steps(); t++) {
            for (int c = tile.column(); c < end; c++) {
                int at = tile.pixel() * state.plan.padded + c;
                float v = state.membrane[at];
                float added = tile.z()[tile.at(t) + c - tile.column()] - state.lost[at];
                state.membrane[at] = v + added;
                state.lost[at] = (state.membrane[at] - v) - added;
                part.potential[t * LANES] += state.membrane[at];
                part.magnitude[t * LANES] += Math.abs(state.membrane[at]);
                outputs[(firstStep + t) * channels + c] = state.membrane[at];
            }
        }
    }

    /** Neuron by neuron, where what gates compare or what decides between outputs is kept too. */
    static void general(LayerState state, LayerSlice part, Tile tile) {
        float threshold = state.plan.layer.threshold();
        float leak = state.plan.leak;
        boolean resetToZero = state.plan.resetToZero;
        Firing firing = state.plan.layer.firing();
        int channels = state.plan.layer.shape().channels();
        int neurons = state.plan.layer.neurons();
        int end = Math.min(channels, tile.column() + tile.width());
        for (int c = tile.column(); c < end; c++) {
            int at = tile.pixel() * state.plan.padded + c;
            int neuron = tile.pixel() * channels + c;
            float v = state.membrane[at];
            float lost = state.lost[at];
            float charge = state.received[at];
            for (int t = 0; t < tile.steps(); t++) {
                float z = tile.z()[tile.at(t) + c - tile.column()];
                float added = z - leak * v - lost;
                float sum = v + added;
                lost = (sum - v) - added;
                v = sum;
                charge += z;
                float spike = firing.spike(v, threshold, state.count[at]);
                if (spike != 0) {
                    v = resetToZero ? 0 : v - spike * threshold;
                    state.count[at] += spike;
                    state.spikes.send(t, neuron, spike);
                }
                part.potential[t * LANES + c % LANES] += v;
                part.magnitude[t * LANES + c % LANES] += Math.abs(v);
                state.charge[t * neurons + neuron] = state.plan.ranksByPotential ? v : charge;
            }
            state.membrane[at] = v;
            state.lost[at] = lost;
            state.received[at] = charge;
        }
    }
}
