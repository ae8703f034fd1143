package org.eccexplorer.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.eccexplorer.app.open.LoadedModel;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tensors of ONNX whose values are no numbers, wherever they are used. */
class OnnxValuesTest {
    @TempDir private Path folder = Path.of("");

    /** One layer of each kind with tensors; one of these holds a value that is wrong. */
    private Path model(String tensor, float wrong, int at) throws IOException {
        OnnxDraft draft = OnnxDraft.of(0, 2, 4, 4);
        draft = floats(draft, tensor, wrong, at, "conv.weight", 3, 2, 1, 1);
        draft = floats(draft, tensor, wrong, at, "conv.bias", 3);
        for (String vector : new String[] {"gamma", "beta", "mean", "variance"}) {
            draft = floats(draft, tensor, wrong, at, vector, 3);
        }
        draft = floats(draft, tensor, wrong, at, "slope", 3, 1, 1);
        draft = floats(draft, tensor, wrong, at, "factor", 3, 1, 1);
        draft = floats(draft, tensor, wrong, at, "matrix", 5, 48);
        draft = floats(draft, tensor, wrong, at, "c", 5);
        return draft.node("Conv", "x conv.weight conv.bias -> a")
                .node("BatchNormalization", "a gamma beta mean variance -> b")
                .node("PRelu", "b slope -> d")
                .node("Mul", "d factor -> e")
                .node("Flatten", "e -> f")
                .node("Gemm", "f matrix c -> y", "transB", 1)
                .write(folder.resolve("model.onnx"));
    }

    private static OnnxDraft floats(
            OnnxDraft draft, String tensor, float wrong, int at, String name, long... shape) {
        int size = (int) Arrays.stream(shape).reduce(1, (a, b) -> a * b);
        float[] values = new float[size];
        Arrays.fill(values, 0.5f);
        if (name.equals(tensor)) {
            values[Math.floorMod(at, size)] = wrong;
        }
        return draft.floats(name, values, shape);
    }

    private Problem problem(Path file) {
        ProblemException e =
                catchThrowableOfType(ProblemException.class, () -> LoadedModel.open(file));
        assertThat(e).isNotNull();
        return e.problems().getFirst();
    }

    @ParameterizedTest
    @CsvSource({
        "conv.weight, 6",
        "conv.bias, 3",
        "gamma, 3",
        "beta, 3",
        "mean, 3",
        "variance, 3",
        "slope, 3",
        "factor, 3",
        "matrix, 240",
        "c, 5"
    })
    void aTensorIsNamedWithTheNumberOfItsWrongValues(String tensor, int count) throws IOException {
        for (float wrong :
                new float[] {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY}) {
            for (int at : new int[] {0, -1}) {
                Problem problem = problem(model(tensor, wrong, at));
                assertThat(problem.kind()).isEqualTo(Problem.Kind.CORRUPT);
                assertThat(problem.where()).endsWith("model.onnx, " + tensor);
                assertThat(problem.why()).contains("1 of " + count + " values", "is " + wrong);
            }
        }
    }

    /** M39: what goes in circles, is made twice, or is made and given. */
    @Test
    void everyValueIsMadeOnceAndBeforeItIsRead() throws IOException {
        List<OnnxDraft> drafts =
                List.of(
                        OnnxDraft.of(0, 2).node("Relu", "b -> a").node("Relu", "a -> b"),
                        OnnxDraft.of(0, 2).node("Relu", "a -> a"),
                        OnnxDraft.of(0, 2).node("Relu", "x -> a").node("Relu", "x -> a"),
                        OnnxDraft.of(0, 2).node("Relu", "x -> x"),
                        OnnxDraft.of(0, 2).floats("c", new float[2], 2).node("Add", "x c -> c"),
                        OnnxDraft.of(0, 2)
                                .floats("c", new float[2], 2)
                                .floats("c", new float[2], 2)
                                .node("Add", "x c -> y"),
                        OnnxDraft.of(0, 2).node("Split", "x -> a a", "axis", 1));
        for (OnnxDraft draft : drafts) {
            Problem problem = problem(draft.write(folder.resolve("graph.onnx")));
            assertThat(problem.kind()).as(problem.message()).isEqualTo(Problem.Kind.CORRUPT);
        }
    }

    @Test
    void negativeVarianceIsRefusedAndZeroIsNot() throws IOException, ProblemException {
        Problem problem = problem(model("variance", -1e-3f, 1));
        assertThat(problem.kind()).isEqualTo(Problem.Kind.CORRUPT);
        assertThat(problem.what()).isEqualTo("A variance is negative");
        assertThat(problem.why()).contains("-0.001 at index 1");
        assertThat(LoadedModel.open(model("variance", 0, 1)).network().nodes()).isNotEmpty();
        assertThat(LoadedModel.open(model("none", 0, 0)).network().nodes()).isNotEmpty();
    }
}
