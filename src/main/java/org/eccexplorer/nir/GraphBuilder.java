package org.eccexplorer.nir;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eccexplorer.container.ModelFaults;
import org.eccexplorer.nir.NirGraph.Edge;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.spiking.Projection;
import org.eccexplorer.spiking.Role;
import org.eccexplorer.spiking.SpikingLayer;
import org.eccexplorer.spiking.SpikingNetwork;
import org.eccexplorer.tensor.Shape;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;

/**
 * Writes a spiking network as a graph of NIR. For each layer: what brings its current (a
 * convolution or an affine map, behind a pooling or a flatten where there is one), then its
 * neurons. V(0) has no field in the format: its charge is spread over T as a part of the bias.
 */
public final class GraphBuilder {
    private final SpikingNetwork network;
    private final Profile profile;
    private final int timesteps;
    private final Map<String, NirNode> nodes = new LinkedHashMap<>();
    private final List<Edge> edges = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final List<String> spread = new ArrayList<>();

    /** For each layer the node that sends its spikes; of outputs those that bring currents. */
    private final List<List<String>> senders = new ArrayList<>();

    private GraphBuilder(SpikingNetwork network, Profile profile, int timesteps) {
        this.network = network;
        this.profile = profile;
        this.timesteps = timesteps;
    }

    /**
     * A graph, and what is not as it is in the network.
     *
     * @param inputScale what images have to be divided by before they enter; 1 unless weights are
     *     whole numbers
     * @param notes sentences on what the format could not hold
     */
    public record Written(NirGraph graph, double inputScale, List<String> notes) {
        public Written {
            notes = List.copyOf(notes);
        }
    }

    /**
     * Writes a network.
     *
     * @param timesteps T, over which V(0) is spread
     * @throws ProblemException of kind UNSUPPORTED, naming the layer and what to do, if the format
     *     has no words for it
     */
    public static Written write(SpikingNetwork network, Profile profile, int timesteps)
            throws ProblemException {
        check(network, profile);
        return new GraphBuilder(network, profile, timesteps).written();
    }

    private static void check(SpikingNetwork network, Profile profile) throws ProblemException {
        if (network.dynamics().leak() > 0) {
            throw refusedWhole(
                    network.name(),
                    Texts.text("nir.write.leak"),
                    Texts.text("nir.write.leak.remedy"));
        }
        if (!network.dynamics().hasConstantInput()) {
            throw refusedWhole(
                    network.name(),
                    Texts.text("nir.write.poisson"),
                    Texts.text("nir.write.poisson.remedy"));
        }
        for (SpikingLayer layer : network.layers()) {
            if (layer.role() == Role.MAXIMUM_GATE) {
                throw NirFaults.notWritten(
                        layer.name(),
                        Texts.text("nir.write.gate"),
                        Texts.text("nir.write.gate.remedy"));
            }
            if (layer.fires() && !layer.firing().isPlain()) {
                throw NirFaults.notWritten(
                        layer.name(),
                        Texts.text("nir.write.signed"),
                        Texts.text("nir.write.signed.remedy"));
            }
        }
        if (profile.needsFiringOutputs() && !network.output().fires()) {
            throw NirFaults.notWritten(
                    network.output().name(),
                    Texts.text("nir.write.outputs"),
                    Texts.text("nir.write.outputs.remedy"));
        }
    }

    private static ProblemException refusedWhole(String network, String why, String remedy) {
        return ModelFaults.unsupported(network, Texts.text("nir.networkNotWritten"), why, remedy);
    }

    private Written written() throws ProblemException {
        nodes.put("input", new NirNode.Input(shape(network.input())));
        for (SpikingLayer layer : network.layers()) {
            layer(layer);
        }
        SpikingLayer last = network.output();
        nodes.put("output", new NirNode.Output(shape(last.shape())));
        for (String sender : senders.getLast()) {
            edges.add(new Edge(sender, "output"));
        }
        if (!spread.isEmpty()) {
            String layers = String.join(", ", spread);
            notes.add(Texts.text("nir.write.spread", layers, Numbers.count(timesteps)));
        }
        NirGraph graph = new NirGraph(NirGraph.VERSION, nodes, edges, metadata());
        return new Written(graph, foldsInput() ? 1 : network.inputScale(), notes);
    }

    /**
     * Whether the first weights are divided by λ of the input, so that images enter as they are.
     */
    private boolean foldsInput() {
        return !profile.writesLevels()
                || network.layers().stream()
                        .flatMap(layer -> layer.projections().stream())
                        .noneMatch(p -> p.source() == Projection.INPUT && p.quantum() > 0);
    }

    private Map<String, String> metadata() {
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put("writer", "ECC Explorer");
        metadata.put("reset", network.dynamics().resetsToZero() ? "zero" : "subtract");
        metadata.put("timesteps", Integer.toString(timesteps));
        metadata.put("profile", profile.word());
        metadata.put("input_scale", Double.toString(foldsInput() ? 1 : network.inputScale()));
        return metadata;
    }

    private void layer(SpikingLayer layer) throws ProblemException {
        String name = unused(layer.name().replaceAll("[^A-Za-z0-9_]", "_"));
        double unit = unit(layer);
        float[] bias = bias(layer, unit);
        boolean vector = profile.flattens() && layer.shape().isVector();
        List<String> currents = new ArrayList<>();
        for (int p = 0; p < layer.projections().size(); p++) {
            Projection projection = layer.projections().get(p);
            String own = p == 0 ? name : unused(name + "_" + (p + 1));
            Incoming incoming = incoming(layer, projection, own, unit);
            float[] added = p == 0 ? bias : new float[layer.shape().channels()];
            NirNode node = vector ? incoming.affine(added) : incoming.convolution(added);
            nodes.put(own, node);
            edges.add(new Edge(incoming.from(), own));
            currents.add(own);
        }
        if (!layer.fires()) {
            senders.add(List.copyOf(currents));
            return;
        }
        String neurons = unused(name + "_if");
        int size = layer.neurons();
        nodes.put(
                neurons,
                new NirNode.IntegrateAndFire(
                        shape(layer.shape()),
                        filled(size, profile.resistance()),
                        filled(size, (float) (layer.threshold() / unit)),
                        new float[size]));
        currents.forEach(current -> edges.add(new Edge(current, neurons)));
        senders.add(List.of(neurons));
    }

    /** What is 1 in the weights that are written: 1, or one level of quantised weights. */
    private double unit(SpikingLayer layer) {
        double first = layer.projections().getFirst().quantum();
        boolean same = layer.projections().stream().allMatch(p -> p.quantum() == first);
        return profile.writesLevels() && same && first > 0 ? first : 1;
    }

    /**
     * The constant current of each channel, V(0) spread over T in it. Where it differs from pixel
     * to pixel, the format has no place for it: the mean is written, and said.
     */
    private float[] bias(SpikingLayer layer, double unit) {
        int channels = layer.shape().channels();
        float[] bias = new float[channels];
        double[] sum = new double[channels];
        boolean uniform = true;
        for (int i = 0; i < layer.neurons(); i++) {
            float charge = layer.spreadCharge() + layer.initialPotential(i);
            float own = layer.bias()[i] + charge / timesteps;
            sum[i % channels] += own;
            uniform &= i < channels || own == bias[i % channels];
            bias[i % channels] = i < channels ? own : bias[i % channels];
        }
        if (!uniform) {
            notes.add(Texts.text("nir.write.biasMean", layer.name()));
            for (int c = 0; c < channels; c++) {
                bias[c] = (float) (sum[c] / layer.shape().pixels());
            }
        }
        if (layer.initialPotential() > 0 || layer.hasInitialOffset()) {
            spread.add(layer.name());
        }
        for (int c = 0; unit != 1 && c < channels; c++) {
            bias[c] = (float) (bias[c] / unit);
        }
        return bias;
    }

    /** What leads from a source to a layer, pooled and flattened as the profile wants it. */
    private Incoming incoming(SpikingLayer layer, Projection projection, String own, double unit)
            throws ProblemException {
        String source =
                projection.source() == Projection.INPUT
                        ? "input"
                        : senders.get(projection.source()).getFirst();
        Shape sent = network.sourceShape(projection.source());
        Synapses synapses =
                Synapses.of(projection, sent).orElseThrow(() -> NirFaults.geometry(layer.name()));
        Kernel kernel =
                Kernel.of(synapses.table(), synapses.from(), layer.shape())
                        .orElseThrow(() -> NirFaults.geometry(layer.name()));
        double factor =
                projection.source() == Projection.INPUT && foldsInput()
                        ? 1 / network.inputScale()
                        : 1;
        Incoming plain =
                new Incoming(source, synapses, synapses.from(), kernel, layer, factor / unit);
        Optional<Kernel.Pooled> pooled = kernel.pooled(synapses.from(), layer.shape());
        Incoming whole = pooled.isPresent() ? pooled(plain, pooled.get(), own) : plain;
        boolean image = pooled.isPresent() || !whole.seen().isVector();
        if (profile.flattens() && layer.shape().isVector() && image) {
            String name = unused(own + "_flatten");
            nodes.put(name, new NirNode.Flatten(image(whole.seen()), 0, -1));
            edges.add(new Edge(whole.from(), name));
            whole = whole.through(name);
        }
        if (profile.flattens() && !image && !layer.shape().isVector()) {
            throw NirFaults.geometry(layer.name());
        }
        return whole;
    }

    private Incoming pooled(Incoming plain, Kernel.Pooled pooled, String own) {
        String name = unused(own + "_pool");
        int[] size = {pooled.rows(), pooled.columns()};
        int[] stride = {pooled.strideY(), pooled.strideX()};
        nodes.put(name, new NirNode.Pooling(!profile.averages(), size, stride, new int[2]));
        edges.add(new Edge(plain.from(), name));
        double factor = profile.averages() ? (double) size[0] * size[1] : 1;
        return new Incoming(
                name,
                plain.synapses(),
                pooled.pooled(),
                pooled.kernel(),
                plain.layer(),
                plain.factor() * factor);
    }

    /** Shape in the order of the format: channels, rows, columns; of one pixel channels alone. */
    private int[] shape(Shape shape) {
        return profile.flattens() && shape.isVector() ? new int[] {shape.channels()} : image(shape);
    }

    private static int[] image(Shape shape) {
        return new int[] {shape.channels(), shape.height(), shape.width()};
    }

    private static float[] filled(int size, float value) {
        float[] values = new float[size];
        Arrays.fill(values, value);
        return values;
    }

    private String unused(String name) {
        String base =
                name.isEmpty() || name.equals("input") || name.equals("output")
                        ? name + "_layer"
                        : name;
        String free = base;
        for (int i = 2; nodes.containsKey(free); i++) {
            free = base + "_" + i;
        }
        return free;
    }
}
