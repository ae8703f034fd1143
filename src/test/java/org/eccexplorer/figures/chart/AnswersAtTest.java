package org.eccexplorer.figures.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.eccexplorer.measure.RunSnapshot;
import org.eccexplorer.measure.energy.Cost;
import org.junit.jupiter.api.Test;

class AnswersAtTest {
    /** Three images of two classes over three timesteps. */
    private static final RunSnapshot RUN =
            new RunSnapshot(
                    3,
                    3,
                    3,
                    2,
                    new int[] {1, 2, 2},
                    new int[] {1, 2, 2},
                    new int[][] {{0, 1, 1}, {1, 1, 1}, {0, 0, 1}},
                    new int[] {1, 1, 0},
                    new float[6],
                    List.of(),
                    new Cost(1, 1, 1, 1, 1L));

    @Test
    void imagesAreCountedByTruthAndAnswer() {
        AnswersAt at = AnswersAt.of(new AnswersAt.Key(RUN, 3), new int[] {1, 0, 0});
        assertThat(at.confusion()).isDeepEqualTo(new int[][] {{0, 2}, {0, 1}});
        assertThat(at.differences()).containsExactly(new AnswersAt.Difference(2, 0, 0, 1, 3, 3));
        AnswersAt first = AnswersAt.of(new AnswersAt.Key(RUN, 1), new int[] {1, 0, 0});
        assertThat(first.differences()).containsExactly(new AnswersAt.Difference(0, 1, 1, 0, 2, 3));
    }

    @Test
    void withoutLabelsTheCnnsAnswersAreTheRows() {
        AnswersAt at = AnswersAt.of(new AnswersAt.Key(RUN, 3), new int[0]);
        assertThat(at.confusion()).isDeepEqualTo(new int[][] {{0, 1}, {0, 2}});
        assertThat(at.differences().getFirst().truth()).isEqualTo(-1);
    }
}
