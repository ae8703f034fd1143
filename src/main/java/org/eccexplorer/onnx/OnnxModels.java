package org.eccexplorer.onnx;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eccexplorer.channelsfirst.ChannelsFirst;
import org.eccexplorer.channelsfirst.InputShapes;
import org.eccexplorer.container.ModelFaults;
import org.eccexplorer.container.ModelFile;
import org.eccexplorer.container.SafeText;
import org.eccexplorer.network.Conventions;
import org.eccexplorer.network.Conventions.Precision;
import org.eccexplorer.network.InputScaling;
import org.eccexplorer.network.Network;
import org.eccexplorer.network.TrainedModel;
import org.eccexplorer.network.TrainedValues;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.tensor.Shape;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;
import org.jspecify.annotations.Nullable;

/** Reads ONNX models as PyTorch exports them: channels first, one image in, one vector out. */
public final class OnnxModels {
    /** Number of the type uint8 in ONNX. */
    private static final int UINT8 = 2;

    /** Number of the type float16. */
    private static final int FLOAT16 = 10;

    private static final int FIRST_OPSET = 7;
    private static final Set<Integer> AFTER_VERSION = Set.of(0x12, 0x1A, 0x22, 0x3A, 0x42);

    private OnnxModels() {}

    /** Whether a file begins as ONNX models do: with the version, then another known field. */
    public static boolean isOne(ModelFile file) {
        byte[] bytes = file.bytes();
        return bytes.length > 16
                && bytes[0] == 0x08
                && bytes[1] >= 3
                && bytes[1] < 32
                && AFTER_VERSION.contains((int) bytes[2]);
    }

    /** What a graph consists of. */
    private static final class Parts {
        final List<OnnxNode> nodes = new ArrayList<>();
        final Map<String, OnnxTensor> constants = new HashMap<>();
        final Map<String, int[]> inputs = new HashMap<>();
        final Set<String> bytes = new HashSet<>();
        boolean half;
        final List<String> outputs = new ArrayList<>();
    }

    /** Reads a model whose input has a fixed size. */
    public static TrainedModel read(ModelFile file) throws ProblemException {
        return read(file, null);
    }

    /**
     * Reads a model, and the file with its weights beside it if it has one.
     *
     * @param size of the input, for a model that leaves it open; null if not given
     */
    public static TrainedModel read(ModelFile file, @Nullable Shape size) throws ProblemException {
        String where = file.path().toString();
        WireReader in = new WireReader(where, file.bytes());
        Parts parts = new Parts();
        OnnxFiles files = new OnnxFiles(file.path());
        String producer = "";
        long opset = 0;
        while (in.next()) {
            switch (in.field()) {
                case 2 -> producer = in.text();
                case 7 -> graph(in.message(), parts, files);
                case 8 -> opset = Math.max(opset, opset(in.message()));
                default -> {}
            }
        }
        if (opset < FIRST_OPSET) {
            throw ModelFaults.unsupported(
                    where,
                    Texts.text("onnx.oldOperatorSet"),
                    Texts.text("onnx.operatorSet", opset, FIRST_OPSET),
                    Texts.text("onnx.exportWithLaterSet"));
        }
        parts.constants.keySet().forEach(parts.inputs::remove);
        if (parts.inputs.size() != 1 || parts.outputs.size() != 1) {
            throw ModelFaults.unsupported(
                    where,
                    Texts.text("channelsfirst.notOneInputAndOutput"),
                    Texts.text(
                            "channelsfirst.inputsAndOutputs",
                            Numbers.count(parts.inputs.size()),
                            Numbers.count(parts.outputs.size())),
                    Texts.text("channelsfirst.exportOneInput"));
        }
        Map.Entry<String, int[]> input = parts.inputs.entrySet().iterator().next();
        boolean last = OnnxLayout.isChannelsLast(parts.nodes, input.getKey(), input.getValue());
        ChannelsFirst network = InputShapes.network(where, input.getValue(), size, last);
        OnnxGraph graph =
                new OnnxGraph(where, parts.nodes, parts.constants, input.getKey(), network);
        String format =
                producer.isEmpty()
                        ? Texts.text("onnx.format", opset)
                        : Texts.text("onnx.formatOfProducer", opset, SafeText.text(producer));
        Network read = graph.network(parts.outputs.getFirst());
        TrainedValues.check(where, read);
        boolean rescales = parts.bytes.contains(input.getKey()) || InputScaling.takesBytes(read);
        List<String> warnings =
                graph.isRounding() ? List.of(Texts.text("onnx.activationsKept")) : List.of();
        Conventions conventions =
                new Conventions(rescales, !last, precision(parts, graph.isRounding()));
        return new TrainedModel(read, format, file.sha256(), conventions, warnings);
    }

    /** Half where its weights or its input are. */
    private static Precision precision(Parts parts, boolean rounds) {
        return rounds ? Precision.INT8 : parts.half ? Precision.FLOAT16 : Precision.FLOAT32;
    }

    private static long opset(WireReader in) throws ProblemException {
        String domain = "";
        long version = 0;
        while (in.next()) {
            if (in.field() == 1) {
                domain = in.text();
            } else if (in.field() == 2) {
                version = in.integer();
            }
        }
        return domain.isEmpty() || domain.equals("ai.onnx") ? version : 0;
    }

    private static void graph(WireReader in, Parts parts, OnnxFiles files) throws ProblemException {
        while (in.next()) {
            switch (in.field()) {
                case 1 -> parts.nodes.add(OnnxNode.read(in.message(), files));
                case 5 -> {
                    OnnxTensor tensor = TensorReader.read(in.message(), files);
                    if (parts.constants.put(tensor.name(), tensor) != null) {
                        throw in.damaged(
                                Texts.text("onnx.constantTwice", SafeText.text(tensor.name())));
                    }
                }
                case 11 -> input(in.message(), parts);
                case 12 -> parts.outputs.add(name(in.message()));
                default -> {}
            }
        }
    }

    private static String name(WireReader in) throws ProblemException {
        String name = "";
        while (in.next()) {
            name = in.field() == 1 ? in.text() : name;
        }
        return name;
    }

    /** ValueInfoProto: name, type → tensor type → shape → dimensions, open ones without value. */
    private static void input(WireReader in, Parts parts) throws ProblemException {
        String name = "";
        int[] shape = new int[0];
        boolean bytes = false;
        while (in.next()) {
            if (in.field() == 1) {
                name = in.text();
            } else if (in.field() == 2) {
                InputType type = type(in.message());
                shape = type.shape();
                bytes = type.element() == UINT8;
                parts.half |= type.element() == FLOAT16;
            }
        }
        parts.inputs.put(name, shape);
        if (bytes) {
            parts.bytes.add(name);
        }
    }

    private record InputType(long element, int[] shape) {}

    private static InputType type(WireReader type) throws ProblemException {
        long element = 0;
        int[] shape = new int[0];
        while (type.next()) {
            WireReader tensor = type.message();
            while (tensor.next()) {
                if (tensor.field() == 1) {
                    element = tensor.integer();
                } else if (tensor.field() == 2) {
                    shape = dimensions(tensor.message());
                }
            }
        }
        return new InputType(element, shape);
    }

    private static int[] dimensions(WireReader in) throws ProblemException {
        int[] dimensions = new int[8];
        int count = 0;
        while (in.next() && count < dimensions.length) {
            WireReader dimension = in.message();
            while (dimension.next()) {
                if (dimension.field() == 1) {
                    dimensions[count] = Math.clamp(dimension.integer(), 0, 1 << 20);
                }
            }
            count++;
        }
        return Arrays.copyOf(dimensions, count);
    }
}
