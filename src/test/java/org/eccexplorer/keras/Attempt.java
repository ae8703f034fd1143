package org.eccexplorer.keras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eccexplorer.TimeLimit;
import org.eccexplorer.network.TrainedModel;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.problem.Problem.Kind;
import org.eccexplorer.problem.ProblemException;

/** Attempts to open files that are wrong: typed problems within seconds, and nothing else. */
final class Attempt {
    /** Seconds of the processor. */
    static final long MOST = 5;

    private Attempt() {}

    /** What is wrong with a file. */
    static List<Problem> problems(Path file) {
        ProblemException e =
                TimeLimit.assertWithin(
                        MOST,
                        () ->
                                catchThrowableOfType(
                                        ProblemException.class, () -> KerasModels.read(file)));
        assertThat(e).as("a problem with %s", file).isNotNull();
        assertThat(e.problems()).isNotEmpty().allSatisfy(Attempt::assertComplete);
        return e.problems();
    }

    static List<Problem> problems(byte[] content) {
        try {
            Path file = written(content);
            try {
                return problems(file);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The only problem of a file. */
    static Problem problem(byte[] content) {
        List<Problem> problems = problems(content);
        assertThat(problems).hasSize(1);
        return problems.getFirst();
    }

    static Problem problem(String content) {
        return problem(content.getBytes(StandardCharsets.UTF_8));
    }

    /** Opens a file that is odd but right. */
    static TrainedModel model(byte[] content) throws ProblemException {
        try {
            Path file = written(content);
            try {
                return KerasModels.read(file);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file of no telling name. */
    static Path written(byte[] content) throws IOException {
        return Files.write(Files.createTempFile("attempt", ".bin"), content);
    }

    static void assertComplete(Problem problem) {
        assertThat(problem.where()).isNotBlank();
        assertThat(problem.what()).isNotBlank();
        assertThat(problem.why()).isNotBlank();
        assertThat(problem.remedy()).isNotBlank();
        assertThat(problem.message()).doesNotContain("\n").hasSizeLessThan(1500);
    }

    /** The problem is of a kind and says these words. */
    static void assertSays(Problem problem, Kind kind, String... words) {
        assertThat(problem.message()).contains(words);
        assertThat(problem.kind()).as(problem.message()).isEqualTo(kind);
    }
}
