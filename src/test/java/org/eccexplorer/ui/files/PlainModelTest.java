package org.eccexplorer.ui.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlainModelTest {
    private static final Path SAMPLE =
            Path.of(System.getProperty("ecc.home", "."), "sample-models", "fashion-mnist");

    private static final Path MODEL = SAMPLE.resolve("fashion-cnn.h5");
    private static final Path IMAGES = SAMPLE.resolve("calibration-images-idx3-ubyte.gz");

    @TempDir private Path folder = Path.of("");

    @Test
    void aModelWithImagesIsReadInAnyOrder() {
        Optional<PlainModel> read = PlainModel.read(List.of(IMAGES, MODEL));
        assertThat(read).isPresent();
        assertThat(read.get().experiment().test().count()).isEqualTo(500);
        assertThat(read.get().model().file()).isEqualTo(MODEL);
        assertThat(read.get().images().data()).isEqualTo(IMAGES.toString());
    }

    @Test
    void whatHasToBeAskedOrExplainedIsLeftToAWindow() throws Exception {
        Path damaged = folder.resolve("damaged.h5");
        Files.write(damaged, new byte[100]);
        Path session = Files.write(folder.resolve("a.eccx"), new byte[10]);
        for (List<Path> files :
                List.of(
                        List.of(MODEL),
                        List.of(IMAGES),
                        List.of(damaged, IMAGES),
                        List.of(MODEL, folder.resolve("missing.npz")),
                        List.of(session, MODEL, IMAGES))) {
            assertThat(PlainModel.read(files)).as(files.toString()).isEmpty();
        }
    }
}
