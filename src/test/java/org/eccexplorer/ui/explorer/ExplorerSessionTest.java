package org.eccexplorer.ui.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Group;
import javafx.scene.Scene;
import javax.imageio.ImageIO;
import org.eccexplorer.app.Experiment;
import org.eccexplorer.app.Preferences;
import org.eccexplorer.app.Sample;
import org.eccexplorer.problem.Problem;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Opening other models in the window, good and bad ones, with the dialogs answered here. */
class ExplorerSessionTest {
    private static final Path SAMPLE =
            Path.of(System.getProperty("ecc.home", "."), "sample-models", "fashion-mnist");

    @TempDir private Path folder = Path.of("");

    private final Answers answers = new Answers();
    private ExplorerSession session;

    @BeforeAll
    static void start() {
        try {
            Platform.startup(() -> {});
        } catch (IllegalStateException running) {
            assertThat(running).hasMessageContaining("already");
        }
        Platform.setImplicitExit(false);
    }

    @BeforeEach
    void open() throws Exception {
        Experiment sample = Experiment.sample("fashion-mnist", 8);
        session =
                fx(() ->
                        new ExplorerSession(
                                new Scene(new Group(), 1000, 700),
                                answers,
                                folder.resolve("preferences.json"),
                                sample));
    }

    private static <T> T fx(Callable<T> action) throws Exception {
        FutureTask<T> task = new FutureTask<>(action);
        Platform.runLater(task);
        return task.get();
    }

    private void until(Callable<Boolean> condition) throws Exception {
        for (int i = 0; i < 400; i++) {
            if (fx(condition)) {
                return;
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
        throw new AssertionError("it never happened");
    }

    @Test
    void droppedFilesOpen() throws Exception {
        Path model = SAMPLE.resolve("fashion-cnn.h5");
        Path data = SAMPLE.resolve("calibration-images-idx3-ubyte.gz");
        ExplorerViewModel before = session.model();
        fx(() -> {
            session.dropped(List.of(data, model));
            return session;
        });
        until(() -> session.model() != before);
        assertThat(session.model().experiment().test().count()).isEqualTo(500);
        assertThat(session.model().experiment().model().file()).isEqualTo(model);
        fx(() -> {
            session.model().close();
            return session;
        });
    }

    @Test
    void aModelThatIsRefusedIsExplainedAndTheOldOneStays() throws Exception {
        Path model =
                Path.of(
                        Objects.requireNonNull(
                                        getClass()
                                                .getResource("/org/eccexplorer/keras/lambda.keras"))
                                .getPath());
        ExplorerViewModel before = session.model();
        fx(() -> {
            session.open(model, SAMPLE.resolve("test-images-idx3-ubyte.gz"));
            return session;
        });
        until(() -> !answers.shown.isEmpty());
        assertThat(answers.shown.getFirst().message()).contains("Lambda");
        assertThat(session.model()).isSameAs(before);
    }

    @Test
    void afterAModelItsImagesAreAskedFor() throws Exception {
        answers.files.add(Files.writeString(folder.resolve("images.npz"), "nonsense"));
        fx(() -> {
            session.dropped(List.of(SAMPLE.resolve("fashion-cnn.keras")));
            return session;
        });
        until(() -> !answers.shown.isEmpty());
        assertThat(answers.shown.getFirst().kind()).isEqualTo(Problem.Kind.CORRUPT);
    }

    @Test
    void closingDuringARunAsksOnce() throws Exception {
        fx(() -> {
            session.model().settings().set(session.model().settings().get().withTimesteps(4096));
            assertThat(session.mayClose()).isFalse();
            answers.confirmed = true;
            assertThat(session.mayClose()).isTrue();
            return session;
        });
        assertThat(answers.questions).isEqualTo(2);
    }

    @Test
    void aSessionIsSavedAndOpenedAgain() throws Exception {
        Path file = folder.resolve("mine.eccx");
        fx(() -> {
            session.model().settings().set(session.model().settings().get().withTimesteps(8));
            return session;
        });
        until(() -> !session.model().isRunning());
        fx(() -> {
            session.saveSession(file);
            return session;
        });
        until(() -> Files.exists(file));
        ExplorerViewModel before = session.model();
        fx(() -> {
            session.dropped(List.of(file));
            return session;
        });
        until(() -> session.model() != before);
        assertThat(session.model().runs()).hasSize(1);
        assertThat(session.model().settings().get().timesteps()).isEqualTo(8);
        assertThat(session.model().measures().orElseThrow().images()).isEqualTo(8);
        assertThat(answers.shown).isEmpty();
    }

    @Test
    void resultsAreWritten() throws Exception {
        fx(() -> {
            session.model().settings().set(session.model().settings().get().withTimesteps(8));
            return session;
        });
        until(() -> !session.model().isRunning());
        fx(() -> {
            session.exportResults(folder);
            return session;
        });
        Path json = folder.resolve("01-ecc-all-three").resolve("run.json");
        until(() -> Files.exists(json));
        assertThat(Files.readString(json)).contains("\"cnnAccuracy\"");
    }

    @Test
    void whatWasOpenedIsRemembered() throws Exception {
        Path model = SAMPLE.resolve("fashion-cnn.h5");
        ExplorerViewModel before = session.model();
        fx(() -> {
            session.open(model, SAMPLE.resolve("calibration-images-idx3-ubyte.gz"));
            return session;
        });
        until(() -> session.model() != before);
        Path file = folder.resolve("preferences.json");
        until(() -> Files.exists(file));
        assertThat(Preferences.read(file).recent()).hasSize(1);
    }

    @Test
    void anUnexpectedErrorIsShownWithItsDetails() throws Exception {
        fx(() -> {
            session.crashed(new IllegalStateException("a test"));
            return session;
        });
        assertThat(answers.texts.getFirst()).contains("IllegalStateException: a test", "JavaFX");
    }

    @Test
    void aDroppedPictureIsLookedAt() throws Exception {
        BufferedImage picture = new BufferedImage(60, 40, BufferedImage.TYPE_INT_RGB);
        picture.setRGB(30, 20, 0xffffff);
        Path file = folder.resolve("mine.png");
        ImageIO.write(picture, "png", file.toFile());
        fx(() -> {
            session.dropped(List.of(file));
            return session;
        });
        until(() -> session.model().sampleProperty().get().index() == Sample.OWN);
        assertThat(session.model().sampleProperty().get().pixels()).hasSize(784);
        assertThat(answers.shown).isEmpty();
    }

    @Test
    void aBrokenPictureIsExplained() throws Exception {
        Path file = Files.writeString(folder.resolve("broken.png"), "not a picture");
        fx(() -> {
            session.dropped(List.of(file));
            return session;
        });
        until(() -> !answers.shown.isEmpty());
        assertThat(session.model().sampleProperty().get().index()).isZero();
    }
}
