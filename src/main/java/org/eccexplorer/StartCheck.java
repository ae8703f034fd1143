package org.eccexplorer;

import java.util.Optional;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.text.Texts;

/** Whether the JVM was started with all that the program needs. */
final class StartCheck {
    private static final String VECTORS = "jdk.incubator.vector";

    private StartCheck() {}

    /**
     * What is missing. To be asked before the first class that computes with vectors is loaded:
     * that would end with an error of the JVM's that says nothing to a user.
     */
    static Optional<Problem> problem() {
        if (ModuleLayer.boot().findModule(VECTORS).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(
                new Problem(
                        Problem.Kind.UNREADABLE,
                        "Java " + Runtime.version(),
                        Texts.text("launch.noVectors", VECTORS),
                        Texts.text("launch.noVectors.why"),
                        Texts.text("launch.noVectors.remedy", VECTORS)));
    }
}
