package org.eccexplorer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is given is looked at before anything long is done. */
final class GivenValuesTest {
    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "run --sample digits --out |",
                "run --model m.keras --data |",
                "run --sample digits --at 1,2,|",
                "run --sample digits --calibration x.npz|",
                "run --sample digits --calibration |",
                "run --sample digits --data x.npz|",
                "run --sample digits --out a\uFFFDb|",
                "inspect a\uFFFDb.keras|",
                "inspect |",
                "compare --sample digits --at 4,|",
                "find --sample digits --out x --vary a,|",
                "export --sample digits --out |",
                "screenshot --out |",
                "paper --out |"
            })
    void isRefusedAsUsage(String line) {
        String[] arguments = line.substring(0, line.length() - 1).split(" ", -1);
        Ecc result = Ecc.run(arguments);
        assertThat(result.code()).as(result.err()).isEqualTo(2);
        assertThat(result.err()).startsWith("ecc: ").doesNotContain("\tat ");
        assertThat(result.out()).isEmpty();
    }

    @Test
    void aPictureGoesNowhereOnlyAfterALook() throws Exception {
        for (Path out : new Path[] {folder, folder.resolve("none/a.png")}) {
            long start = System.nanoTime();
            Ecc result = Ecc.run("screenshot", "--out", out.toString());
            assertThat(result.code()).as(result.err()).isEqualTo(7);
            assertThat(System.nanoTime() - start).isLessThan(2_000_000_000L);
        }
        assertThat(Files.list(folder)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"escape-in-name.onnx", "escape-in-descr.npy"})
    void aFileSaysNothingByItself(String name) {
        Path file =
                Path.of(
                        System.getProperty("ecc.home", "."),
                        "src/test/resources/org/eccexplorer/damaged",
                        name);
        String model =
                Path.of(System.getProperty("ecc.home", "."), "sample-models/digits/digits.keras")
                        .toString();
        Ecc result =
                name.endsWith(".onnx")
                        ? Ecc.run("inspect", file.toString())
                        : Ecc.run("run", "--model", model, "--data", file.toString());
        assertThat(result.err().lines()).hasSize(1);
        assertThat(result.out() + result.err().strip()).doesNotContainPattern("[\\p{Cc}&&[^\\n]]");
    }
}
