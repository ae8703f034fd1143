package org.eccexplorer.measure.votes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.eccexplorer.Resources;
import org.junit.jupiter.api.Test;

/**
 * Classes read from stored votes: by hand, and against {@code votes.json}, which holds votes of 40
 * images with what NumPy reads from them and what snncutoff (4b22d84, {@code topk_cutoff.py} and
 * {@code Evaluator.oct_evaluation}) makes of them: β_t of the first 20 images, exits of the others.
 */
class StoredVotesTest {
    private static final double CLOSE = 1e-5;

    private static JsonNode golden() throws IOException {
        return new ObjectMapper().readTree(Resources.path("measure/votes.json").toFile());
    }

    private static int[] ints(JsonNode node) {
        return IntStream.range(0, node.size()).map(i -> node.get(i).asInt()).toArray();
    }

    private static StoredVotes votes(JsonNode golden) {
        int timesteps = golden.get("timesteps").asInt();
        int classes = golden.get("classes").asInt();
        List<StoredVotes.Image> images = new ArrayList<>();
        for (int i = 0; i < golden.get("truth").size(); i++) {
            float[] outputs = new float[timesteps * classes];
            for (int k = 0; k < outputs.length; k++) {
                float before = k < classes ? 0 : outputs[k - classes];
                outputs[k] =
                        before
                                + golden.get("increments")
                                        .get(i)
                                        .get(k / classes)
                                        .get(k % classes)
                                        .asInt();
            }
            images.add(
                    image(
                            golden.get("truth").get(i).asInt(),
                            golden.get("cnn").get(i).asInt(),
                            classes,
                            outputs));
        }
        return new StoredVotes(
                classes, IntStream.rangeClosed(1, timesteps).toArray(), List.copyOf(images));
    }

    /** Of an image that sends 10 spikes, each to 3 synapses, at every timestep. */
    private static StoredVotes.Image image(int truth, int cnn, int classes, float... outputs) {
        int timesteps = outputs.length / classes;
        int[] answers = new int[timesteps];
        double[] spikes = new double[timesteps];
        double[] operations = new double[timesteps];
        for (int t = 0; t < timesteps; t++) {
            for (int c = 1; c < classes; c++) {
                boolean larger = outputs[t * classes + c] > outputs[t * classes + answers[t]];
                answers[t] = larger ? c : answers[t];
            }
            spikes[t] = 10.0 * (t + 1);
            operations[t] = 30.0 * (t + 1);
        }
        return new StoredVotes.Image(
                truth, cnn, answers, outputs, new float[0], spikes, operations);
    }

    private static StoredVotes of(int classes, StoredVotes.Image... images) {
        int timesteps = images[0].answers().length;
        return new StoredVotes(
                classes, IntStream.rangeClosed(1, timesteps).toArray(), List.of(images));
    }

    /** Two classes over six timesteps: class 0 leads early, class 1 gathers 2 a step from t = 3. */
    private static final StoredVotes TURNING =
            of(2, image(1, 1, 2, 3, 0, 5, 0, 5, 2, 5, 4, 5, 6, 5, 8));

    @Test
    void anOutputThatCameEarlyIsForgotten() {
        assertThat(TURNING.answers(0, Reading.PLAIN)).containsExactly(0, 0, 0, 0, 1, 1);
        assertThat(TURNING.answers(0, Reading.from(2)))
                .as("up to t = 2 all there is, then 2 : 0, 4 : 0 …")
                .containsExactly(0, 0, 1, 1, 1, 1);
        assertThat(TURNING.answers(0, Reading.from(1)))
                .as("2 : 0 at t = 2, 2 : 2 at t = 3, the first of equal ones")
                .containsExactly(0, 0, 0, 1, 1, 1);
    }

    @Test
    void untilThenTheLastFourTimestepsDecide() {
        Reading late = Reading.from(5);
        assertThat(IntStream.rangeClosed(1, 6).map(late::before)).containsExactly(0, 0, 0, 0, 1, 5);
        assertThat(TURNING.answers(0, late))
                .as("at t = 5 the outputs of t = 2 to 5: 2 : 6")
                .containsExactly(0, 0, 0, 0, 1, 1);
    }

    @Test
    void theBiasOfAnOutputCountsOncePerTimestep() {
        // A bias of 2 a step for class 0 from the first step on, a current of 3 from the third on.
        StoredVotes votes = of(2, image(1, 1, 2, 2, 0, 4, 0, 6, 3, 8, 6, 10, 9, 12, 12));
        assertThat(votes.answers(0, Reading.PLAIN)).containsExactly(0, 0, 0, 0, 0, 0);
        assertThat(votes.answers(0, Reading.from(2)))
                .as("2 : 3, 4 : 6, 6 : 9 and 8 : 12")
                .containsExactly(0, 0, 1, 1, 1, 1);
    }

    @Test
    void equalCountsAreToldApartByWhatCameSince() {
        float[] counts = {1, 0, 1, 1, 2, 2};
        float[] charge = {1.2f, 0.1f, 1.4f, 1.3f, 2.1f, 2.9f};
        StoredVotes.Image image =
                new StoredVotes.Image(
                        1, 1, new int[] {0, 0, 1}, counts, charge, new double[3], new double[3]);
        StoredVotes votes = of(2, image);
        assertThat(votes.answers(0, Reading.PLAIN)).containsExactly(0, 0, 1);
        assertThat(votes.answers(0, Reading.from(2)))
                .as("a spike each, and 0.7 against 1.6 of charge")
                .containsExactly(0, 0, 1);
        assertThat(votes.answers(0, Reading.from(1))).containsExactly(0, 1, 1);
    }

    @Test
    void delayedReadingAgreesWithNumPy() throws IOException {
        JsonNode golden = golden();
        StoredVotes votes = votes(golden);
        for (JsonNode row : golden.get("delayed")) {
            Reading reading = Reading.from(row.get("from").asInt());
            assertThat(votes.right(reading)).as("%s", reading).isEqualTo(ints(row.get("right")));
            assertThat(votes.agreeing(reading)).isEqualTo(ints(row.get("agreeing")));
        }
    }

    @Test
    void earlyExitAgreesWithItsAuthors() throws IOException {
        JsonNode golden = golden();
        StoredVotes votes = votes(golden);
        StoredVotes tested = votes.part(20, 40);
        for (JsonNode row : golden.get("early")) {
            List<Double> beta =
                    EarlyExit.thresholds(votes.part(0, 20), 0, row.get("epsilon").asDouble());
            for (int t = 0; t < beta.size(); t++) {
                assertThat(beta.get(t))
                        .as("ε %s, t %d", row.get("epsilon"), t + 1)
                        .isCloseTo(row.get("beta").get(t).asDouble(), within(CLOSE));
            }
            ReadVotes read = ReadVotes.of(tested, Reading.PLAIN.early(beta));
            EarlyAnswers early = read.early().orElseThrow();
            assertThat(early.exits()).isEqualTo(ints(row.get("exits")));
            assertThat(read.right()[votes.timesteps() - 1]).isEqualTo(row.get("right").asInt());
            double mean = Arrays.stream(early.exits()).average().orElseThrow();
            assertThat(early.meanTimesteps()).isCloseTo(mean, within(CLOSE));
            assertThat(early.spikes()[11]).isCloseTo(10 * mean, within(CLOSE));
            assertThat(early.synOps()[11]).isCloseTo(30 * mean, within(CLOSE));
        }
    }

    @Test
    void noRuleNeedsFewerTimestepsThanTheBestOne() throws IOException {
        JsonNode golden = golden();
        assertThat(EarlyExit.bestMeanTimesteps(votes(golden), Reading.PLAIN))
                .isCloseTo(golden.get("bestMeanTimesteps").asDouble(), within(CLOSE));
    }

    @Test
    void anImageThatIsAnsweredKeepsItsAnswer() {
        List<Double> beta = List.of(10.0, 4.0, 0.0, 0.0, 0.0, 0.0);
        ReadVotes read = ReadVotes.of(TURNING, Reading.PLAIN.early(beta));
        assertThat(read.answers().getFirst())
                .as("5 : 0 at t = 2 is more than 4 ahead")
                .containsExactly(0, 0, 0, 0, 0, 0);
        EarlyAnswers early = read.early().orElseThrow();
        assertThat(early.exits()).containsExactly(2);
        assertThat(early.timesteps()).containsExactly(1, 2, 2, 2, 2, 2);
        assertThat(early.spikes()).containsExactly(10, 20, 20, 20, 20, 20);
        assertThat(ReadVotes.of(TURNING, Reading.from(2).early(beta)).early().orElseThrow().exits())
                .as("nobody is answered before t₀; then 0 : 2 is ahead")
                .containsExactly(3);
    }

    @Test
    void theBestStartIsTheMiddleOfThoseThatFollowTheCnnMostOften() throws IOException {
        assertThat(TURNING.starts()).containsExactly(0, 1, 2, 3, 4, 5);
        assertThat(DelayedReading.best(TURNING)).as("all are right at T").isEqualTo(3);
        StoredVotes votes = votes(golden());
        int[] agreeing =
                Arrays.stream(votes.starts())
                        .map(from -> votes.agreeing(Reading.from(from))[11])
                        .toArray();
        int[] best =
                IntStream.range(0, 12)
                        .filter(t -> agreeing[t] == Arrays.stream(agreeing).max().orElseThrow())
                        .toArray();
        assertThat(DelayedReading.best(votes)).isEqualTo(best[best.length / 2]);
    }

    @Test
    void aChoiceIsDecidedOnCalibrationImages() throws IOException {
        StoredVotes votes = votes(golden());
        assertThat(ReadingChoice.PLAIN.decided(12)).isEqualTo(Reading.PLAIN);
        assertThat(ReadingChoice.PLAIN.withFrom(5).decided(12)).isEqualTo(Reading.from(5));
        assertThat(ReadingChoice.PLAIN.withFrom(50).decided(12)).isEqualTo(Reading.from(11));
        int best = DelayedReading.best(votes);
        ReadingChoice auto = ReadingChoice.PLAIN.withFrom(ReadingChoice.AUTO);
        assertThat(auto.decided(votes)).isEqualTo(new Reading(best, List.of(), 40));
        assertThat(auto.withEpsilon(0.1).decided(votes))
                .isEqualTo(new Reading(best, EarlyExit.thresholds(votes, best, 0.1), 40));
        assertThat(ReadingChoice.PLAIN.withFrom(3).withEpsilon(0).decided(votes))
                .isEqualTo(new Reading(3, EarlyExit.thresholds(votes, 3, 0), 40));
        assertThatThrownBy(() -> auto.decided(12)).isInstanceOf(IllegalStateException.class);
        for (double share : new double[] {1, -0.5, Double.NaN}) {
            assertThatThrownBy(() -> auto.withEpsilon(share))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void fewerTimestepsAnswerAlikeWhereTheyAreKept() throws IOException {
        StoredVotes all = votes(golden());
        StoredVotes fewer = all.thinned(40L * 4 * 4, 7);
        assertThat(fewer.kept()).containsExactly(3, 6, 7, 9, 12);
        assertThat(fewer.thinned(1 << 20, 0)).isSameAs(fewer);
        Reading reading = Reading.from(7);
        for (int i = 0; i < 40; i++) {
            assertThat(fewer.answers(i, Reading.PLAIN)).isEqualTo(all.answers(i, Reading.PLAIN));
            int[] whole = all.answers(i, reading);
            int[] some = fewer.answers(i, reading);
            for (int t = 1; t <= 12; t++) {
                boolean known = fewer.isKnown(reading, t);
                assertThat(some[t - 1]).isEqualTo(known ? whole[t - 1] : StoredVotes.UNKNOWN);
            }
        }
        assertThat(IntStream.rangeClosed(1, 12).filter(t -> fewer.isKnown(reading, t)))
                .as("1 to 4 are those of all outputs, 7 is of the last four from a kept one on")
                .containsExactly(1, 2, 3, 4, 7, 9, 12);
        assertThatThrownBy(() -> ReadVotes.of(fewer, Reading.from(4)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("4");
    }

    @Test
    void thereIsRoomForWhatIsUsualAndNoMoreThanThatIsKept() {
        assertThat(KeptSteps.of(256, 1000 * 10, KeptSteps.MOST, 0)).hasSize(256);
        int[] large = KeptSteps.of(100_000, 10_000 * 10, KeptSteps.MOST, 777);
        assertThat(large).contains(777, 100_000).isSorted();
        assertThat(large.length * 100_000L).isLessThan(2 * KeptSteps.MOST);
        assertThat(KeptSteps.of(16, KeptSteps.MOST, KeptSteps.MOST, 0)).containsExactly(16);
        assertThat(KeptSteps.of(16, 4 * KeptSteps.MOST, KeptSteps.MOST, 0)).containsExactly(16);
    }
}
