package org.eccexplorer.app.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.eccexplorer.app.open.Experiment;
import org.eccexplorer.app.work.Cancellation;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.sim.ClosedForm;
import org.eccexplorer.spiking.SpikingLayer;
import org.eccexplorer.tensor.DenseBackends;
import org.eccexplorer.tensor.Fetched;
import org.junit.jupiter.api.Test;

/** The same results whatever multiplies the matrices. */
class DenseChoiceTest {
    private static final int IMAGES = 100;
    private static final List<Integer> AT = List.of(16, 64);

    private static Prepared prepared(Experiment experiment) throws ProblemException {
        return Prepared.of(
                experiment.model(),
                experiment.calibration(),
                Settings.standard().withThreads(2),
                new Cancellation());
    }

    @Test
    void theStandardChoiceIsThere() throws ProblemException {
        assertThat(DenseChoice.VECTOR.load()).isSameAs(DenseBackends.chosen());
    }

    @Test
    void anExperimentKeepsAllButWhatMultiplies() throws ProblemException {
        Experiment ours = Experiment.sample("digits", IMAGES);
        assertThat(ours.with(DenseBackends.chosen())).isEqualTo(ours);
    }

    @Test
    void outputsLambdasAndClosedFormAgreeWithNd4j() throws ProblemException {
        Experiment ours = Experiment.sample("digits", IMAGES);
        Experiment theirs = ours.with(Fetched.nd4j());
        float[] pixels = ours.test().batch(0, IMAGES);
        close(
                theirs.model().cnn().evaluate(pixels, 0, IMAGES),
                ours.model().cnn().evaluate(pixels, 0, IMAGES));
        Prepared expected = prepared(ours);
        Prepared found = prepared(theirs);
        for (int l = 0; l < expected.network().layers().size(); l++) {
            SpikingLayer layer = expected.network().layers().get(l);
            close(lambda(found, l), lambda(expected, l));
            assertThat(layer.name()).isEqualTo(found.network().layers().get(l).name());
        }
        assertThat(closedForm(found, theirs)).isEqualTo(closedForm(expected, ours));
        close(sums(expected, pixels, found), sums(expected, pixels, expected));
    }

    /** Absolute below one, relative above. */
    private static void close(float[] found, float[] expected) {
        assertThat(found).hasSameSizeAs(expected);
        for (int i = 0; i < found.length; i++) {
            assertThat(found[i])
                    .isCloseTo(expected[i], within(1e-5f * Math.max(1, Math.abs(expected[i]))));
        }
    }

    private static float[] lambda(Prepared prepared, int layer) {
        double[] lambda = prepared.network().layers().get(layer).lambda();
        float[] values = new float[lambda.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) lambda[i];
        }
        return values;
    }

    private static Object closedForm(Prepared prepared, Experiment experiment) {
        return ClosedFormAccuracy.at(
                prepared, experiment.test(), AT, done -> {}, new Cancellation());
    }

    /** What the closed form adds up, of one network and not rounded: only the products differ. */
    private static float[] sums(Prepared network, float[] pixels, Prepared by) {
        return new ClosedForm(network.network(), by.cnn().backend())
                .counts(pixels, 0, IMAGES, AT.getFirst(), new ClosedForm.Variant(0, false))
                .getLast();
    }
}
