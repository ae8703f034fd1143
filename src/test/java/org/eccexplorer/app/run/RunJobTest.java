package org.eccexplorer.app.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eccexplorer.app.open.Experiment;
import org.eccexplorer.app.work.Cancellation;
import org.eccexplorer.convert.ConversionOptions;
import org.eccexplorer.convert.ConversionReport;
import org.eccexplorer.convert.Converted;
import org.eccexplorer.convert.RandomNetworks;
import org.eccexplorer.dataset.LabelledImages;
import org.eccexplorer.measure.RunSnapshot;
import org.eccexplorer.measure.layer.ErrorSplit;
import org.eccexplorer.measure.layer.LayerMeasures;
import org.eccexplorer.measure.votes.StoredVotes;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.sim.ClosedForm;
import org.eccexplorer.sim.KernelChoice;
import org.eccexplorer.spiking.InputCoding;
import org.eccexplorer.spiking.Role;
import org.eccexplorer.tensor.Shape;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RunJobTest {
    private static Experiment experiment;

    @BeforeAll
    static void open() throws ProblemException {
        experiment = Experiment.sample("fashion-mnist", 40);
    }

    private static Settings settings(int threads) {
        return new Settings(ConversionOptions.ecc(), 64, 1, threads, KernelChoice.BY_RATE);
    }

    private static Prepared prepared(Settings settings) throws ProblemException {
        return Prepared.of(
                experiment.model(), experiment.calibration(), settings, new Cancellation());
    }

    private static RunSnapshot run(Settings settings) throws ProblemException {
        return new RunJob(prepared(settings), experiment.test())
                .run(tally -> {}, new Cancellation());
    }

    private static int[] closedForm(ClosedForm.Variant variant) throws ProblemException {
        return ClosedFormAccuracy.answers(
                prepared(settings(2).withClosedForm(variant)),
                experiment.test(),
                List.of(1),
                done -> {},
                new Cancellation())[0];
    }

    @Test
    void withoutRoundingTheClosedFormAnswersAsTheCnn() throws ProblemException {
        int[] cnn = run(settings(2)).cnnAnswers();
        assertThat(closedForm(new ClosedForm.Variant(0, false))).isEqualTo(cnn);
        assertThat(closedForm(ClosedForm.Variant.STANDARD)).isNotEqualTo(cnn);
    }

    @Test
    void theNumberOfThreadsChangesNoBit() throws ProblemException {
        RunSnapshot one = run(settings(1));
        assertSameBits(run(settings(2)), one);
        assertSameBits(run(settings(5)), one);
    }

    @Test
    void allThreadsTogetherDoTheFirstImageOfLargeNetworks() throws ProblemException {
        List<Integer> heard = new ArrayList<>();
        RunJob job = new RunJob(prepared(settings(3)), experiment.test(), CnnPasses.once(), 1);
        RunSnapshot together = job.run(tally -> heard.add(tally.images()), new Cancellation());
        assertSameBits(together, run(settings(1)));
        assertThat(heard).hasSize(40).isSorted();
        Cancellation atOnce = new Cancellation();
        atOnce.cancel();
        assertThat(job.run(tally -> {}, atOnce).images()).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void theNumberOfThreadsChangesNoBitOfRandomNetworks(long seed) throws ProblemException {
        Converted converted = Converted.of(RandomNetworks.of(seed), ConversionOptions.ecc(), seed);
        Shape shape = converted.network().inputShape();
        LabelledImages images =
                new LabelledImages(
                        "random", shape, converted.images(), new int[0], List.of(), false);
        ConversionReport report = new ConversionReport(List.of(), List.of(), List.of(), List.of());
        List<RunSnapshot> runs = new ArrayList<>();
        for (int threads : new int[] {1, 2, 3}) {
            Prepared prepared =
                    new Prepared(
                            settings(threads), converted.cnn(), converted.spiking(), report, 0);
            runs.add(new RunJob(prepared, images).run(tally -> {}, new Cancellation()));
        }
        assertThat(runs.getFirst().spikesPerImage()).isPositive();
        assertSameBits(runs.get(1), runs.getFirst());
        assertSameBits(runs.get(2), runs.getFirst());
    }

    private static void assertSameBits(RunSnapshot other, RunSnapshot one) {
        assertThat(other.outputs()).isEqualTo(one.outputs());
        assertThat(other.right()).isEqualTo(one.right());
        for (int l = 0; l < one.layers().size(); l++) {
            LayerMeasures first = one.layers().get(l);
            LayerMeasures second = other.layers().get(l);
            assertThat(second.residualPerStep()).isEqualTo(first.residualPerStep());
            assertThat(second.spikesPerStep()).isEqualTo(first.spikesPerStep());
            assertThat(second.hasRate()).isEqualTo(first.hasRate());
            if (first.hasRate()) {
                assertThat(second.rate().counts()).isEqualTo(first.rate().counts());
            }
            assertThat(second.error()).isEqualTo(first.error());
            assertThat(Double.compare(second.agreement().pearson(), first.agreement().pearson()))
                    .isZero();
        }
    }

    @Test
    void measuresAreConsistent() throws ProblemException {
        RunSnapshot run = run(settings(2));
        assertThat(run.isComplete()).isTrue();
        assertThat(run.cnnAccuracy()).isGreaterThan(0.8);
        assertThat(run.accuracy(64)).isGreaterThan(0.8);
        for (LayerMeasures layer : run.layers()) {
            double spikes = 0;
            for (double step : layer.spikesPerStep()) {
                spikes += step;
            }
            assertThat(layer.spikesPerImage()).isCloseTo(spikes, within(1e-6));
            ErrorSplit split = layer.error();
            assertThat(
                            split.clipping().mean()
                                    + split.quantisation().mean()
                                    + split.inherited().mean()
                                    + split.unevenness().mean())
                    .isCloseTo(split.total().mean(), within(1e-9));
            assertThat(Arrays.stream(layer.current().counts()).sum())
                    .isEqualTo((long) layer.neurons() * run.images());
            assertThat(layer.hasRate()).isEqualTo(layer.role() != Role.OUTPUT);
            if (layer.hasRate()) {
                assertThat(Arrays.stream(layer.rate().counts()).sum())
                        .isEqualTo((long) layer.neurons() * run.images());
                assertThat(layer.rate().quartile1()).isLessThanOrEqualTo(layer.rate().median());
            }
            assertThat(layer.agreement().pearson()).isGreaterThan(0.98);
        }
        assertThat(run.interval(64).low()).isLessThan(run.accuracy(64));
        assertThat(run.interval(64).high()).isGreaterThan(run.accuracy(64));
        assertThat(run.cost().macs()).isEqualTo(3_894_656);
    }

    /** Without order there is no unevenness; spikes and operations are nearly those of a run. */
    @Test
    void theClosedFormHasTheSameMeasures() throws ProblemException {
        Prepared prepared = prepared(settings(2));
        RunSnapshot simulated = run(settings(2));
        RunSnapshot form =
                new ClosedFormJob(prepared, experiment.test(), List.of(16, 64))
                        .run(tally -> {}, new Cancellation());
        assertThat(form.accuracy(16))
                .isEqualTo(
                        ClosedFormAccuracy.at(prepared, experiment.test(), 16, new Cancellation()));
        assertThat(form.answers()[3][20]).isEqualTo(StoredVotes.UNKNOWN);
        assertThat(form.cnnAccuracy()).isEqualTo(simulated.cnnAccuracy());
        assertThat(form.cost().synOps()).isCloseTo(simulated.cost().synOps(), withinPercentage(5));
        for (int l = 0; l < form.layers().size(); l++) {
            LayerMeasures ours = form.layers().get(l);
            LayerMeasures theirs = simulated.layers().get(l);
            assertThat(ours.spikesPerImage())
                    .isCloseTo(theirs.spikesPerImage(), withinPercentage(5));
            assertThat(ours.error().unevenness().share()).isZero();
            assertThat(ours.error().total().mean())
                    .isCloseTo(
                            ours.error().clipping().mean()
                                    + ours.error().quantisation().mean()
                                    + ours.error().inherited().mean(),
                            within(1e-12));
        }
        assertThat(form.layers().getFirst().residual().mean())
                .isCloseTo(simulated.layers().getFirst().residual().mean(), within(1e-3));
    }

    /** However its counts are cut, the parts of the error add up and nothing is uneven. */
    @ParameterizedTest
    @CsvSource({"-1, true", "0, false", "5, true", "5, false"})
    void variantsOfTheClosedFormSplitTheirError(int extension, boolean rounded)
            throws ProblemException {
        Settings settings = settings(2).withClosedForm(new ClosedForm.Variant(extension, rounded));
        RunSnapshot form =
                new ClosedFormJob(
                                prepared(settings.with(ConversionOptions.LAMBDA_PERCENTILE, 99.0)),
                                experiment.test(),
                                List.of(64))
                        .run(tally -> {}, new Cancellation());
        for (LayerMeasures layer : form.layers()) {
            ErrorSplit split = layer.error();
            assertThat(split.unevenness().share()).isZero();
            assertThat(split.clipping().mean() > 0).isEqualTo(extension >= 0 && layer.hasRate());
            assertThat(split.total().mean())
                    .isCloseTo(
                            split.clipping().mean()
                                    + split.quantisation().mean()
                                    + split.inherited().mean(),
                            within(1e-12));
            if (!rounded) {
                assertThat(split.quantisation().share()).isZero();
            }
        }
    }

    @Test
    void withoutResidualEliminationQuantisationGrows() throws ProblemException {
        Settings off =
                settings(2)
                        .with(
                                ConversionOptions.ecc()
                                        .with(ConversionOptions.RESIDUAL_ELIMINATION, false));
        double with = run(settings(2)).layers().getFirst().error().quantisation().meanAbsolute();
        double without = run(off).layers().getFirst().error().quantisation().meanAbsolute();
        assertThat(without).isGreaterThan(with);
    }

    @Test
    void cancellationKeepsWhatIsComplete() throws ProblemException {
        Cancellation cancellation = new Cancellation();
        RunSnapshot run =
                new RunJob(prepared(settings(2)), experiment.test())
                        .run(
                                tally -> {
                                    if (tally.images() == 8) {
                                        cancellation.cancel();
                                    }
                                },
                                cancellation);
        assertThat(run.isComplete()).isFalse();
        assertThat(run.images()).isBetween(8, 39);
        assertThat(run.answers()).hasDimensions(run.images(), 64);
    }

    @Test
    void poissonRefusesNegativeValues() throws ProblemException {
        float[] pixels = experiment.test().batch(0, experiment.test().count());
        pixels[5] = -0.5f;
        LabelledImages images =
                new LabelledImages(
                        "negative",
                        experiment.test().shape(),
                        pixels,
                        experiment.test().labels(),
                        List.of(),
                        false);
        Settings poisson =
                settings(1)
                        .with(
                                ConversionOptions.ecc()
                                        .with(ConversionOptions.INPUT, InputCoding.POISSON));
        Prepared prepared = prepared(poisson);
        assertThatThrownBy(() -> new RunJob(prepared, images))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> {
                            Problem problem = e.problems().getFirst();
                            assertThat(problem.kind()).isEqualTo(Problem.Kind.UNSUPPORTED);
                            assertThat(problem.why()).contains("-0.5");
                        });
    }

    @Test
    void aRunThatDoesNotFitIsRefusedBeforeItStarts() throws ProblemException {
        Settings huge =
                new Settings(ConversionOptions.ecc(), 100_000, 1, 1000, KernelChoice.BY_RATE);
        Prepared prepared = prepared(huge);
        assertThatThrownBy(() -> new RunJob(prepared, experiment.test()))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e ->
                                assertThat(e.problems().getFirst().kind())
                                        .isEqualTo(Problem.Kind.LIMIT));
    }

    /** Before λ is measured, which may take minutes. */
    @Test
    void tooManyTimestepsAreRefusedAhead() throws Exception {
        Experiment experiment = Experiment.sample("digits", 4);
        Settings settings = Settings.standard().withTimesteps(100_000).withThreads(1024);
        assertThatThrownBy(() ->
                        MemoryEstimate.checkTimesteps(
                                experiment.model().network(), settings, 1_000_000_000))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("does not fit into memory");
        MemoryEstimate.checkTimesteps(
                experiment.model().network(), settings.withTimesteps(16).withThreads(1), 4);
        Prepared prepared =
                Prepared.of(
                        experiment.model(), experiment.calibration(), settings, new Cancellation());
        long ahead =
                MemoryEstimate.timestepBytes(
                        experiment.model().network(), settings, experiment.test().count());
        assertThat(ahead)
                .isPositive()
                .isLessThanOrEqualTo(MemoryEstimate.bytes(prepared, experiment.test().count()));
    }
}
