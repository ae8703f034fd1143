package org.eccexplorer.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.tensor.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every value of every layer is looked at, wherever it stands in it. */
class TrainedValuesTest {
    private static final Shape IN = new Shape(2, 2, 2);
    private static final SlidingWindow POINT = SlidingWindow.valid(1, 1, 1, 1);

    private static float[] ones(int count) {
        float[] ones = new float[count];
        Arrays.fill(ones, 1);
        return ones;
    }

    private static Layer convolution(float[] kernel, float[] bias) {
        return new Layer.Convolution(POINT, 1, 2, 3, kernel, bias);
    }

    private static Layer normalisation(
            float[] gamma, float[] beta, float[] mean, float[] variance) {
        return new Layer.BatchNormalization(gamma, beta, mean, variance, 1e-3);
    }

    private static Layer leaky(float[] slopes) {
        return new Layer.Activation("PReLU", Curve.LEAKY, slopes);
    }

    private static Layer resampling(float[] weights) {
        int[] each = {0, 1, 2, 3};
        return new Layer.Resampling("scaling", IN, IN, new int[] {0, 1, 2, 3, 4}, each, weights);
    }

    private static Arguments of(String name, int count, Function<float[], Layer> layer) {
        return arguments(name, count, layer);
    }

    static Stream<Arguments> arrays() {
        return Stream.of(
                of("kernel", 6, v -> convolution(v, ones(3))),
                of("bias", 3, v -> convolution(ones(6), v)),
                of("kernel", 8, v -> new Layer.Dense(2, 4, v, ones(4))),
                of("bias", 4, v -> new Layer.Dense(2, 4, ones(8), v)),
                of("gamma", 2, v -> normalisation(v, ones(2), ones(2), ones(2))),
                of("beta", 2, v -> normalisation(ones(2), v, ones(2), ones(2))),
                of("mean", 2, v -> normalisation(ones(2), ones(2), v, ones(2))),
                of("variance", 2, v -> normalisation(ones(2), ones(2), ones(2), v)),
                of("scale", 2, v -> new Layer.ChannelAffine(v, ones(2))),
                of("offset", 2, v -> new Layer.ChannelAffine(ones(2), v)),
                of("parameters", 2, TrainedValuesTest::leaky),
                of("weights", 4, TrainedValuesTest::resampling));
    }

    private static Problem problem(Layer layer) {
        Network.Builder builder = new Network.Builder(IN);
        builder.add("first", new Layer.Identity("dropout"), 0);
        builder.add("wrong one", layer, 1);
        Network network = builder.build("model");
        ProblemException e =
                catchThrowableOfType(
                        ProblemException.class, () -> TrainedValues.check("file.onnx", network));
        assertThat(e).isNotNull();
        assertThat(e.problems()).hasSize(1);
        return e.problems().getFirst();
    }

    @ParameterizedTest
    @MethodSource("arrays")
    void noNumberAnywhereIsNamedWithItsPlace(
            String name, int count, Function<float[], Layer> layer) {
        for (float wrong :
                new float[] {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY}) {
            for (int at : new int[] {0, count / 2, count - 1}) {
                float[] values = ones(count);
                values[at] = wrong;
                Problem problem = problem(layer.apply(values));
                assertThat(problem.kind()).isEqualTo(Problem.Kind.CORRUPT);
                assertThat(problem.where()).isEqualTo("file.onnx, " + name + " of layer wrong one");
                assertThat(problem.why())
                        .startsWith("1 of " + count + " values")
                        .endsWith("the first is " + wrong + " at index " + at);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("arrays")
    void numbersAreTaken(String name, int count, Function<float[], Layer> layer) {
        Network.Builder builder = new Network.Builder(IN);
        builder.add("layer", layer.apply(ones(count)), 0);
        assertThatCode(() -> TrainedValues.check(name, builder.build("model")))
                .doesNotThrowAnyException();
    }

    @Test
    void aVarianceIsNotNegativeNotEvenALittle() {
        for (float wrong : new float[] {-1, -1e-6f, -Float.MIN_VALUE}) {
            Problem problem =
                    problem(normalisation(ones(2), ones(2), ones(2), new float[] {1, wrong}));
            assertThat(problem.what()).isEqualTo("A variance is negative");
            assertThat(problem.why()).contains("1 of 2 values", wrong + " at index 1");
        }
    }

    @Test
    void withoutEpsilonAVarianceIsNotZeroEither() {
        Layer layer =
                new Layer.BatchNormalization(ones(2), ones(2), ones(2), new float[] {1, 0}, 0);
        assertThat(problem(layer).what()).isEqualTo("A variance is 0");
    }

    @Test
    void epsilonIsANumberAndLeavesARoot() {
        for (double epsilon : List.of(Double.NaN, Double.POSITIVE_INFINITY, 1e300, -2.0)) {
            Layer layer = new Layer.BatchNormalization(ones(2), ones(2), ones(2), ones(2), epsilon);
            assertThat(problem(layer).kind()).isEqualTo(Problem.Kind.CORRUPT);
        }
    }

    @Test
    void aBoundMayBeNone() {
        Network.Builder builder = new Network.Builder(IN);
        builder.add("clamp", ActivationFunctions.clamp(Double.NEGATIVE_INFINITY, 3), 0);
        builder.add("ReLU", new Layer.Relu(Float.POSITIVE_INFINITY), 1);
        assertThatCode(() -> TrainedValues.check("file", builder.build("model")))
                .doesNotThrowAnyException();
        assertThat(problem(ActivationFunctions.clamp(Double.NaN, 3)).why()).contains("NaN");
    }
}
