package org.eccexplorer.app.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.eccexplorer.app.open.Experiment;
import org.eccexplorer.app.work.Cancellation;
import org.eccexplorer.convert.ConversionOptions;
import org.eccexplorer.convert.Readout;
import org.eccexplorer.dataset.LabelledImages;
import org.eccexplorer.measure.RunSnapshot;
import org.eccexplorer.measure.energy.Accounting;
import org.eccexplorer.measure.energy.InputMacs;
import org.eccexplorer.measure.votes.EarlyAnswers;
import org.eccexplorer.measure.votes.Reading;
import org.eccexplorer.measure.votes.ReadingChoice;
import org.eccexplorer.measure.votes.StoredVotes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A run that is read again gives what a run that was read so from the start would give. */
class ReadingTest {
    private static final int IMAGES = 12;
    private static final int T = 20;
    private static final double CLOSE = 1e-9;

    private Experiment experiment;

    @BeforeEach
    void open() throws Exception {
        experiment = Experiment.sample("digits", IMAGES);
    }

    private static Settings settings(Readout output) {
        return Settings.standard()
                .withTimesteps(T)
                .withThreads(1)
                .with(ConversionOptions.OUTPUT, output);
    }

    private Prepared prepared(Settings settings) throws Exception {
        return Prepared.of(
                experiment.model(), experiment.calibration(), settings, new Cancellation());
    }

    private RunSnapshot run(Prepared prepared) throws Exception {
        return new RunJob(prepared, experiment.test()).run(tally -> {}, new Cancellation());
    }

    /** The class of the largest difference, of equal ones by what came since, then the first. */
    private static int answer(ImageTrace trace, int before, int t) {
        int classes = trace.network().classes();
        float[] outputs = trace.run().outputs();
        float[] ties = trace.run().ties();
        int best = -1;
        double most = Double.NEGATIVE_INFINITY;
        double tie = Double.NEGATIVE_INFINITY;
        for (int c = 0; c < classes; c++) {
            double since = since(outputs, classes, c, before, t);
            double charge = ties.length == 0 ? 0 : since(ties, classes, c, before, t);
            if (since > most || (since == most && charge > tie)) {
                best = c;
                most = since;
                tie = charge;
            }
        }
        return best;
    }

    private static double since(float[] values, int classes, int c, int before, int t) {
        double then = before == 0 ? 0 : values[(before - 1) * classes + c];
        return values[(t - 1) * classes + c] - then;
    }

    @ParameterizedTest
    @EnumSource(Readout.class)
    void answersAreThoseOfTheOutputsSince(Readout output) throws Exception {
        Prepared prepared = prepared(settings(output));
        RunSnapshot plain = run(prepared);
        LabelledImages test = experiment.test();
        for (int from : new int[] {0, 1, 5, T - 1}) {
            Reading reading = Reading.from(from);
            RunSnapshot read = plain.read(reading);
            int[] right = new int[T];
            for (int i = 0; i < IMAGES; i++) {
                ImageTrace trace = ImageTrace.of(prepared, test.image(i), i, () -> false);
                for (int t = 1; t <= T; t++) {
                    int answer = answer(trace, reading.before(t), t);
                    assertThat(read.answers()[i][t - 1])
                            .as("%s, t %d", reading, t)
                            .isEqualTo(answer);
                    right[t - 1] += answer == test.labels()[i] ? 1 : 0;
                }
            }
            assertThat(read.right()).isEqualTo(right);
            assertThat(read.reading()).isEqualTo(reading);
            assertThat(read.energyRatio(Accounting.STANDARD))
                    .isEqualTo(plain.energyRatio(Accounting.STANDARD));
        }
        RunSnapshot back = plain.read(Reading.from(7)).read(Reading.PLAIN);
        assertThat(back.answers()).isDeepEqualTo(plain.answers());
        assertThat(back.right()).isEqualTo(plain.right());
        assertThat(back.agreeing()).isEqualTo(plain.agreeing());
    }

    @Test
    void whatIsAnsweredEarlyTakesNothingMore() throws Exception {
        RunSnapshot plain = run(prepared(settings(Readout.CURRENT)));
        StoredVotes votes = plain.votes();
        assertThat(votes).isNotNull();
        double[] operations = plain.synOpsUntil();
        for (InputMacs input : InputMacs.values()) {
            Accounting accounting = Accounting.STANDARD.with(input);
            RunSnapshot never = plain.read(Reading.PLAIN.early(Collections.nCopies(T, 1e9)));
            RunSnapshot atOnce = plain.read(Reading.PLAIN.early(Collections.nCopies(T, -1.0)));
            assertThat(never.energyRatio(accounting))
                    .isCloseTo(plain.energyRatio(accounting), within(CLOSE));
            assertThat(never.spikesPerImage()).isCloseTo(plain.spikesPerImage(), within(1e-6));
            assertThat(never.meanTimesteps(T)).isEqualTo(T);
            assertThat(atOnce.energyRatio(accounting))
                    .isCloseTo(plain.energyRatio(accounting, 1), within(CLOSE));
            assertThat(atOnce.meanTimesteps(T)).isCloseTo(1, within(CLOSE));
            assertThat(atOnce.synOps()).isCloseTo(operations[0], within(1e-6));
        }
        List<Double> some = Collections.nCopies(T, 500.0);
        EarlyAnswers early = plain.read(Reading.PLAIN.early(some)).early();
        assertThat(early).isNotNull();
        double sum = 0;
        for (int i = 0; i < IMAGES; i++) {
            int exit = early.exits()[i];
            sum += votes.images().get(i).operations()[exit - 1];
            for (int t = 1; t < exit; t++) {
                double[] gathered = votes.gathered(i, Reading.PLAIN, t);
                Arrays.sort(gathered);
                assertThat(gathered[9] - gathered[8]).isLessThanOrEqualTo(500);
            }
        }
        assertThat(early.meanTimesteps()).isBetween(1.5, T - 0.5);
        assertThat(early.synOps()[T - 1]).isCloseTo(sum / IMAGES, within(1e-6));
    }

    @Test
    void whatIsLeftOpenIsDecidedOnCalibrationImages() throws Exception {
        ReadingChoice choice = ReadingChoice.PLAIN.withFrom(ReadingChoice.AUTO).withEpsilon(0.05);
        Prepared prepared = prepared(settings(Readout.CURRENT).withReading(choice));
        int[] last = new int[1];
        Reading reading =
                ReadingBasis.decided(
                        prepared,
                        experiment.calibration(),
                        done -> last[0] = done,
                        new Cancellation());
        assertThat(last[0]).isEqualTo(ReadingBasis.IMAGES).isEqualTo(reading.calibrated());
        StoredVotes votes =
                ReadingBasis.votes(
                        prepared, experiment.calibration(), done -> {}, new Cancellation());
        assertThat(reading).isEqualTo(choice.decided(votes));
        assertThat(reading.thresholds()).hasSize(T);
    }

    /** Neither the conversion nor the counts of spikes know how classes are read. */
    @Test
    void readingIsNoSettingOfTheSimulation() {
        Settings plain = settings(Readout.CURRENT);
        Settings read = plain.withReading(new ReadingChoice(7L, 0.01));
        assertThat(read.decisive()).isEqualTo(plain.decisive());
        assertThat(RunName.of(read))
                .isEqualTo("ECC (all three) · read from t₀ = 7 · early exit ε 0.01");
        assertThat(RunName.of(plain.withReading(ReadingChoice.PLAIN.withFrom(ReadingChoice.AUTO))))
                .isEqualTo("ECC (all three) · t₀ auto");
    }
}
