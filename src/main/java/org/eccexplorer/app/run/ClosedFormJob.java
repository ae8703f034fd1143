package org.eccexplorer.app.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.eccexplorer.app.work.Cancellation;
import org.eccexplorer.app.work.OrderedWork;
import org.eccexplorer.dataset.LabelledImages;
import org.eccexplorer.measure.CountRule;
import org.eccexplorer.measure.ImageMeasures;
import org.eccexplorer.measure.Macs;
import org.eccexplorer.measure.RunSnapshot;
import org.eccexplorer.measure.RunTally;
import org.eccexplorer.sim.ClosedForm;
import org.eccexplorer.sim.ImageRun;
import org.eccexplorer.sim.LayerRun;
import org.eccexplorer.spiking.Projection;
import org.eccexplorer.spiking.Role;
import org.eccexplorer.spiking.SpikingLayer;
import org.eccexplorer.spiking.SpikingNetwork;

/**
 * Evaluates a converted network by the closed form with the measures of a simulation. There is no
 * time in it: answers are known only for the T that were asked for, spikes and operations count in
 * the last timestep, and there is no unevenness.
 */
public final class ClosedFormJob {
    private static final int BATCH = 16;

    private final Prepared prepared;
    private final LabelledImages images;
    private final List<Integer> at;
    private final int last;
    private final ClosedForm form;
    private final ClosedForm.Variant variant;

    /** For each layer and each of its projections, the synapses of a neuron of the source. */
    private final List<List<int[]>> fanOut = new ArrayList<>();

    /**
     * Ready to run.
     *
     * @param at every T; all but the answers is measured at the largest
     */
    public ClosedFormJob(Prepared prepared, LabelledImages images, List<Integer> at) {
        this.prepared = prepared;
        this.images = images;
        this.at = List.copyOf(at);
        last = Collections.max(at);
        form = new ClosedForm(prepared.network(), prepared.cnn().backend());
        variant = prepared.settings().closedForm();
        for (SpikingLayer layer : prepared.network().layers()) {
            fanOut.add(
                    layer.projections().stream()
                            .map(p -> p.table().fanOut(p.from().pixels()))
                            .toList());
        }
    }

    /** Runs until the end or until cancelled; what is complete by then is in the result. */
    public RunSnapshot run(Consumer<RunTally> progress, Cancellation cancellation) {
        RunTally tally =
                new RunTally(
                        prepared.network(),
                        last,
                        images.count(),
                        images.labels(),
                        Macs.of(prepared.cnn().network()));
        OrderedWork.run(
                images.count(),
                BATCH,
                prepared.settings().threads(),
                () -> form,
                (own, first, count) -> batch(first, count),
                results -> {
                    results.forEach(tally::add);
                    progress.accept(tally);
                },
                cancellation);
        return tally.snapshot();
    }

    private List<ImageMeasures> batch(int first, int count) {
        SpikingNetwork network = prepared.network();
        float[] pixels = images.batch(first, count);
        Activations activations = Activations.of(prepared.cnn(), network, pixels, count);
        int[][] answers = new int[count][last];
        for (int[] row : answers) {
            Arrays.fill(row, RunSnapshot.UNKNOWN);
        }
        List<float[]> charges = new ArrayList<>();
        List<float[]> counts = List.of();
        for (int t : at) {
            boolean measured = t == last;
            List<float[]> spikes =
                    form.counts(
                            pixels,
                            0,
                            count,
                            t,
                            variant,
                            charge -> {
                                if (measured) {
                                    charges.add(charge.clone());
                                }
                            });
            int[] classes = ClosedForm.answers(spikes.getLast(), network.classes());
            for (int i = 0; i < count; i++) {
                answers[i][t - 1] = classes[i];
            }
            counts = measured ? spikes : counts;
        }
        List<ImageMeasures> results = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            results.add(
                    new ImageMeasures(
                            network,
                            first + i,
                            image(pixels, i, counts, charges, answers[i]),
                            activations.layers(),
                            i,
                            activations.answers()[i],
                            CountRule.closedForm(variant, last)));
        }
        return results;
    }

    private ImageRun image(
            float[] pixels, int place, List<float[]> counts, List<float[]> charges, int[] answers) {
        SpikingNetwork network = prepared.network();
        List<LayerRun> layers = new ArrayList<>();
        for (int l = 0; l < network.layers().size(); l++) {
            layers.add(layer(l, pixels, place, counts, charges.get(l)));
        }
        int classes = network.classes();
        float[] outputs = new float[last * classes];
        float threshold = network.output().fires() ? 1 : network.output().threshold();
        for (int c = 0; c < classes; c++) {
            outputs[(last - 1) * classes + c] = counts.getLast()[place * classes + c] * threshold;
        }
        return new ImageRun(last, outputs, answers, layers);
    }

    private LayerRun layer(
            int index, float[] pixels, int place, List<float[]> counts, float[] charges) {
        SpikingLayer layer = prepared.network().layers().get(index);
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
            spikes += layer.fires() ? count[i] : 0;
        }
        long[] spikesPerStep = new long[last];
        double[] residuals = new double[last];
        double[] remainders = new double[last];
        long[] operations = new long[last];
        spikesPerStep[last - 1] = Math.round(spikes);
        residuals[last - 1] = residual / neurons;
        remainders[last - 1] = remainder / neurons;
        operations[last - 1] = operations(index, pixels, place, counts);
        return new LayerRun(
                spikesPerStep, residuals, remainders, operations, count, membrane, charge);
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
        boolean clipped = charge < 0 || count >= variant.most(last);
        if (!variant.rounded()) {
            return clipped ? charge - count * threshold : 0;
        }
        float left = charge + layer.initialPotential() + layer.spreadCharge() - count * threshold;
        return clipped ? left : Math.clamp(left, 0, Math.nextDown(threshold));
    }

    /** One for each spike and synapse that it reaches, exact at borders. */
    private long operations(int index, float[] pixels, int place, List<float[]> counts) {
        SpikingNetwork network = prepared.network();
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
            double unit = source < 0 ? last / network.inputScale() : 1;
            int[] reached = fanOut.get(index).get(p);
            for (int i = 0; i < size; i++) {
                int pixel = i / projection.from().channels();
                sum += values[offset + i] * unit * reached[pixel] * projection.fan();
            }
        }
        return Math.round(sum);
    }
}
