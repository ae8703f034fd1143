package org.eccexplorer.ui.offscreen;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.eccexplorer.app.bench.MemoryInUse;
import org.eccexplorer.app.bench.RandomVgg16;
import org.eccexplorer.app.live.LiveRuns;
import org.eccexplorer.app.live.RunState;
import org.eccexplorer.app.open.Experiment;
import org.eccexplorer.app.run.Combinations;
import org.eccexplorer.app.run.Settings;
import org.eccexplorer.app.session.SessionState;
import org.eccexplorer.convert.ConversionOptions;
import org.eccexplorer.dataset.BundledModels;
import org.eccexplorer.files.FolderTree;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.ui.dialog.SilentDialogs;
import org.eccexplorer.ui.state.ExplorerViewModel;
import org.eccexplorer.ui.window.ExplorerView;
import org.eccexplorer.ui.window.OpeningPane;
import org.eccexplorer.ui.window.Surroundings;
import org.eccexplorer.ui.window.UnattendedWindow;
import org.jspecify.annotations.Nullable;

/** Measures how smoothly the window draws while the simulation runs. */
public final class ExplorerBench {
    private static final double DEEP_RATE = 0.047;
    private static final int DEEP_WIDTH = 8;

    private ExplorerBench() {}

    /**
     * What was measured.
     *
     * @param framesPerSecond pulses of the FX thread, each of which redrew every chart
     * @param longestPause between two of them in milliseconds, after the first second
     */
    public record Smoothness(double framesPerSecond, double longestPause) {}

    /**
     * How long a user waits, in seconds from the start of the program.
     *
     * @param window until the first frame, which says what is opened
     * @param content until the first frame of the model
     * @param answer until the closed form's answer
     * @param data until the first simulated images are drawn
     * @param work of the window's thread between two frames after the first, the most
     */
    public record Start(double window, double content, double answer, double data, double work) {}

    private static double sinceStart() {
        return (System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime())
                * 1e-3;
    }

    /**
     * Opens the window as the program does and waits for the first simulated images.
     *
     * @param experiment that is being read
     */
    public static Start firstRun(CompletableFuture<Experiment> experiment) {
        try {
            Path folder = Files.createTempDirectory("ecc-bench");
            try {
                return firstRun(experiment, folder.resolve("preferences.json"));
            } finally {
                FolderTree.delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Start firstRun(CompletableFuture<Experiment> experiment, Path preferences) {
        CompletableFuture<ExplorerViewModel> model = experiment.thenApply(ExplorerViewModel::new);
        CompletableFuture<Start> result = new CompletableFuture<>();
        Platform.runLater(() -> {
            Stage stage = new Stage();
            stage.setScene(new Scene(new OpeningPane(BundledModels.STANDARD, false), 1440, 900));
            stage.show();
            new FirstRun(stage, preferences, model, result).start();
        });
        return result.join();
    }

    /** Notes when what a user waits for is there. */
    private static final class FirstRun extends AnimationTimer {
        private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        private final Stage stage;
        private final Path preferences;
        private final CompletableFuture<ExplorerViewModel> opened;
        private final CompletableFuture<Start> result;
        private @Nullable UnattendedWindow shown;
        private int pulses;
        private double window;
        private double content;
        private double answer;
        private long worked;
        private long most;

        FirstRun(
                Stage stage,
                Path preferences,
                CompletableFuture<ExplorerViewModel> opened,
                CompletableFuture<Start> result) {
            this.stage = stage;
            this.preferences = preferences;
            this.opened = opened;
            this.result = result;
        }

        @Override
        public void handle(long now) {
            long before = worked;
            worked = threads.getCurrentThreadCpuTime();
            if (pulses > OpeningPane.DRAWN) {
                most = Math.max(most, worked - before);
            }
            pulses++;
            window = pulses == OpeningPane.DRAWN ? sinceStart() : window;
            if (shown != null) {
                watch(shown);
            } else if (opened.isCompletedExceptionally()) {
                end();
                result.completeExceptionally(opened.exceptionNow());
            } else if (pulses >= OpeningPane.DRAWN && opened.isDone()) {
                shown = new UnattendedWindow(stage.getScene(), preferences, opened.join());
                shown.begin(BundledModels.STANDARD);
            }
        }

        private void watch(UnattendedWindow shown) {
            ExplorerViewModel model = shown.model();
            boolean answered =
                    model.runs().focusProperty().get().flatMap(RunState::network).isPresent();
            content = content == 0 && shown.isThere() ? sinceStart() : content;
            answer = answer == 0 && answered ? sinceStart() : answer;
            if (model.runs().measures().isPresent()) {
                end();
                shown.close();
                result.complete(new Start(window, content, answer, sinceStart(), most * 1e-6));
            }
        }

        private void end() {
            stop();
            stage.close();
        }
    }

    private static SessionState state(Experiment experiment, int threads) {
        Settings settings = Settings.standard().withThreads(threads);
        return SessionState.of(experiment, settings, Set.of());
    }

    /**
     * Runs all eight combinations in the window for this many seconds.
     *
     * @param threads that simulate
     */
    public static Smoothness measure(Experiment experiment, int threads, int seconds) {
        return measure(
                state(experiment, threads), model -> model.runs().startAllCombinations(), seconds);
    }

    /**
     * Draws the runs of another network while all eight combinations of the experiment are
     * simulated behind the window for this many seconds.
     *
     * @param drawn the other network with its runs
     * @param threads that simulate
     */
    public static Smoothness measure(
            Experiment experiment, SessionState drawn, int threads, int seconds) {
        try (LiveRuns behind = new LiveRuns(experiment, 0, run -> {}, failure -> {})) {
            Settings settings = Settings.standard().withThreads(threads);
            for (ConversionOptions options : Combinations.all(settings.conversion())) {
                behind.queue(settings.with(options), 0);
            }
            return measure(drawn, model -> {}, seconds);
        }
    }

    private static Smoothness measure(
            SessionState state, Consumer<ExplorerViewModel> start, int seconds) {
        ExplorerViewModel model = new ExplorerViewModel(state);
        CompletableFuture<Smoothness> result = new CompletableFuture<>();
        Platform.runLater(() -> {
            ExplorerView view = new ExplorerView(model, new SilentDialogs(), Surroundings.NONE);
            Stage stage = new Stage();
            stage.setScene(new Scene(view, 1440, 900));
            stage.show();
            start.accept(model);
            new Frames(view, stage, seconds, result).start();
        });
        Smoothness measured = result.join();
        model.close();
        return measured;
    }

    /** A network of sixteen layers with its eight runs, to be drawn. */
    public static SessionState sixteenLayers() throws ProblemException {
        Settings settings = Settings.standard();
        Experiment deep = RandomVgg16.at(DEEP_RATE, 2, DEEP_WIDTH, settings);
        ExplorerViewModel model = new ExplorerViewModel(state(deep, settings.threads()));
        model.runs().startAllCombinations();
        until(() -> {
            model.pulse();
            return !model.runs().isRunning();
        });
        model.close();
        return model.state();
    }

    /**
     * How long a changed switch takes until the closed form has answered, in seconds; the longest
     * and the middle one of all eight combinations, after one run to warm up.
     */
    public static double[] answers(Experiment experiment) {
        ExplorerViewModel model = new ExplorerViewModel(experiment);
        model.runs().start();
        await(model);
        double[] seconds = new double[8];
        for (int i = 0; i < seconds.length; i++) {
            ConversionOptions combination =
                    Combinations.all(model.settings().get().conversion()).get((i + 1) % 8);
            long start = System.nanoTime();
            model.settings().set(model.settings().get().with(combination));
            await(model);
            seconds[i] = (System.nanoTime() - start) * 1e-9;
        }
        model.runs().stop();
        model.close();
        Arrays.sort(seconds);
        return new double[] {seconds[seconds.length / 2], seconds[seconds.length - 1]};
    }

    private static void await(ExplorerViewModel model) {
        until(() -> {
            model.pulse();
            return !model.runs().all().getFirst().closedForm().accuracy().isEmpty();
        });
    }

    /** Waits until something holds, asking every five milliseconds. */
    private static void until(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            LockSupport.parkNanos(5_000_000);
        }
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
            until(() -> {
                model.pulse();
                return !model.runs().isRunning();
            });
            model.runs().edits().delete(model.runs().all().getFirst());
            model.history().forget();
            if (i == Math.min(10, runs) || i == runs) {
                used[i == runs ? 1 : 0] = MemoryInUse.bytes();
            }
        }
        model.close();
        return used;
    }
}
