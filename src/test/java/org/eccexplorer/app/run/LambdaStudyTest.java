package org.eccexplorer.app.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.eccexplorer.app.open.Experiment;
import org.eccexplorer.app.work.Cancellation;
import org.junit.jupiter.api.Test;

/** What λ depends on, on the bundled model. */
class LambdaStudyTest {

    @Test
    void theDecisiveImageSetsLambda() throws Exception {
        Experiment experiment = Experiment.sample("fashion-mnist", 4);
        Settings settings = Settings.standard();
        LambdaStudy study = LambdaStudy.of(experiment, settings, new Cancellation());
        Prepared converted =
                Prepared.of(
                        experiment.model(), experiment.calibration(), settings, new Cancellation());
        assertThat(study.layers()).hasSize(3);
        for (LambdaStudy.Layer layer : study.layers()) {
            double lambda =
                    converted.network().layers().stream()
                            .filter(l -> l.name().equals(layer.name()))
                            .mapToDouble(l -> Arrays.stream(l.lambda()).max().orElseThrow())
                            .findFirst()
                            .orElseThrow();
            int images = experiment.calibration().count();
            assertThat(layer.maxima()).hasSize(images);
            assertThat(layer.lambda()).isEqualTo(lambda);
            assertThat(layer.maxima()[layer.decisive()]).isEqualTo((float) lambda);
            assertThat(layer.after(images)).isCloseTo(lambda, within(1e-6 * lambda));
            assertThat(layer.after(1)).isLessThanOrEqualTo(layer.after(images));
            assertThat(layer.withoutDecisive()).isPositive().isLessThanOrEqualTo(lambda);
            assertThat(layer.percentile999())
                    .isPositive()
                    .isLessThan(layer.percentile9999() + 1e-9)
                    .isLessThan(lambda);
        }
    }
}
