package org.eccexplorer.app.open;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.eccexplorer.Resources;
import org.eccexplorer.app.run.Settings;
import org.eccexplorer.app.session.SavedSession;
import org.eccexplorer.app.session.SessionFile;
import org.eccexplorer.app.session.SessionState;
import org.eccexplorer.dataset.DataSets;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * M16, M53, D4: every file that the tests have, damaged in a few ways each: it opens, or it is
 * refused with a complete problem, and soon. The same damage at every run; a failure names it.
 */
class DamagedFixturesTest {
    private static final int SEED = 20;
    private static final int HEADER = 2048;
    private static final long MOST_SECONDS = 20;

    @TempDir private Path folder = Path.of("");

    private interface Opening {
        void open(Path file) throws ProblemException;
    }

    private static List<Path> files(Path folder, String names) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().matches(names)).sorted().toList();
        }
    }

    /** Cut off, or with some bits or bytes other than they were, more often near the beginning. */
    private static byte[] damaged(byte[] good, Random random) {
        if (random.nextInt(6) == 0) {
            return Arrays.copyOf(good, random.nextInt(good.length));
        }
        byte[] bad = good.clone();
        int places = 1 + (random.nextInt(3) == 0 ? random.nextInt(4) : 0);
        for (int i = 0; i < places; i++) {
            boolean early = random.nextInt(3) == 0;
            int at = random.nextInt(early ? Math.min(good.length, HEADER) : good.length);
            switch (random.nextInt(5)) {
                case 0 -> bad[at] = (byte) 0xff;
                case 1 -> bad[at] = 0;
                case 2 -> Arrays.fill(bad, at, Math.min(bad.length, at + 8), (byte) 0x7f);
                default -> bad[at] ^= (byte) (1 << random.nextInt(8));
            }
        }
        return bad;
    }

    private int refusals(List<Path> files, int each, Opening opening) throws Exception {
        assertThat(files).isNotEmpty();
        int refused = 0;
        for (Path file : files) {
            byte[] good = Files.readAllBytes(file);
            Random random = new Random(SEED);
            Path copy = folder.resolve("damaged-" + file.getFileName());
            for (int i = 0; i < each; i++) {
                Files.write(copy, damaged(good, random));
                refused += isRefused(copy, opening, file + ", damage " + i) ? 1 : 0;
            }
            Files.delete(copy);
        }
        return refused;
    }

    private static boolean isRefused(Path file, Opening opening, String which) throws Exception {
        Callable<Boolean> attempt =
                () -> {
                    try {
                        opening.open(file);
                        return false;
                    } catch (ProblemException e) {
                        e.problems().forEach(problem -> assertComplete(problem, which));
                        return true;
                    }
                };
        FutureTask<Boolean> task = new FutureTask<>(attempt);
        Thread.ofPlatform().daemon().start(task);
        try {
            return task.get(MOST_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new AssertionError("no end: " + which, e);
        } catch (ExecutionException e) {
            throw new AssertionError(which, e.getCause());
        }
    }

    private static void assertComplete(Problem problem, String which) {
        assertThat(problem.where()).as(which).isNotBlank();
        assertThat(problem.what()).as(which).isNotBlank();
        assertThat(problem.why()).as(which).isNotBlank();
        assertThat(problem.remedy()).as(which).isNotBlank();
        assertThat(problem.message()).as(which).doesNotContain("\n").hasSizeLessThan(1500);
    }

    @Test
    void modelsOfKeras() throws Exception {
        List<Path> files = files(Resources.path("keras"), ".*\\.(keras|h5|json)");
        assertThat(refusals(files, 6, LoadedModel::open)).isGreaterThan(files.size());
    }

    @Test
    void modelsOfPyTorch() throws Exception {
        List<Path> files = files(Resources.path("torch"), ".*\\.(pt2|onnx)");
        assertThat(refusals(files, 40, LoadedModel::open)).isGreaterThan(files.size());
    }

    @Test
    void images() throws Exception {
        List<Path> files = new ArrayList<>(files(Resources.path("dataset"), ".*\\.h5"));
        files.addAll(files(Resources.path("keras"), ".*seq\\.(keras|h5)\\.io\\.npz"));
        Path made = Files.createDirectory(folder.resolve("made"));
        byte[] pixels = new byte[20 * 8 * 8];
        new Random(SEED).nextBytes(pixels);
        ByteBuffer idx = ByteBuffer.allocate(16 + pixels.length);
        idx.putInt(0x803).putInt(20).putInt(8).putInt(8).put(pixels);
        files.add(Files.write(made.resolve("a-images-idx3-ubyte"), idx.array()));
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(idx.array());
        }
        files.add(Files.write(made.resolve("b-images-idx3-ubyte.gz"), packed.toByteArray()));
        files.add(Files.write(made.resolve("c.bin"), new byte[3 * 3073]));
        Opening opening = file -> DataSets.open(file.toString(), null, 1000);
        assertThat(refusals(files, 60, opening)).isGreaterThan(files.size());
    }

    @Test
    void sessions() throws Exception {
        Path file = folder.resolve("whole.eccx");
        SessionFile.write(
                file,
                SessionState.of(Experiment.sample("digits", 2), Settings.standard(), Set.of()));
        assertThat(refusals(List.of(file), 300, damaged -> SavedSession.read(damaged).open()))
                .isGreaterThan(200);
    }
}
