package org.eccexplorer.app.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eccexplorer.app.open.ImageChoice;
import org.eccexplorer.app.open.ModelSource;
import org.eccexplorer.app.run.DenseChoice;
import org.eccexplorer.measure.energy.Accounting;
import org.eccexplorer.measure.energy.EnergyModel;
import org.eccexplorer.measure.energy.InputMacs;
import org.eccexplorer.plot.file.FigureChoice;
import org.eccexplorer.plot.file.FigureKind;
import org.eccexplorer.plot.file.FigureStyle;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.tensor.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreferencesTest {
    private static final Accounting LOIHI =
            new Accounting(EnergyModel.LOIHI, InputMacs.EVERY_TIMESTEP);

    @TempDir private Path folder = Path.of("");

    @Test
    void theyComeBack() throws ProblemException {
        Path file = folder.resolve("new").resolve("preferences.json");
        Preferences changed =
                Preferences.standard()
                        .withTheme(Preferences.Theme.DARK)
                        .withWindow(3, 4, 1200, 800)
                        .withTextPercent(150)
                        .withDense(DenseChoice.ND4J)
                        .withAccounting(LOIHI)
                        .withFigure(
                                new FigureChoice(
                                        FigureKind.PDF, FigureStyle.STANDARD.withWidth(88)))
                        .withRecent(new Recent("a.keras", "", null, "a.npz"));
        PreferencesFile.write(file, changed);
        assertThat(PreferencesFile.read(file)).isEqualTo(changed);
        assertThat(PreferencesFile.read(file).energy().accounting()).isEqualTo(LOIHI);
    }

    @Test
    void damagedOnesAreTheStandard() throws IOException {
        Path file = Files.writeString(folder.resolve("preferences.json"), "{\"theme\": 7");
        assertThat(PreferencesFile.read(file)).isEqualTo(Preferences.standard());
        assertThat(folder.resolve("preferences.json.bad")).content().contains("\"theme\": 7");
        assertThat(file).doesNotExist();
    }

    @Test
    void figuresThatMakeNoSenseAreReplaced() throws IOException {
        Path file =
                Files.writeString(
                        folder.resolve("preferences.json"),
                        "{\"width\": -5, \"textPercent\": 900, \"height\": \"NaN\", \"later\": true, \"recent\":"
                                + " [null, {\"model\": \"\"}, {\"model\": \"\\\\\\\\gone\\\\a.eccx\"}]}");
        Preferences read = PreferencesFile.read(file);
        assertThat(read.width()).isEqualTo(1440);
        assertThat(read.height()).isEqualTo(900);
        assertThat(read.textPercent()).isEqualTo(100);
        assertThat(read.theme()).isEqualTo(Preferences.Theme.SYSTEM);
        assertThat(read.dense()).isEqualTo(DenseChoice.VECTOR);
        assertThat(read.energy().accounting()).isEqualTo(Accounting.STANDARD);
        assertThat(read.recent()).hasSize(1);
        assertThat(read.recent().getFirst().title()).isEqualTo("a.eccx");
    }

    @Test
    void aVeryLongListOfRecentOnesIsCut() throws IOException {
        StringBuilder json = new StringBuilder("{\"recent\": [");
        for (int i = 0; i < 10_000; i++) {
            json.append(i == 0 ? "" : ",").append("{\"model\": \"//server/gone/").append(i);
            json.append(".keras\", \"data\": \"d\"}");
        }
        Path file = Files.writeString(folder.resolve("preferences.json"), json.append("]}"));
        assertThat(PreferencesFile.read(file).recent()).hasSize(8);
    }

    @Test
    void recentOnesAreFewAndUnique() {
        Preferences preferences = Preferences.standard();
        for (int i = 0; i < 20; i++) {
            preferences = preferences.withRecent(new Recent("m" + i % 10, "", null, "d"));
        }
        assertThat(preferences.recent()).hasSize(8).doesNotHaveDuplicates();
        assertThat(preferences.recent().getFirst().model()).isEqualTo("m9");
    }

    /**
     * A model in parts is remembered with all of them, and what older versions wrote still reads.
     */
    @Test
    void recentModelsKeepTheirParts() throws Exception {
        Path file = folder.resolve("preferences.json");
        ModelSource source =
                new ModelSource(
                        Path.of("/m/a.json"), Path.of("/m/a.weights.h5"), new Shape(8, 8, 2));
        PreferencesFile.write(
                file,
                Preferences.standard()
                        .withRecent(Recent.model(source, ImageChoice.of(Path.of("/m/x.npz")))));
        Recent read = PreferencesFile.read(file).recent().getFirst();
        assertThat(read.source()).isEqualTo(source);
        assertThat(read.title()).isEqualTo("a.json + a.weights.h5 · x.npz");
        Files.writeString(file, "{\"recent\": [{\"model\": \"/m/b.keras\", \"data\": \"x\"}]}");
        assertThat(PreferencesFile.read(file).recent().getFirst().source())
                .isEqualTo(ModelSource.of(Path.of("/m/b.keras")));
    }

    @Test
    void imagesAreRememberedAsTheyWereChosenLast() throws ProblemException {
        Path file = folder.resolve("preferences.json");
        Recent opened = new Recent("/a.keras", "", null, "/a.npz");
        PreferencesFile.write(
                file,
                Preferences.standard()
                        .withRecent(opened)
                        .withRecent(new Recent("/b.keras", "", null, "/b.npz"))
                        .withChanged(opened, images -> images.calibratedOn("/x/c.npz@0:4"))
                        .withChanged(
                                opened, images -> images.withMost(200).named(List.of("cat", "dog")))
                        .withChanged(
                                new Recent("/c", "", null, "never opened"),
                                images -> images.withMost(3)));
        assertThat(PreferencesFile.read(file).recent())
                .extracting(Recent::title)
                .containsExactly("a.keras · a.npz · λ: c.npz@0:4", "b.keras · b.npz");
        assertThat(PreferencesFile.read(file).recent().getFirst().choice())
                .isEqualTo(new ImageChoice("/a.npz", "/x/c.npz@0:4", 200, List.of("cat", "dog")));
        assertThat(PreferencesFile.read(file).recent().getLast().choice())
                .isEqualTo(ImageChoice.of(Path.of("/b.npz")));
    }
}
