package org.eccexplorer.ui.offscreen;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.eccexplorer.app.lesson.Attempt;
import org.eccexplorer.app.lesson.LessonState;
import org.eccexplorer.app.lesson.Progress;
import org.eccexplorer.app.open.Experiment;
import org.eccexplorer.ui.lesson.Course;
import org.eccexplorer.ui.lesson.LessonHost;
import org.eccexplorer.ui.lesson.LessonPane;
import org.eccexplorer.ui.lesson.LessonScreen;

/** A picture of a lesson, rendered without a display. */
public final class LessonPicture {
    /** Pulses after the last run until all is drawn. */
    private static final int SETTLED = 20;

    private static final LessonHost ALONE =
            new LessonHost() {
                @Override
                public void leave() {
                    // there is nothing else
                }

                @Override
                public Optional<Experiment> opened() {
                    return Optional.empty();
                }

                @Override
                public void see(LessonState state) {
                    // there is nothing else
                }

                @Override
                public Progress progress(String lesson) {
                    return Progress.NONE;
                }

                @Override
                public void keep(String lesson, Progress progress) {
                    // nothing is remembered
                }

                @Override
                public void save(List<Attempt> answers) {
                    // nothing was answered
                }

                @Override
                public boolean forgets() {
                    return false;
                }

                @Override
                public void presents(boolean on) {
                    // it has no usual size
                }

                @Override
                public void fullScreen() {
                    // there is no screen
                }

                @Override
                public void pack() {
                    // there is nothing to pack
                }

                @Override
                public void overview() {
                    // there is nothing else
                }
            };

    private LessonPicture() {}

    /**
     * Renders a page of a lesson once all that it shows is computed. JavaFX runs already, see
     * {@link Headless}.
     *
     * @param number of the lesson, from 1 on; 0 for the list of all
     * @param page from 1 on
     */
    public static BufferedImage render(
            int number, int page, boolean dark, int textPercent, int width, int height) {
        CompletableFuture<BufferedImage> picture = new CompletableFuture<>();
        Platform.runLater(() -> {
            LessonScreen screen = new LessonScreen(ALONE, Course.shipped());
            screen.darkProperty().set(dark);
            screen.textPercentProperty().set(textPercent);
            Stage stage = new Stage();
            stage.setScene(new Scene(screen, width, height));
            stage.show();
            if (number > 0) {
                screen.open(number);
                screen.lesson().ifPresent(pane -> pane.turn(page - 1));
            }
            new AnimationTimer() {
                private int settled;

                @Override
                public void handle(long now) {
                    boolean busy = screen.lesson().filter(LessonPane::isComputing).isPresent();
                    settled = busy ? 0 : settled + 1;
                    if (settled == SETTLED) {
                        stop();
                        picture.complete(
                                SwingFXUtils.fromFXImage(screen.getScene().snapshot(null), null));
                    }
                }
            }.start();
        });
        return picture.join();
    }
}
