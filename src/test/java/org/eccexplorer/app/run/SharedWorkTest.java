package org.eccexplorer.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eccexplorer.app.open.Experiment;
import org.eccexplorer.app.work.Cancellation;
import org.eccexplorer.convert.ConversionOptions;
import org.eccexplorer.dataset.LabelledImages;
import org.eccexplorer.measure.RunSnapshot;
import org.eccexplorer.network.forward.CnnEvaluator;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.sim.ClosedForm;
import org.eccexplorer.spiking.InputCoding;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SharedWorkTest {
    private static final Settings SETTINGS = Settings.standard().withTimesteps(8).withThreads(2);

    private static Experiment fashion;

    @BeforeAll
    static void open() throws ProblemException {
        fashion = Experiment.sample("fashion-mnist", 12);
    }

    private static Prepared prepared(Settings settings) throws ProblemException {
        return Prepared.of(fashion.model(), fashion.calibration(), settings, new Cancellation());
    }

    private static Settings with(double epsilon, boolean consistent) {
        return SETTINGS.with(
                ConversionOptions.ecc()
                        .with(ConversionOptions.BATCH_NORM_CONSISTENCY, consistent)
                        .with(ConversionOptions.EPSILON, epsilon));
    }

    private static Activations asked(CnnPasses passes, Prepared prepared, int first, int count) {
        float[] pixels = fashion.test().batch(first, count);
        return passes.of(prepared.cnn(), prepared.network(), pixels, first, count);
    }

    private static Activations unknown(Prepared prepared, int first, int count) {
        float[] pixels = fashion.test().batch(first, count);
        return Activations.of(prepared.cnn(), prepared.network(), pixels, count);
    }

    private static void assertSame(Activations some, Activations other) {
        assertThat(some.answers()).isEqualTo(other.answers());
        assertThat(some.layers()).hasSameSizeAs(other.layers());
        for (int l = 0; l < some.layers().size(); l++) {
            assertThat(some.layers().get(l)).isEqualTo(other.layers().get(l));
        }
    }

    @Test
    void whatIsKnownOfImagesIsWhatTheCnnSays() throws ProblemException {
        Prepared prepared = prepared(SETTINGS);
        CnnPasses passes = CnnPasses.kept();
        asked(passes, prepared, 0, 3);
        asked(passes, prepared, 3, 4);
        Activations known = asked(passes, prepared, 2, 4);
        assertThat(asked(passes, prepared, 2, 4).layers().getFirst())
                .isNotSameAs(known.layers().getFirst());
        assertSame(known, unknown(prepared, 2, 4));
        assertThat(passes.answers(prepared.cnn().network(), 7))
                .contains(unknown(prepared, 0, 7).answers());
        assertThat(passes.answers(prepared.cnn().network(), 8)).isEmpty();
    }

    /** There is room for the first image only. */
    @Test
    void memoryIsBounded() throws ProblemException {
        Prepared prepared = prepared(SETTINGS);
        CnnPasses passes = new CnnPasses(4 * prepared.network().neurons() + 8);
        for (int i = 0; i < 2; i++) {
            assertSame(asked(passes, prepared, 0, 1), unknown(prepared, 0, 1));
            assertSame(asked(passes, prepared, 1, 2), unknown(prepared, 1, 2));
        }
        assertThat(passes.answers(prepared.cnn().network(), 3))
                .contains(unknown(prepared, 0, 3).answers());
    }

    /** Of three networks the first is forgotten. */
    @Test
    void networksAreForgotten() throws ProblemException {
        Prepared prepared = prepared(SETTINGS);
        CnnPasses passes = CnnPasses.kept();
        asked(passes, prepared, 0, 1);
        for (String name : List.of("a", "b")) {
            CnnEvaluator other =
                    new CnnEvaluator(
                            new org.eccexplorer.network.Network(
                                    name, prepared.cnn().network().nodes()),
                            prepared.cnn().backend());
            passes.of(other, prepared.network(), fashion.test().image(0), 0, 1);
        }
        assertThat(passes.answers(prepared.cnn().network(), 1)).isEmpty();
    }

    private static boolean isKnown(Settings of, Settings to) throws ProblemException {
        SharedWork shared = SharedWork.ofSeveral();
        Prepared one = prepared(of);
        RunSnapshot result =
                new RunJob(one, fashion.test(), shared.passes())
                        .run(tally -> {}, new Cancellation());
        shared.keep(one, fashion.test(), new SharedWork.Done(result, Map.of(), Optional.empty()));
        Prepared other = prepared(to);
        boolean known = shared.result(other, fashion.test()).isPresent();
        if (known) {
            RunSnapshot own =
                    new RunJob(other, fashion.test()).run(tally -> {}, new Cancellation());
            assertThat(result).usingRecursiveComparison().isEqualTo(own);
        }
        return known;
    }

    /** The batch normalisations of the model have an ε of 0.001. */
    @Test
    void aResultIsThatOfTheSameNetworkOnly() throws ProblemException {
        assertThat(isKnown(with(1e-3, true), with(1e-3, false))).isTrue();
        assertThat(isKnown(with(1e-3, true), with(1e-5, false))).isFalse();
        assertThat(isKnown(SETTINGS, SETTINGS.withThreads(1).withSeed(7))).isTrue();
        assertThat(isKnown(SETTINGS, SETTINGS.withTimesteps(9))).isFalse();
        Settings drawn = SETTINGS.with(ConversionOptions.INPUT, InputCoding.POISSON);
        assertThat(isKnown(drawn, drawn.withSeed(7))).isFalse();
    }

    @Test
    void aResultIsThatOfTheSameImagesOnly() throws ProblemException {
        SharedWork shared = SharedWork.ofSeveral();
        Prepared prepared = prepared(SETTINGS);
        LabelledImages some = fashion.test().limit(3);
        RunSnapshot result = new RunJob(prepared, some).run(tally -> {}, new Cancellation());
        shared.keep(prepared, some, new SharedWork.Done(result, Map.of(), Optional.empty()));
        assertThat(shared.result(prepared, some)).isPresent();
        assertThat(shared.result(prepared, fashion.test())).isEmpty();
    }

    @Test
    void closedFormsOfSeveralTimestepsAreThoseOfEach() throws ProblemException {
        List<Integer> timesteps = List.of(3, 6, 1, 16, 64, 5, 24);
        for (ClosedForm.Variant variant :
                List.of(ClosedForm.Variant.STANDARD, new ClosedForm.Variant(2, true))) {
            for (InputCoding coding : InputCoding.values()) {
                Prepared prepared =
                        prepared(
                                SETTINGS.withClosedForm(variant)
                                        .with(ConversionOptions.INPUT, coding));
                int[][] together =
                        ClosedFormAccuracy.answers(
                                prepared,
                                fashion.test(),
                                timesteps,
                                done -> {},
                                new Cancellation());
                for (int t = 0; t < timesteps.size(); t++) {
                    int[][] alone =
                            ClosedFormAccuracy.answers(
                                    prepared,
                                    fashion.test(),
                                    List.of(timesteps.get(t)),
                                    done -> {},
                                    new Cancellation());
                    assertThat(together[t]).isEqualTo(alone[0]);
                }
            }
        }
    }
}
