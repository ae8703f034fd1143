package org.eccexplorer.measure.energy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.eccexplorer.measure.RunSnapshot;
import org.eccexplorer.measure.votes.StoredVotes;
import org.junit.jupiter.api.Test;

/** What is counted, against sums by hand; and from where on a run is as good as its CNN. */
class EnergyTest {
    private static final double EXACT = 1e-12;

    /** 1,000 MACs, 100 of them for 20 input neurons of 50; 5,000 synaptic operations by t = 10. */
    private static EnergyParts parts(Accounting accounting) {
        return new Cost(1000, 100, 7000, 0, 20L).parts(accounting, 50, 10, 5000);
    }

    @Test
    void aHeldCurrentIsComputedOnceAndAddedAtEveryTimestep() {
        EnergyParts parts = parts(Accounting.STANDARD);
        assertPart(parts.inputMacs(), 100, 100 * 4.6e-6);
        assertPart(parts.synapticOperations(), 5000, 5000 * 0.9e-6);
        assertPart(parts.neuronUpdates(), 20 * 10, 200 * 0.9e-6);
        assertThat(parts.otherUpdates()).isEqualTo(30 * 10);
        assertThat(parts.microjoules()).isCloseTo(0.00514, within(EXACT));
        assertThat(parts.operations()).isEqualTo(5300);
    }

    @Test
    void aCurrentThatIsComputedAnewIsNotHeld() {
        EnergyParts parts = parts(Accounting.STANDARD.with(InputMacs.EVERY_TIMESTEP));
        assertPart(parts.inputMacs(), 1000, 1000 * 4.6e-6);
        assertPart(parts.synapticOperations(), 5000, 5000 * 0.9e-6);
        assertPart(parts.neuronUpdates(), 0, 0);
        assertThat(parts.otherUpdates()).isEqualTo(50 * 10);
        assertThat(parts.microjoules()).isCloseTo(0.0091, within(EXACT));
        assertThat(parts.operations()).isEqualTo(6000);
    }

    @Test
    void loihiUpdatesEachNeuron() {
        for (InputMacs input : InputMacs.values()) {
            EnergyParts parts = parts(new Accounting(EnergyModel.LOIHI, input));
            assertPart(parts.synapticOperations(), 5000, 5000 * 23.6e-6);
            assertPart(parts.neuronUpdates(), 500, 500 * 81e-6);
            assertThat(parts.otherUpdates()).isZero();
        }
        assertThat(EnergyModel.LOIHI.name()).contains("not like with like");
        assertThat(EnergyModel.LOIHI.source()).contains("not like with like");
    }

    private static void assertPart(EnergyParts.Part part, double count, double microjoules) {
        assertThat(part.count()).isEqualTo(count);
        assertThat(part.microjoules()).isCloseTo(microjoules, within(EXACT));
    }

    @Test
    void aModelIsFoundByItsKey() {
        for (EnergyModel model : EnergyModel.ALL) {
            assertThat(EnergyModel.named(model.key())).isSameAs(model);
        }
        assertThat(EnergyModel.named("TrueNorth")).isSameAs(EnergyModel.STANDARD);
    }

    /** Of 100 images, of which the CNN has 91 right. */
    private static RunSnapshot run(int... right) {
        int[][] answers = new int[100][right.length];
        for (int t = 0; t < right.length; t++) {
            for (int[] answer : answers) {
                answer[t] = right[t] < 0 ? StoredVotes.UNKNOWN : 0;
            }
        }
        return new RunSnapshot(
                100,
                100,
                right.length,
                91,
                Arrays.stream(right).map(count -> Math.max(count, 0)).toArray(),
                new int[right.length],
                answers,
                new int[100],
                new float[0],
                List.of(),
                new Cost(1, 1, 1, 1, 1L));
    }

    private static int withinFrom(int... right) {
        return run(right).withinFrom(RunSnapshot.ONE_POINT);
    }

    @Test
    void withinOnePointIsForGood() {
        assertThat(withinFrom(50, 90, 89, 90, 95, 90)).as("touched at 2, left at 3").isEqualTo(4);
        assertThat(withinFrom(95, 91, 90)).as("above it is within it").isEqualTo(1);
        assertThat(withinFrom(50, 91, 89)).as("not at the end").isZero();
        assertThat(withinFrom(50, 60, 90)).as("only at the end").isEqualTo(3);
        assertThat(withinFrom(-1, 50, -1, 90, -1, 91)).as("a closed form at 2, 4, 6").isEqualTo(4);
    }
}
