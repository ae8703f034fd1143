package org.eccexplorer.nir.certificate;

import java.util.ArrayList;
import java.util.List;
import org.eccexplorer.spiking.SpikingLayer;
import org.eccexplorer.spiking.SpikingNetwork;

/** The counts of one network in two simulations, image by image. */
public final class Comparison {
    private final SpikingNetwork network;
    private final List<boolean[]> differs = new ArrayList<>();
    private final double[] own;
    private final double[] other;
    private int images;
    private int same;
    private int right;
    private int labelled;

    /**
     * Nothing compared yet.
     *
     * @param network as it is simulated here
     */
    public Comparison(SpikingNetwork network) {
        this.network = network;
        for (SpikingLayer layer : network.layers()) {
            differs.add(new boolean[layer.neurons()]);
        }
        own = new double[differs.size()];
        other = new double[differs.size()];
    }

    /**
     * What an image gave.
     *
     * @param counts of each layer
     * @param answer the class
     */
    public record Outcome(List<float[]> counts, int answer) {}

    /**
     * Adds an image.
     *
     * @param label −1 if it has none
     */
    public void add(Outcome here, Outcome there, int label) {
        images++;
        same += here.answer() == there.answer() ? 1 : 0;
        labelled += label >= 0 ? 1 : 0;
        right += label >= 0 && there.answer() == label ? 1 : 0;
        for (int l = 0; l < differs.size(); l++) {
            if (!network.layers().get(l).fires()) {
                continue;
            }
            float[] a = here.counts().get(l);
            float[] b = there.counts().get(l);
            for (int i = 0; i < a.length; i++) {
                differs.get(l)[i] |= a[i] != b[i];
                own[l] += a[i];
                other[l] += b[i];
            }
        }
    }

    /**
     * How far a layer of firing neurons differs.
     *
     * @param differing neurons whose count is another on at least one image
     * @param ownSpikes spikes per image here
     * @param spikes spikes per image there
     */
    public record Layer(String name, int neurons, int differing, double ownSpikes, double spikes) {}

    /** All layers that fire. */
    public List<Layer> layers() {
        List<Layer> layers = new ArrayList<>();
        for (int l = 0; l < differs.size(); l++) {
            SpikingLayer layer = network.layers().get(l);
            if (layer.fires()) {
                int count = 0;
                for (boolean one : differs.get(l)) {
                    count += one ? 1 : 0;
                }
                layers.add(
                        new Layer(
                                layer.name(),
                                layer.neurons(),
                                count,
                                own[l] / Math.max(1, images),
                                other[l] / Math.max(1, images)));
            }
        }
        return layers;
    }

    /** All their neurons. */
    static long neurons(List<Layer> layers) {
        return layers.stream().mapToLong(Layer::neurons).sum();
    }

    /** Those of their neurons whose count differs on at least one image. */
    static long differing(List<Layer> layers) {
        return layers.stream().mapToLong(Layer::differing).sum();
    }

    /** Share of images with the same answer. */
    public double sameAnswers() {
        return (double) same / Math.max(1, images);
    }

    /** Share of images that are answered right; NaN without labels. */
    public double accuracy() {
        return labelled == 0 ? Double.NaN : (double) right / labelled;
    }
}
