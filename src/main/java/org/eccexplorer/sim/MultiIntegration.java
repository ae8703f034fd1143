package org.eccexplorer.sim;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.eccexplorer.sim.kernel.Lanes;
import org.eccexplorer.sim.kernel.SpikeBlock;
import org.eccexplorer.sim.kernel.Tile;
import org.eccexplorer.spiking.Firing;

/**
 * Integrates the currents of one pixel over a block of timesteps, as {@link Integration}, into
 * spikes of several sizes: from the smallest on, each size that V reaches takes the place of the
 * one before.
 */
final class MultiIntegration {
    private static final VectorSpecies<Float> FLOATS = Lanes.FLOATS;
    private static final int LANES = Lanes.COUNT;

    private final LayerState state;
    private final LayerSlice part;
    private final Tile tile;
    private final Firing firing;

    private MultiIntegration(LayerState state, LayerSlice part, Tile tile) {
        this.state = state;
        this.part = part;
        this.tile = tile;
        firing = state.plan.layer.firing();
    }

    /**
     * With whatever leak and reset the layer has.
     *
     * @param tile currents of whole vectors of neurons
     */
    static void run(LayerState state, LayerSlice part, Tile tile) {
        int end = Math.min(state.plan.padded - tile.column(), tile.width());
        MultiIntegration integration = new MultiIntegration(state, part, tile);
        for (int c = 0; c < end; c += LANES) {
            integration.run(c);
        }
    }

    private void run(int column) {
        float threshold = state.plan.layer.threshold();
        float leak = state.plan.leak;
        boolean keeps = state.plan.keepsCharge;
        VectorMask<Float> toZero = FLOATS.maskAll(state.plan.resetToZero);
        VectorMask<Float> free = FLOATS.maskAll(firing.goesBelowZero());
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
        FloatVector charge = keeps ? FloatVector.fromArray(FLOATS, state.received, at) : none;
        for (int t = 0; t < tile.steps(); t++) {
            FloatVector z = FloatVector.fromArray(FLOATS, current, tile.at(t) + column);
            FloatVector added = z.sub(v.mul(leak)).sub(lost);
            FloatVector sum = added.add(v);
            lost = sum.sub(v).sub(added);
            charge = z.add(charge);
            FloatVector spike = none;
            for (int i = firing.thresholds() - 1; i >= 0; i--) {
                float size = 1f / (1 << i);
                float step = firing.step(threshold, size);
                VectorMask<Float> up = sum.compare(VectorOperators.GE, step);
                VectorMask<Float> down =
                        sum.compare(VectorOperators.LE, -step)
                                .and(n.compare(VectorOperators.GE, size).or(free));
                spike = spike.blend(size, up).blend(-size, down);
                send(t, neuron, width, i, up.toLong(), down.toLong());
            }
            VectorMask<Float> fired = spike.compare(VectorOperators.NE, 0f);
            v = sum.sub(spike.mul(threshold)).blend(0f, fired.and(toZero));
            n = spike.add(n);
            int lane = t * LANES;
            FloatVector.fromArray(FLOATS, part.potential, lane)
                    .add(v)
                    .intoArray(part.potential, lane);
            FloatVector.fromArray(FLOATS, part.magnitude, lane)
                    .add(v.abs())
                    .intoArray(part.magnitude, lane);
        }
        v.intoArray(state.membrane, at);
        lost.intoArray(state.lost, at);
        n.intoArray(state.count, at);
        if (keeps) {
            charge.intoArray(state.received, at);
        }
    }

    /** Notes spikes of size 1/2^i, in place of smaller ones of the same neurons. */
    private void send(int t, int neuron, int width, int i, long up, long down) {
        long sent = up | down;
        if (sent == 0) {
            return;
        }
        SpikeBlock spikes = state.spikes;
        spikes.or(t, neuron, sent, width);
        for (int p = 0; p < spikes.planes.length; p++) {
            boolean set = p > 0 && ((i >> (p - 1)) & 1) == 1;
            spikes.put(spikes.planes[p], t, neuron, sent, p == 0 ? down : set ? sent : 0);
        }
    }
}
