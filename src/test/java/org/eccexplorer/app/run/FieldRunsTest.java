package org.eccexplorer.app.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import org.eccexplorer.Resources;
import org.eccexplorer.app.open.Experiment;
import org.eccexplorer.app.open.ModelSource;
import org.eccexplorer.app.work.Cancellation;
import org.eccexplorer.convert.ConversionOptions;
import org.eccexplorer.convert.MaximumPooling;
import org.eccexplorer.convert.OtherActivations;
import org.eccexplorer.measure.CnnStage;
import org.eccexplorer.measure.RunSnapshot;
import org.eccexplorer.measure.layer.LayerMeasures;
import org.eccexplorer.problem.ProblemException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Models of the kinds that people bring: the accuracy of their frameworks, and that of the SNN. */
class FieldRunsTest {
    private static final ConversionOptions GATE =
            ConversionOptions.ecc().with(ConversionOptions.MAXIMUM_POOLING, MaximumPooling.GATE);

    private static Experiment experiment(String model, String data) throws ProblemException {
        Path file = Resources.path("field/" + model);
        return Experiment.open(
                ModelSource.of(file),
                file.resolveSibling(data)
                        .toString()
                        .replace("labels=", "labels=" + file.getParent() + "/"),
                null,
                Integer.MAX_VALUE,
                List.of());
    }

    private static RunSnapshot run(Experiment experiment) throws ProblemException {
        Settings settings = Settings.standard().withTimesteps(256).with(GATE);
        Prepared prepared =
                Prepared.of(
                        experiment.model(), experiment.calibration(), settings, new Cancellation());
        return new RunJob(prepared, experiment.test()).run(tally -> {}, new Cancellation());
    }

    /** Of the CNN in per cent, which the SNN is near. */
    @ParameterizedTest
    @CsvSource({
        "binary-sigmoid/model.keras, data.npz, 106, 94.34",
        "mlp-28x28/model.keras, data.npz, 60, 83.33",
        "relu-bn-maxpool/model.keras, data.npz, 40, 35.00",
        "linear-maxpool/model.keras, data.npz, 60, 78.33",
        "two-files/model.keras, x_test.npz?labels=y_test.npz, 60, 78.33",
        "two-files/model.keras, x_test.npy?labels=y_test.npy, 60, 78.33",
        "conv1d-pytorch/model.pt2, data.npz, 50, 28.00",
        "conv1d-pytorch/model.onnx, data.npz, 50, 28.00",
        "uint8-input/model.pt2, data.npz, 40, 15.00",
        "uint8-input/model.onnx, data.npz, 40, 15.00"
    })
    void theSnnFollowsTheCnn(String model, String data, int images, double accuracy)
            throws ProblemException {
        RunSnapshot run = run(experiment(model, data));
        assertThat(run.images()).isEqualTo(images);
        assertThat(run.cnnAccuracy() * 100).isCloseTo(accuracy, within(0.005));
        assertThat(run.accuracy(256) * 100).isCloseTo(accuracy, within(2.5));
        for (LayerMeasures layer : run.layers()) {
            assertThat(layer.agreement().pearson()).as(layer.name()).isGreaterThan(0.99);
        }
    }

    /** Of Keras in per cent, as trained and with ReLU in place of the activations. */
    @ParameterizedTest
    @CsvSource({"silu, 88.33, 85.83, SiLU", "tanh, 86.67, 72.50, tanh"})
    void activationsBecomeReluOnRequest(String name, double trained, double replaced, String kind)
            throws ProblemException {
        String model = "corpus/trained/" + name + ".keras";
        Experiment experiment = experiment(model, name + ".data.npz");
        Settings settings =
                Settings.standard()
                        .withTimesteps(128)
                        .with(
                                ConversionOptions.ecc()
                                        .with(
                                                ConversionOptions.OTHER_ACTIVATIONS,
                                                OtherActivations.RELU));
        Prepared prepared =
                Prepared.of(
                        experiment.model(), experiment.calibration(), settings, new Cancellation());
        RunSnapshot run =
                new RunJob(prepared, experiment.test()).run(tally -> {}, new Cancellation());
        List<CnnStage> stages =
                CnnAccuracy.stages(
                        prepared, experiment, experiment.test(), run, new Cancellation());
        assertThat(stages).extracting(CnnStage::what).element(1).asString().contains("ReLU", kind);
        assertThat(stages.getFirst().accuracy() * 100).isCloseTo(trained, within(0.005));
        assertThat(stages.getLast().accuracy() * 100).isCloseTo(replaced, within(0.005));
        assertThat(run.cnnAccuracy() * 100).isCloseTo(replaced, within(0.005));
        assertThat(run.accuracy(128) * 100).isCloseTo(replaced, within(2.5));
    }
}
