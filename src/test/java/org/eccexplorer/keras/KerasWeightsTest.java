package org.eccexplorer.keras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eccexplorer.keras.Attempt.assertSays;
import static org.eccexplorer.keras.Attempt.problem;
import static org.eccexplorer.keras.Forgery.editedConfig;

import java.util.Map;
import java.util.function.Function;
import org.eccexplorer.network.Layer;
import org.eccexplorer.network.TrainedModel;
import org.eccexplorer.problem.Problem.Kind;
import org.eccexplorer.problem.ProblemException;
import org.junit.jupiter.api.Test;

/** Weights that are missing, of another shape, no numbers, or of another layer. */
class KerasWeightsTest {
    private static final String SEQ = "seq.keras";

    /** M33: the list of a group names what is not in it, or does not name what is. */
    @Test
    void saysWhichWeightsAreMissing() {
        byte[] unlisted = Forgery.patched(Fixtures.bytes("k2seq.h5"), "moving_mean", "moving_bean");
        assertSays(
                problem(unlisted), Kind.CORRUPT, "weights of a layer are missing", "moving_mean");
        byte[] listed =
                new Draft()
                        .input("[null, 3]")
                        .layer("Dense", "d", "\"units\":2")
                        .weight("d/d/kernel:0", new float[3][2])
                        .listed("d", "d/bias:0")
                        .legacy();
        assertSays(
                problem(listed), Kind.CORRUPT, "lists weights that it does not have", "d/bias:0");
    }

    @Test
    void refusesWeightsOfAnotherShape() {
        byte[] wider = editedConfig(SEQ, "\"units\": 10", "\"units\": 11");
        assertSays(problem(wider), Kind.CORRUPT, "different shape", "[20, 11]", "[20, 10]");
    }

    private static float of(TrainedModel model, Function<Layer, float[]> weights, int index) {
        return model.network().nodes().stream()
                .map(node -> weights.apply(node.layer()))
                .filter(values -> values.length > index)
                .findFirst()
                .orElseThrow()[index];
    }

    private static byte[] withValue(float from, float to) {
        Map<String, byte[]> members = Forgery.members(SEQ);
        byte[] weights = members.get(Forgery.WEIGHTS);
        return Forgery.withMember(SEQ, Forgery.WEIGHTS, Forgery.patched(weights, from, to));
    }

    /** M35: counted, and named by layer. */
    @Test
    void refusesWeightsThatAreNoNumbers() throws ProblemException {
        TrainedModel model = KerasModels.read(Fixtures.path(SEQ));
        float weight = of(model, l -> l instanceof Layer.Dense d ? d.weights() : new float[0], 3);
        assertSays(
                problem(withValue(weight, Float.NaN)),
                Kind.CORRUPT,
                "kernel of layer dense",
                "1 of 200 values are NaN or infinite");
        float variance =
                of(
                        model,
                        l -> l instanceof Layer.BatchNormalization b ? b.variance() : new float[0],
                        1);
        assertSays(
                problem(withValue(variance, -1)),
                Kind.CORRUPT,
                "variance is negative",
                " of 4 values",
                "-1.0");
    }

    /** M35: zeros are possible, but hardly meant. */
    @Test
    void warnsOfALayerOfZeros() throws ProblemException {
        byte[] zeros =
                new Draft()
                        .input("[null, 3]")
                        .layer("Dense", "d", "\"units\":2")
                        .weight("layers/dense/vars/0", new float[3][2])
                        .weight("layers/dense/vars/1", new float[] {1, 2})
                        .archive();
        assertThat(Attempt.model(zeros).warnings())
                .containsExactly("layer d: all weights are zero");
    }

    /** M37: weights of a layer that the configuration does not have. */
    @Test
    void warnsOfWeightsOfNoLayer() throws ProblemException {
        byte[] more =
                new Draft()
                        .input("[null, 3]")
                        .layer("Dense", "d", "\"units\":2,\"use_bias\":false")
                        .weight("layers/dense/vars/0", new float[][] {{1, 2}, {3, 4}, {5, 6}})
                        .weight("layers/dense_1/vars/0", new float[][] {{1, 2}, {3, 4}})
                        .archive();
        assertThat(Attempt.model(more).warnings())
                .containsExactly("the weights layers/dense_1/vars/0 belong to no layer");
    }

    /** M37, the other way round. */
    @Test
    void refusesALayerOfNoWeights() {
        byte[] fewer =
                new Draft()
                        .input("[null, 3]")
                        .layer("Dense", "d", "\"units\":2,\"use_bias\":false")
                        .layer("Dense", "e", "\"units\":2,\"use_bias\":false")
                        .weight("layers/dense/vars/0", new float[3][2])
                        .archive();
        assertSays(problem(fewer), Kind.CORRUPT, "missing", "kernel of layer e");
    }

    /** M63: since Keras 3.6 the layer's name stands beside its weights. */
    @Test
    void refusesWeightsUnderAnotherLayersName() {
        assertSays(
                problem(editedConfig(SEQ, "\"my_conv\"", "\"no_conv\"")),
                Kind.CORRUPT,
                "contradicts itself",
                "my_conv",
                "no_conv");
    }

    /** M65: what Keras 2.12 called the groups of layers. */
    @Test
    void readsTheGroupsOfOldArchives() throws ProblemException {
        byte[] old =
                new Draft()
                        .input("[null, 2]")
                        .layer("Dense", "d", "\"units\":1,\"use_bias\":false")
                        .weight(
                                "_layer_checkpoint_dependencies/dense/vars/0",
                                new float[][] {{1}, {2}})
                        .archive();
        TrainedModel model = Attempt.model(old);
        assertThat(of(model, l -> l instanceof Layer.Dense d ? d.weights() : new float[0], 1))
                .isEqualTo(2);
        assertThat(model.warnings()).isEmpty();
    }
}
