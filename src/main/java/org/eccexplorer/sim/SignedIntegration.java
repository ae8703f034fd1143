package org.eccexplorer.sim;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.eccexplorer.sim.kernel.Lanes;
import org.eccexplorer.sim.kernel.Tile;

/**
 * Integrates the currents of one pixel over a block of timesteps, as {@link Integration}, into
 * spikes of 1 and −1: of 1 where V ≥ V_thr, of −1 where V is low and the net count allows it.
 */
final class SignedIntegration {
    private static final VectorSpecies<Float> FLOATS = Lanes.FLOATS;
    private static final int LANES = Lanes.COUNT;

    private SignedIntegration() {}

    /**
     * With whatever leak and reset the layer has.
     *
     * @param tile currents of whole vectors of neurons
     */
    static void run(LayerState state, LayerSlice part, Tile tile) {
        int end = Math.min(state.plan.padded - tile.column(), tile.width());
        int c = 0;
        for (; c + 2 * LANES <= end && !state.plan.keepsCharge; c += 2 * LANES) {
            pair(state, part, tile, c);
        }
        for (; c < end; c += LANES) {
            if (state.plan.keepsCharge) {
                lossy(state, part, tile, c);
            } else {
                one(state, part, tile, c);
            }
        }
    }

    /** Two vectors at a time, as {@link Integration} does. */
    private static void pair(LayerState state, LayerSlice part, Tile tile, int column) {
        float threshold = state.plan.layer.threshold();
        float lowest = state.plan.layer.firing().lowest(threshold);
        VectorMask<Float> bounded = bounded(state);
        float[] potential = part.potential;
        float[] magnitude = part.magnitude;
        float[] current = tile.z();
        int c = tile.column() + column;
        int at = tile.pixel() * state.plan.padded + c;
        int channels = state.plan.layer.shape().channels();
        int neuron = tile.pixel() * channels + c;
        int width = Math.min(2 * LANES, channels - c);
        long[] signs = state.spikes.planes[0];
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
            VectorMask<Float> up1 = sum1.compare(VectorOperators.GE, threshold);
            VectorMask<Float> up2 = sum2.compare(VectorOperators.GE, threshold);
            VectorMask<Float> down1 = down(sum1, lowest, n1, bounded);
            VectorMask<Float> down2 = down(sum2, lowest, n2, bounded);
            v1 = sum1.sub(none.blend(threshold, up1).blend(-threshold, down1));
            v2 = sum2.sub(none.blend(threshold, up2).blend(-threshold, down2));
            n1 = none.blend(1f, up1).blend(-1f, down1).add(n1);
            n2 = none.blend(1f, up2).blend(-1f, down2).add(n2);
            int lane = t * LANES;
            FloatVector.fromArray(FLOATS, potential, lane)
                    .add(v1.add(v2))
                    .intoArray(potential, lane);
            FloatVector.fromArray(FLOATS, magnitude, lane)
                    .add(v1.abs().add(v2.abs()))
                    .intoArray(magnitude, lane);
            long up = up1.toLong() | (up2.toLong() << LANES);
            long down = down1.toLong() | (down2.toLong() << LANES);
            send(state, signs, t, neuron, up, down, width);
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
        float lowest = state.plan.layer.firing().lowest(threshold);
        VectorMask<Float> bounded = bounded(state);
        float[] current = tile.z();
        int c = tile.column() + column;
        int at = tile.pixel() * state.plan.padded + c;
        int channels = state.plan.layer.shape().channels();
        int neuron = tile.pixel() * channels + c;
        int width = Math.min(LANES, channels - c);
        long[] signs = state.spikes.planes[0];
        FloatVector v = FloatVector.fromArray(FLOATS, state.membrane, at);
        FloatVector lost = FloatVector.fromArray(FLOATS, state.lost, at);
        FloatVector n = FloatVector.fromArray(FLOATS, state.count, at);
        FloatVector none = FloatVector.zero(FLOATS);
        for (int t = 0; t < tile.steps(); t++) {
            FloatVector added =
                    FloatVector.fromArray(FLOATS, current, tile.at(t) + column).sub(lost);
            FloatVector sum = added.add(v);
            lost = sum.sub(v).sub(added);
            VectorMask<Float> up = sum.compare(VectorOperators.GE, threshold);
            VectorMask<Float> down = down(sum, lowest, n, bounded);
            FloatVector spike = none.blend(1f, up).blend(-1f, down);
            v = sum.sub(spike.mul(threshold));
            n = spike.add(n);
            int lane = t * LANES;
            FloatVector.fromArray(FLOATS, part.potential, lane)
                    .add(v)
                    .intoArray(part.potential, lane);
            FloatVector.fromArray(FLOATS, part.magnitude, lane)
                    .add(v.abs())
                    .intoArray(part.magnitude, lane);
            send(state, signs, t, neuron, up.toLong(), down.toLong(), width);
        }
        v.intoArray(state.membrane, at);
        lost.intoArray(state.lost, at);
        n.intoArray(state.count, at);
    }

    private static void lossy(LayerState state, LayerSlice part, Tile tile, int column) {
        float threshold = state.plan.layer.threshold();
        float leak = state.plan.leak;
        VectorMask<Float> toZero = FLOATS.maskAll(state.plan.resetToZero);
        float lowest = state.plan.layer.firing().lowest(threshold);
        VectorMask<Float> bounded = bounded(state);
        float[] current = tile.z();
        int c = tile.column() + column;
        int at = tile.pixel() * state.plan.padded + c;
        int channels = state.plan.layer.shape().channels();
        int neuron = tile.pixel() * channels + c;
        int width = Math.min(LANES, channels - c);
        long[] signs = state.spikes.planes[0];
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
            VectorMask<Float> up = sum.compare(VectorOperators.GE, threshold);
            VectorMask<Float> down = down(sum, lowest, n, bounded);
            FloatVector spike = none.blend(1f, up).blend(-1f, down);
            v = sum.sub(spike.mul(threshold)).blend(0f, up.or(down).and(toZero));
            n = spike.add(n);
            int lane = t * LANES;
            FloatVector.fromArray(FLOATS, part.potential, lane)
                    .add(v)
                    .intoArray(part.potential, lane);
            FloatVector.fromArray(FLOATS, part.magnitude, lane)
                    .add(v.abs())
                    .intoArray(part.magnitude, lane);
            send(state, signs, t, neuron, up.toLong(), down.toLong(), width);
        }
        v.intoArray(state.membrane, at);
        lost.intoArray(state.lost, at);
        n.intoArray(state.count, at);
        charge.intoArray(state.received, at);
    }

    /** Neurons whose net count must not go below zero. */
    private static VectorMask<Float> bounded(LayerState state) {
        return FLOATS.maskAll(!state.plan.layer.firing().goesBelowZero());
    }

    /** Where a spike is taken back. */
    private static VectorMask<Float> down(
            FloatVector potential, float lowest, FloatVector count, VectorMask<Float> bounded) {
        VectorMask<Float> without = count.compare(VectorOperators.LE, 0f).and(bounded);
        return potential.compare(VectorOperators.LT, lowest).andNot(without);
    }

    private static void send(
            LayerState state, long[] signs, int t, int neuron, long up, long down, int width) {
        state.spikes.or(t, neuron, up | down, width);
        if (down != 0) {
            state.spikes.or(signs, t, neuron, down, width);
        }
    }
}
