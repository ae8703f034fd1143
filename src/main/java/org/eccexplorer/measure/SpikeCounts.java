package org.eccexplorer.measure;

import java.util.ArrayList;
import java.util.List;
import org.eccexplorer.spiking.SpikingNetwork;

/**
 * How many neurons sent how many spikes, layer by layer, summed over images; or, of a CNN, how many
 * they would send if nothing were rounded: activation / scale × T.
 *
 * @param timesteps T
 * @param images of which it is
 * @param layers those that fire, from the input on
 */
public record SpikeCounts(int timesteps, int images, List<Layer> layers) {
    public SpikeCounts {
        layers = List.copyOf(layers);
    }

    /**
     * One layer.
     *
     * @param neurons [count] neurons that sent so many spikes, T and more in the last place; what
     *     is not whole counts as the nearest whole number
     * @param largest count that a neuron has reached on any image
     */
    public record Layer(String name, long[] neurons, double largest) {}

    /** Neurons of all layers that sent so many spikes, as a mean over images. */
    public double neurons(int count) {
        return (double) layers.stream().mapToLong(layer -> layer.neurons()[count]).sum()
                / Math.max(1, images);
    }

    /** Share of neurons that sent no spike, 0 to 1. */
    public double silent() {
        double all = 0;
        for (int count = 0; count <= timesteps; count++) {
            all += neurons(count);
        }
        return all == 0 ? 0 : neurons(0) / all;
    }

    /** Adds up counts, image by image. */
    public static final class Sums {
        private final int timesteps;
        private final List<String> names = new ArrayList<>();
        private final List<long[]> neurons = new ArrayList<>();
        private final double[] largest;
        private int images;

        /** Of no image yet. */
        public Sums(SpikingNetwork network, int timesteps) {
            this.timesteps = timesteps;
            network.layers().stream()
                    .filter(layer -> layer.fires())
                    .forEach(layer -> {
                        names.add(layer.name());
                        neurons.add(new long[timesteps + 1]);
                    });
            largest = new double[names.size()];
        }

        /** Adds a neuron of a layer that fires, counted from 0 among those that do. */
        public void add(int layer, double count) {
            int place = (int) Math.clamp(Math.rint(count), 0, timesteps);
            neurons.get(layer)[place]++;
            largest[layer] = Math.max(largest[layer], count);
        }

        /** Adds all of other images. */
        public void add(Sums other) {
            for (int l = 0; l < largest.length; l++) {
                for (int c = 0; c <= timesteps; c++) {
                    neurons.get(l)[c] += other.neurons.get(l)[c];
                }
                largest[l] = Math.max(largest[l], other.largest[l]);
            }
            images += other.images;
        }

        /** All of an image are added. */
        public void endImage() {
            images++;
        }

        public int images() {
            return images;
        }

        /** What is known so far. */
        public SpikeCounts counts() {
            List<Layer> layers = new ArrayList<>();
            for (int l = 0; l < largest.length; l++) {
                layers.add(new Layer(names.get(l), neurons.get(l).clone(), largest[l]));
            }
            return new SpikeCounts(timesteps, images, layers);
        }
    }
}
