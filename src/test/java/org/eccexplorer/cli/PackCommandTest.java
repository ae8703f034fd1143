package org.eccexplorer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eccexplorer.app.session.ClassPack;
import org.eccexplorer.app.session.PackReader;
import org.eccexplorer.app.session.WindowPart;
import org.eccexplorer.lesson.ShippedLessons;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ecc pack} writes what it was told to. */
class PackCommandTest {
    @TempDir private Path folder = Path.of("");

    private Path out() {
        return folder.resolve("class.eccx");
    }

    private Ecc pack(String... options) {
        List<String> all = new ArrayList<>(List.of("pack", "--out", out().toString()));
        all.addAll(List.of(options));
        return Ecc.run(all.toArray(new String[0]));
    }

    @Test
    void itHoldsModelImagesLessonsNotesAndSettings() throws Exception {
        Path mine = folder.resolve("my own.md");
        Files.writeString(mine, ShippedLessons.text(1).replace("title: One neuron", "title: Mine"));
        Path notes = folder.resolve("notes.txt");
        Files.writeString(notes, "Begin slowly.\n");
        Path digits = Ecc.sample("").resolveSibling("digits");
        Ecc made =
                pack(
                        "--model",
                        digits.resolve("digits.keras").toString(),
                        "--data",
                        digits.resolve("digits.npz").toString(),
                        "--calibration",
                        digits.resolve("calibration.npz").toString(),
                        "--images",
                        "9",
                        "--seed",
                        "4",
                        "--draw",
                        "--timesteps",
                        "32",
                        "--lambda",
                        "p99.9",
                        "--lessons",
                        "3," + mine,
                        "--hide",
                        "cost,feature-maps",
                        "--notes",
                        notes.toString(),
                        "--title",
                        "Monday");
        assertThat(made.code()).as(made.err()).isZero();
        assertThat(made.out()).contains("digits.keras, 9 images, 2 lessons, 2 parts hidden");
        ClassPack pack = PackReader.read(out(), folder.resolve("cache")).orElseThrow();
        assertThat(pack.title()).isEqualTo("Monday");
        assertThat(pack.notes()).isEqualTo("Begin slowly.\n");
        assertThat(pack.lessons())
                .extracting(lesson -> lesson.title())
                .containsExactly("What stays in the membrane", "Mine");
        assertThat(pack.lessons())
                .extracting(lesson -> lesson.id())
                .containsExactly("3", "my_own.md");
        var state = pack.session().open().state();
        assertThat(state.hidden())
                .containsExactlyInAnyOrder(WindowPart.COST, WindowPart.FEATURE_MAPS);
        assertThat(state.settings().timesteps()).isEqualTo(32);
        assertThat(state.settings().seed()).isEqualTo(4);
        assertThat(state.settings().conversion().lambdaPercentile()).isEqualTo(99.9);
        byte[] first = Files.readAllBytes(out());
        assertThat(pack("--sample", "digits", "--images", "3").code()).isEqualTo(2);
        assertThat(Files.readAllBytes(out())).isEqualTo(first);
        assertThat(pack("--sample", "digits", "--images", "3", "--force").code()).isZero();
        assertThat(PackReader.read(out(), folder.resolve("cache")).orElseThrow().lessons())
                .hasSize(ShippedLessons.COUNT);
    }

    @Test
    void whatCannotBePackedIsRefused() throws Exception {
        assertThat(pack("--lessons", "9").err()).contains("Choose one from 1 to 8");
        assertThat(pack("--hide", "everything").err()).contains("--hide", "feature-maps");
        assertThat(pack("--images", "0").code()).isEqualTo(2);
        assertThat(pack("--lessons", folder.resolve("none.md").toString()).code()).isEqualTo(3);
        assertThat(pack("--notes", folder.resolve("none.txt").toString()).code()).isEqualTo(3);
        Path broken = folder.resolve("broken.md");
        Files.writeString(broken, ShippedLessons.text(1).replace("@charts", "@pictures"));
        Ecc refused = pack("--sample", "digits", "--lessons", broken.toString());
        assertThat(refused.code()).isEqualTo(5);
        assertThat(refused.err()).contains("broken.md, line ");
        assertThat(out()).doesNotExist();
    }
}
