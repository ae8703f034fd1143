package org.eccexplorer.onnx;

import static org.eccexplorer.onnx.OnnxGraphWriter.operation;

import java.util.ArrayList;
import java.util.List;
import org.eccexplorer.container.ModelFaults;
import org.eccexplorer.network.Layer;
import org.eccexplorer.network.Network;
import org.eccexplorer.network.Node;
import org.eccexplorer.network.SlidingWindow;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.tensor.Shape;
import org.eccexplorer.text.Texts;

/**
 * Writes a CNN as ONNX, channels first as PyTorch exports it: operator set 17, any number of images
 * in, one vector each out. A flattening is by channel, row, column there and by row, column,
 * channel here, so the weights of a dense layer behind it change their order.
 */
public final class OnnxWriter {
    static final int OPSET = 17;

    /** Of the file format, that came with this operator set. */
    static final int IR_VERSION = 8;

    private static final String INPUT = "input";

    private final Network network;
    private final OnnxGraphWriter graph = new OnnxGraphWriter();
    private final OnnxMoveWriter moves = new OnnxMoveWriter(graph);
    private final List<OnnxResult> values = new ArrayList<>();

    private OnnxWriter(Network network) {
        this.network = network;
    }

    /**
     * The file.
     *
     * @param version of the program
     * @throws ProblemException of kind UNSUPPORTED if a layer has no counterpart, of kind LIMIT
     *     from 2 GB on
     */
    public static byte[] model(Network network, String version) throws ProblemException {
        if (network.parameters() > (1L << 29) - (1 << 20)) {
            throw ModelFaults.limit(
                    network.name(), Texts.text("onnx.tooLarge"), Texts.text("onnx.most"));
        }
        return new OnnxWriter(network).model(version);
    }

    private byte[] model(String version) throws ProblemException {
        for (Node node : network.nodes()) {
            values.add(value(node));
        }
        OnnxResult last =
                moves.ordered(
                        moves.vector(values.getLast(), "output"),
                        network.outputShape(),
                        network.nodes().getLast());
        return graph.model(
                network.name(),
                version,
                INPUT,
                network.inputShape(),
                last.name(),
                network.outputShape().size());
    }

    private OnnxResult value(Node node) throws ProblemException {
        if (node.inputs().isEmpty()) {
            return new OnnxResult(INPUT, false);
        }
        OnnxResult in = values.get(node.inputs().getFirst());
        Shape from = shape(node, 0);
        return switch (node.layer()) {
            case Layer.Input _ -> throw new IllegalStateException("an input that reads something");
            case Layer.Identity _ -> in;
            case Layer.Convolution layer -> convolution(node, layer, moves.planes(in, from, node));
            case Layer.Dense layer ->
                    from.pixels() == 1 || in.vector()
                            ? dense(node, layer, in)
                            : convolution(node, pointwise(layer), in);
            case Layer.ChannelAffine layer -> affine(node, layer, moves.ordered(in, from, node));
            case Layer.Relu layer -> relu(node, layer, in);
            case Layer.Softmax layer -> softmax(node, layer, moves.ordered(in, from, node));
            case Layer.Pooling layer -> pooling(node, layer, moves.planes(in, from, node));
            case Layer.Rearrangement layer -> moves.rearrangement(node, layer, in);
            case Layer.Sum layer -> sum(node, layer);
            case Layer.Concatenation _ -> concatenation(node);
            case Layer.BatchNormalization _, Layer.Activation _, Layer.Resampling _ ->
                    throw unsupported(node);
        };
    }

    private Shape shape(Node node, int input) {
        return network.nodes().get(node.inputs().get(input)).shape();
    }

    private static ProblemException unsupported(Node node) {
        return ModelFaults.unsupported(
                node.name(),
                Texts.text("onnx.notWritten"),
                Texts.text("onnx.noCounterpart"),
                Texts.text("onnx.useOriginal"));
    }

    private OnnxResult convolution(Node node, Layer.Convolution layer, OnnxResult in) {
        SlidingWindow window = layer.window();
        int inputs = layer.inputChannels() / layer.groups();
        int taps = window.taps();
        float[] kernel = new float[layer.kernel().length];
        for (int i = 0; i < kernel.length; i++) {
            int output = i % layer.outputChannels();
            int input = i / layer.outputChannels() % inputs;
            int tap = i / layer.outputChannels() / inputs;
            kernel[(output * inputs + input) * taps + tap] = layer.kernel()[i];
        }
        String weights =
                graph.constant(
                        node.name() + ".weight",
                        kernel,
                        layer.outputChannels(),
                        inputs,
                        window.height(),
                        window.width());
        String bias = graph.constant(node.name() + ".bias", layer.bias(), layer.outputChannels());
        OnnxGraphWriter.Operation operation =
                windowed(operation("Conv", node.name(), in.name(), weights, bias), window)
                        .with("dilations", window.dilationY(), window.dilationX())
                        .with("group", (long) layer.groups());
        return new OnnxResult(graph.add(operation), false);
    }

    private static OnnxGraphWriter.Operation windowed(
            OnnxGraphWriter.Operation operation, SlidingWindow window) {
        return operation
                .with("kernel_shape", window.height(), window.width())
                .with("strides", window.strideY(), window.strideX())
                .with("pads", window.top(), window.left(), window.bottom(), window.right());
    }

    /** A dense layer on each pixel's channels. */
    private static Layer.Convolution pointwise(Layer.Dense layer) {
        return new Layer.Convolution(
                SlidingWindow.valid(1, 1, 1, 1),
                1,
                layer.inputs(),
                layer.outputs(),
                layer.weights(),
                layer.bias());
    }

    private OnnxResult dense(Node node, Layer.Dense layer, OnnxResult in) {
        OnnxResult flat = moves.vector(in, node.name() + ".input");
        Shape order = flat.flattened();
        float[] weights = new float[layer.weights().length];
        for (int i = 0; i < layer.inputs(); i++) {
            int place = order == null ? i : OnnxMoveWriter.channelsFirst(order, i);
            for (int o = 0; o < layer.outputs(); o++) {
                weights[o * layer.inputs() + place] = layer.weights()[i * layer.outputs() + o];
            }
        }
        String name =
                graph.constant(node.name() + ".weight", weights, layer.outputs(), layer.inputs());
        String bias = graph.constant(node.name() + ".bias", layer.bias(), layer.outputs());
        OnnxGraphWriter.Operation operation =
                operation("Gemm", node.name(), flat.name(), name, bias).with("transB", 1L);
        return new OnnxResult(graph.add(operation), true);
    }

    private OnnxResult affine(Node node, Layer.ChannelAffine layer, OnnxResult in) {
        int channels = layer.scale().length;
        long[] shape = in.vector() ? new long[] {channels} : new long[] {channels, 1, 1};
        String scale = graph.constant(node.name() + ".scale", layer.scale(), shape);
        String offset = graph.constant(node.name() + ".offset", layer.offset(), shape);
        String scaled = node.name() + ".scaled";
        graph.add(operation("Mul", scaled, in.name(), scale));
        return new OnnxResult(
                graph.add(operation("Add", node.name(), scaled, offset)), in.vector());
    }

    private OnnxResult softmax(Node node, Layer.Softmax layer, OnnxResult in) {
        String type = layer.logarithm() ? "LogSoftmax" : "Softmax";
        OnnxGraphWriter.Operation operation =
                operation(type, node.name(), in.name()).with("axis", 1L);
        return new OnnxResult(graph.add(operation), in.vector());
    }

    private OnnxResult relu(Node node, Layer.Relu layer, OnnxResult in) {
        OnnxGraphWriter.Operation operation =
                Float.isInfinite(layer.ceiling())
                        ? operation("Relu", node.name(), in.name())
                        : operation(
                                "Clip",
                                node.name(),
                                in.name(),
                                graph.constant(0f),
                                graph.constant(layer.ceiling()));
        return new OnnxResult(graph.add(operation), in.vector(), in.flattened());
    }

    private OnnxResult pooling(Node node, Layer.Pooling layer, OnnxResult in)
            throws ProblemException {
        SlidingWindow window = layer.window();
        boolean average = layer.kind() == Layer.Pooling.Kind.AVERAGE;
        boolean dilated = window.dilationY() > 1 || window.dilationX() > 1;
        if (average && dilated) {
            throw unsupported(node);
        }
        OnnxGraphWriter.Operation operation =
                windowed(
                        operation(average ? "AveragePool" : "MaxPool", node.name(), in.name()),
                        window);
        if (dilated) {
            operation.with("dilations", window.dilationY(), window.dilationX());
        }
        return new OnnxResult(graph.add(operation), false);
    }

    private OnnxResult sum(Node node, Layer.Sum layer) {
        List<OnnxResult> terms = inputs(node);
        String sum = "";
        for (int i = 0; i < terms.size(); i++) {
            String term = terms.get(i).name();
            float factor = layer.coefficients()[i];
            if (factor != 1) {
                String scaled = node.name() + ".term" + i;
                term = graph.add(operation("Mul", scaled, term, graph.constant(factor)));
            }
            String name = i == terms.size() - 1 ? node.name() : node.name() + ".sum" + i;
            sum = i == 0 ? term : graph.add(operation("Add", name, sum, term));
        }
        return new OnnxResult(sum, terms.getFirst().vector());
    }

    private OnnxResult concatenation(Node node) {
        List<OnnxResult> parts = inputs(node);
        OnnxGraphWriter.Operation operation =
                operation(
                                "Concat",
                                node.name(),
                                parts.stream().map(OnnxResult::name).toArray(String[]::new))
                        .with("axis", 1L);
        return new OnnxResult(graph.add(operation), parts.getFirst().vector());
    }

    /** What a node reads, all vectors in our order or all planes. */
    private List<OnnxResult> inputs(Node node) {
        List<OnnxResult> inputs = new ArrayList<>();
        boolean vector = node.inputs().stream().anyMatch(input -> values.get(input).vector());
        for (int i = 0; i < node.inputs().size(); i++) {
            OnnxResult in = values.get(node.inputs().get(i));
            OnnxResult own = vector ? moves.vector(in, node.name() + ".input" + i) : in;
            inputs.add(moves.ordered(own, shape(node, i), node));
        }
        return inputs;
    }
}
