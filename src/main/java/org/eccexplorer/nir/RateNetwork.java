package org.eccexplorer.nir;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eccexplorer.network.Layer;
import org.eccexplorer.network.Network;
import org.eccexplorer.network.OwnRule;
import org.eccexplorer.network.SlidingWindow;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.tensor.Shape;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;

/**
 * The CNN that a spiking network stands for: each neuron's rate, which is its current over its
 * threshold, at least 0 and at most 1. Converted without normalisation and without TRE it is the
 * spiking network again, weight by weight.
 */
final class RateNetwork {
    private static final float FULL_RATE = 1;

    private final String where;
    private final NirGraph graph;
    private final Map<String, Value> values = new LinkedHashMap<>();
    private final Map<String, Float> thresholds = new LinkedHashMap<>();
    private final float resistance;
    private final boolean divides;
    private Network.Builder builder;

    /**
     * What a node gives.
     *
     * @param node of the network
     * @param dims of the format: (C, H, W), (C, L) or (N)
     */
    private record Value(int node, int[] dims) {}

    /** With layers that divide currents by thresholds, or with layers that pass them on. */
    private RateNetwork(String where, NirGraph graph, boolean divides) {
        this.where = where;
        this.graph = graph;
        this.divides = divides;
        builder = new Network.Builder(Shape.vector(1));
        resistance =
                graph.nodes().values().stream()
                        .filter(NirNode.IntegrateAndFire.class::isInstance)
                        .map(node -> ((NirNode.IntegrateAndFire) node).r()[0])
                        .findFirst()
                        .orElse(1f);
    }

    /**
     * The network of a graph, and the same with its weights as they are.
     *
     * @param where the file, for messages
     * @param name of the network
     * @param subtracts whether a spike takes the threshold alone
     */
    static Rates of(String where, NirGraph graph, String name, boolean subtracts)
            throws ProblemException {
        NodeOrder order = NodeOrder.of(where, graph);
        Network rates = new RateNetwork(where, graph, true).build(order, name);
        RateNetwork plain = new RateNetwork(where, graph, false);
        Network currents = plain.build(order, name);
        return new Rates(rates, new OwnRule(subtracts, currents, plain.thresholds));
    }

    /** A network, and how it spikes. */
    record Rates(Network network, OwnRule rule) {}

    private Network build(NodeOrder order, String name) throws ProblemException {
        List<String> inputs = named(NirNode.Input.class);
        List<String> outputs = named(NirNode.Output.class);
        if (inputs.size() != 1 || outputs.size() != 1) {
            throw NirFaults.unsupported(
                    where,
                    Texts.text("nir.inputsAndOutputs", inputs.size(), outputs.size()),
                    Texts.text("nir.oneOfEach"));
        }
        for (String node : order.names()) {
            add(node, Objects.requireNonNull(order.sources().get(node)));
        }
        Value output = Objects.requireNonNull(values.get(outputs.getFirst()));
        if (output.node() == 0) {
            throw NirFaults.corrupt(where, Texts.text("nir.outputIsInput"));
        }
        return builder.build(name).upTo(output.node());
    }

    private List<String> named(Class<?> type) {
        return graph.nodes().entrySet().stream()
                .filter(entry -> type.isInstance(entry.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private void add(String name, List<String> sources) throws ProblemException {
        NirNode node = Objects.requireNonNull(graph.nodes().get(name));
        String place = NirFaults.place(where, name);
        if (node instanceof NirNode.Input input) {
            builder = new Network.Builder(shape(place, input.shape()));
            values.put(name, new Value(0, input.shape()));
            return;
        }
        if (sources.isEmpty()) {
            throw NirFaults.corrupt(place, Texts.text("nir.readsNothing"));
        }
        List<Value> given = new ArrayList<>();
        for (String source : sources) {
            given.add(Objects.requireNonNull(values.get(source)));
        }
        try {
            values.put(name, made(name, node, sum(name, given)));
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw NirFaults.corrupt(
                    place, Texts.text("nir.doesNotFit", String.valueOf(e.getMessage())));
        }
    }

    private Value sum(String name, List<Value> given) {
        Value first = given.getFirst();
        if (given.size() == 1) {
            return first;
        }
        for (Value other : given) {
            expect(first.dims(), other.dims());
        }
        float[] ones = new float[given.size()];
        Arrays.fill(ones, 1);
        int[] nodes = given.stream().mapToInt(Value::node).toArray();
        return new Value(builder.add(name + "/sum", new Layer.Sum(ones), nodes), first.dims());
    }

    private Value made(String name, NirNode node, Value x) throws ProblemException {
        return switch (node) {
            case NirNode.Input _ -> throw new IllegalStateException("added before");
            case NirNode.Border _ -> x;
            case NirNode.Output output -> {
                expect(output.shape(), x.dims());
                yield x;
            }
            case NirNode.Affine affine -> affine(name, affine, x);
            case NirNode.Scale scale -> scaled(name, scale.scale(), x);
            case NirNode.Convolution convolution -> convolution(name, convolution, x);
            case NirNode.Pooling pooling -> pooling(name, pooling, x);
            case NirNode.Flatten flatten -> flatten(name, flatten, x);
            case NirNode.IntegrateAndFire neurons -> neurons(name, neurons, x);
            case NirNode.Integrator integrator -> integrator(name, integrator, x);
        };
    }

    private Value affine(String name, NirNode.Affine node, Value x) {
        if (x.dims().length != 1) {
            throw new IllegalArgumentException(Texts.text("nir.affineOfImage", text(x.dims())));
        }
        float[] weights = new float[node.weight().length];
        for (int o = 0; o < node.outputs(); o++) {
            for (int i = 0; i < node.inputs(); i++) {
                weights[i * node.outputs() + o] = node.weight()[o * node.inputs() + i];
            }
        }
        Layer dense = new Layer.Dense(node.inputs(), node.outputs(), weights, node.bias());
        return new Value(builder.add(name, dense, x.node()), new int[] {node.outputs()});
    }

    private Value convolution(String name, NirNode.Convolution node, Value x)
            throws ProblemException {
        boolean sequence = node.type().equals("Conv1d");
        if (x.dims().length != (sequence ? 2 : 3)) {
            throw new IllegalArgumentException(Texts.text("nir.otherRank", text(x.dims())));
        }
        Shape in = builder.shape(x.node());
        int[] said = node.inputShape();
        if (said.length == 2 && (said[0] != in.height() || said[1] != in.width())) {
            throw new IllegalArgumentException(
                    Texts.text("nir.otherShape", text(said), text(x.dims())));
        }
        Layer layer = ReadKernel.layer(node, window(name, node));
        return placed(name, layer, x, sequence);
    }

    private SlidingWindow window(String name, NirNode.Convolution node) throws ProblemException {
        NirNode.Slide slide = node.slide();
        int[] stride = slide.stride();
        int[] dilation = slide.dilation();
        int[] padding = slide.padding();
        int[] before = new int[2];
        int[] behind = new int[2];
        if (padding == null && (stride[0] != 1 || stride[1] != 1)) {
            throw NirFaults.unsupported(
                    NirFaults.place(where, name),
                    Texts.text("nir.sameWithStride"),
                    Texts.text("nir.sameWithStride.remedy"));
        }
        for (int axis = 0; axis < 2; axis++) {
            int all = padding == null ? dilation[axis] * (node.kernel()[2 + axis] - 1) : 0;
            before[axis] = padding == null ? all / 2 : padding[axis];
            behind[axis] = padding == null ? all - all / 2 : padding[axis];
        }
        return new SlidingWindow(
                node.kernel()[2],
                node.kernel()[3],
                stride[0],
                stride[1],
                dilation[0],
                dilation[1],
                before[0],
                before[1],
                behind[0],
                behind[1]);
    }

    private Value placed(String name, Layer layer, Value x, boolean sequence) {
        int node = builder.add(name, layer, x.node());
        Shape made = builder.shape(node);
        int[] dims =
                sequence
                        ? new int[] {made.channels(), made.width()}
                        : new int[] {made.channels(), made.height(), made.width()};
        return new Value(node, dims);
    }

    /** Zeros of the padding count, which they do not in an average of the network. */
    private Value pooling(String name, NirNode.Pooling node, Value x) {
        if (x.dims().length != 3) {
            throw new IllegalArgumentException(Texts.text("nir.otherRank", text(x.dims())));
        }
        Value from = padded(name, node.padding(), x);
        int[] size = node.kernel();
        SlidingWindow window =
                SlidingWindow.valid(size[0], size[1], node.stride()[0], node.stride()[1]);
        Layer average = new Layer.Pooling(Layer.Pooling.Kind.AVERAGE, window);
        Value pooled = placed(node.sums() ? name + "/average" : name, average, from, false);
        if (!node.sums()) {
            return pooled;
        }
        int channels = builder.shape(pooled.node()).channels();
        float[] factor = new float[channels];
        Arrays.fill(factor, size[0] * size[1]);
        return new Value(multiplied(name, factor, pooled), pooled.dims());
    }

    private Value padded(String name, int[] padding, Value x) {
        if (padding[0] == 0 && padding[1] == 0) {
            return x;
        }
        Shape from = builder.shape(x.node());
        Shape to =
                new Shape(
                        from.height() + 2 * padding[0],
                        from.width() + 2 * padding[1],
                        from.channels());
        int[] source = new int[to.size()];
        for (int i = 0; i < source.length; i++) {
            int row = i / to.channels() / to.width() - padding[0];
            int column = i / to.channels() % to.width() - padding[1];
            boolean inside =
                    row >= 0 && row < from.height() && column >= 0 && column < from.width();
            source[i] =
                    inside
                            ? (row * from.width() + column) * from.channels() + i % to.channels()
                            : -1;
        }
        Layer layer = new Layer.Rearrangement("zero padding", from, to, source);
        int[] dims = {to.channels(), to.height(), to.width()};
        return new Value(builder.add(name + "/padding", layer, x.node()), dims);
    }

    private Value flatten(String name, NirNode.Flatten node, Value x) {
        int rank = x.dims().length;
        int first = node.first() < 0 ? node.first() + rank : node.first();
        int last = node.last() < 0 ? node.last() + rank : node.last();
        if (node.inputType().length == rank + 1) {
            first--; // the file counts the batch too
            last -= node.last() < 0 ? 0 : 1;
        }
        if (first != 0 || last != rank - 1) {
            throw new IllegalArgumentException(
                    Texts.text("nir.flattensSome", text(x.dims()), node.first(), node.last()));
        }
        Shape from = builder.shape(x.node());
        Shape to = Shape.vector(from.size());
        int[] source = new int[to.size()];
        for (int i = 0; i < source.length; i++) {
            source[i] = i % from.pixels() * from.channels() + i / from.pixels();
        }
        int[] dims = {to.size()};
        if (from.isVector()) {
            return new Value(x.node(), dims);
        }
        Layer layer = new Layer.Rearrangement("flatten", from, to, source);
        return new Value(builder.add(name, layer, x.node()), dims);
    }

    private Value neurons(String name, NirNode.IntegrateAndFire node, Value x)
            throws ProblemException {
        String place = NirFaults.place(where, name);
        for (int i = 0; i < node.threshold().length; i++) {
            if (!(node.threshold()[i] > 0) || !(node.r()[i] > 0)) {
                throw NirFaults.corrupt(place, Texts.text("nir.notPositive"));
            }
            if (node.reset()[i] != 0) {
                throw NirFaults.unsupported(
                        place,
                        Texts.text("nir.resetsTo", Numbers.compact(node.reset()[i])),
                        Texts.text("nir.resetsTo.remedy"));
            }
            if (node.r()[i] != resistance) {
                throw NirFaults.unsupported(
                        place, Texts.text("nir.severalR"), Texts.text("nir.severalR.remedy"));
            }
        }
        float[] gain = new float[node.threshold().length];
        for (int i = 0; i < gain.length; i++) {
            gain[i] = 1 / node.threshold()[i];
        }
        if (gain.length > 1) {
            expect(node.shape(), x.dims());
        }
        Value driven;
        if (hasOneThreshold(node) && isFedByWeights(name)) {
            thresholds.put(name, node.threshold()[0]);
            driven = divides ? multipliedBy(name, gain[0], x) : passed(name, x);
        } else {
            driven = scaled(threshold(name), gain, x);
        }
        Layer relu = new Layer.Relu(FULL_RATE);
        return new Value(builder.add(name, relu, driven.node()), x.dims());
    }

    private static boolean hasOneThreshold(NirNode.IntegrateAndFire node) {
        for (float threshold : node.threshold()) {
            if (threshold != node.threshold()[0]) {
                return false;
            }
        }
        return node.threshold()[0] != 1;
    }

    /**
     * Whether weights lie between these neurons and all before them. Where they change nothing, two
     * layers of neurons would become one that clips twice.
     */
    private boolean isFedByWeights(String name) {
        return graph.edges().stream()
                .filter(edge -> edge.to().equals(name))
                .map(edge -> graph.nodes().get(edge.from()))
                .allMatch(node ->
                        switch (node) {
                            case NirNode.Affine affine ->
                                    !isIdentity(affine.weight(), affine.bias());
                            case NirNode.Convolution c -> !isIdentity(c.weight(), c.bias());
                            case null, default -> false;
                        });
    }

    /** Whether it may pass values on as they are: nothing but zeros and ones, and no bias. */
    private static boolean isIdentity(float[] weights, float[] bias) {
        for (float weight : weights) {
            if (weight != 0 && weight != 1) {
                return false;
            }
        }
        for (float value : bias) {
            if (value != 0) {
                return false;
            }
        }
        return true;
    }

    /** The layer between the synapses of these neurons and the neurons. */
    static String threshold(String neurons) {
        return neurons + "/threshold";
    }

    private Value multipliedBy(String name, float factor, Value x) {
        float[] each = new float[builder.shape(x.node()).channels()];
        Arrays.fill(each, factor);
        return new Value(multiplied(threshold(name), each, x), x.dims());
    }

    private Value passed(String name, Value x) {
        Layer same = new Layer.Identity("threshold");
        return new Value(builder.add(threshold(name), same, x.node()), x.dims());
    }

    private Value integrator(String name, NirNode.Integrator node, Value x)
            throws ProblemException {
        boolean last =
                graph.edges().stream()
                        .filter(edge -> edge.from().equals(name))
                        .allMatch(edge -> graph.nodes().get(edge.to()) instanceof NirNode.Output);
        if (!last) {
            throw NirFaults.unsupported(
                    NirFaults.place(where, name),
                    Texts.text("nir.integratorInside"),
                    Texts.text("nir.hasNone.remedy"));
        }
        float[] gain = node.r().clone();
        for (int i = 0; i < gain.length; i++) {
            gain[i] /= resistance;
        }
        return scaled(name, gain, x);
    }

    /** Each channel times a factor; factors that differ between pixels have no layer. */
    private Value scaled(String name, float[] factor, Value x) throws ProblemException {
        Shape shape = builder.shape(x.node());
        int pixels = shape.pixels();
        if (factor.length != 1 && factor.length != shape.size()) {
            throw new IllegalArgumentException(
                    Texts.text("nir.valuesFor", factor.length, text(x.dims())));
        }
        float[] each = new float[shape.channels()];
        boolean ones = true;
        for (int c = 0; c < each.length; c++) {
            each[c] = factor[factor.length == 1 ? 0 : c * pixels];
            for (int p = 0; factor.length > 1 && p < pixels; p++) {
                if (factor[c * pixels + p] != each[c]) {
                    throw NirFaults.unsupported(
                            NirFaults.place(where, name),
                            Texts.text("nir.differsByPixel"),
                            Texts.text("nir.differsByPixel.remedy"));
                }
            }
            ones &= each[c] == 1;
        }
        return ones ? x : new Value(multiplied(name, each, x), x.dims());
    }

    private int multiplied(String name, float[] factor, Value x) {
        return builder.add(
                name, new Layer.ChannelAffine(factor, new float[factor.length]), x.node());
    }

    private static void expect(int[] wanted, int[] given) {
        if (!Arrays.equals(wanted, given)) {
            throw new IllegalArgumentException(
                    Texts.text("nir.otherShape", text(wanted), text(given)));
        }
    }

    private Shape shape(String place, int[] dims) throws ProblemException {
        try {
            return switch (dims.length) {
                case 1 -> Shape.vector(dims[0]);
                case 2 -> new Shape(1, dims[1], dims[0]);
                case 3 -> new Shape(dims[1], dims[2], dims[0]);
                default -> throw new IllegalArgumentException(text(dims));
            };
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw NirFaults.unsupported(
                    place,
                    Texts.text("nir.inputShape", text(dims)),
                    Texts.text("nir.inputShape.remedy"));
        }
    }

    private static String text(int[] dims) {
        return Arrays.toString(dims);
    }
}
