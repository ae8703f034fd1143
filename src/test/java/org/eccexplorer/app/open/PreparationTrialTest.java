package org.eccexplorer.app.open;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.eccexplorer.dataset.DataChoice;
import org.eccexplorer.dataset.DataSets;
import org.eccexplorer.dataset.LabelledImages;
import org.eccexplorer.network.InputScaling;
import org.eccexplorer.network.Layer;
import org.eccexplorer.network.Network;
import org.eccexplorer.network.Node;
import org.eccexplorer.network.forward.CnnEvaluator;
import org.eccexplorer.problem.ProblemException;
import org.junit.jupiter.api.Test;

/** Says which preparation a model was trained with, where it shows. */
class PreparationTrialTest {

    /** The network behind an affine map of its input. */
    private static LoadedModel behind(float scale, float offset) throws ProblemException {
        LoadedModel model = LoadedModel.open(FieldDataTest.field("mlp-28x28/model.keras"));
        Network plain = model.network();
        float[] scales = new float[plain.inputShape().channels()];
        float[] offsets = scales.clone();
        Arrays.fill(scales, scale);
        Arrays.fill(offsets, offset);
        Network.Builder builder = new Network.Builder(plain.inputShape());
        builder.add("before", new Layer.ChannelAffine(scales, offsets), 0);
        for (Node node : plain.nodes().subList(1, plain.nodes().size())) {
            builder.add(
                    node.name(),
                    node.layer(),
                    node.inputs().stream().mapToInt(input -> input + 1).toArray());
        }
        Network network = builder.build("behind");
        CnnEvaluator cnn = new CnnEvaluator(network, model.cnn().backend());
        return new LoadedModel(model.source(), model.model().with(network), cnn);
    }

    private static LabelledImages images() throws ProblemException {
        String file = FieldDataTest.field("mlp-28x28/data.npz").toString();
        return DataSets.open(file, null);
    }

    private static Optional<String> hint(LoadedModel model, OptionalDouble expected)
            throws ProblemException {
        return PreparationTrial.advice(model, images(), expected)
                .map(PreparationTrial.Advice::sentence);
    }

    @Test
    void namesThePreparationThatFits() throws ProblemException {
        LoadedModel trainedOnBothSigns = behind(0.5f, 0.5f);
        assertThat(hint(trainedOnBothSigns, OptionalDouble.empty()).orElseThrow())
                .contains("x/127.5 \u2212 1", "83 %", "60 images", "--prepare tf");
        LoadedModel trainedOnMnist = behind(0.3081f, 0.1307f);
        assertThat(hint(trainedOnMnist, OptionalDouble.empty()).orElse("none"))
                .satisfiesAnyOf(
                        hint -> assertThat(hint).contains("--prepare mnist"),
                        hint -> assertThat(hint).isEqualTo("none"));
    }

    @Test
    void namesOthersThatAreAsGood() throws ProblemException {
        assertThat(hint(behind(0.5f, 0.5f), OptionalDouble.empty()).orElseThrow())
                .contains("right with: ", "fashion")
                .doesNotContain("right with: tf", ", tf");
    }

    /** With so few some preparation always fits. */
    @Test
    void saysNothingOfFewImages() throws ProblemException {
        assertThat(
                        PreparationTrial.advice(
                                        behind(0.5f, 0.5f),
                                        images().range(0, 9),
                                        OptionalDouble.empty())
                                .flatMap(PreparationTrial.Advice::choice))
                .isEmpty();
        assertThat(
                        PreparationTrial.advice(
                                        behind(0.5f, 0.5f),
                                        images().range(0, 60),
                                        OptionalDouble.empty())
                                .flatMap(PreparationTrial.Advice::choice))
                .isPresent();
    }

    /** Of so few images those that cannot be clearly better are not tried to the end. */
    @Test
    void givesUpWhatCannotFit() throws ProblemException {
        PreparationTrial.Advice advice =
                PreparationTrial.advice(
                                behind(0.5f, 0.5f), images().range(0, 30), OptionalDouble.empty())
                        .orElseThrow();
        assertThat(advice.sentence())
                .contains("30 images", "--prepare bytes", "right with: tf, fashion");
        LabelledImages some = images().range(0, 30);
        LabelledImages oneClass =
                new LabelledImages(
                        some.name(),
                        some.shape(),
                        some.pixels(),
                        new int[some.count()],
                        List.of(),
                        some.bytes());
        assertThat(
                        PreparationTrial.advice(behind(1, 0), oneClass, OptionalDouble.empty())
                                .flatMap(PreparationTrial.Advice::choice))
                .isEmpty();
    }

    @Test
    void leavesGoodModelsAlone() throws ProblemException {
        assertThat(hint(behind(1, 0), OptionalDouble.empty())).isEmpty();
    }

    @Test
    void aModelTellsWhetherItTakesBytes() throws ProblemException {
        assertThat(InputScaling.takesBytes(behind(1 / 255f, 0).network())).isTrue();
        assertThat(InputScaling.takesBytes(behind(1 / 127.5f, -1).network())).isTrue();
        assertThat(InputScaling.takesBytes(behind(1 / 70f, -120 / 70f).network())).isTrue();
        assertThat(InputScaling.takesBytes(behind(1, -123).network())).isTrue();
        assertThat(InputScaling.takesBytes(behind(1 / 0.3f, -0.5f / 0.3f).network())).isFalse();
        assertThat(InputScaling.takesBytes(behind(2, -1).network())).isFalse();
        assertThat(InputScaling.takesBytes(behind(1, 0).network())).isFalse();
    }

    /** An ONNX model that divides by 255 itself gets its bytes as they are. */
    @Test
    void bytesAreNotDividedTwice() throws ProblemException {
        Experiment experiment =
                Experiment.open(
                        ModelSource.of(FieldDataTest.field("uint8-input/model.onnx")),
                        FieldDataTest.field("uint8-input/data.npz").toString(),
                        null,
                        100,
                        List.of());
        assertThat(experiment.test().pixels().extremes().high()).isEqualTo(255);
        assertThat(FieldDataTest.accuracy(experiment)).isEqualTo(15);
    }

    @Test
    void whatWasDoneIsSaid() throws ProblemException {
        String file = FieldDataTest.field("mlp-28x28/data.npz").toString();
        Experiment usual = FieldDataTest.open("mlp-28x28", file);
        assertThat(usual.source("").preparation()).isEqualTo("x/255");
        Experiment other = FieldDataTest.open("mlp-28x28", file + "?prepare=tf");
        assertThat(other.source("").preparation()).isEqualTo("x/127.5 \u2212 1");
        assertThat(other.source("").data()).endsWith("?prepare=tf");
        assertThat(other.calibration().pixels().extremes().low()).isEqualTo(-1);
    }

    /** A user who knows the accuracy is told where it is missed, and a better preparation. */
    @Test
    void whatIsFarBelowTheStatedAccuracyIsSaidFirst() throws ProblemException {
        LoadedModel model = behind(1, 0);
        assertThat(hint(model, OptionalDouble.of(0.85))).isEmpty();
        assertThat(hint(model, OptionalDouble.of(0.99)).orElseThrow())
                .contains("83 %", "99.0 % was stated", "--expected-accuracy");
        String file = FieldDataTest.field("mlp-28x28/data.npz").toString();
        Experiment experiment = FieldDataTest.open("mlp-28x28", file + "?expected-accuracy=99");
        assertThat(experiment.warnings().getFirst()).contains("99.0 %");
        assertThat(FieldDataTest.open("mlp-28x28", file + "?expected-accuracy=85").warnings())
                .isEmpty();
        ProblemException wrong =
                catchThrowableOfType(
                        ProblemException.class,
                        () -> FieldDataTest.open("mlp-28x28", file + "?expected-accuracy=x"));
        assertThat(wrong.problems().getFirst().message()).contains("--expected-accuracy", "92.5");
    }

    @Test
    void aBetterPreparationIsAChoiceAndNothingIsSwitched() throws ProblemException {
        String file = FieldDataTest.field("mlp-28x28/data.npz").toString();
        assertThat(FieldDataTest.open("mlp-28x28", file).choices()).isEmpty();
        PreparationTrial.Advice advice =
                PreparationTrial.advice(behind(0.5f, 0.5f), images(), OptionalDouble.empty())
                        .orElseThrow();
        DataChoice choice = advice.choice().orElseThrow();
        assertThat(choice.key()).isEqualTo("prepare");
        assertThat(choice.taken()).isEqualTo("unit");
        assertThat(choice.values()).containsExactly("unit", "tf");
        assertThat(choice.question()).contains("x/127.5 \u2212 1", "83 %", "Use it?");
        assertThat(DataChoice.meaning("prepare", "tf")).isEqualTo("x/127.5 \u2212 1");
    }

    @Test
    void whatIsPreparedWronglyOnRequestIsSaidToo() throws ProblemException {
        String file = FieldDataTest.field("mlp-28x28/data.npz").toString();
        Experiment experiment =
                FieldDataTest.open("mlp-28x28", file + "?scale=0.0001&mean=3&expected-accuracy=83");
        assertThat(experiment.warnings().getFirst()).contains("83.0 %", "stated");
    }
}
