package org.eccexplorer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eccexplorer.lesson.ShippedLessons;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LearnCommandTest {
    @TempDir private Path folder = Path.of("");

    @Test
    void everyShippedLessonIsInOrder() throws IOException {
        for (int number = 1; number <= ShippedLessons.COUNT; number++) {
            Path file = folder.resolve("lesson.md");
            Files.writeString(file, ShippedLessons.text(number));
            Ecc checked = Ecc.run("learn", "--check", file.toString());
            assertThat(checked.err()).isEmpty();
            assertThat(checked.code()).isZero();
            assertThat(checked.out().lines()).hasSize(1);
            assertThat(checked.out())
                    .startsWith(ShippedLessons.lesson(number).title() + ": in order (");
        }
    }

    @Test
    void aBrokenLessonIsRefusedWithLineAndReason() throws IOException {
        Path file = folder.resolve("broken.md");
        Files.writeString(file, ShippedLessons.text(1).replace("@charts membrane", "@charts pie"));
        Ecc checked = Ecc.run("learn", "--check", file.toString());
        assertThat(checked.code()).isEqualTo(5);
        assertThat(checked.out()).isEmpty();
        assertThat(checked.err()).contains("broken.md, line ", "\"pie\" is unknown here");
    }

    @Test
    void aLessonThatIsNotThereCannotBeRead() {
        Ecc checked = Ecc.run("learn", "--check", folder.resolve("none.md").toString());
        assertThat(checked.code()).isEqualTo(3);
        assertThat(checked.err()).contains("none.md", "it is not there");
    }

    @Test
    void aPageThatIsTooLongIsNamed() throws IOException {
        Path file = folder.resolve("long.md");
        Files.writeString(file, ShippedLessons.text(1) + "\n" + "word ".repeat(200) + "\n");
        Ecc checked = Ecc.run("learn", "--check", file.toString());
        assertThat(checked.code()).isZero();
        assertThat(checked.out()).contains("Rate against current", "180 can be read");
    }

    @Test
    void aLessonThatDoesNotExistIsRefused() {
        assertThat(Ecc.run("learn", "9").code()).isEqualTo(2);
        assertThat(Ecc.run("learn", "0").err()).contains("Choose one from 1 to 8");
        assertThat(Ecc.run("learn", folder.resolve("none.md").toString()).code()).isEqualTo(3);
    }

    @Test
    void aPictureOfALessonSaysWhichOne() {
        String out = folder.resolve("lesson.png").toString();
        assertThat(Ecc.run("screenshot", "--scene", "lesson", "--out", out).code()).isEqualTo(2);
        assertThat(Ecc.run("screenshot", "--lesson", "3", "--out", out).code()).isEqualTo(2);
        for (String lesson : new String[] {"9", "3.9", "3.0", "x", "-1"}) {
            Ecc refused =
                    Ecc.run("screenshot", "--scene", "lesson", "--lesson=" + lesson, "--out", out);
            assertThat(refused.code()).as(lesson).isEqualTo(2);
            assertThat(refused.err()).contains("--lesson", "Write a number from 1 to 8");
        }
    }
}
