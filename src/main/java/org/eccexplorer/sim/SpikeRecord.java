package org.eccexplorer.sim;

import java.util.Arrays;
import org.eccexplorer.sim.kernel.SpikeBlock;
import org.eccexplorer.spiking.Projection;
import org.eccexplorer.spiking.SpikingNetwork;

/**
 * Every spike of one image's run, one bit each. A recorder while the run goes on; afterwards it
 * answers which neuron fired when. Timesteps count from 1.
 */
public final class SpikeRecord implements SpikeRecorder {
    private final SpikingNetwork network;
    private final int timesteps;

    /** Per source (the input first): the words of timestep t from (t − 1)·stride on. */
    private final long[][] words;

    /** Per source the planes that tell values of spikes apart, each like the words. */
    private final long[][][] planes;

    /** An empty record, with room for a run of this many timesteps. */
    public SpikeRecord(SpikingNetwork network, int timesteps) {
        this.network = network;
        this.timesteps = timesteps;
        words = new long[network.layers().size() + 1][0];
        planes = new long[words.length][0][];
        for (int l = 0; l < network.layers().size(); l++) {
            words[l + 1] = new long[stride(l) * timesteps];
            planes[l + 1] = new long[network.sourceFiring(l).planes()][words[l + 1].length];
        }
    }

    private int stride(int source) {
        return (network.sourceShape(source).size() + 63) / 64;
    }

    @Override
    public void block(int layer, int firstStep, int steps, SpikeBlock spikes) {
        int stride = stride(layer);
        if (words[layer + 1].length == 0) {
            words[layer + 1] = new long[stride * timesteps];
        }
        for (int t = 0; t < steps; t++) {
            int from = t * spikes.stride;
            int to = (firstStep + t) * stride;
            System.arraycopy(spikes.words, from, words[layer + 1], to, stride);
            for (int p = 0; p < spikes.planes.length; p++) {
                System.arraycopy(spikes.planes[p], from, planes[layer + 1][p], to, stride);
            }
        }
    }

    public int timesteps() {
        return timesteps;
    }

    /**
     * Whether a neuron fired.
     *
     * @param source index of the spiking layer, −1 for Poisson input
     */
    public boolean fired(int source, int neuron, int timestep) {
        int at = (timestep - 1) * stride(source) + (neuron >> 6);
        return words[source + 1].length > 0 && (words[source + 1][at] >>> neuron & 1) != 0;
    }

    /**
     * What a neuron sent: 0, 1 or another value of a spike.
     *
     * @param source index of the spiking layer, −1 for Poisson input
     */
    public float value(int source, int neuron, int timestep) {
        if (!fired(source, neuron, timestep)) {
            return 0;
        }
        int at = (timestep - 1) * stride(source) + (neuron >> 6);
        int code = 0;
        for (int p = 0; p < planes[source + 1].length; p++) {
            code |= (int) (planes[source + 1][p][at] >>> neuron & 1) << p;
        }
        return network.sourceFiring(source).value(code);
    }

    /** Whether the input enters as spikes. */
    public boolean hasInputSpikes() {
        return words[Projection.INPUT + 1].length > 0;
    }

    /** The timesteps at which a neuron fired. */
    public int[] train(int source, int neuron) {
        int[] train = new int[timesteps];
        int count = 0;
        for (int t = 1; t <= timesteps; t++) {
            if (fired(source, neuron, t)) {
                train[count++] = t;
            }
        }
        return Arrays.copyOf(train, count);
    }

    /**
     * Net count per timestep of each neuron of a layer, over the timesteps before {@code until}:
     * spikes per timestep where all have the value 1.
     */
    public float[] rates(int layer, int until) {
        float[] rates = counts(layer, until);
        for (int i = 0; i < rates.length; i++) {
            rates[i] /= Math.max(1, until);
        }
        return rates;
    }

    /** Net count of each neuron of a layer over the timesteps before {@code until}. */
    public float[] counts(int layer, int until) {
        float[] counts = new float[network.layers().get(layer).neurons()];
        int stride = stride(layer);
        boolean plain = planes[layer + 1].length == 0;
        for (int t = 0; t < until; t++) {
            for (int w = 0; w < stride; w++) {
                long left = words[layer + 1][t * stride + w];
                while (left != 0) {
                    int neuron = 64 * w + Long.numberOfTrailingZeros(left);
                    counts[neuron] += plain ? 1 : value(layer, neuron, t + 1);
                    left &= left - 1;
                }
            }
        }
        return counts;
    }
}
