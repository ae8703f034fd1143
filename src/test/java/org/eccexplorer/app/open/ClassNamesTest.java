package org.eccexplorer.app.open;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eccexplorer.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names of classes as users write them. */
class ClassNamesTest {
    @TempDir private Path folder = Path.of("");

    @Test
    void aNamePerLineOrBetweenCommas() {
        assertThat(ClassNames.parse(" cat \n\n dog\r\nhorse, grey\n"))
                .containsExactly("cat", "dog", "horse, grey");
        assertThat(ClassNames.parse("cat, dog ,, horse")).containsExactly("cat", "dog", "horse");
        assertThat(ClassNames.parse(" \n ")).isEmpty();
        assertThat(ClassNames.parse(ClassNames.written(List.of("a, b", "c"))))
                .containsExactly("a, b", "c");
    }

    @Test
    void asManyAsOutputsOrNone() {
        assertThat(ClassNames.refusal(List.of(), 3)).isEmpty();
        assertThat(ClassNames.refusal(List.of("a", "a", "c"), 3)).isEmpty();
        assertThat(ClassNames.refusal(List.of("a"), 3))
                .contains("The model has 3 outputs, and there are only 1 name.");
        assertThat(ClassNames.refusal(List.of("a", "b"), 1))
                .contains("The model has 1 output, but there are 2 names.");
    }

    @Test
    void aFileThatIsNoTextIsExplained() throws Exception {
        Path file = folder.resolve("names.txt");
        Files.writeString(file, "cat\ndog");
        assertThat(ClassNames.parse(ClassNames.read(file))).containsExactly("cat", "dog");
        Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe, 0});
        assertThatThrownBy(() -> ClassNames.read(file))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("no text");
        assertThatThrownBy(() -> ClassNames.read(folder.resolve("none.txt")))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void anExperimentRefusesNamesThatDoNotFit() throws Exception {
        Experiment digits = Experiment.sample("digits", 3);
        assertThatThrownBy(() ->
                        Experiment.open(
                                digits.model(), ImageChoice.of(digits).named(List.of("a", "b"))))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("do not fit");
        Experiment more = digits.withImages(5);
        assertThat(more.test().count()).isEqualTo(5);
        assertThat(more.classNames()).isEqualTo(digits.classNames());
        assertThat(more.calibrationSource()).isEqualTo(digits.calibrationSource());
        assertThat(more.withClassNames(List.of()).className(3)).isEqualTo("3");
    }
}
