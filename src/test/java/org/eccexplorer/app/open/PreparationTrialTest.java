package org.eccexplorer.app.open;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
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

    @Test
    void namesThePreparationThatFits() throws ProblemException {
        LoadedModel trainedOnBothSigns = behind(0.5f, 0.5f);
        assertThat(PreparationTrial.hint(trainedOnBothSigns, images()).orElseThrow())
                .contains("x/127.5 \u2212 1", "83 %", "60 images", "--prepare tf");
        LoadedModel trainedOnMnist = behind(0.3081f, 0.1307f);
        assertThat(PreparationTrial.hint(trainedOnMnist, images()).orElse("none"))
                .satisfiesAnyOf(
                        hint -> assertThat(hint).contains("--prepare mnist"),
                        hint -> assertThat(hint).isEqualTo("none"));
    }

    @Test
    void leavesGoodModelsAlone() throws ProblemException {
        assertThat(PreparationTrial.hint(behind(1, 0), images())).isEmpty();
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
}
