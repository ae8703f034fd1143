package org.eccexplorer.sim;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.eccexplorer.sim.kernel.RealProjection;
import org.eccexplorer.sim.kernel.Scratch;
import org.eccexplorer.spiking.Projection;
import org.eccexplorer.spiking.Role;
import org.eccexplorer.spiking.SpikingLayer;
import org.eccexplorer.spiking.SpikingNetwork;
import org.eccexplorer.spiking.TapTable;
import org.eccexplorer.tensor.DenseBackend;
import org.eccexplorer.tensor.SpareArrays;

/**
 * The spike counts of a run to T without any time in it, as SpKeras evaluates a converted network:
 * N₀ = a₀/λ₀·T and N_l = clip(⌊(relu(Σ W·N_{l−1} + b·T) + θ·V_thr)/V_thr⌋, 0, T) (Wu et al. 2022).
 * Blind to the order of spikes; what the simulation differs by is the unevenness error. It has
 * neither a leak nor a reset to zero.
 */
public final class ClosedForm {
    private static final float[] NONE = {};

    private final SpikingNetwork network;
    private final List<List<RealProjection>> projections = new ArrayList<>();

    /** For each layer the last that reads it. */
    private final int[] lastReader;

    /**
     * What is left out of the closed form, for study.
     *
     * @param extension counts are clipped at T + extension, or not at all if it is negative; the
     *     bias acts T + extension times, as in SpKeras
     * @param rounded whether counts are whole; false gives the loss-free rates
     */
    public record Variant(int extension, boolean rounded) {
        /** The largest extension, so that T + extension is a whole number of the machine's. */
        public static final int MAX_EXTENSION = 100_000;

        /** Counts are whole and at most T. */
        public static final Variant STANDARD = new Variant(0, true);

        /** The largest count, T + extension or infinite. */
        public float most(int timesteps) {
            return extension < 0 ? Float.POSITIVE_INFINITY : (float) timesteps + extension;
        }

        public Variant {
            if (extension < -1 || extension > MAX_EXTENSION) {
                throw new IllegalArgumentException("extension " + extension);
            }
        }
    }

    public ClosedForm(SpikingNetwork network, DenseBackend backend) {
        this.network = network;
        for (SpikingLayer layer : network.layers()) {
            List<RealProjection> real = new ArrayList<>();
            if (layer.role() != Role.MAXIMUM_GATE) {
                for (Projection projection : layer.projections()) {
                    real.add(new RealProjection(projection, backend));
                }
            }
            projections.add(real);
        }
        lastReader = new int[network.layers().size()];
        for (int l = 0; l < lastReader.length; l++) {
            for (Projection projection : network.layers().get(l).projections()) {
                if (projection.source() != Projection.INPUT) {
                    lastReader[projection.source()] = l;
                }
            }
        }
    }

    /**
     * Evaluates a batch.
     *
     * @param images count × input shape, from {@code offset} values on
     * @return for each spiking layer count × neurons: spike counts; for outputs that never fire
     *     their accumulated current in units of V_thr
     */
    public List<float[]> counts(
            float[] images, int offset, int count, int timesteps, Variant variant) {
        return counts(images, offset, count, timesteps, variant, charge -> {});
    }

    /**
     * Evaluates a batch as {@link #counts(float[], int, int, int, Variant)}.
     *
     * @param charges is given for each layer count × neurons: the charge S_T that each neuron
     *     received, 0 for gates; to be copied, since the layer's counts take its place
     */
    public List<float[]> counts(
            float[] images,
            int offset,
            int count,
            int timesteps,
            Variant variant,
            Consumer<float[]> charges) {
        InputCharges unknown = new InputCharges(variant, 1);
        return counts(
                images, offset, count, timesteps, variant, charges, unknown, Optional.empty());
    }

    /**
     * The classes of a batch for several T. What a layer receives from the image alone is computed
     * once for all T that differ by powers of two, by which float32 multiplies without rounding.
     *
     * @param images count × input shape, from {@code offset} values on
     * @return for each T the class of each image, as {@link #answers} of its counts
     */
    public List<int[]> answers(
            float[] images, int offset, int count, List<Integer> timesteps, Variant variant) {
        InputCharges known = new InputCharges(variant, timesteps.size());
        Optional<SpareArrays> spare = Optional.of(new SpareArrays());
        List<int[]> answers = new ArrayList<>();
        for (int t : timesteps) {
            List<float[]> counts =
                    counts(images, offset, count, t, variant, charge -> {}, known, spare);
            answers.add(answers(counts.getLast(), network.classes()));
        }
        return answers;
    }

    /** What layers receive from the images of one batch alone, for some T. */
    private final class InputCharges {
        private final boolean areOfUse;
        private final Map<Integer, Map<Integer, float[]>> byOddPart = new HashMap<>();

        /** For so many T. */
        InputCharges(Variant variant, int several) {
            // Whole numbers of input spikes, or of biases beyond T, do not grow like T.
            boolean scale = !network.dynamics().flooredInput() && variant.extension() == 0;
            areOfUse = scale && several > 1;
        }

        /** Whether a layer reads the image and nothing else. */
        private boolean areAll(int layer) {
            return areOfUse
                    && !projections.get(layer).isEmpty()
                    && projections.get(layer).stream()
                            .allMatch(p -> p.source() == Projection.INPUT);
        }

        /** Those of a layer for T into {@code sum}; false if they are not known. */
        boolean put(int layer, int timesteps, float[] sum) {
            int odd = timesteps >> Integer.numberOfTrailingZeros(timesteps);
            float[] known = byOddPart.getOrDefault(odd, Map.of()).get(layer);
            if (known == null) {
                return false;
            }
            float factor = (float) timesteps / odd;
            for (int i = 0; i < sum.length; i++) {
                sum[i] = known[i] * factor;
            }
            return true;
        }

        void keep(int layer, int timesteps, float[] sum) {
            if (!areAll(layer)) {
                return;
            }
            int odd = timesteps >> Integer.numberOfTrailingZeros(timesteps);
            float factor = (float) odd / timesteps;
            float[] kept = new float[sum.length];
            for (int i = 0; i < sum.length; i++) {
                kept[i] = sum[i] * factor;
            }
            byOddPart.computeIfAbsent(odd, any -> new HashMap<>()).put(layer, kept);
        }
    }

    /**
     * The same.
     *
     * @param spare takes counts that no later layer reads; empty: all are kept
     */
    private List<float[]> counts(
            float[] images,
            int offset,
            int count,
            int timesteps,
            Variant variant,
            Consumer<float[]> charges,
            InputCharges known,
            Optional<SpareArrays> spare) {
        float[] input = new float[count * network.input().size()];
        for (int i = 0; i < input.length; i++) {
            double spikes = images[offset + i] / network.inputScale() * timesteps;
            input[i] = (float) (network.dynamics().flooredInput() ? Math.floor(spikes) : spikes);
        }
        List<float[]> counts = new ArrayList<>();
        Scratch scratch = new Scratch();
        for (int l = 0; l < network.layers().size(); l++) {
            SpikingLayer layer = network.layers().get(l);
            int size = count * layer.neurons();
            float[] sum = spare.map(arrays -> arrays.take(size)).orElseGet(() -> new float[size]);
            if (layer.role() == Role.MAXIMUM_GATE) {
                Arrays.fill(sum, 0);
                charges.accept(sum);
                maximum(layer, counts, sum);
            } else {
                if (!known.put(l, timesteps, sum)) {
                    RealProjection.fillBias(
                            layer.bias(), timesteps + variant.extension(), count, sum);
                    for (RealProjection projection : projections.get(l)) {
                        int source = projection.source();
                        float[] values = source == Projection.INPUT ? input : counts.get(source);
                        projection.addTo(values, 0, count, sum, scratch);
                    }
                    known.keep(l, timesteps, sum);
                }
                addInitialOffset(layer, sum);
                charges.accept(sum);
                fire(layer, sum, timesteps, variant);
            }
            counts.add(sum);
            if (spare.isPresent()) {
                giveAway(l, counts, spare.get());
            }
        }
        return counts;
    }

    /** What was read for the last time. */
    private void giveAway(int layer, List<float[]> counts, SpareArrays spare) {
        for (int source = 0; source < layer; source++) {
            if (lastReader[source] == layer) {
                spare.give(counts.get(source));
                counts.set(source, NONE);
            }
        }
    }

    /** What a calibration gave each neuron at the start counts as received. */
    private static void addInitialOffset(SpikingLayer layer, float[] sum) {
        for (int i = 0; i < sum.length && layer.hasInitialOffset(); i++) {
            sum[i] += layer.initialOffset(i % layer.neurons());
        }
    }

    private static void fire(SpikingLayer layer, float[] sum, int timesteps, Variant variant) {
        float threshold = layer.threshold();
        float extra = layer.initialPotential() + layer.spreadCharge();
        float most = variant.most(timesteps);
        float fewest = layer.firing().goesBelowZero() ? -most : 0;
        float least = layer.firing().goesBelowZero() ? Float.NEGATIVE_INFINITY : 0;
        for (int i = 0; i < sum.length; i++) {
            if (!layer.fires()) {
                sum[i] /= threshold;
            } else if (variant.rounded()) {
                float spikes = rounded(layer, Math.max(sum[i], least) + extra);
                sum[i] = Math.clamp(spikes, fewest, most);
            } else {
                sum[i] = Math.clamp(sum[i] / threshold, fewest, most);
            }
        }
    }

    /** ⌊charge/V_thr⌋, or to multiples of the finest spike. */
    private static float rounded(SpikingLayer layer, float charge) {
        if (!layer.firing().isMulti()) {
            return (float) Math.floor(charge / layer.threshold());
        }
        int units = layer.firing().unitsPerSpike();
        double count = Math.floor(charge / layer.threshold() * units + layer.firing().offset(0));
        return (float) (count / units);
    }

    private static void maximum(SpikingLayer layer, List<float[]> counts, float[] sum) {
        Projection projection = layer.projections().getFirst();
        float[] source = counts.get(projection.source());
        TapTable table = projection.table();
        int channels = layer.shape().channels();
        for (int i = 0; i < sum.length; i++) {
            int pixel = i % layer.neurons() / channels;
            int image = i / layer.neurons() * projection.from().size();
            boolean least = projection.isMinimum(i % channels);
            for (int e = table.start()[pixel]; e < table.start()[pixel + 1]; e++) {
                float value = source[image + table.source()[e] * channels + i % channels];
                boolean first = e == table.start()[pixel];
                sum[i] = first ? value : least ? Math.min(sum[i], value) : Math.max(sum[i], value);
            }
        }
    }

    /** The class of each image: the largest output count, the first of equals. */
    public static int[] answers(float[] outputs, int classes) {
        int[] answers = new int[outputs.length / classes];
        for (int i = 0; i < answers.length; i++) {
            for (int c = 1; c < classes; c++) {
                if (outputs[i * classes + c] > outputs[i * classes + answers[i]]) {
                    answers[i] = c;
                }
            }
        }
        return answers;
    }
}
