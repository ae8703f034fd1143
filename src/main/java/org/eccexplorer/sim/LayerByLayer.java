package org.eccexplorer.sim;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eccexplorer.sim.kernel.SpikeBlock;
import org.eccexplorer.spiking.Role;
import org.eccexplorer.spiking.SpikingLayer;
import org.eccexplorer.spiking.SpikingNetwork;

/**
 * Simulates some images layer by layer: all of them through one layer before the next one begins,
 * each layer on the recorded spikes of those that feed it. So a layer can be run, changed and run
 * again while those before it stay as they are. What a layer does is what it does in {@link
 * Simulator#run}, bit by bit.
 *
 * <p>Images may be run by several threads at once, each with a {@link Simulator.Workspace} of its
 * own; layers are changed in between.
 */
public final class LayerByLayer {
    private final int timesteps;
    private final long seed;

    /** Per layer and image; null where nothing needs them any more, or yet. */
    private final Recording[][] recordings;

    private Simulator simulator;

    /**
     * Before the first layer.
     *
     * @param images how many there are
     * @param timesteps T
     * @param seed of Poisson input
     */
    public LayerByLayer(Simulator simulator, int images, int timesteps, long seed) {
        this.simulator = simulator;
        this.timesteps = timesteps;
        this.seed = seed;
        recordings = new Recording[simulator.network().layers().size()][images];
        for (Recording[] layer : recordings) {
            Arrays.fill(layer, Recording.NONE);
        }
    }

    /** The spikes of one layer and image, block by block, with the counts that gates compare. */
    private record Recording(List<SpikeBlock> spikes, List<float[]> counts) {
        static final Recording NONE = new Recording(List.of(), List.of());
    }

    /** Hands the spikes of the sources to a layer and takes its own. */
    interface Blocks {
        void load(int source, int first, LayerState state);

        void store(int first, int steps, LayerState state);
    }

    /** The network as it is now. */
    public SpikingNetwork network() {
        return simulator.network();
    }

    /** For a thread, until a layer is changed. */
    public Simulator.Workspace newWorkspace() {
        return simulator.newWorkspace();
    }

    /** Changes a layer, which keeps its synapses; it is to be run again. */
    public void change(int index, SpikingLayer layer) {
        simulator = simulator.with(index, layer);
    }

    /**
     * Runs one layer of one image; all layers that feed it have been run and recorded.
     *
     * @param pixels of images one after the other, as the CNN takes them
     * @param offset where this one begins
     * @param image its place among the images
     * @param recorded whether its spikes are kept for the layers that read it
     * @return the net count of each neuron
     */
    public float[] run(
            int layer,
            float[] pixels,
            int offset,
            int image,
            Simulator.Workspace workspace,
            boolean recorded) {
        boolean gated = feedsGates(layer);
        Recording own = new Recording(new ArrayList<>(), new ArrayList<>());
        simulator.layer(
                layer,
                new Simulator.Image(pixels, offset, image, timesteps, seed),
                workspace,
                new Blocks() {
                    @Override
                    public void load(int source, int first, LayerState state) {
                        Recording before = recordings[source][image];
                        int block = first / Simulator.BLOCK;
                        state.spikes.put(before.spikes().get(block));
                        if (!before.counts().isEmpty()) {
                            float[] counts = before.counts().get(block);
                            System.arraycopy(counts, 0, state.count, 0, counts.length);
                        }
                    }

                    @Override
                    public void store(int first, int steps, LayerState state) {
                        if (recorded) {
                            own.spikes().add(state.spikes.copy(steps));
                        }
                        if (recorded && gated) {
                            own.counts().add(state.count.clone());
                        }
                    }
                });
        recordings[layer][image] = own;
        return counts(workspace.states.get(layer));
    }

    private static float[] counts(LayerState state) {
        int channels = state.plan.layer.shape().channels();
        float[] counts = new float[state.plan.layer.neurons()];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = state.count[i / channels * state.plan.padded + i % channels];
        }
        return counts;
    }

    private boolean feedsGates(int layer) {
        return network().layers().stream()
                .anyMatch(reader -> reader.role() == Role.MAXIMUM_GATE && reads(reader, layer));
    }

    private static boolean reads(SpikingLayer reader, int layer) {
        return reader.projections().stream().anyMatch(p -> p.source() == layer);
    }

    /** Forgets the spikes that no layer after this one reads. */
    public void forgetBefore(int next) {
        for (int l = 0; l < next; l++) {
            if (lastReader(network(), l) < next) {
                Arrays.fill(recordings[l], Recording.NONE);
            }
        }
    }

    private static int lastReader(SpikingNetwork network, int layer) {
        int last = layer;
        for (int l = layer + 1; l < network.layers().size(); l++) {
            last = reads(network.layers().get(l), layer) ? l : last;
        }
        return last;
    }

    /** Bytes that the recorded spikes of one image take at most at a time, about. */
    public static long bytes(SpikingNetwork network, int timesteps) {
        long most = 0;
        for (int next = 0; next < network.layers().size(); next++) {
            long kept = 0;
            for (int l = 0; l <= next; l++) {
                if (l == next || lastReader(network, l) >= next) {
                    SpikingLayer layer = network.layers().get(l);
                    kept += (layer.neurons() / 8L + 8) * (1 + layer.firing().planes());
                }
            }
            most = Math.max(most, kept);
        }
        return most * timesteps;
    }
}
