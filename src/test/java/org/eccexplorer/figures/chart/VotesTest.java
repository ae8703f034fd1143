package org.eccexplorer.figures.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.eccexplorer.figures.chart.Votes.Verdict;
import org.eccexplorer.figures.chart.Votes.Vote;
import org.junit.jupiter.api.Test;

/** The classes that an SNN votes for: in their order, told apart, and marked right or wrong. */
class VotesTest {
    private static final double[] VALUES = {0.2, 2.4, -3, 2.1, 1.6};

    @Test
    void aWrongWinnerIsMarkedWrongAndTheTruthIsAmongThem() {
        Votes votes = Votes.of(VALUES, 1, 0, 2, 3);
        assertThat(votes.all()).extracting(Vote::label).containsExactly(1, 3, 2);
        assertThat(votes.all())
                .extracting(Vote::verdict)
                .containsExactly(Verdict.WRONG, Verdict.OTHER, Verdict.TRUTH);
        assertThat(votes.all().getLast().share()).isZero();
    }

    @Test
    void aRightWinnerIsMarkedRight() {
        assertThat(Votes.of(VALUES, 1, 0, 1, 3).all().getFirst().verdict())
                .isEqualTo(Verdict.RIGHT);
        assertThat(Votes.of(VALUES, 1, 0, -1, 3).all().getFirst().verdict())
                .isEqualTo(Verdict.ANSWER);
    }

    @Test
    void valuesThatDifferLookDifferent() {
        assertThat(Votes.of(VALUES, 1, 0, 1, 2).all())
                .extracting(Vote::figure)
                .containsExactly("2.4", "2.1");
        assertThat(Votes.of(new double[] {119, 23, -32}, 0, 0, 0, 3).all())
                .extracting(Vote::figure)
                .containsExactly("119", "23", "−32");
        assertThat(Votes.of(new double[] {2, 2, 1}, 1, 0, 0, 3).all())
                .extracting(Vote::label)
                .as("equal votes: the answer first")
                .containsExactly(1, 0, 2);
    }

    @Test
    void signsTellThemApartWithoutColour() {
        assertThat(Verdict.RIGHT.sign()).isEqualTo("✓");
        assertThat(Verdict.WRONG.sign()).isEqualTo("✗");
    }
}
