package org.eccexplorer.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.eccexplorer.Resources;
import org.eccexplorer.array.NpyArray;
import org.eccexplorer.array.NpzWriter;
import org.eccexplorer.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a user can get wrong on the command line: one line that says so, and its exit code. */
class BadInputTest {
    @TempDir private Path folder = Path.of("");

    private static void assertFails(int code, String words, String... arguments) {
        Ecc ecc = Ecc.run(arguments);
        assertThat(ecc.err()).startsWith("ecc: ").contains(words).doesNotContain("\tat ");
        assertThat(ecc.code()).as(ecc.err()).isEqualTo(code);
        assertThat(ecc.out()).isEmpty();
    }

    /** C2 to C4: what cannot be parsed or is out of range. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "run --nonsense|Unknown option: '--nonsense'",
                "nonsense|'nonsense'",
                "run --timesteps|Missing required parameter",
                "run --timesteps 1e3|it is 1e3",
                "run --timesteps 0|--timesteps: The value cannot be used: it is 0",
                "run --timesteps -1|Give 1 to 100000",
                "run --timesteps 99999999999|it is 99999999999",
                "run --theta 1,5|it is 1,5. Give 0 to 1",
                "run --theta NaN|--theta: The value cannot be used: it is NaN",
                "run --theta=|--theta: The value cannot be used: it is empty. Give",
                "find --sample digits --out /nowhere/x --within NaN|--within: The value cannot be used: it is NaN",
                "run --theta 2|it is 2. Give 0 to 1",
                "run --kappa -1|it is -1. Give above 0",
                "run --bits 1|it is 1. Give 0 or 2 to 16",
                "run --epsilon Infinity|it is Infinity",
                "run --leak -0.1|it is -0.1. Give 0 to below 1",
                "run --leak 1|it is 1. Give 0 to below 1",
                "compare --leak NaN|it is NaN. Give 0 to below 1",
                "run --leak much|it is much",
                "run --extension -2|--extension: The value cannot be used: it is -2",
                "compare --extension 100001|Give -1 to 100000",
                "run --extension 1.5|it is 1.5",
                "compare --unrounded=perhaps|'perhaps' is not a boolean",
                "run --lambda p0|it is p0. Give max",
                "run --lambda px|it is px",
                "run --lambda half|Give max, or a percentile such as p99.9",
                "run --lambda-scope pixel|Give layer or channel",
                "run --limit 0|--limit",
                "run --threads 0|Give 1 to 1024",
                "run --threads 1000000|it is 1000000",
                "run --at 300 --timesteps 256|the run has no timestep 300",
                "run --mode sometimes|Write simulate or closed-form",
                "run --model x.keras|Add --data",
                "run --data x.npz|Add --model",
                "run --sample digits --calibration x.npz|Add --model",
                "compare --combinations cn+magic|cn+magic",
                "verify x.keras|'--against=FILE.npz#IN,OUT'",
                "verify x.keras --against y.npz --tolerance NaN|--tolerance: The value cannot be used: it is NaN",
                "run --sample nothing|no bundled model",
                "open --sample nothing|no bundled model",
                "run --figure-width 88|--figure-width: The value cannot be used: it is of use only",
                "run --font-size 3|Add --charts",
                "compare --untitled|Add --charts",
                "compare --no-legend|Add --charts",
                "run --size 8x8x3|Add --model",
                "run --weights w.h5|Add --model",
                "inspect x.keras --size 8x8|32x32x3",
                "inspect x.keras --size 0x8x3|32x32x3",
                "inspect|'MODEL'"
            })
    void usageErrorsLeaveWithTwo(String line, String words) {
        assertFails(2, words, line.split(" "));
    }

    /** C5 and C6: files that are not there or cannot be written. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "inspect /nowhere/model.keras|3|there is no such file",
                "run --model /nowhere/m.h5 --data x|3|there is no such file",
                "run --model MODEL --data /nowhere/x.npz|3|there is no such file",
                "verify /nowhere/m.h5 --against x.npz|3|there is no such file",
                "inspect DATA|4|compressed with gzip",
                "run --model MODEL --data MODEL|4|kind of data file is not known",
                "run --limit 1 --out DATA|7|cannot be written to",
                "run --limit 1 --out DATA/below|7|cannot be written to",
                "compare --limit 1 --out DATA|7|cannot be written to",
                "export --limit 1 --out DATA|7|cannot be written to"
            })
    void fileProblemsHaveTheirCodes(String line, int code, String words) {
        String model = Ecc.sample("fashion-cnn.keras").toString();
        String data = Ecc.sample("test-images-idx3-ubyte.gz").toString();
        String[] arguments =
                Stream.of(line.split(" "))
                        .map(word -> word.replace("MODEL", model).replace("DATA", data))
                        .toArray(String[]::new);
        assertFails(code, words, arguments);
    }

    @Test
    void devicesAndFilesOfTheKernelAreRefused() {
        assumeTrue(Files.exists(Path.of("/dev/zero")) && Files.exists(Path.of("/proc")));
        assertFails(3, "not a regular file", "inspect", "/dev/zero");
        assertFails(7, "cannot be written to", "run", "--limit", "1", "--out", "/proc/ecc");
    }

    /** What is wrong inside a file decides between 4, 5 and 6. */
    @Test
    void contentsHaveTheirCodes() throws IOException {
        String lambda = Resources.path("keras/lambda.keras").toString();
        assertFails(4, "lambda (Lambda): This layer cannot be read", "inspect", lambda);
        String bomb = Resources.path("keras/traps/chunk_bomb.h5").toString();
        assertFails(6, "chunks far larger", "inspect", bomb);
        byte[] whole = Files.readAllBytes(Resources.path("keras/seq.h5"));
        Path cut = folder.resolve("cut.h5");
        Files.write(cut, Arrays.copyOf(whole, whole.length / 2));
        assertFails(5, "The file is truncated", "inspect", cut.toString());
        String model = Ecc.sample("fashion-cnn.keras").toString();
        Path data = folder.resolve("x-images-idx3-ubyte");
        Files.write(data, new byte[] {3, 8, 0, 0, 1, 0, 0, 0});
        assertFails(5, "not an IDX file", "run", "--model", model, "--data", data.toString());
    }

    /** C9: a name that the system cannot have is no bug of the program. */
    @Test
    void impossibleNamesAreRefused() {
        String model = Ecc.sample("fashion-cnn.keras").toString();
        assertFails(3, "no file can have this name", "run", "--model", model, "--data", "a\0b");
        assertFails(2, "'a?b'", "inspect", "a\0b");
        assertFails(3, "no file can have this name", "verify", model, "--against", "a\0b#in0,out0");
    }

    /** All that stands in the way is named in one go, a line for each reason. */
    @Test
    void everyRefusalHasItsLine() {
        Ecc ecc = Ecc.run("inspect", Resources.path("torch/normalised.onnx").toString());
        assertThat(ecc.code()).isEqualTo(4);
        assertThat(ecc.err().lines()).hasSizeGreaterThan(1).allMatch(l -> l.startsWith("ecc: "));
    }

    /** D17: bytes given to a model that does not rescale them are used, with a warning. */
    @Test
    void suspiciousValuesAreWarnedOf() throws ProblemException {
        float[] bright = new float[28 * 28];
        bright[400] = 255;
        Path data = folder.resolve("bright.npz");
        NpzWriter.write(data, Map.of("x", NpyArray.of(bright, 1, 28, 28)));
        Ecc ecc =
                Ecc.run(
                        "run",
                        "--model",
                        Ecc.sample("fashion-cnn.keras").toString(),
                        "--data",
                        data.toString(),
                        "--timesteps",
                        "4");
        assertThat(ecc.code()).isZero();
        assertThat(ecc.err()).contains("ecc: warning: bright.npz: values from 0.000 to 255.0");
    }
}
