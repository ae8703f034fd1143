package org.eccexplorer.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextFileTest {
    private static final int MOST = 2_000_000;

    @TempDir private Path folder;

    private static String read(Path file) throws ProblemException {
        return TextFile.read(file, MOST, "It cannot be read", "Choose another");
    }

    private static String whyNot(Path file) {
        ProblemException refusal = catchThrowableOfType(ProblemException.class, () -> read(file));
        Problem problem = refusal.problems().getFirst();
        assertThat(problem.kind()).isEqualTo(Problem.Kind.UNREADABLE);
        assertThat(problem.where()).isEqualTo(file.toString());
        assertThat(problem.what()).isEqualTo("It cannot be read");
        assertThat(problem.remedy()).isEqualTo("Choose another");
        return problem.why();
    }

    @Test
    void aTextIsReadUpToTheMostThatItMayHave() throws IOException, ProblemException {
        Path file = folder.resolve("a.yaml");
        Files.writeString(file, "λ: [p99]\n");
        assertThat(read(file)).isEqualTo("λ: [p99]\n");
        Files.write(file, new byte[MOST]);
        assertThat(read(file)).hasSize(MOST);
        Files.write(file, new byte[MOST + 1]);
        assertThat(whyNot(file)).isEqualTo("it is larger than 2 MB");
    }

    @Test
    void whatIsNoTextOrNotThereIsRefusedWithTheReason() throws IOException {
        Path file = folder.resolve("a.yaml");
        assertThat(whyNot(file)).isEqualTo("it is not there");
        Files.write(file, new byte[] {'a', (byte) 0xFF, 'b'});
        assertThat(whyNot(file)).isEqualTo("it is no text in UTF-8");
    }
}
