package org.eccexplorer.app.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Arrays;
import java.util.List;
import org.eccexplorer.app.open.Experiment;
import org.eccexplorer.app.open.LoadedModel;
import org.eccexplorer.app.work.Cancellation;
import org.eccexplorer.dataset.LabelledImages;
import org.eccexplorer.network.Layer;
import org.eccexplorer.network.Network;
import org.eccexplorer.network.forward.CnnEvaluator;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.tensor.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Weights that are numbers, of which activations come that are none. */
class OverflowTest {
    private static final LabelledImages IMAGES =
            new LabelledImages(
                    "ones",
                    Shape.vector(4),
                    new float[] {1, 1, 1, 1},
                    new int[0],
                    List.of(),
                    false);

    private static Layer dense(int outputs, float weight, float bias) {
        float[] weights = new float[4 * outputs];
        Arrays.fill(weights, weight);
        float[] biases = new float[outputs];
        Arrays.fill(biases, bias);
        return new Layer.Dense(4, outputs, weights, biases);
    }

    private static Prepared prepared(float weight, float bias) throws ProblemException {
        Network.Builder builder = new Network.Builder(Shape.vector(4));
        int first = builder.add("first", dense(4, weight, bias), 0);
        int relu = builder.add("relu", new Layer.Relu(Float.POSITIVE_INFINITY), first);
        builder.add("second", dense(2, 1, 0), relu);
        LoadedModel digits = Experiment.sample("digits", 2).model();
        Network network = builder.build("small");
        LoadedModel model =
                new LoadedModel(
                        digits.source(),
                        digits.model().with(network),
                        new CnnEvaluator(network, digits.cnn().backend()));
        return Prepared.of(model, IMAGES, Settings.standard().withTimesteps(4), new Cancellation());
    }

    @ParameterizedTest
    @CsvSource({"1e38, 0", "3e38, 3e38", "-3e38, 0", "3e38, -3e38"})
    void isRefusedByTheNameOfTheLayer(float weight, float bias) {
        ProblemException e =
                catchThrowableOfType(ProblemException.class, () -> prepared(weight, bias));
        assertThat(e).isNotNull();
        Problem problem = e.problems().getFirst();
        assertThat(problem.kind()).isEqualTo(Problem.Kind.CORRUPT);
        assertThat(problem.why()).isEqualTo("activations of first are infinite or no numbers");
    }

    @Test
    void whatFloat32HoldsIsNot() throws ProblemException {
        assertThat(prepared(1e30f, 0).network().layers()).isNotEmpty();
        assertThat(prepared(1e-42f, 0).network().layers()).isNotEmpty();
        assertThat(prepared(0, 0).network().layers()).isNotEmpty();
    }
}
