package org.eccexplorer.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProblemGroupsTest {
    private static Problem problem(String where, String why) {
        return new Problem(Problem.Kind.UNSUPPORTED, where, "It cannot be read", why, "Change it");
    }

    @Test
    void oneReasonIsSaidOnce() {
        List<Problem> groups =
                ProblemGroups.byReason(
                        List.of(problem("a", "silu"), problem("b", "tanh"), problem("c", "silu")));
        assertThat(groups).hasSize(2);
        assertThat(groups.getFirst().where()).isEqualTo("a");
        assertThat(groups.getFirst().what())
                .isEqualTo("It cannot be read (and 1 more for the same reason)");
        assertThat(groups.getLast()).isEqualTo(problem("b", "tanh"));
    }
}
