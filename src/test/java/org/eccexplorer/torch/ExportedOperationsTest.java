package org.eccexplorer.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;
import static org.eccexplorer.torch.ProgramDraft.ref;
import static org.eccexplorer.torch.ProgramDraft.refs;
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
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.eccexplorer.Resources;
import org.eccexplorer.app.open.LoadedModel;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each operation of exported programs by itself: what it gives, and what is refused of it. */
class ExportedOperationsTest {
    private static final String REWRITE = "Express it with convolutions";
    private static final String EVAL = "Call model.eval()";

    @TempDir private Path folder;

    private static int[] list(int... values) {
        return values;
    }

    private static float[] floats(float... values) {
        return values;
    }

    private static ProgramDraft image() {
        return ProgramDraft.of(0, 2, 6, 6).weight("w", 4, 2, 3, 3);
    }

    private static ProgramDraft one(ProgramDraft draft, String operation, Object... arguments) {
        return draft.node(operation, "y", with(arguments, "self", ref("x")));
    }

    private static Object[] with(Object[] more, Object... first) {
        return Stream.of(first, more).flatMap(Stream::of).toArray();
    }

    /** An operation on images of two channels. */
    private static ProgramDraft image(String operation, Object... arguments) {
        return one(image(), operation, arguments);
    }

    /** An operation on 1, −2, 3, 4. */
    private static ProgramDraft vector(String operation, Object... arguments) {
        return one(ProgramDraft.of(0, 4), operation, arguments);
    }

    /** An operation on one channel of 2 × 2 pixels: 1, −2, 3, 4. */
    private static ProgramDraft sequence(String operation, Object... arguments) {
        Object[] all = Arrays.copyOf(new Object[] {"self", ref("x")}, arguments.length + 2);
        System.arraycopy(arguments, 0, all, 2, arguments.length);
        return ProgramDraft.of(0, 1, 4).node(operation, "y", all);
    }

    private static ProgramDraft square(String operation, Object... arguments) {
        return one(ProgramDraft.of(0, 1, 2, 2), operation, arguments);
    }

    private static ProgramDraft convolution(Object... arguments) {
        String operation = arguments[1] instanceof String ? "conv2d.padding" : "conv2d.default";
        return image().node(operation, "y", with(arguments, "input", ref("x"), "weight", ref("w")));
    }

    private static ProgramDraft scaled(String mode, Object... arguments) {
        return image().node("upsample_" + mode + "2d.vec", "y", with(arguments, "input", ref("x")));
    }

    private static ProgramDraft normalised(Object... arguments) {
        return image().weight("v", 2)
                .node(
                        "batch_norm.default",
                        "y",
                        with(
                                arguments,
                                "input",
                                ref("x"),
                                "running_mean",
                                ref("v"),
                                "running_var",
                                ref("v")));
    }

    static Stream<Arguments> readable() {
        return Stream.of(
                arguments(vector("add_.Tensor", "other", 1), floats(2, -1, 4, 5)),
                arguments(vector("mul_.Tensor", "other", 2.0), floats(2, -4, 6, 8)),
                arguments(vector("div_.Tensor", "other", 2), floats(0.5f, -1, 1.5f, 2)),
                arguments(
                        vector("add.Tensor", "other", ref("x"), "alpha", -2),
                        floats(-1, 2, -3, -4)),
                arguments(
                        vector("sub.Tensor", "other", ref("x"), "alpha", 3), floats(-2, 4, -6, -8)),
                arguments(vector("rsub.Scalar", "other", 1), floats(0, 3, -2, -3)),
                arguments(vector("alias.default"), floats(1, -2, 3, 4)),
                arguments(vector("clone.default"), floats(1, -2, 3, 4)),
                arguments(vector("detach.default"), floats(1, -2, 3, 4)),
                arguments(vector("alpha_dropout.default", "train", false), floats(1, -2, 3, 4)),
                arguments(vector("feature_dropout.default"), floats(1, -2, 3, 4)),
                arguments(vector("feature_alpha_dropout.default"), floats(1, -2, 3, 4)),
                arguments(vector("clamp_.default", "min", 0, "max", 3), floats(1, 0, 3, 3)),
                arguments(vector("clamp_min.default", "min", 0), floats(1, 0, 3, 4)),
                arguments(
                        vector("threshold.default", "threshold", 0, "value", 0),
                        floats(1, 0, 3, 4)),
                arguments(
                        vector("silu.default"),
                        floats(0.7310586f, -0.23840584f, 2.85772252f, 3.92805505f)),
                arguments(
                        vector("silu_.default"),
                        floats(0.7310586f, -0.23840584f, 2.85772252f, 3.92805505f)),
                arguments(vector("hardswish.default"), floats(0.66666669f, -0.33333334f, 3, 4)),
                arguments(vector("hardswish_.default"), floats(0.66666669f, -0.33333334f, 3, 4)),
                arguments(
                        vector("mish.default"),
                        floats(0.86509836f, -0.25250146f, 2.98653507f, 3.99741292f)),
                arguments(
                        vector("mish_.default"),
                        floats(0.86509836f, -0.25250146f, 2.98653507f, 3.99741292f)),
                arguments(
                        vector("tanh.default"),
                        floats(0.76159418f, -0.96402758f, 0.99505478f, 0.99932933f)),
                arguments(
                        vector("tanh_.default"),
                        floats(0.76159418f, -0.96402758f, 0.99505478f, 0.99932933f)),
                arguments(
                        vector("selu.default"),
                        floats(1.05070102f, -1.52016652f, 3.15210295f, 4.20280409f)),
                arguments(
                        vector("selu_.default"),
                        floats(1.05070102f, -1.52016652f, 3.15210295f, 4.20280409f)),
                arguments(vector("hardsigmoid.default"), floats(0.66666669f, 0.16666667f, 1, 1)),
                arguments(vector("hardsigmoid_.default"), floats(0.66666669f, 0.16666667f, 1, 1)),
                arguments(vector("elu.default"), floats(1, -0.86466473f, 3, 4)),
                arguments(vector("elu_.default"), floats(1, -0.86466473f, 3, 4)),
                arguments(vector("celu.default"), floats(1, -0.86466473f, 3, 4)),
                arguments(vector("celu_.default"), floats(1, -0.86466473f, 3, 4)),
                arguments(vector("leaky_relu.default"), floats(1, -0.02f, 3, 4)),
                arguments(vector("leaky_relu_.default"), floats(1, -0.02f, 3, 4)),
                arguments(vector("rrelu.default"), floats(1, -0.45833333f, 3, 4)),
                arguments(vector("rrelu_.default"), floats(1, -0.45833333f, 3, 4)),
                arguments(
                        vector("softplus.default"),
                        floats(1.31326163f, 0.126928f, 3.04858732f, 4.01814985f)),
                arguments(
                        vector("gelu.default"),
                        floats(0.84134471f, -0.04550028f, 2.99594975f, 3.99987364f)),
                arguments(
                        vector("threshold.default", "threshold", 3, "value", 0),
                        floats(0, 0, 0, 4)),
                arguments(vector("clamp.default", "min", -1, "max", 3), floats(1, -1, 3, 3)),
                arguments(vector("hardtanh.default"), floats(1, -1, 1, 1)),
                arguments(
                        ProgramDraft.of(0, 4)
                                .node("sigmoid_.default", "z", "self", ref("x"))
                                .node("relu.default", "y", "self", ref("z")),
                        floats(0.7310586f, 0.11920292f, 0.95257413f, 0.98201376f)),
                arguments(vector("relu6_.default"), floats(1, 0, 3, 4)),
                arguments(
                        vector("log_softmax.int", "dim", 1),
                        floats(-3.3507597f, -6.3507597f, -1.3507597f, -0.3507597f)),
                arguments(
                        ProgramDraft.of(0, 4)
                                .node("select.int", "z", "self", ref("x"), "dim", 1, "index", 2)
                                .node("sigmoid.default", "y", "self", ref("z")),
                        floats(0.04742587f, 0.95257413f)),
                arguments(
                        vector("softmax.int", "dim", 1),
                        floats(0.03505773f, 0.00174542f, 0.25904353f, 0.70415332f)),
                arguments(
                        vector("narrow.default", "dim", 1, "start", 1, "length", 2), floats(-2, 3)),
                arguments(
                        square("constant_pad_nd.default", "pad", list(1, 0, 0, 1)),
                        floats(0, 1, -2, 0, 3, 4, 0, 0, 0)),
                arguments(
                        square("pad.default", "pad", list(0, 0, 0, 0, 1, 0)),
                        floats(0, 1, 0, -2, 0, 3, 0, 4)),
                arguments(sequence("max_pool1d.default", "kernel_size", list(2)), floats(1, 4)),
                arguments(
                        ProgramDraft.of(0, 1, 4)
                                .weight("k", 1, 1, 3)
                                .node(
                                        "conv1d.padding",
                                        "y",
                                        "input",
                                        ref("x"),
                                        "weight",
                                        ref("k"),
                                        "padding",
                                        "same"),
                        floats(-0.5f, 0.75f, 2, 1.375f)),
                // Linear acts on the last dimension of (N, steps, features).
                arguments(
                        ProgramDraft.of(0, 2, 2)
                                .weight("w", 1, 2)
                                .node("linear.default", "y", "input", ref("x"), "weight", ref("w")),
                        floats(0.875f, 0.75f)),
                arguments(
                        square(
                                "max_pool2d.default",
                                "kernel_size",
                                list(2, 1),
                                "stride",
                                list(2, 2),
                                "ceil_mode",
                                true),
                        floats(3)),
                arguments(
                        square(
                                "avg_pool2d.default",
                                "kernel_size",
                                list(2),
                                "padding",
                                list(1),
                                "stride",
                                list(2)),
                        floats(0.25f, -0.5f, 0.75f, 1)),
                arguments(
                        square(
                                "avg_pool2d.default",
                                "kernel_size",
                                list(2),
                                "padding",
                                list(1),
                                "stride",
                                list(2),
                                "count_include_pad",
                                false),
                        floats(1, -2, 3, 4)),
                arguments(
                        ProgramDraft.of(0, 4, 1, 1)
                                .node("squeeze.dims", "y", "self", ref("x"), "dim", list(2, 3)),
                        floats(1, -2, 3, 4)),
                arguments(
                        ProgramDraft.of(0, 4, 1, 1)
                                .node(
                                        "channel_shuffle.default",
                                        "y",
                                        "self",
                                        ref("x"),
                                        "groups",
                                        2),
                        floats(1, 3, -2, 4)),
                arguments(
                        ProgramDraft.of(0, 4)
                                .node(
                                        "split.Tensor",
                                        "a y",
                                        "self",
                                        ref("x"),
                                        "dim",
                                        1,
                                        "split_size",
                                        3),
                        floats(4)),
                arguments(
                        vector("unflatten.int", "dim", 1, "sizes", list(2, 2)),
                        floats(1, -2, 3, 4)),
                arguments(
                        ProgramDraft.of(0, 4)
                                .node(
                                        "unflatten.int",
                                        "z",
                                        "self",
                                        ref("x"),
                                        "dim",
                                        1,
                                        "sizes",
                                        list(2, 2))
                                .node("transpose.int", "y", "self", ref("z"), "dim0", 1, "dim1", 2),
                        floats(1, 3, -2, 4)));
    }

    @ParameterizedTest
    @MethodSource("readable")
    void givesWhatPyTorchDefines(ProgramDraft draft, float[] expected)
            throws IOException, ProblemException {
        LoadedModel model = LoadedModel.open(draft.write(folder.resolve("model.pt2")));
        float[] all = model.cnn().evaluate(new float[] {1, -2, 3, 4}, 0, 1);
        // A model with one output has two classes, the first of them with 0.
        float[] outputs = expected.length == 1 ? Arrays.copyOfRange(all, 1, 2) : all;
        assertThat(outputs).containsExactly(expected, within(1e-6f));
    }

    static Stream<Arguments> unreadable() {
        return Stream.of(layers(), activations(), windows(), arithmetic(), moves(), unknown())
                .flatMap(cases -> cases);
    }

    private static Stream<Arguments> layers() {
        return Stream.of(
                arguments(convolution("groups", 3), "it has 3 groups", REWRITE),
                arguments(convolution("groups", -1), "it has −1 groups", REWRITE),
                arguments(convolution("groups", 2), "does not fit", REWRITE),
                arguments(
                        convolution("padding", list(-1, 0)),
                        "padding [-1, 0], [-1, 0] is out of range",
                        REWRITE),
                arguments(convolution("stride", list(0)), "stride [0, 0]", REWRITE),
                arguments(convolution("dilation", list(1, 0)), "dilation [1, 0]", REWRITE),
                arguments(convolution("dilation", list(9, 9)), "does not fit", REWRITE),
                arguments(
                        convolution("stride", list(1, 1, 1)),
                        "stride has more than two values",
                        REWRITE),
                arguments(convolution("padding", "odd"), "its padding is odd", REWRITE),
                arguments(
                        image().node("conv2d.default", "y", "input", ref("x"), "weight", ref("x")),
                        "its weight is not a trained tensor",
                        REWRITE),
                arguments(
                        image().weight("k", 4, 2, 3)
                                .node("conv2d.default", "y", "input", ref("x"), "weight", ref("k")),
                        "4 dimensions were expected",
                        REWRITE),
                arguments(
                        image().weight("b", 3)
                                .node(
                                        "conv2d.default",
                                        "y",
                                        "input",
                                        ref("x"),
                                        "weight",
                                        ref("w"),
                                        "bias",
                                        ref("b")),
                        "3 numbers for 4 channels",
                        REWRITE),
                arguments(
                        image().weight("m", 2, 2)
                                .node("linear.default", "y", "input", ref("x"), "weight", ref("m")),
                        "flatten it first",
                        REWRITE),
                arguments(normalised("training", true), "in training mode", EVAL),
                arguments(image("dropout.default", "train", true), "in training mode", EVAL),
                arguments(image("alpha_dropout.default", "train", true), "in training mode", EVAL));
    }

    private static Stream<Arguments> activations() {
        return Stream.of(
                arguments(
                        image("hardtanh.default", "min_val", 0, "max_val", -1),
                        "cuts off at -1.0, which is not above 0",
                        REWRITE),
                arguments(
                        image("threshold.default", "threshold", 0, "value", 2),
                        "its value is 2.0",
                        REWRITE),
                arguments(image("softmax.int", "dim", 1), "softmax over classes", REWRITE),
                arguments(vector("softmax.int", "dim", 0), "softmax over classes", REWRITE));
    }

    private static Stream<Arguments> windows() {
        return Stream.of(
                arguments(
                        image("avg_pool2d.default", "kernel_size", list(2), "divisor_override", 3),
                        "divisor_override",
                        REWRITE),
                arguments(
                        image("avg_pool2d.default", "kernel_size", list(2), "padding", list(-1)),
                        "out of range",
                        REWRITE),
                arguments(
                        image("avg_pool2d.default", "kernel_size", list(9)),
                        "does not fit",
                        REWRITE),
                arguments(
                        image("max_pool2d.default", "kernel_size", list(2), "dilation", list(9)),
                        "does not fit",
                        REWRITE),
                arguments(
                        image("max_pool2d.default", "kernel_size", list(2), "dilation", list(0)),
                        "dilation [0, 0]",
                        REWRITE),
                arguments(
                        image(
                                "max_pool2d.default",
                                "kernel_size",
                                list(2),
                                "stride",
                                list(0),
                                "ceil_mode",
                                true),
                        "stride [0, 0]",
                        REWRITE),
                arguments(
                        image("adaptive_max_pool2d.default", "output_size", list(2, 2)),
                        "maximum over the whole image",
                        REWRITE),
                arguments(
                        image("adaptive_avg_pool2d.default", "output_size", list(0, 2)),
                        "it would make 0 × 2 averages",
                        REWRITE),
                arguments(
                        image("pad.default", "pad", list(1, 1), "mode", "reflect"),
                        "zero padding",
                        REWRITE),
                arguments(
                        image("pad.default", "pad", list(1, 1), "value", 1.0),
                        "zero padding",
                        REWRITE),
                arguments(
                        image("pad.default", "pad", list(0, 0, 0, 0, 0, 0, 1, 1)),
                        "zero padding",
                        REWRITE),
                arguments(
                        image("pad.default", "pad", list(0, -1)),
                        "it pads by [0,-1], which is negative",
                        REWRITE),
                arguments(
                        scaled("nearest", "scale_factors", new double[] {1.3, 2}),
                        "not a whole number",
                        REWRITE),
                arguments(
                        scaled("nearest", "output_size", list(3, 3)),
                        "3 × 3 is not a multiple of 6 × 6",
                        REWRITE),
                arguments(
                        scaled("bilinear", "output_size", list(0, 3)),
                        "it scales to 0 × 3",
                        REWRITE));
    }

    private static Stream<Arguments> arithmetic() {
        return Stream.of(
                arguments(
                        image("add.Tensor", "other", 1, "alpha", 2),
                        "its alpha is 2.0, only 1.0 is supported",
                        REWRITE),
                arguments(
                        image("rsub.Scalar", "other", 1, "alpha", 2), "its alpha is 2.0", REWRITE),
                arguments(
                        image("div.Tensor", "other", ref("x")),
                        "multiplies or divides two",
                        REWRITE),
                arguments(image("div.Tensor", "other", 0), "calculates with Infinity", REWRITE),
                arguments(
                        image("add.Tensor", "other", ref("z")),
                        "it reads z, which no earlier",
                        REWRITE));
    }

    private static Stream<Arguments> moves() {
        return Stream.of(
                arguments(
                        image().node("cat.default", "y", "tensors", refs()),
                        "it has nothing to concatenate",
                        REWRITE),
                arguments(
                        image().node("cat.default", "y", "tensors", refs("x", "x"), "dim", 0),
                        "its dimension 0 is the batch",
                        REWRITE),
                arguments(
                        image("view.default", "size", new ProgramDraft.OpenSizes(2)),
                        "known only when the model runs",
                        REWRITE),
                arguments(
                        image("reshape.default", "shape", list(-1, 5, 5)),
                        "it reshapes each image of (N, 2, 6, 6) to [5, 5]",
                        REWRITE),
                arguments(
                        image("permute.default", "dims", list(1, 0, 2, 3)),
                        "mixes the images of the batch",
                        REWRITE),
                arguments(
                        image("transpose.int", "dim0", 0, "dim1", 1),
                        "its dimension 0 is the batch",
                        REWRITE),
                arguments(
                        image("slice.Tensor", "dim", 2, "start", 4, "end", 2),
                        "it selects nothing",
                        REWRITE),
                arguments(
                        image("slice.Tensor", "dim", 2, "step", 0), "it selects nothing", REWRITE),
                arguments(
                        image("select.int", "dim", 0, "index", 0),
                        "its dimension 0 is the batch",
                        REWRITE),
                arguments(
                        image("select.int", "dim", 2, "index", 6),
                        "it takes index 6 of a dimension of length 6",
                        REWRITE),
                arguments(
                        image("squeeze.dim", "dim", 1), "removes a dimension of length 2", REWRITE),
                arguments(
                        image("unflatten.int", "dim", 1, "sizes", list(3, 1)),
                        "it reshapes each image",
                        REWRITE),
                arguments(
                        image("chunk.default", "dim", 1, "chunks", 0),
                        "it splits into 0 parts",
                        REWRITE),
                arguments(
                        image("split.Tensor", "dim", 1, "split_size", 0),
                        "its parts have the size 0",
                        REWRITE),
                arguments(
                        image("split_with_sizes.default", "dim", 1, "split_sizes", list(1, 2)),
                        "do not add up to 2",
                        REWRITE),
                arguments(
                        image("pixel_shuffle.default", "upscale_factor", 2),
                        "it reshapes each image",
                        REWRITE),
                arguments(
                        image("pixel_unshuffle.default", "downscale_factor", 4),
                        "4 does not divide its rows and columns",
                        REWRITE),
                arguments(
                        vector("channel_shuffle.default", "groups", 2),
                        "its input is not an image",
                        REWRITE));
    }

    private static Stream<Arguments> unknown() {
        return Stream.of(
                arguments(
                        image("instance_norm.default"),
                        "divides by statistics",
                        "Replace it with batch normalisation"),
                arguments(image("lstm.input"), "is recurrent", REWRITE),
                arguments(
                        image("scaled_dot_product_attention.default"),
                        "multiplies activations",
                        REWRITE),
                arguments(
                        image("conv3d.default"),
                        "conv3d.default is not a supported operation",
                        REWRITE));
    }

    private Problem refusal(ProgramDraft draft) throws IOException {
        Path file = draft.write(folder.resolve("model.pt2"));
        return Objects.requireNonNull(
                        catchThrowableOfType(ProblemException.class, () -> LoadedModel.open(file)))
                .problems()
                .getFirst();
    }

    @ParameterizedTest
    @MethodSource("unreadable")
    void whatCannotBeReadIsRefusedWithItsReason(ProgramDraft draft, String why, String remedy)
            throws IOException {
        Problem problem = refusal(draft);
        assertThat(problem.kind()).isEqualTo(Problem.Kind.UNSUPPORTED);
        assertThat(problem.where()).endsWith("model.pt2, y");
        assertThat(problem.what()).matches("The operation [\\w.]+ cannot be read");
        assertThat(problem.what().split(" ")[2]).isIn(draft.operations());
        assertThat(problem.why()).contains(why);
        assertThat(problem.remedy()).startsWith(remedy);
    }

    static Stream<Arguments> otherPrograms() {
        return Stream.of(
                arguments(
                        one(ProgramDraft.of(0, 2, 0, 0), "relu.default"),
                        "neither images nor sequences nor vectors of a fixed size",
                        "its shape is [0, 2, 0, 0]",
                        "Say which size to use, such as --size 32x32x3"),
                arguments(
                        image("relu.default").input("z", 0, 4),
                        "exactly one input and one output",
                        "inputs: 2, outputs: 1",
                        "Export a model with one image"),
                arguments(
                        image("relu.default")
                                .node("relu.default", "z", "self", ref("y"))
                                .output("y"),
                        "not the result of the last operation",
                        "the output is y",
                        "Export the whole model"));
    }

    @ParameterizedTest
    @MethodSource("otherPrograms")
    void programsOfAnotherKindAreRefused(ProgramDraft draft, String what, String why, String remedy)
            throws IOException {
        Problem problem = refusal(draft);
        assertThat(problem.kind()).isEqualTo(Problem.Kind.UNSUPPORTED);
        assertThat(problem.what()).contains(what);
        assertThat(problem.why()).contains(why);
        assertThat(problem.remedy()).startsWith(remedy);
    }

    @Test
    void everyOperationOnTheListIsTriedBySomeProgram() throws IOException {
        Set<String> tried = new HashSet<>();
        readable().forEach(program -> tried.addAll(((ProgramDraft) program.get()[0]).operations()));
        StringBuilder all = new StringBuilder();
        for (String corpus : List.of("torch", "field")) {
            try (Stream<Path> files = Files.walk(Resources.path(corpus))) {
                for (Path file : files.filter(f -> f.toString().endsWith(".pt2")).toList()) {
                    all.append(graph(file));
                }
            }
        }
        for (String name : ExportedOperations.names()) {
            String target = name.startsWith("_operator.") ? name : "torch.ops.aten." + name;
            if (all.indexOf("\"" + target + "\"") >= 0) {
                tried.add(name);
            }
        }
        assertThat(tried).containsExactlyInAnyOrderElementsOf(ExportedOperations.names());
    }

    private static String graph(Path program) throws IOException {
        try (ZipFile zip = new ZipFile(program.toFile())) {
            ZipEntry model =
                    zip.stream()
                            .filter(entry -> entry.getName().endsWith("models/model.json"))
                            .findFirst()
                            .orElseThrow();
            return new String(zip.getInputStream(model).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
