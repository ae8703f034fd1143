package org.eccexplorer.keras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eccexplorer.keras.Attempt.assertSays;
import static org.eccexplorer.keras.Attempt.problem;
import static org.eccexplorer.keras.Attempt.problems;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.eccexplorer.problem.Problem.Kind;
import org.eccexplorer.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that are no models, told by their content and named by what they are. */
class KerasFileTest {
    @TempDir private Path folder = Path.of("");

    @Test
    void refusesAnEmptyFile() {
        assertSays(problem(""), Kind.CORRUPT, "empty", "0 bytes");
    }

    @Test
    void refusesFilesOfNoKnownKind() {
        byte[] random = new byte[1_000_000];
        new Random(1).nextBytes(random);
        random[0] = 'x';
        assertSays(problem("x"), Kind.UNSUPPORTED, "not a Keras model");
        assertSays(problem("PK"), Kind.UNSUPPORTED, "not a Keras model");
        assertSays(problem(random), Kind.UNSUPPORTED, "neither an HDF5 file nor a .keras archive");
    }

    static Stream<Arguments> filesOfOthers() {
        return Stream.of(
                arguments("<!DOCTYPE html><html>", "web page"),
                arguments("  <html lang='en'>", "web page"),
                arguments("version https://git-lfs.github.com/spec/v1\n", "Git LFS"),
                arguments("{\"error\": \"not found\"}", "server's error message"),
                arguments("{\"metadata\": {}, \"weight_map\": {}}", "several files"),
                arguments("{\"class_name\": \"Sequential\"}", "JSON"),
                arguments("\u0080\u0002\u008a\nl", "pickle"),
                arguments("\u0008\u0001\u0012\u0010x", "SavedModel"),
                arguments("\u001c\0\0\0TFL3", "TensorFlow Lite"),
                arguments("\u0040\u0001\0\0\0\0\0\0{\"w\":{}}", "safetensors"),
                arguments("\0\0\0\0\0\0\0\u0080{\"w\":{}}", "safetensors"),
                arguments("\u0093NUMPY\u0001", "NumPy"),
                arguments("\u001f\u008b\u0008", "gzip"));
    }

    @ParameterizedTest
    @MethodSource("filesOfOthers")
    void namesFilesOfOthers(String content, String word) {
        assertSays(problem(content.getBytes(StandardCharsets.ISO_8859_1)), Kind.UNSUPPORTED, word);
    }

    @ParameterizedTest
    @CsvSource({
        "archive/data.pkl, PyTorch checkpoint",
        "m/saved_model.pb, SavedModel",
        "x_test.npy, NumPy archive",
        "model.keras, Unpack it",
        "a.txt, no config.json"
    })
    void namesArchivesOfOthers(String member, String words) {
        byte[] archive = Forgery.archive(Map.of(member, new byte[] {1}));
        assertSays(problem(archive), Kind.UNSUPPORTED, words);
    }

    @Test
    void namesFolders() throws IOException {
        assertSays(problems(folder).getFirst(), Kind.UNREADABLE, "folder");
        Files.createFile(folder.resolve("saved_model.pb"));
        assertSays(problems(folder).getFirst(), Kind.UNSUPPORTED, "SavedModel");
    }

    @Test
    void refusesFilesThatAreNotThere() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("gone"));
        assertSays(problems(folder.resolve("none.h5")).getFirst(), Kind.UNREADABLE, "no such file");
        assertSays(problems(link).getFirst(), Kind.UNREADABLE, "the link points to nothing");
    }

    @Test
    void refusesFilesThatMayNotBeRead() throws IOException {
        Path locked = Files.write(folder.resolve("locked.h5"), new byte[] {1});
        boolean barred = locked.toFile().setReadable(false) && !Files.isReadable(locked);
        // Root may read all files but those of the kernel that refuse even that.
        Path file = barred ? locked : Path.of("/proc/self/mem");
        assumeTrue(barred || Files.exists(file));
        assertSays(problems(file).getFirst(), Kind.UNREADABLE, "The model cannot be read");
    }

    @Test
    void doesNotWaitForPipesAndDevices() throws IOException, InterruptedException {
        assumeTrue(Files.exists(Path.of("/dev/zero")));
        Path pipe = folder.resolve("pipe");
        assumeTrue(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0);
        assertSays(problems(pipe).getFirst(), Kind.UNREADABLE, "not a regular file");
        assertSays(
                problems(Path.of("/dev/zero")).getFirst(), Kind.UNREADABLE, "not a regular file");
    }

    @ParameterizedTest
    @CsvSource({"seq.keras", "seq.h5"})
    void readsFilesOfAnyName(String fixture) throws IOException, ProblemException {
        Path deep = folder.resolve("n".repeat(200)).resolve("m".repeat(200));
        Path file = Files.createDirectories(deep).resolve("модель 100% – ü #1.txt");
        Files.write(file, Fixtures.bytes(fixture));
        assertThat(KerasModels.read(file).network().nodes()).hasSize(12);
    }
}
