package org.eccexplorer.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;
import static org.eccexplorer.onnx.OnnxDraft.list;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.eccexplorer.Resources;
import org.eccexplorer.app.open.LoadedModel;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each operation of ONNX by itself: what it gives, and what is refused of it. */
class OnnxOperationsTest {
    private static final String REWRITE = "Express it with convolutions";
    private static final String EVAL = "Call model.eval()";

    @TempDir private Path folder;

    private static OnnxDraft image() {
        return OnnxDraft.of(0, 2, 6, 6).weight("w", 4, 2, 3, 3).weight("m", 2, 2);
    }

    /** One channel of 2 × 2 pixels: 1, −2, 3, 4; also as vector. */
    private static OnnxDraft square() {
        return OnnxDraft.of(0, 1, 2, 2);
    }

    private static OnnxDraft vector() {
        return OnnxDraft.of(0, 4);
    }

    static Stream<Arguments> readable() {
        return Stream.of(
                arguments(
                        vector().node("HardSwish", "x -> y"),
                        floats(0.66666669f, -0.33333334f, 3, 4)),
                arguments(
                        vector().node("Mish", "x -> y"),
                        floats(0.86509836f, -0.25250146f, 2.98653507f, 3.99741292f)),
                arguments(
                        vector().node("Swish", "x -> y"),
                        floats(0.7310586f, -0.23840584f, 2.85772252f, 3.92805505f)),
                arguments(
                        vector().node("Softsign", "x -> y"),
                        floats(0.5f, -0.6666667f, 0.75f, 0.8f)),
                arguments(
                        vector().node("Exp", "x -> y"),
                        floats(2.7182818f, 0.13533528f, 20.085537f, 54.59815f)),
                arguments(vector().node("ThresholdedRelu", "x -> y"), floats(0, 0, 3, 4)),
                arguments(vector().node("Identity", "x -> y"), floats(1, -2, 3, 4)),
                arguments(vector().node("Dropout", "x -> y"), floats(1, -2, 3, 4)),
                arguments(
                        vector().flag("t", false).node("Dropout", "x - t -> y"),
                        floats(1, -2, 3, 4)),
                arguments(vector().node("Cast", "x -> y", "to", 1), floats(1, -2, 3, 4)),
                arguments(
                        vector().weight("w", 4, 2).node("MatMul", "x w -> y"), floats(4.75f, 5.5f)),
                arguments(
                        vector().node("LogSoftmax", "x -> y", "axis", -1), logSoftmax(1, -2, 3, 4)),
                arguments(vector().node("Softmax", "x -> y", "axis", 1), softmax(1, -2, 3, 4)),
                arguments(
                        vector().integers("i", 2)
                                .node("Gather", "x i -> z", "axis", 1)
                                .node("Sigmoid", "z -> y"),
                        floats(0.04742587f, 0.95257413f)),
                arguments(square().node("Sum", "x x x -> y"), floats(3, -6, 9, 12)),
                arguments(
                        square().node("Pad", "x -> y", "pads", list(0, 0, 1, 0, 0, 0, 0, 0)),
                        floats(0, 0, 1, -2, 3, 4)),
                arguments(
                        square().integers("p", 0, 1, 0, 0, 0, 1, 0, 0).node("Pad", "x p -> y"),
                        floats(0, 1, 0, 0, -2, 0, 0, 3, 0, 0, 4, 0)),
                arguments(square().node("GlobalMaxPool", "x -> y"), floats(4)),
                arguments(
                        square().integers("p", 0, 0, 1, 0, 0, 0, 0, 1).node("Pad", "x p -> y"),
                        floats(0, 0, 0, 1, -2, 0, 3, 4, 0)),
                arguments(
                        square().node("SpaceToDepth", "x -> y", "blocksize", 2),
                        floats(1, -2, 3, 4)),
                arguments(
                        square().number("zero", 0).node("Max", "x zero -> y"), floats(1, 0, 3, 4)),
                arguments(
                        square().number("one", 1).node("Sub", "one x -> y"), floats(0, 3, -2, -3)),
                arguments(
                        square().node(
                                        "MaxPool",
                                        "x -> y",
                                        "kernel_shape",
                                        list(2, 1),
                                        "strides",
                                        list(2, 2),
                                        "ceil_mode",
                                        1),
                        floats(3)),
                // A dilated window over padding that counts: the zeros lie above and at the left.
                arguments(
                        square().node(
                                        "AveragePool",
                                        "x -> y",
                                        "kernel_shape",
                                        list(2, 2),
                                        "dilations",
                                        list(2, 2),
                                        "pads",
                                        list(1, 1, 0, 0),
                                        "count_include_pad",
                                        1),
                        floats(1)),
                arguments(
                        square().integers("s", 0, 1, 4)
                                .node("Reshape", "x s -> z")
                                .node("Transpose", "z -> y", "perm", list(0, 2, 1)),
                        floats(1, -2, 3, 4)));
    }

    private static float[] floats(float... values) {
        return values;
    }

    private static float[] logSoftmax(double... values) {
        float[] logarithms = softmax(values);
        for (int i = 0; i < logarithms.length; i++) {
            logarithms[i] = (float) Math.log(logarithms[i]);
        }
        return logarithms;
    }

    private static float[] softmax(double... values) {
        double sum = 0;
        for (double value : values) {
            sum += Math.exp(value);
        }
        float[] shares = new float[values.length];
        for (int i = 0; i < shares.length; i++) {
            shares[i] = (float) (Math.exp(values[i]) / sum);
        }
        return shares;
    }

    @ParameterizedTest
    @MethodSource("readable")
    void givesWhatOnnxDefines(OnnxDraft draft, float[] expected)
            throws IOException, ProblemException {
        LoadedModel model = LoadedModel.open(draft.write(folder.resolve("model.onnx")));
        float[] all = model.cnn().evaluate(new float[] {1, -2, 3, 4}, 0, 1);
        // A model with one output has two classes, the first of them with 0.
        float[] outputs = expected.length == 1 ? Arrays.copyOfRange(all, 1, 2) : all;
        assertThat(outputs).containsExactly(expected, within(1e-6f));
    }

    static Stream<Arguments> unreadable() {
        return Stream.of(
                        convolutions(),
                        layers(),
                        windows(),
                        resizing(),
                        moves(),
                        arithmetic(),
                        unknown())
                .flatMap(cases -> cases);
    }

    private static Stream<Arguments> convolutions() {
        return Stream.of(
                arguments(image().node("Conv", "x w -> y", "group", 3), "it has 3 groups", REWRITE),
                arguments(image().node("Conv", "x w -> y", "group", 0), "it has 0 groups", REWRITE),
                arguments(image().node("Conv", "x w -> y", "group", 2), "does not fit", REWRITE),
                arguments(
                        image().node("Conv", "x w -> y", "pads", list(-1, 0, 0, 0)),
                        "padding [-1, 0], [0, 0] is out of range",
                        REWRITE),
                arguments(
                        image().node("Conv", "x w -> y", "strides", list(0, 1)),
                        "stride [0, 1]",
                        REWRITE),
                arguments(
                        image().node("Conv", "x w -> y", "dilations", list(1, 0)),
                        "dilation [1, 0]",
                        REWRITE),
                arguments(
                        image().node("Conv", "x w -> y", "pads", list(1, 1)),
                        "pads has 2 values, 4 were expected",
                        REWRITE),
                arguments(
                        image().node("Conv", "x w -> y", "auto_pad", "ODD"),
                        "its auto_pad is ODD",
                        REWRITE),
                arguments(
                        image().weight("k", 4, 2, 7, 7).node("Conv", "x k -> y"),
                        "does not fit",
                        REWRITE),
                arguments(image().node("Conv", "x v -> y"), "not stored in the model", REWRITE),
                arguments(
                        image().weight("k", 4, 2, 3).node("Conv", "x k -> y"),
                        "shape [4, 2, 3], 4 dimensions were expected",
                        REWRITE),
                arguments(
                        image().weight("b", 3).node("Conv", "x w b -> y"),
                        "3 numbers for 4 channels",
                        REWRITE));
    }

    private static Stream<Arguments> layers() {
        OnnxDraft normalised =
                image().weight("v", 2)
                        .node("BatchNormalization", "x v v v v -> y", "training_mode", 1);
        return Stream.of(
                arguments(normalised, "in training mode", EVAL),
                arguments(
                        image().weight("v", 3).node("BatchNormalization", "x v v v v -> y"),
                        "3 numbers for 2 channels",
                        REWRITE),
                arguments(
                        image().flag("t", true).node("Dropout", "x - t -> y"),
                        "in training mode",
                        EVAL),
                arguments(
                        vector().weight("w", 4, 4).node("Gemm", "x w -> y", "transA", 1),
                        "mixes the images of a batch",
                        REWRITE),
                arguments(image().node("Gemm", "x m -> y"), "flatten it first", REWRITE),
                arguments(
                        vector().weight("w", 2, 2, 2).node("MatMul", "x w -> y"),
                        "2 dimensions were expected",
                        REWRITE),
                arguments(
                        image().number("a", 0).number("b", 0).node("Clip", "x a b -> y"),
                        "cuts off at 0.0, which is not above 0",
                        REWRITE),
                arguments(
                        image().weight("a", 2).node("Clip", "x a -> y"),
                        "min is not a single number",
                        REWRITE),
                arguments(
                        image().number("one", 1).node("Max", "x one -> y"),
                        "only the maximum with 0",
                        REWRITE),
                arguments(
                        image().number("zero", 0).node("Max", "x zero x -> y"),
                        "only the maximum with 0",
                        REWRITE),
                arguments(image().node("Softmax", "x -> y"), "softmax over classes", REWRITE),
                arguments(
                        vector().node("Softmax", "x -> y", "axis", 0),
                        "softmax over classes",
                        REWRITE),
                arguments(image().node("Cast", "x -> y", "to", 6), "other than float32", REWRITE));
    }

    private static Stream<Arguments> windows() {
        return Stream.of(
                arguments(
                        image().node("AveragePool", "x -> y", "kernel_shape", list(0, 2)),
                        "kernel [0, 2]",
                        REWRITE),
                arguments(
                        image().node("MaxPool", "x -> y", "kernel_shape", list(2, 2, 2)),
                        "kernel_shape has 3 values, 2 were expected",
                        REWRITE),
                arguments(
                        image().node("MaxPool", "x -> y", "kernel_shape", list(9, 9)),
                        "does not fit",
                        REWRITE),
                arguments(
                        image().node("ReduceMean", "x x -> y"),
                        "its axes are known only when the model runs",
                        REWRITE),
                arguments(
                        image().integers("p", 0, 0, -1, 0, 0, 0, 1, 0).node("Pad", "x p -> y"),
                        "it pads by [0, 0, -1, 0, 0, 0, 1, 0], which is negative",
                        REWRITE),
                arguments(
                        image().integers("p", 1, 0, 0, 0, 0, 0, 0, 0).node("Pad", "x p -> y"),
                        "zero padding",
                        REWRITE),
                arguments(
                        image().integers("p", 0, 0, 1, 1, 0, 0, 1, 1)
                                .node("Pad", "x p -> y", "mode", "reflect"),
                        "zero padding",
                        REWRITE),
                arguments(
                        image().integers("p", 0, 0, 1, 1, 0, 0, 1, 1)
                                .number("one", 1)
                                .node("Pad", "x p one -> y"),
                        "zero padding",
                        REWRITE),
                arguments(
                        image().integers("p", 1, 1, 1, 1)
                                .integers("axes", 2, 4)
                                .node("Pad", "x p - axes -> y"),
                        "zero padding",
                        REWRITE),
                arguments(
                        image().integers("p", 0, 0, 99999, 0, 0, 0, 0, 0).node("Pad", "x p -> y"),
                        "it pads by 99\u202f999",
                        REWRITE));
    }

    private static OnnxDraft scaled(float rows, float columns, Object... attributes) {
        return image().floats("s", floats(1, 1, rows, columns), 4)
                .node("Resize", "x - s -> y", attributes);
    }

    private static Stream<Arguments> resizing() {
        String grid = "coordinate_transformation_mode";
        return Stream.of(
                arguments(scaled(2, 2, "mode", "cubic"), "scales with mode cubic", REWRITE),
                arguments(scaled(1.3f, 2), "not a whole number", REWRITE),
                arguments(scaled(0.5f, 1), "3 × 6 is not a multiple of 6 × 6", REWRITE),
                arguments(scaled(2, 2, grid, "align_corners"), "not repeated evenly", REWRITE),
                arguments(scaled(2, 2, grid, "asymmetric"), "not repeated evenly", REWRITE),
                arguments(scaled(2, 2, "nearest_mode", "floor"), "not repeated evenly", REWRITE),
                arguments(scaled(2, 2, "mode", "linear", "antialias", 1), "it smooths", REWRITE),
                arguments(
                        scaled(2, 2, "mode", "linear", grid, "tf_crop_and_resize"),
                        "its coordinate_transformation_mode is tf_crop_and_resize",
                        REWRITE),
                arguments(scaled(1e9f, 2, "mode", "linear"), "it scales to", REWRITE),
                arguments(
                        image().floats("s", floats(1, 2, 2, 2), 4).node("Resize", "x - s -> y"),
                        "scales the batch or the channels",
                        REWRITE),
                arguments(
                        image().node("Resize", "x - - x -> y"),
                        "its sizes are known only when the model runs",
                        REWRITE));
    }

    private static OnnxDraft sliced(long start, long end, long axis, long step) {
        return image().integers("a", start)
                .integers("b", end)
                .integers("c", axis)
                .integers("d", step)
                .node("Slice", "x a b c d -> y");
    }

    private static Stream<Arguments> moves() {
        return Stream.of(
                arguments(
                        image().node("Flatten", "x -> y", "axis", 2), "mixes the images", REWRITE),
                arguments(
                        image().node("Transpose", "x -> y", "perm", list(1, 0, 2, 3)),
                        "mixes the images of the batch",
                        REWRITE),
                arguments(image().node("Transpose", "x -> y"), "mixes the images", REWRITE),
                arguments(
                        image().integers("s", 0, 5, -1).node("Reshape", "x s -> y"),
                        "it reshapes each image of (N, 2, 6, 6) to [5, -1]",
                        REWRITE),
                arguments(
                        image().node("Reshape", "x x -> y"),
                        "its shape are known only when the model runs",
                        REWRITE),
                arguments(sliced(5, 0, 2, -1), "counts backwards", REWRITE),
                arguments(sliced(0, 1, 0, 1), "its dimension 0 is the batch", REWRITE),
                arguments(sliced(0, 1, 7, 1), "has no such dimension", REWRITE),
                arguments(
                        image().integers("a", 0, 0).integers("b", 1).node("Slice", "x a b -> y"),
                        "differ in number",
                        REWRITE),
                arguments(
                        image().integers("i", 6).node("Gather", "x i -> y", "axis", 2),
                        "it takes index 6 of a dimension of length 6",
                        REWRITE),
                arguments(
                        image().integers("s", 1, 2).node("Split", "x s -> y z", "axis", 1),
                        "its parts [1, 2] do not add up to 2",
                        REWRITE),
                arguments(
                        image().integers("a", 1).node("Squeeze", "x a -> y"),
                        "removes a dimension of length 2",
                        REWRITE),
                arguments(
                        image().integers("a", 0).node("Unsqueeze", "x a -> y"),
                        "its dimension 0 is the batch",
                        REWRITE),
                arguments(
                        image().node("DepthToSpace", "x -> y", "blocksize", 2),
                        "only the mode CRD",
                        REWRITE),
                arguments(
                        image().node("SpaceToDepth", "x -> y", "blocksize", 4),
                        "4 does not divide its rows and columns",
                        REWRITE),
                arguments(
                        image().node("Flatten", "x -> f").node("Concat", "x f -> y", "axis", 1),
                        "different numbers of dimensions",
                        REWRITE));
    }

    private static Stream<Arguments> arithmetic() {
        return Stream.of(
                arguments(
                        image().node("GlobalAveragePool", "x -> g").node("Mul", "x g -> y"),
                        "multiplies or divides two",
                        REWRITE),
                arguments(image().node("Div", "x x -> y"), "multiplies or divides two", REWRITE),
                arguments(
                        image().number("one", 1).node("Div", "one x -> y"),
                        "divides a constant by activations",
                        REWRITE),
                arguments(
                        image().weight("c", 3, 1, 1).node("Add", "x c -> y"),
                        "3 numbers for 2 channels",
                        REWRITE),
                arguments(
                        image().number("zero", 0).node("Div", "x zero -> y"),
                        "calculates with Infinity",
                        REWRITE),
                arguments(
                        image().node("Flatten", "x -> f").node("Add", "x f -> y"),
                        "does not fit",
                        REWRITE),
                arguments(image().node("Add", "x v -> y"), "not stored in the model", REWRITE),
                arguments(
                        image().integers("a", 4).integers("b", 0).node("Div", "a b -> y"),
                        "a size is divided by 0",
                        REWRITE),
                arguments(
                        image().integers("a", 4).node("Gather", "a w -> y"),
                        "a shape whose values are known only",
                        REWRITE),
                arguments(image().node("Constant", "- -> y"), "without a tensor", REWRITE),
                arguments(image().node("Relu", "v -> y"), "it reads v, which no", REWRITE));
    }

    private static Stream<Arguments> unknown() {
        return Stream.of(
                arguments(
                        image().node("LayerNormalization", "x -> y"),
                        "divides by statistics of each image",
                        "Replace it with batch normalisation"),
                arguments(image().node("LSTM", "x -> y"), "LSTM is recurrent", REWRITE),
                arguments(image().node("Einsum", "x x -> y"), "multiplies activations", REWRITE),
                arguments(
                        image().node("TopK", "x -> y"),
                        "TopK is not a supported operation",
                        REWRITE));
    }

    private Problem refusal(OnnxDraft draft) throws IOException {
        Path file = draft.write(folder.resolve("model.onnx"));
        return Objects.requireNonNull(
                        catchThrowableOfType(ProblemException.class, () -> LoadedModel.open(file)))
                .problems()
                .getFirst();
    }

    @ParameterizedTest
    @MethodSource("unreadable")
    void whatCannotBeReadIsRefusedWithItsReason(OnnxDraft draft, String why, String remedy)
            throws IOException {
        Problem problem = refusal(draft);
        assertThat(problem.kind()).isEqualTo(Problem.Kind.UNSUPPORTED);
        assertThat(problem.where()).endsWith("model.onnx, y");
        assertThat(problem.what()).matches("The operation \\w+ cannot be read");
        assertThat(problem.what().split(" ")[2]).isIn(draft.operations());
        assertThat(problem.why()).contains(why);
        assertThat(problem.remedy()).startsWith(remedy);
    }

    static Stream<Arguments> otherModels() {
        return Stream.of(
                arguments(
                        OnnxDraft.of(0, 2, 0, 0).node("Relu", "x -> y"),
                        "neither images nor sequences nor vectors of a fixed size",
                        "its shape is [0, 2, 0, 0]",
                        "Say which size to use, such as --size 32x32x3"),
                arguments(
                        OnnxDraft.of(0, 2, 3, 4, 5).node("Relu", "x -> y"),
                        "neither images nor sequences nor vectors",
                        "[0, 2, 3, 4, 5]",
                        "Export the model for"),
                arguments(
                        image().input("z", 0, 4).node("Relu", "x -> y"),
                        "exactly one input and one output",
                        "inputs: 2, outputs: 1",
                        "Export a model with one image"),
                arguments(
                        image().opset(6).node("Relu", "x -> y"),
                        "operator set is too old",
                        "operator set is 6; 7 and later are supported",
                        "Export it with a later opset_version"),
                arguments(
                        image().node("Relu", "x -> z").node("Relu", "z -> y").output("z"),
                        "not the result of the last operation",
                        "the output is z",
                        "Export the whole model"),
                arguments(
                        image().ofType("d", 14).node("Add", "x d -> y"),
                        "The weights are not float32",
                        "type number is 14",
                        "Export the model after model.float()"));
    }

    @ParameterizedTest
    @MethodSource("otherModels")
    void modelsOfAnotherKindAreRefused(OnnxDraft draft, String what, String why, String remedy)
            throws IOException {
        Problem problem = refusal(draft);
        assertThat(problem.kind()).isEqualTo(Problem.Kind.UNSUPPORTED);
        assertThat(problem.what()).contains(what);
        assertThat(problem.why()).contains(why);
        assertThat(problem.remedy()).startsWith(remedy);
    }

    @Test
    void everyOperationOnTheListIsTriedBySomeModel() throws IOException {
        Set<String> tried = new HashSet<>();
        readable().forEach(model -> tried.addAll(((OnnxDraft) model.get()[0]).operations()));
        StringBuilder all = new StringBuilder();
        for (String corpus : List.of("torch", "field")) {
            try (Stream<Path> files = Files.walk(Resources.path(corpus))) {
                for (Path file : files.filter(f -> f.toString().endsWith(".onnx")).toList()) {
                    all.append(Files.readString(file, StandardCharsets.ISO_8859_1));
                }
            }
        }
        for (String name : OnnxOperations.names()) {
            // Field 4 of a node is its operation: tag 0x22, length, name.
            if (all.indexOf("\"" + (char) name.length() + name) >= 0) {
                tried.add(name);
            }
        }
        assertThat(tried).containsExactlyInAnyOrderElementsOf(OnnxOperations.names());
    }

    @Test
    void allUnknownOperationsAreNamedAtOnce() throws IOException {
        OnnxDraft draft =
                image().node("Cos", "x -> a").node("Sin", "a -> b").node("Relu", "b -> y");
        Path file = draft.write(folder.resolve("model.onnx"));
        List<Problem> problems =
                Objects.requireNonNull(
                                catchThrowableOfType(
                                        ProblemException.class, () -> LoadedModel.open(file)))
                        .problems();
        assertThat(problems).extracting(Problem::where).allMatch(where -> where.contains(", "));
        assertThat(problems)
                .extracting(Problem::why)
                .containsExactly(
                        "Cos is not a supported operation", "Sin is not a supported operation");
    }
}
