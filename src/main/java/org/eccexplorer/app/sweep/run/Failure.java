package org.eccexplorer.app.sweep.run;

import java.io.Serializable;
import org.eccexplorer.problem.Problem;

/**
 * Why a run could not be done, in texts that travel between processes.
 *
 * @param kind of the problem
 */
public record Failure(String kind, String where, String what, String why, String remedy)
        implements Serializable {
    static Failure of(Problem problem) {
        return new Failure(
                problem.kind().name(),
                problem.where(),
                problem.what(),
                problem.why(),
                problem.remedy());
    }
}
