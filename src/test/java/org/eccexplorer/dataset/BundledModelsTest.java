package org.eccexplorer.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eccexplorer.app.open.Experiment;
import org.eccexplorer.app.open.ModelSource;
import org.eccexplorer.app.run.Prepared;
import org.eccexplorer.app.run.RunJob;
import org.eccexplorer.app.run.Settings;
import org.eccexplorer.app.work.Cancellation;
import org.eccexplorer.measure.RunSnapshot;
import org.eccexplorer.measure.layer.LayerMeasures;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.sim.ClosedForm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every bundled model opens, classifies its images and survives the conversion. */
class BundledModelsTest {

    static Stream<String> names() throws ProblemException {
        return BundledModels.names().stream();
    }

    @Test
    void theyAreAllThere() throws ProblemException {
        assertThat(BundledModels.names())
                .containsExactly("cifar10-resnet20", "cifar10-vgg", "digits", "fashion-mnist");
    }

    /** The preparation of bundled images is not tried, since a trial would find nothing to say. */
    @ParameterizedTest
    @MethodSource("names")
    void aUserWhoOpensTheFilesIsToldTheSame(String name) throws ProblemException {
        BundledModels.Sample sample = BundledModels.open(name);
        Experiment opened =
                Experiment.open(
                        ModelSource.of(sample.model()),
                        sample.test(),
                        sample.calibration(),
                        1000,
                        sample.classNames());
        Experiment bundled = Experiment.sample(name, 1000);
        assertThat(bundled.warnings()).isEqualTo(opened.warnings());
        assertThat(bundled.choices()).isEqualTo(opened.choices());
    }

    @ParameterizedTest
    @MethodSource("names")
    void theCnnClassifiesItsImages(String name) throws ProblemException {
        Experiment experiment = Experiment.sample(name, 1000);
        assertThat(experiment.test().count()).isEqualTo(1000);
        assertThat(experiment.calibration().count()).isEqualTo(500);
        assertThat(experiment.classNames()).hasSize(10);
        assertThat(experiment.warnings()).isEmpty();
        LabelledImages images = experiment.test().limit(200);
        float[] outputs = experiment.model().cnn().evaluate(images.batch(0, 200), 0, 200);
        int[] answers = ClosedForm.answers(outputs, 10);
        long right = IntStream.range(0, 200).filter(i -> answers[i] == images.labels()[i]).count();
        double accuracy = right / 200.0;
        assertThat(accuracy).isGreaterThan(0.87);
    }

    @ParameterizedTest
    @MethodSource("names")
    void ratesFollowActivations(String name) throws ProblemException {
        Experiment experiment = Experiment.sample(name, 6);
        Prepared prepared =
                Prepared.of(
                        experiment.model(),
                        experiment.calibration().limit(100),
                        Settings.standard().withTimesteps(512),
                        new Cancellation());
        RunSnapshot run =
                new RunJob(prepared, experiment.test()).run(tally -> {}, new Cancellation());
        List<LayerMeasures> layers = run.layers();
        assertThat(layers)
                .allSatisfy(layer ->
                        assertThat(layer.agreement().pearson())
                                .as(layer.name())
                                .isGreaterThan(0.97));
        assertThat(run.agreeing()[511]).isGreaterThanOrEqualTo(5);
    }
}
