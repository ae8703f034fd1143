package org.eccexplorer.ui.offscreen;

import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.eccexplorer.app.bench.MemoryInUse;
import org.eccexplorer.app.bench.SoakLimit;
import org.eccexplorer.app.bench.SoakRow;
import org.eccexplorer.app.live.RunState;
import org.eccexplorer.app.open.Experiment;
import org.eccexplorer.app.run.Settings;
import org.eccexplorer.files.FolderTree;
import org.eccexplorer.measure.RunSnapshot;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;
import org.eccexplorer.ui.state.ExplorerViewModel;
import org.eccexplorer.ui.window.UnattendedWindow;
import org.jspecify.annotations.Nullable;

/**
 * Uses the program's window at random for long. Every few actions it comes back to where it began,
 * runs the same again, which must give the same results, and measures what it takes.
 */
public final class ExplorerSoak extends AnimationTimer {
    private static final int ACTIONS = 12;
    private static final int IMAGES = 20;
    private static final int TIMESTEPS = 16;

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final UnattendedWindow window;
    private final Scene scene;
    private final SoakFiles files;
    private final SoakActions actions;
    private final long length;
    private final Consumer<SoakRow> told;
    private final CompletableFuture<End> ended = new CompletableFuture<>();
    private final SlowestFrame slowest = new SlowestFrame(Thread.currentThread());
    private final long start = System.nanoTime();
    private BooleanSupplier over = () -> true;
    private Runnable then = this::act;
    private long since = start;
    private long last;
    private long longest;
    private long work;
    private long mostWork;
    private int done;
    private boolean warm;
    private @Nullable RunSnapshot first;

    /**
     * How it ended.
     *
     * @param wrong what went wrong, if anything did
     * @param slowest what the window's thread did in the frame of most work after the first minute
     */
    public record End(Optional<String> wrong, String slowest) {}

    private ExplorerSoak(
            UnattendedWindow window,
            Scene scene,
            SoakFiles files,
            long seed,
            Duration length,
            Consumer<SoakRow> told) {
        this.window = window;
        this.scene = scene;
        this.files = files;
        this.length = length.toNanos();
        this.told = told;
        actions = new SoakActions(window, files, seed);
    }

    /**
     * Uses a window for so long.
     *
     * @param told of each row, on the FX thread
     */
    public static End run(Duration length, long seed, Consumer<SoakRow> told)
            throws ProblemException, IOException {
        Path folder = Files.createTempDirectory("ecc-soak");
        try {
            Settings settings = Settings.standard().withTimesteps(TIMESTEPS).withThreads(1);
            Experiment experiment = Experiment.sample("digits", IMAGES);
            SoakFiles files = SoakFiles.write(folder, experiment, settings);
            CompletableFuture<ExplorerSoak> begun = new CompletableFuture<>();
            Platform.runLater(() -> {
                try {
                    Scene scene = new Scene(new Group(), 1440, 900);
                    UnattendedWindow window =
                            new UnattendedWindow(
                                    scene,
                                    folder.resolve("preferences.json"),
                                    new ExplorerViewModel(experiment));
                    Stage stage = new Stage();
                    stage.setScene(scene);
                    stage.show();
                    ExplorerSoak soak = new ExplorerSoak(window, scene, files, seed, length, told);
                    var _ = soak.ended.whenComplete((wrong, failure) -> stage.close());
                    soak.start();
                    begun.complete(soak);
                } catch (RuntimeException | Error e) {
                    begun.completeExceptionally(e);
                }
            });
            return begun.join().ended.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        } finally {
            FolderTree.delete(folder);
        }
    }

    @Override
    public void handle(long now) {
        long time = System.nanoTime();
        longest = last == 0 ? longest : Math.max(longest, time - last);
        last = time;
        long worked = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        if (work != 0) {
            mostWork = Math.max(mostWork, worked - work);
            slowest.ended(worked - work);
        }
        work = worked;
        try {
            if (over.getAsBoolean()) {
                then.run();
            } else if (time - since > PATIENCE.toNanos()) {
                end(
                        Optional.of(
                                Texts.text(
                                        "ui.offscreen.soakWaits",
                                        Numbers.count(PATIENCE.toSeconds()))));
            }
        } catch (RuntimeException | Error e) {
            end(Optional.of(e.toString()));
        }
    }

    private void wait(BooleanSupplier until, Runnable next) {
        over = until;
        then = next;
        since = System.nanoTime();
    }

    private void end(Optional<String> wrong) {
        stop();
        window.close();
        slowest.close();
        ended.complete(new End(wrong, slowest.text()));
    }

    private void act() {
        done++;
        wait(actions.next(), done % ACTIONS == 0 ? this::comeBack : this::act);
    }

    /** Opens what it began with. */
    private void comeBack() {
        ExplorerViewModel before = window.model();
        before.runs().stop();
        window.open(List.of(files.start()));
        wait(() -> window.model() != before, this::runAgain);
    }

    private void runAgain() {
        ExplorerViewModel model = window.model();
        model.runs().start();
        wait(() -> !model.runs().isRunning() && hasResults(model), this::compare);
    }

    private static boolean hasResults(ExplorerViewModel model) {
        return model.runs().all().stream().anyMatch(run -> run.snapshot().isPresent());
    }

    private void compare() {
        RunSnapshot now =
                window.model().runs().all().stream()
                        .map(RunState::snapshot)
                        .flatMap(Optional::stream)
                        .findFirst()
                        .orElseThrow();
        RunSnapshot before = first;
        first = before == null ? now : before;
        if (before != null && !same(before, now)) {
            end(Optional.of(Texts.text("ui.offscreen.soakOther")));
            return;
        }
        long settled = System.nanoTime() + 500_000_000L;
        wait(() -> System.nanoTime() > settled && window.isWhole(), this::measure);
    }

    private static boolean same(RunSnapshot one, RunSnapshot other) {
        return Arrays.equals(one.outputs(), other.outputs())
                && Arrays.deepEquals(one.answers(), other.answers());
    }

    private void measure() {
        double minutes = (System.nanoTime() - start) / 60e9;
        int nodes = nodes(scene.getRoot());
        MemoryInUse.bytes();
        told.accept(
                new SoakRow(
                        minutes,
                        done,
                        MemoryInUse.bytes(),
                        ManagementFactory.getThreadMXBean().getThreadCount(),
                        handles(),
                        nodes,
                        longest * 1e-6,
                        mostWork * 1e-6));
        if (!warm && minutes > SoakLimit.WARM_UP_MINUTES) {
            warm = true;
            slowest.restart();
        }
        // Collecting took its time, which is none of the window's.
        last = 0;
        longest = 0;
        work = 0;
        mostWork = 0;
        if (System.nanoTime() - start > length) {
            end(Optional.empty());
        } else {
            act();
        }
    }

    private static long handles() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean os
                ? os.getOpenFileDescriptorCount()
                : -1;
    }

    private static int nodes(Node node) {
        return node instanceof Parent parent
                ? 1 + parent.getChildrenUnmodifiable().stream().mapToInt(ExplorerSoak::nodes).sum()
                : 1;
    }
}
