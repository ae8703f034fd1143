package org.eccexplorer.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.eccexplorer.problem.Problem;
import org.eccexplorer.problem.ProblemException;
import org.junit.jupiter.api.Test;

class PythonJsonTest {
    private static String objects(int count) {
        return "{\"layers\":[" + "{},".repeat(count - 2) + "{}]}";
    }

    /** M20: counted before they take their memory as a tree. */
    @Test
    void aMillionObjectsAreTooMany() throws ProblemException {
        assertThat(PythonJson.parse("x", objects(1000)).path("layers")).hasSize(999);
        ProblemException e =
                catchThrowableOfType(
                        ProblemException.class, () -> PythonJson.parse("x", objects(1_000_001)));
        Problem problem = e.problems().getFirst();
        assertThat(problem.kind()).isEqualTo(Problem.Kind.LIMIT);
        assertThat(problem.why()).contains("more than 1\u202f000\u202f000 objects");
    }
}
