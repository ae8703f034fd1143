package org.eccexplorer.nir.certificate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.eccexplorer.nir.certificate.ReaderRule.Delay;
import org.eccexplorer.sim.ClosedForm;
import org.eccexplorer.spiking.Projection;
import org.eccexplorer.spiking.SpikingLayer;
import org.eccexplorer.spiking.SpikingNetwork;
import org.eccexplorer.spiking.TapTable;

/**
 * A network simulated by the rule of a reader, spike by spike. Only what differs between readers is
 * here: all else is as in {@link org.eccexplorer.sim.ReferenceSimulator}. One thread uses it.
 */
public final class ReaderSimulation {
    private final SpikingNetwork network;
    private final ReaderRule rule;
    private final List<List<Fan>> fans = new ArrayList<>();
    private final List<float[]> membranes = new ArrayList<>();
    private final List<float[]> currents = new ArrayList<>();
    private final List<float[]> sent = new ArrayList<>();
    private final List<float[]> sentBefore = new ArrayList<>();
    private final List<float[]> steady = new ArrayList<>();

    /** Where the pixels of a source lead: targets and taps of pixel s from {@code start[s]} on. */
    private record Fan(Projection projection, int[] start, int[] target, int[] tap) {
        static Fan of(Projection projection) {
            TapTable table = projection.table();
            int pixels = projection.from().pixels();
            int[] start = new int[pixels + 1];
            for (int s : table.source()) {
                start[s + 1]++;
            }
            for (int s = 0; s < pixels; s++) {
                start[s + 1] += start[s];
            }
            int[] next = start.clone();
            int[] target = new int[table.source().length];
            int[] tap = new int[target.length];
            for (int p = 0; p < table.targets(); p++) {
                for (int e = table.start()[p]; e < table.start()[p + 1]; e++) {
                    int at = next[table.source()[e]]++;
                    target[at] = p;
                    tap[at] = table.tap()[e];
                }
            }
            return new Fan(projection, start, target, tap);
        }

        /** Adds what the values of the source bring. */
        void add(float[] values, float[] sum) {
            int channels = projection.from().channels();
            int outputs = projection.to().channels();
            int fan = projection.fan();
            float[] weights = projection.weights();
            for (int n = 0; n < values.length; n++) {
                float value = values[n];
                if (value == 0) {
                    continue;
                }
                int c = n % channels;
                int first = projection.firstTarget(c);
                for (int e = start[n / channels]; e < start[n / channels + 1]; e++) {
                    int to = target[e] * outputs + first;
                    int row = (tap[e] * channels + c) * fan;
                    for (int o = 0; o < fan; o++) {
                        sum[to + o] += value * weights[row + o];
                    }
                }
            }
        }
    }

    /**
     * What one image gave.
     *
     * @param counts spikes of each neuron of each layer; of outputs that do not fire the currents
     *     that they received
     * @param answer the class with the largest
     */
    public record Run(List<float[]> counts, int answer) {}

    public ReaderSimulation(SpikingNetwork network, ReaderRule rule) {
        this.network = network;
        this.rule = rule;
        for (SpikingLayer layer : network.layers()) {
            fans.add(layer.projections().stream().map(Fan::of).toList());
            for (List<float[]> state : List.of(membranes, currents, sent, sentBefore, steady)) {
                state.add(new float[layer.neurons()]);
            }
        }
    }

    /**
     * Simulates one image.
     *
     * @param pixels as the CNN takes them, channels-last
     * @param timesteps T
     * @throws CancellationException soon after {@code cancelled} turns true
     */
    public Run run(float[] pixels, int timesteps, BooleanSupplier cancelled) {
        start(pixels);
        List<float[]> counts = new ArrayList<>();
        for (SpikingLayer layer : network.layers()) {
            counts.add(new float[layer.neurons()]);
        }
        for (int t = 0; t < timesteps; t++) {
            if (cancelled.getAsBoolean()) {
                throw new CancellationException();
            }
            for (int l = 0; l < counts.size(); l++) {
                step(l, counts.get(l));
            }
            if (rule.delay() == Delay.ARRIVES_NEXT) {
                for (int l = 0; l < counts.size(); l++) {
                    float[] now = sent.get(l);
                    System.arraycopy(now, 0, sentBefore.get(l), 0, now.length);
                }
            }
        }
        float[] outputs = counts.getLast();
        return new Run(counts, ClosedForm.answers(outputs, outputs.length)[0]);
    }

    private void start(float[] pixels) {
        float[] image = new float[pixels.length];
        for (int i = 0; i < image.length; i++) {
            image[i] = (float) (pixels[i] / network.inputScale());
        }
        for (int l = 0; l < network.layers().size(); l++) {
            SpikingLayer layer = network.layers().get(l);
            float[] constant = steady.get(l);
            System.arraycopy(layer.bias(), 0, constant, 0, constant.length);
            for (Fan fan : fans.get(l)) {
                if (fan.projection().source() == Projection.INPUT) {
                    fan.add(image, constant);
                }
            }
            for (int i = 0; i < constant.length; i++) {
                membranes.get(l)[i] = layer.initialPotential(i);
            }
            Arrays.fill(sent.get(l), 0);
            Arrays.fill(sentBefore.get(l), 0);
        }
    }

    private void step(int index, float[] counts) {
        SpikingLayer layer = network.layers().get(index);
        float[] current = currents.get(index);
        System.arraycopy(steady.get(index), 0, current, 0, current.length);
        List<float[]> spikes = rule.delay() == Delay.ARRIVES_NEXT ? sentBefore : sent;
        for (Fan fan : fans.get(index)) {
            if (fan.projection().source() != Projection.INPUT) {
                fan.add(spikes.get(fan.projection().source()), current);
            }
        }
        if (!layer.fires()) {
            for (int i = 0; i < counts.length; i++) {
                counts[i] += current[i];
            }
            return;
        }
        float[] membrane = membranes.get(index);
        float[] out = sent.get(index);
        float threshold = layer.threshold();
        boolean first = rule.delay() == Delay.FIRES_FIRST;
        for (int i = 0; i < membrane.length; i++) {
            float owed = rule.owed(membrane[i], threshold);
            float v =
                    first
                            ? membrane[i]
                            : rule.decay() * membrane[i] + current[i] - owed * threshold;
            float fired = rule.spikes(v, threshold);
            float left = rule.after(v, fired - owed, threshold);
            membrane[i] = first ? rule.decay() * left + current[i] : left;
            out[i] = fired;
            counts[i] += fired;
        }
    }
}
