package org.eccexplorer.nir.certificate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.eccexplorer.nir.NirGraph;
import org.eccexplorer.nir.NirNode;
import org.eccexplorer.nir.certificate.ChipFit.Check;
import org.eccexplorer.spiking.Projection;
import org.eccexplorer.spiking.SpikingLayer;
import org.eccexplorer.spiking.SpikingNetwork;
import org.eccexplorer.spiking.TapTable;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;

/**
 * The limits of chips, checked on a network and on the graph that was written of it. Loihi 2: 128
 * cores of 8192 neurons, 120 million synapses, 8-bit weights, 4096 inputs per neuron. Speck: nine
 * cores of one convolution each, as in sinabs' DynapCNN constraints. SpiNNaker 2: 152 cores of 250
 * neurons and 128 kB, 8-bit weights. The sources are those of {@link Chip#source()}.
 */
public final class ChipLimits {
    private static final int BITS = 8;
    private static final int LEVELS = 1 << (BITS - 1);
    private static final int LOIHI_CORES = 128;
    private static final int LOIHI_NEURONS = 8192;
    private static final long LOIHI_SYNAPSES = 120_000_000;
    private static final int LOIHI_INPUTS = 4096;
    private static final int SPINNAKER_CORES = 152;
    private static final int SPINNAKER_NEURONS = 250;
    private static final int SPINNAKER_MEMORY = 128 * 1024;
    private static final int SPECK_CHANNELS = 1024;
    private static final int SPECK_KERNEL = 16;
    private static final int SPECK_PADDING = 7;
    private static final int SPECK_INPUT = 128;
    private static final int SPECK_OUTPUT = 64;
    private static final int SPECK_FANOUT = 2;
    private static final Set<Integer> SPECK_STRIDES = Set.of(1, 2, 4, 8);
    private static final Set<Integer> SPECK_POOLS = Set.of(1, 2, 4);

    /** Entries of the kernel memory and of the neuron memory of each core, in units of 1024. */
    private static final int[][] SPECK_CORES = {
        {16, 64}, {16, 64}, {16, 64}, {32, 32}, {32, 32}, {64, 16}, {64, 16}, {16, 16}, {16, 16}
    };

    private final SpikingNetwork network;
    private final NirGraph graph;

    private ChipLimits(SpikingNetwork network, NirGraph graph) {
        this.network = network;
        this.graph = graph;
    }

    /**
     * A network on every chip.
     *
     * @param graph as it was written
     */
    public static List<ChipFit> of(SpikingNetwork network, NirGraph graph) {
        ChipLimits limits = new ChipLimits(network, graph);
        return List.of(
                new ChipFit(Chip.LOIHI_2, limits.loihi()),
                new ChipFit(Chip.SPECK, limits.speck()),
                new ChipFit(Chip.SPINNAKER_2, limits.spinnaker()));
    }

    private List<Check> loihi() {
        Largest fanIn = largest(ChipLimits::fanIn);
        long cores = cores(LOIHI_NEURONS);
        long synapses =
                network.layers().stream()
                        .flatMap(layer -> layer.projections().stream())
                        .mapToLong(Projection::synapses)
                        .sum();
        return List.of(
                check("fanIn", Texts.text("nir.certificate.what.fanIn"), LOIHI_INPUTS, fanIn),
                check(
                        "cores",
                        Texts.text("nir.certificate.what.cores"),
                        LOIHI_CORES,
                        cores,
                        Texts.text("nir.certificate.neuronsPerCore", Numbers.count(LOIHI_NEURONS))),
                check(
                        "synapses",
                        Texts.text("nir.certificate.what.synapses"),
                        LOIHI_SYNAPSES,
                        synapses,
                        ""),
                bits());
    }

    private List<Check> spinnaker() {
        Largest weights = largest(ChipLimits::weights);
        boolean several = network.layers().stream().anyMatch(l -> l.projections().size() > 1);
        return List.of(
                check(
                        "cores",
                        Texts.text("nir.certificate.what.cores"),
                        SPINNAKER_CORES,
                        cores(SPINNAKER_NEURONS),
                        Texts.text(
                                "nir.certificate.neuronsPerCore",
                                Numbers.count(SPINNAKER_NEURONS))),
                check(
                        "memory",
                        Texts.text("nir.certificate.what.memory"),
                        SPINNAKER_MEMORY,
                        weights),
                bits(),
                new Check(
                        "sources",
                        Texts.text("nir.certificate.what.sources"),
                        Texts.text("nir.certificate.oneSource"),
                        Texts.text(
                                several
                                        ? "nir.certificate.severalSources"
                                        : "nir.certificate.oneSource"),
                        !several));
    }

    private List<Check> speck() {
        List<Check> checks = new ArrayList<>();
        checks.add(
                check(
                        "cores",
                        Texts.text("nir.certificate.what.cores"),
                        SPECK_CORES.length,
                        network.layers().size(),
                        ""));
        checks.add(speckMemory());
        checks.add(speckKernels());
        checks.add(speckPools());
        checks.add(
                check("fanOut", Texts.text("nir.certificate.what.fanOut"), SPECK_FANOUT, fanOut()));
        checks.add(bits());
        return checks;
    }

    /** Every layer on a core of its own, the hungriest ones first. */
    private Check speckMemory() {
        List<long[]> needs = new ArrayList<>();
        for (SpikingLayer layer : network.layers()) {
            needs.add(new long[] {kernelEntries(layer), layer.neurons()});
        }
        needs.sort(
                Comparator.comparingLong((long[] need) -> Math.max(need[0], need[1])).reversed());
        boolean[] taken = new boolean[SPECK_CORES.length];
        boolean all = true;
        for (long[] need : needs) {
            int best = -1;
            for (int core = 0; core < taken.length; core++) {
                boolean holds =
                        need[0] <= SPECK_CORES[core][0] * 1024L
                                && need[1] <= SPECK_CORES[core][1] * 1024L;
                boolean closer =
                        best < 0
                                || SPECK_CORES[core][0] + SPECK_CORES[core][1]
                                        < SPECK_CORES[best][0] + SPECK_CORES[best][1];
                if (!taken[core] && holds && closer) {
                    best = core;
                }
            }
            all &= best >= 0;
            if (best >= 0) {
                taken[best] = true;
            }
        }
        long kernels = needs.stream().mapToLong(need -> need[0]).max().orElse(0);
        long neurons = needs.stream().mapToLong(need -> need[1]).max().orElse(0);
        return new Check(
                "memory",
                Texts.text("nir.certificate.what.memory"),
                Texts.text("nir.certificate.speckMemory"),
                Texts.text(
                        "nir.certificate.speckNeeds",
                        Numbers.count(kernels),
                        Numbers.count(neurons)),
                all);
    }

    /** Entries of kernel memory: c · 2^(⌈log₂ kx·ky⌉ + ⌈log₂ f⌉), as sinabs documents it. */
    private long kernelEntries(SpikingLayer layer) {
        long entries = 0;
        for (Projection projection : layer.projections()) {
            int inputs = projection.from().channels();
            int places = Math.max(1, projection.table().taps());
            entries += (long) inputs << (bitsFor(places) + bitsFor(layer.shape().channels()));
        }
        return entries;
    }

    private static int bitsFor(int values) {
        return 32 - Integer.numberOfLeadingZeros(Math.max(1, values) - 1);
    }

    private Check speckKernels() {
        String wrong = "";
        for (String name : graph.nodes().keySet()) {
            if (graph.nodes().get(name) instanceof NirNode.Convolution c && !isSpeckKernel(c)) {
                wrong = name;
                break;
            }
        }
        return new Check(
                "kernels",
                Texts.text("nir.certificate.what.kernels"),
                Texts.text("nir.certificate.speckKernels"),
                wrong.isEmpty() ? Texts.text("nir.certificate.allFit") : wrong,
                wrong.isEmpty());
    }

    private static boolean isSpeckKernel(NirNode.Convolution node) {
        int[] padding = node.slide().padding();
        int[] stride = node.slide().stride();
        int[] in = node.inputShape();
        if (padding == null) {
            return false;
        }
        boolean fits = node.kernel()[2] <= SPECK_KERNEL;
        for (int axis = 0; fits && axis < 2; axis++) {
            int padded = in[axis] + 2 * padding[axis];
            int out = (padded - node.kernel()[2 + axis]) / stride[axis] + 1;
            fits =
                    padding[axis] <= SPECK_PADDING
                            && (SPECK_STRIDES.contains(stride[axis]) || out == 1)
                            && in[axis] <= SPECK_INPUT
                            && out <= SPECK_OUTPUT;
        }
        return fits
                && Math.max(node.outputs(), node.inputs()) <= SPECK_CHANNELS
                && Arrays.stream(node.slide().dilation()).allMatch(d -> d == 1);
    }

    private Check speckPools() {
        String wrong = "";
        for (String name : graph.nodes().keySet()) {
            if (graph.nodes().get(name) instanceof NirNode.Pooling pool) {
                boolean fits =
                        SPECK_POOLS.contains(pool.kernel()[0])
                                && pool.kernel()[0] == pool.kernel()[1]
                                && Arrays.equals(pool.kernel(), pool.stride());
                wrong = fits ? wrong : name;
            }
        }
        return new Check(
                "pools",
                Texts.text("nir.certificate.what.pools"),
                Texts.text("nir.certificate.speckPools"),
                wrong.isEmpty() ? Texts.text("nir.certificate.allFit") : wrong,
                wrong.isEmpty());
    }

    /** To how many layers a layer sends its spikes. */
    private Largest fanOut() {
        Largest largest = new Largest(0, "");
        for (int l = 0; l < network.layers().size(); l++) {
            int source = l;
            long readers =
                    network.layers().stream()
                            .filter(layer ->
                                    layer.projections().stream()
                                            .anyMatch(p -> p.source() == source))
                            .count();
            largest = largest.or(readers, network.layers().get(l).name());
        }
        return largest;
    }

    /** Weights with more than 8 bits are rounded by the chip's own tools, unlike here. */
    private Check bits() {
        boolean floats = false;
        boolean many = false;
        for (SpikingLayer layer : network.layers()) {
            for (Projection projection : layer.projections()) {
                floats |= projection.quantum() <= 0;
                many |= projection.quantum() > 0 && largest(projection.levels()) > LEVELS;
            }
        }
        String found = Texts.text("nir.certificate.fewBits", BITS);
        if (floats) {
            found = Texts.text("nir.certificate.floats", BITS);
        } else if (many) {
            found = Texts.text("nir.certificate.manyBits", BITS);
        }
        return new Check(
                "weightBits",
                Texts.text("nir.certificate.what.weightBits"),
                Texts.text("nir.certificate.fewBits", BITS),
                found,
                !floats && !many);
    }

    private static float largest(float[] values) {
        float largest = 0;
        for (float value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }

    /** Cores that its neurons take, each of one layer only. */
    private long cores(int neurons) {
        return network.layers().stream()
                .mapToLong(layer -> (layer.neurons() + neurons - 1) / neurons)
                .sum();
    }

    private static long fanIn(SpikingLayer layer) {
        long most = 0;
        for (int p = 0; p < layer.shape().pixels(); p++) {
            long inputs = 0;
            for (Projection projection : layer.projections()) {
                TapTable table = projection.table();
                inputs +=
                        (long) (table.start()[p + 1] - table.start()[p])
                                * (projection.from().channels() / projection.groups());
            }
            most = Math.max(most, inputs);
        }
        return most;
    }

    private static long weights(SpikingLayer layer) {
        return layer.projections().stream().mapToLong(p -> p.weights().length).sum();
    }

    /** The largest of all layers, and where it is. */
    private record Largest(long value, String layer) {
        Largest or(long other, String name) {
            return other > value ? new Largest(other, name) : this;
        }
    }

    private interface Measure {
        long of(SpikingLayer layer);
    }

    private Largest largest(Measure measure) {
        Largest largest = new Largest(0, "");
        for (SpikingLayer layer : network.layers()) {
            largest = largest.or(measure.of(layer), layer.name());
        }
        return largest;
    }

    private static Check check(String key, String what, long limit, Largest found) {
        return check(key, what, limit, found.value(), found.layer());
    }

    private static Check check(String key, String what, long limit, long found, String where) {
        String text =
                where.isEmpty()
                        ? Numbers.count(found)
                        : Texts.text("nir.certificate.at", Numbers.count(found), where);
        return new Check(
                key,
                what,
                Texts.text("nir.certificate.atMost", Numbers.count(limit)),
                text,
                found <= limit);
    }
}
