package org.eccexplorer.ui.explorer;

import java.lang.management.ManagementFactory;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.eccexplorer.app.Experiment;
import org.eccexplorer.app.KeptMemory;
import org.eccexplorer.app.SessionFile;
import org.eccexplorer.app.Settings;
import org.eccexplorer.sim.KernelChoice;

/** Measures how smoothly the window draws while the simulation runs. */
public final class ExplorerBench {
    private ExplorerBench() {}

    /**
     * What was measured.
     *
     * @param framesPerSecond pulses of the FX thread, each of which drew every chart anew
     * @param longestPause between two of them in milliseconds, after the first second
     */
    public record Smoothness(double framesPerSecond, double longestPause) {}

    /**
     * How long a user waits, in seconds from the start of the program.
     *
     * @param window until the first frame
     * @param answer until the closed form's answer
     * @param data until the first simulated images are drawn
     */
    public record Start(double window, double answer, double data) {}

    /** Starts JavaFX; without a display if there is none. */
    public static void start() {
        if (System.getenv("DISPLAY") == null && System.getenv("WAYLAND_DISPLAY") == null) {
            System.setProperty("glass.platform", "Headless");
            System.setProperty("prism.order", "sw");
        }
        Platform.startup(() -> {});
        Platform.setImplicitExit(false);
    }

    /** Ends JavaFX. */
    public static void end() {
        Platform.exit();
    }

    private static double sinceStart() {
        return (System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime())
                * 1e-3;
    }

    /** Opens the window as the program does and waits for the first simulated images. */
    public static Start firstRun(Experiment experiment) {
        ExplorerViewModel model = new ExplorerViewModel(experiment);
        CompletableFuture<Start> result = new CompletableFuture<>();
        Platform.runLater(() -> {
            ExplorerView view =
                    new ExplorerView(model, new SilentDialogs(), new Commands(), source -> {});
            Stage stage = new Stage();
            stage.setScene(new Scene(view, 1440, 900));
            stage.show();
            model.run();
            new AnimationTimer() {
                private double window;
                private double answer;

                @Override
                public void handle(long now) {
                    window = window == 0 ? sinceStart() : window;
                    view.pulse();
                    boolean answered =
                            model.focusProperty().get().orElseThrow().network().isPresent();
                    answer = answer == 0 && answered ? sinceStart() : answer;
                    if (model.measures().isPresent()) {
                        stop();
                        stage.close();
                        result.complete(new Start(window, answer, sinceStart()));
                    }
                }
            }.start();
        });
        Start measured = result.join();
        model.close();
        return measured;
    }

    /**
     * Runs all eight combinations in the window for so many seconds.
     *
     * @param threads that simulate
     */
    public static Smoothness measure(Experiment experiment, int threads, int seconds) {
        Settings standard = Settings.standard();
        Settings settings =
                new Settings(
                        standard.conversion(),
                        standard.timesteps(),
                        standard.seed(),
                        threads,
                        KernelChoice.BY_RATE);
        ExplorerViewModel model =
                new ExplorerViewModel(SessionFile.State.of(experiment, settings, Set.of()));
        CompletableFuture<Smoothness> result = new CompletableFuture<>();
        Platform.runLater(() -> {
            ExplorerView view =
                    new ExplorerView(model, new SilentDialogs(), new Commands(), source -> {});
            Stage stage = new Stage();
            stage.setScene(new Scene(view, 1440, 900));
            stage.show();
            model.runAllCombinations();
            new Frames(view, stage, seconds, result).start();
        });
        Smoothness measured = result.join();
        model.close();
        return measured;
    }

    /** Counts pulses and the time between them. */
    private static final class Frames extends AnimationTimer {
        private final ExplorerView view;
        private final Stage stage;
        private final long length;
        private final CompletableFuture<Smoothness> result;
        private long first;
        private long last;
        private long longest;
        private int frames;

        Frames(ExplorerView view, Stage stage, int seconds, CompletableFuture<Smoothness> result) {
            this.view = view;
            this.stage = stage;
            this.length = seconds * 1_000_000_000L;
            this.result = result;
        }

        @Override
        public void handle(long now) {
            long time = System.nanoTime();
            if (first == 0) {
                first = time;
            }
            if (time - first > 1_000_000_000L) {
                longest = Math.max(longest, time - last);
                frames++;
            }
            last = time;
            view.repaint();
            if (time - first > length) {
                stop();
                stage.close();
                double measured = (time - first) * 1e-9 - 1;
                result.complete(new Smoothness(frames / measured, longest * 1e-6));
            }
        }
    }

    /**
     * Runs one setting after the other and deletes each.
     *
     * @return bytes in use after the tenth run and after the last, collected
     */
    public static long[] soak(Experiment experiment, int runs) {
        ExplorerViewModel model = new ExplorerViewModel(experiment);
        long[] used = new long[2];
        for (int i = 1; i <= runs; i++) {
            int steps = 8 + i % 8;
            model.settings().set(model.settings().get().withTimesteps(steps));
            model.run();
            KeptMemory.await(() -> {
                model.pulse();
                return !model.isRunning();
            });
            model.delete(model.runs().getFirst());
            model.history().forget();
            if (i == Math.min(10, runs) || i == runs) {
                used[i == runs ? 1 : 0] = KeptMemory.bytes();
            }
        }
        model.close();
        return used;
    }
}
