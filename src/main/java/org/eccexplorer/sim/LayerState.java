package org.eccexplorer.sim;

import java.util.Arrays;
import java.util.List;
import org.eccexplorer.sim.kernel.RealProjection;
import org.eccexplorer.sim.kernel.Scratch;
import org.eccexplorer.sim.kernel.SpikeBlock;
import org.eccexplorer.sim.kernel.SpikeSource;
import org.eccexplorer.sim.kernel.Tile;
import org.eccexplorer.spiking.Role;
import org.eccexplorer.spiking.SpikingLayer;

/** The membranes, counts and spikes of one layer while one image runs. */
final class LayerState {
    final LayerPlan plan;
    final SpikeSource source;
    final SpikeBlock spikes;
    final List<LayerSlice> parts;

    /** What each of a crew does at a time: a part. */
    final List<List<LayerSlice>> single;

    /** What one worker alone does at a time: several parts, if they fit a patch. */
    final List<List<LayerSlice>> patches;

    /** V per neuron, [pixel][padded channel]; count is the number of spikes. */
    final float[] membrane;

    /** What rounding has added to V so far, to be taken off again. */
    final float[] lost;

    final float[] count;

    /**
     * The constant part of the current: bias, spread charge and the image's own current; where
     * there is nothing but a bias, that of the plan.
     */
    final float[] steady;

    /**
     * S_t of every neuron with its own part of V(0), only where it cannot be had from V and the
     * count afterwards.
     */
    final float[] received;

    /** S_t, or V(t) of outputs that lose charge, per step of the block and output neuron. */
    final float[] charge;

    /** Synaptic operations per step of the block. */
    final long[] operations;

    private float[] input = new float[0];

    LayerState(LayerPlan plan, SpikeSource source, int block) {
        this.plan = plan;
        this.source = source;
        spikes = source.spikes;
        SpikingLayer layer = plan.layer;
        int padded = layer.shape().pixels() * plan.padded;
        membrane = new float[padded];
        lost = new float[padded];
        count = new float[padded];
        steady = hasBiasAlone(plan) ? plan.bias : new float[padded];
        parts = LayerSlice.of(plan, block);
        single = LayerSlice.patches(parts, 1);
        patches = LayerSlice.patches(parts, plan.pixelsPerPatch());
        operations = new long[block];
        received = new float[plan.keepsCharge ? padded : 0];
        charge = new float[plan.tracksCharge ? layer.neurons() * block : 0];
    }

    private static boolean hasBiasAlone(LayerPlan plan) {
        return plan.constant.isEmpty() && plan.layer.spreadCharge() == 0;
    }

    /** V(0), no spikes, and the steady current of this image. */
    void start(float[] image, int offset, double inputScale, int steps, Scratch scratch) {
        SpikingLayer layer = plan.layer;
        Arrays.fill(membrane, 0);
        Arrays.fill(lost, 0);
        Arrays.fill(count, 0);
        Arrays.fill(received, 0);
        if (layer.role() == Role.MAXIMUM_GATE) {
            return;
        }
        startMembranes();
        if (!hasBiasAlone(plan)) {
            putBias(layer.spreadCharge() / steps);
        }
        if (!plan.constant.isEmpty()) {
            addImage(image, offset, inputScale, scratch);
        }
    }

    private void startMembranes() {
        SpikingLayer layer = plan.layer;
        int channels = layer.shape().channels();
        if (plan.padded == channels && !layer.hasInitialOffset()) {
            Arrays.fill(membrane, layer.initialPotential());
            return;
        }
        for (int p = 0; p < layer.shape().pixels(); p++) {
            int first = p * plan.padded;
            for (int c = 0; c < channels; c++) {
                int neuron = p * channels + c;
                membrane[first + c] = layer.initialPotential(neuron);
                if (plan.keepsCharge) {
                    received[first + c] = layer.initialOffset(neuron);
                }
            }
        }
    }

    private void putBias(float spread) {
        int channels = plan.layer.shape().channels();
        for (int p = 0; p < plan.layer.shape().pixels(); p++) {
            int first = p * plan.padded;
            for (int c = 0; c < channels; c++) {
                steady[first + c] = plan.bias[first + c] + spread;
            }
        }
    }

    private void addImage(float[] image, int offset, double inputScale, Scratch scratch) {
        int channels = plan.layer.shape().channels();
        int neurons = plan.layer.neurons();
        if (input.length < neurons) {
            input = new float[neurons];
        }
        Arrays.fill(input, 0);
        List<RealProjection> constant = plan.constant;
        float[] scaled = scratch.image(image, offset, constant.getFirst().sourceSize(), inputScale);
        for (RealProjection projection : constant) {
            projection.addTo(scaled, 0, 1, input, scratch);
        }
        for (int i = 0; i < neurons; i++) {
            steady[i / channels * plan.padded + i % channels] += input[i];
        }
    }

    /** Gives a tile the constant part of its currents. */
    void putSteady(Tile tile) {
        int from = tile.pixel() * plan.padded + tile.column();
        int count = Math.min(tile.width(), plan.padded - tile.column());
        System.arraycopy(steady, from, tile.z(), tile.steady(), count);
    }

    void startBlock() {
        spikes.clear();
        Arrays.fill(operations, 0);
        parts.forEach(LayerSlice::startBlock);
    }
}
