package org.eccexplorer.sim;

import java.util.ArrayList;
import java.util.List;
import org.eccexplorer.spiking.Projection;
import org.eccexplorer.spiking.Role;
import org.eccexplorer.spiking.SpikingLayer;
import org.eccexplorer.spiking.SpikingNetwork;
import org.eccexplorer.spiking.TapTable;
import org.eccexplorer.tensor.Fused;

/**
 * The definition of the simulation, one neuron and one timestep after the other, without any trick
 * but compensated addition: what the fast kernels are held against, bit by bit. Not for use where
 * time matters.
 */
public final class ReferenceSimulator {
    private final SpikingNetwork network;
    private final List<float[]> membranes = new ArrayList<>();
    private final List<float[]> lost = new ArrayList<>();
    private final List<float[]> charges = new ArrayList<>();
    private final List<float[]> spikes = new ArrayList<>();
    private final List<float[]> counts = new ArrayList<>();
    private final int timesteps;
    private final float[] image;

    /**
     * Before the first timestep of one image.
     *
     * @param network with constant input
     * @param pixels values of the image as the CNN takes them, channels-last
     */
    public ReferenceSimulator(SpikingNetwork network, float[] pixels, int timesteps) {
        if (!network.dynamics().hasConstantInput()) {
            throw new IllegalArgumentException("the reference knows constant input only");
        }
        this.network = network;
        this.timesteps = timesteps;
        image = new float[pixels.length];
        for (int i = 0; i < image.length; i++) {
            image[i] = (float) (pixels[i] / network.inputScale());
        }
        for (SpikingLayer layer : network.layers()) {
            float[] membrane = new float[layer.neurons()];
            float[] charge = new float[layer.neurons()];
            for (int i = 0; i < layer.neurons(); i++) {
                membrane[i] = layer.initialPotential(i);
                charge[i] = layer.initialOffset(i);
            }
            membranes.add(membrane);
            lost.add(new float[layer.neurons()]);
            charges.add(charge);
            spikes.add(new float[layer.neurons()]);
            counts.add(new float[layer.neurons()]);
        }
    }

    /** V of a layer after the last step. */
    public float[] membrane(int layer) {
        return membranes.get(layer);
    }

    /** Which neurons of a layer fired in the last step, whatever the spike. */
    public boolean[] fired(int layer) {
        float[] sent = spikes.get(layer);
        boolean[] fired = new boolean[sent.length];
        for (int i = 0; i < fired.length; i++) {
            fired[i] = sent[i] != 0;
        }
        return fired;
    }

    /** What the neurons of a layer sent in the last step: 0, 1 or another value of a spike. */
    public float[] spikes(int layer) {
        return spikes.get(layer);
    }

    /** The net counts of a layer: the sums of what its neurons have sent. */
    public float[] counts(int layer) {
        return counts.get(layer);
    }

    /** One timestep of all layers, the first one first. */
    public void step() {
        for (int l = 0; l < network.layers().size(); l++) {
            SpikingLayer layer = network.layers().get(l);
            if (layer.role() == Role.MAXIMUM_GATE) {
                gate(l, layer);
            } else {
                integrate(l, layer);
            }
            for (int i = 0; i < layer.neurons(); i++) {
                counts.get(l)[i] += spikes.get(l)[i];
            }
        }
    }

    private void integrate(int index, SpikingLayer layer) {
        float[] membrane = membranes.get(index);
        float[] charge = charges.get(index);
        boolean resetToZero = network.dynamics().resetsToZero();
        float leak = layer.fires() ? (float) network.dynamics().leak() : 0;
        float[] current = current(layer);
        for (int i = 0; i < membrane.length; i++) {
            float v = membrane[i];
            float added = current[i] - leak * v - lost.get(index)[i];
            membrane[i] = v + added;
            lost.get(index)[i] = (membrane[i] - v) - added;
            charge[i] += current[i];
            float spike =
                    layer.fires()
                            ? layer.firing()
                                    .spike(membrane[i], layer.threshold(), counts.get(index)[i])
                            : 0;
            spikes.get(index)[i] = spike;
            if (spike != 0) {
                membrane[i] = resetToZero ? 0 : membrane[i] - spike * layer.threshold();
            }
        }
    }

    /** Z(t): bias, spread charge, the image's constant current, then the spikes in order. */
    private float[] current(SpikingLayer layer) {
        float spread = layer.spreadCharge() / timesteps;
        float[] constant = new float[layer.neurons()];
        for (Projection projection : layer.projections()) {
            if (projection.source() == Projection.INPUT) {
                add(projection, constant, image);
            }
        }
        float[] current = new float[layer.neurons()];
        for (int i = 0; i < current.length; i++) {
            current[i] = layer.bias()[i] + spread;
            current[i] += constant[i];
        }
        for (Projection projection : layer.projections()) {
            if (projection.source() != Projection.INPUT) {
                float[] values = spikes.get(projection.source());
                if (projection.quantum() == 0) {
                    add(projection, current, values);
                } else {
                    addLevels(projection, current, values);
                }
            }
        }
        return current;
    }

    /** Quantised weights: their levels are summed up first. */
    private static void addLevels(Projection projection, float[] current, float[] values) {
        float[] sum = new float[current.length];
        add(projection.withLevels(), sum, values);
        for (int i = 0; i < sum.length; i++) {
            current[i] = Fused.multiplyAdd(sum[i], (float) projection.quantum(), current[i]);
        }
    }

    private static void add(Projection projection, float[] sum, float[] values) {
        TapTable table = projection.table();
        int inputs = projection.from().channels();
        for (int p = 0; p < projection.to().pixels(); p++) {
            for (int e = table.start()[p]; e < table.start()[p + 1]; e++) {
                for (int c = 0; c < inputs; c++) {
                    float value = values[table.source()[e] * inputs + c];
                    int row = (table.tap()[e] * inputs + c) * projection.fan();
                    int target = p * projection.to().channels() + projection.firstTarget(c);
                    for (int o = 0; o < projection.fan(); o++) {
                        sum[target + o] =
                                Fused.multiplyAdd(
                                        value, projection.weights()[row + o], sum[target + o]);
                    }
                }
            }
        }
    }

    private void gate(int index, SpikingLayer layer) {
        Projection projection = layer.projections().getFirst();
        TapTable table = projection.table();
        int channels = layer.shape().channels();
        float[] sent = counts.get(projection.source());
        for (int i = 0; i < layer.neurons(); i++) {
            int pixel = i / channels;
            boolean least = projection.isMinimum(i % channels);
            float chosen = least ? Float.POSITIVE_INFINITY : Float.NEGATIVE_INFINITY;
            for (int e = table.start()[pixel]; e < table.start()[pixel + 1]; e++) {
                float count = sent[table.source()[e] * channels + i % channels];
                chosen = least ? Math.min(chosen, count) : Math.max(chosen, count);
            }
            spikes.get(index)[i] = layer.firing().follow(chosen, counts.get(index)[i]);
        }
    }
}
