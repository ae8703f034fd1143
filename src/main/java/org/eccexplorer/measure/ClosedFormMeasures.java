package org.eccexplorer.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eccexplorer.sim.ClosedForm;
import org.eccexplorer.sim.ImageRun;
import org.eccexplorer.sim.LayerRun;
import org.eccexplorer.sim.PerStep;
import org.eccexplorer.spiking.Projection;
import org.eccexplorer.spiking.Role;
import org.eccexplorer.spiking.SpikingLayer;
import org.eccexplorer.spiking.SpikingNetwork;

/**
 * What a simulation reports of an image, said of an evaluation by the closed form: its spikes and
 * operations stand in the last timestep, and the membranes are those that whole spikes leave.
 */
public final class ClosedFormMeasures {
    private final SpikingNetwork network;
    private final ClosedForm.Variant variant;
    private final int timesteps;

    /** For each layer and each of its projections, the synapses of a neuron of the source. */
    private final List<List<int[]>> fanOut = new ArrayList<>();

    /**
     * For images evaluated with the same settings.
     *
     * @param timesteps T
     */
    public ClosedFormMeasures(SpikingNetwork network, ClosedForm.Variant variant, int timesteps) {
        this.network = network;
        this.variant = variant;
        this.timesteps = timesteps;
        for (SpikingLayer layer : network.layers()) {
            fanOut.add(
                    layer.projections().stream()
                            .map(p -> p.table().fanOut(p.from().pixels()))
                            .toList());
        }
    }

    /**
     * One image of a batch.
     *
     * @param pixels count × input shape
     * @param place of the image in the batch, from 0
     * @param counts per layer, count × neurons, as {@link ClosedForm#counts} gives them
     * @param charges per layer, count × neurons: S_T
     * @param outputs [timestep][class], see {@link #outputs}
     * @param answers class after each timestep
     */
    ImageRun image(
            float[] pixels,
            int place,
            List<float[]> counts,
            List<float[]> charges,
            float[] outputs,
            int[] answers) {
        List<LayerRun> layers = new ArrayList<>();
        for (int l = 0; l < network.layers().size(); l++) {
            layers.add(layer(l, pixels, place, counts, charges.get(l)));
        }
        return new ImageRun(timesteps, outputs, new float[0], answers, layers);
    }

    /**
     * What an image of a batch gathered at its outputs until t.
     *
     * @param counts of the last layer, count × classes
     * @param outputs [timestep][class], which gets those of t
     */
    void outputs(float[] counts, int place, float[] outputs, int t) {
        int classes = network.classes();
        float threshold = network.output().fires() ? 1 : network.output().threshold();
        for (int c = 0; c < classes; c++) {
            outputs[(t - 1) * classes + c] = counts[place * classes + c] * threshold;
        }
    }

    private LayerRun layer(
            int index, float[] pixels, int place, List<float[]> counts, float[] charges) {
        SpikingLayer layer = network.layers().get(index);
        int neurons = layer.neurons();
        float[] count = part(counts.get(index), place, neurons);
        float[] charge = part(charges, place, neurons);
        float[] membrane = new float[neurons];
        double residual = 0;
        double remainder = 0;
        double spikes = 0;
        for (int i = 0; i < neurons; i++) {
            membrane[i] = membrane(layer, charge[i], count[i]);
            residual += Math.abs(membrane[i]) / layer.threshold();
            remainder += Math.max(membrane[i], 0) / layer.threshold();
            spikes += layer.fires() ? Math.abs(count[i]) : 0;
        }
        int last = timesteps - 1;
        PerStep perStep = PerStep.of(timesteps);
        perStep.spikes()[last] = Math.round(spikes);
        perStep.residual()[last] = residual / neurons;
        perStep.remainder()[last] = remainder / neurons;
        perStep.operations()[last] = operations(index, timesteps, pixels, place, counts);
        return new LayerRun.Kept(perStep, new LayerRun.Neurons(count, membrane, charge));
    }

    private static float[] part(float[] batch, int place, int neurons) {
        return Arrays.copyOfRange(batch, place * neurons, (place + 1) * neurons);
    }

    /**
     * V(T) = S_T + θ·V_thr − N·V_thr; where nothing was clipped from 0 to below V_thr, and 0 if
     * counts are not whole.
     */
    private float membrane(SpikingLayer layer, float charge, float count) {
        if (layer.role() == Role.MAXIMUM_GATE) {
            return 0;
        }
        if (!layer.fires()) {
            return charge;
        }
        float threshold = layer.threshold();
        boolean clipped =
                layer.firing().goesBelowZero()
                        ? Math.abs(count) >= variant.most(timesteps)
                        : charge < 0 || count >= variant.most(timesteps);
        if (!variant.rounded()) {
            return clipped ? charge - count * threshold : 0;
        }
        float residual =
                charge + layer.initialPotential() + layer.spreadCharge() - count * threshold;
        return clipped || layer.firing().isMulti()
                ? residual
                : Math.clamp(residual, 0, Math.nextDown(threshold));
    }

    /** Spikes of a layer. */
    double spikes(int index, int place, List<float[]> counts) {
        SpikingLayer layer = network.layers().get(index);
        double spikes = 0;
        int offset = place * layer.neurons();
        for (int i = 0; i < layer.neurons() && layer.fires(); i++) {
            spikes += Math.abs(counts.get(index)[offset + i]);
        }
        return spikes;
    }

    /** One for each spike and synapse that it reaches, exact at borders. */
    long operations(int index, int t, float[] pixels, int place, List<float[]> counts) {
        SpikingLayer layer = network.layers().get(index);
        double sum = 0;
        for (int p = 0; p < layer.projections().size(); p++) {
            Projection projection = layer.projections().get(p);
            int source = projection.source();
            boolean current = source == Projection.INPUT && network.dynamics().hasConstantInput();
            if (current || layer.role() == Role.MAXIMUM_GATE) {
                continue;
            }
            float[] values = source < 0 ? pixels : counts.get(source);
            int size = projection.from().size();
            int offset = place * size;
            double unit = source < 0 ? t / network.inputScale() : 1;
            int[] reached = fanOut.get(index).get(p);
            for (int i = 0; i < size; i++) {
                int pixel = i / projection.from().channels();
                double spikes = source < 0 ? values[offset + i] : Math.abs(values[offset + i]);
                sum += spikes * unit * reached[pixel] * projection.fan();
            }
        }
        return Math.round(sum);
    }
}
