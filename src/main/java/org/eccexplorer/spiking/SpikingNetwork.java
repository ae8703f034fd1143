package org.eccexplorer.spiking;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eccexplorer.tensor.Shape;

/**
 * A spiking network: layers in order, each fed by the input and by earlier ones, the last the
 * output. All layers advance within the same timestep.
 *
 * @param input shape of an image
 * @param inputScale λ of the input: the value that enters as rate 1 (1 while CN is off)
 * @param layers in the order in which they are evaluated
 * @param dynamics how its neurons behave in time
 */
public record SpikingNetwork(
        String name, Shape input, double inputScale, List<SpikingLayer> layers, Dynamics dynamics) {

    public SpikingNetwork {
        layers = List.copyOf(layers);
    }

    /** The same with another layer in the place of one. */
    public SpikingNetwork with(int index, SpikingLayer layer) {
        List<SpikingLayer> others = new ArrayList<>(layers);
        others.set(index, layer);
        return new SpikingNetwork(name, input, inputScale, others, dynamics);
    }

    /** The last layer: one neuron per class, in the order of the labels. */
    public SpikingLayer output() {
        return layers.getLast();
    }

    /** Layers one behind the other on the longest way from the input to the output. */
    public int depth() {
        int[] depth = new int[layers.size()];
        for (int l = 0; l < depth.length; l++) {
            int before = 0;
            for (Projection projection : layers.get(l).projections()) {
                int source = projection.source();
                before = Math.max(before, source == Projection.INPUT ? 0 : depth[source]);
            }
            depth[l] = before + 1;
        }
        return depth[depth.length - 1];
    }

    /** Number of classes. */
    public int classes() {
        return output().neurons();
    }

    /** Number of neurons of all layers, outputs and gates among them. */
    public long neurons() {
        return layers.stream().mapToLong(SpikingLayer::neurons).sum();
    }

    /** Shape of a source of spikes: a layer's, or the input's for −1. */
    public Shape sourceShape(int source) {
        return source == Projection.INPUT ? input : layers.get(source).shape();
    }

    /** Which spikes a source sends; a random input sends plain ones. */
    public Firing sourceFiring(int source) {
        return source == Projection.INPUT ? Firing.PLAIN : layers.get(source).firing();
    }

    /** The scale per channel of a source: the activation that rate 1 stands for. */
    public double[] sourceScale(int source) {
        if (source >= 0) {
            return layers.get(source).scale();
        }
        double[] scale = new double[input.channels()];
        Arrays.fill(scale, inputScale);
        return scale;
    }
}
