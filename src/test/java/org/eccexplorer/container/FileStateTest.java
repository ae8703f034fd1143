package org.eccexplorer.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.eccexplorer.Resources;
import org.eccexplorer.array.DataFile;
import org.eccexplorer.array.Npz;
import org.eccexplorer.array.Selection;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** F12, D21: a file that is written or replaced while it is read is noticed. */
class FileStateTest {
    @TempDir private Path folder = Path.of("");

    private static void assertChanged(ThrowingCallable reading, String why) {
        ProblemException e = catchThrowableOfType(ProblemException.class, reading);
        assertThat(e).isNotNull();
        Problem problem = e.problems().getFirst();
        assertThat(problem.kind()).isEqualTo(Problem.Kind.CORRUPT);
        assertThat(problem.what()).isEqualTo("The file was changed while being read");
        assertThat(problem.why()).contains(why);
    }

    private Path file() throws IOException {
        Path file = Files.write(folder.resolve("data.bin"), new byte[100]);
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000_000_000L));
        return file;
    }

    @Test
    void whatStaysIsNotRefused() throws IOException {
        FileState state = FileState.of(file());
        assertThatCode(state::requireUnchanged).doesNotThrowAnyException();
    }

    @Test
    void anotherLengthIsNoticed() throws IOException {
        Path file = file();
        FileState state = FileState.of(file);
        Files.write(file, new byte[101]);
        assertChanged(state::requireUnchanged, "it had 100 bytes, now it has 101");
    }

    @Test
    void otherBytesOfTheSameLengthAreNoticed() throws IOException {
        Path file = file();
        FileState state = FileState.of(file);
        Files.write(file, new byte[100]);
        assertChanged(state::requireUnchanged, "it was written at 2001-09-09T01:46:40Z, now at");
    }

    @Test
    void anotherFileOfTheSameLengthAndTimeIsNoticed() throws IOException {
        Path file = file();
        FileState state = FileState.of(file);
        assumeTrue(state.key() != null);
        Path other = Files.write(folder.resolve("other"), new byte[100]);
        Files.setLastModifiedTime(other, state.modified());
        Files.delete(file);
        Files.move(other, file);
        assertChanged(state::requireUnchanged, "another file has taken its place");
    }

    @Test
    void whatIsGoneIsNoticed() throws IOException {
        Path file = file();
        FileState state = FileState.of(file);
        Files.delete(file);
        assertChanged(state::requireUnchanged, "it is no longer there");
    }

    /** Tables, IDX, CIFAR and NPY are read as streams, some of them several times. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void streamsAreHeldAgainstWhatWasLookedAtFirst(boolean before) throws Exception {
        Path file = file();
        DataFile data = DataFile.of(file);
        if (before) {
            Files.write(file, new byte[100]);
        }
        assertChanged(
                () ->
                        data.read(in -> {
                            in.readNBytes(50);
                            Files.write(file, new byte[100]);
                            return in.readNBytes(50);
                        }),
                "it was written at");
    }

    @Test
    void arraysOfAnArchiveBelongTogether() throws Exception {
        Path file = folder.resolve("io.npz");
        Files.copy(Resources.path("keras/seq.keras.io.npz"), file);
        assertChanged(
                () -> {
                    try (Npz npz = Npz.open(file)) {
                        String first = npz.names().iterator().next();
                        npz.rows(first, Selection.all(file.toString(), 1));
                        Files.setLastModifiedTime(file, FileTime.fromMillis(1));
                    }
                },
                "it was written at");
    }

    @Test
    void rowsOfHdfAreOfOneFile() throws Exception {
        Path file = folder.resolve("images.h5");
        Files.copy(Resources.path("dataset/images.h5"), file);
        assertChanged(
                () -> {
                    try (HdfContainer hdf = HdfContainer.open(file)) {
                        assertThat(hdf.children("/")).isNotEmpty();
                        Files.setLastModifiedTime(file, FileTime.fromMillis(1));
                    }
                },
                "it was written at");
    }
}
