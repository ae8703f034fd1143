package org.eccexplorer.ui.files;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.animation.PauseTransition;
import javafx.util.Duration;
import org.eccexplorer.app.work.Cancellation;
import org.eccexplorer.app.work.WatchedReading;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.ui.fx.Background;

/**
 * Reading of what a user wants to see, off the FX thread; of several wishes the newest wins. What
 * takes longer than a moment can be cancelled.
 */
public final class FileLoader {
    private static final Duration MOMENT = Duration.seconds(1);

    private final Host window;
    private Cancellation current = new Cancellation();

    FileLoader(Host window) {
        this.window = window;
    }

    /** Does the work off the FX thread and explains its failure. */
    public <T> void load(String name, Callable<T> work, Consumer<T> done) {
        load(name, work, done, failure -> false);
    }

    /**
     * Does the work off the FX thread and hands over its result, unless another was wished for.
     *
     * @param settled told of a failure; whether it needs no explanation any more
     */
    <T> void load(String name, Callable<T> work, Consumer<T> done, Predicate<Exception> settled) {
        current.cancel();
        Cancellation mine = new Cancellation();
        current = mine;
        window.say("Opening " + name + " …");
        LoadingNotice waiting = new LoadingNotice(window.sheets(), name, () -> cancel(mine, name));
        PauseTransition moment = new PauseTransition(MOMENT);
        moment.setOnFinished(event -> waiting.show());
        moment.play();
        Runnable ended =
                () -> {
                    moment.stop();
                    waiting.end();
                };
        Background.run(
                () -> WatchedReading.read(name, mine, work),
                result -> {
                    ended.run();
                    if (!mine.isRequested()) {
                        done.accept(result);
                    }
                },
                failure -> {
                    ended.run();
                    if (!mine.isRequested() && !settled.test(failure)) {
                        explain(name + " cannot be opened", name, failure);
                    }
                });
    }

    private void cancel(Cancellation cancellation, String name) {
        cancellation.cancel();
        window.say(name + " was not opened");
    }

    /** Tells what a failure was: in the status line, and in full above the content. */
    void explain(String title, String where, Exception failure) {
        List<Problem> problems = ProblemException.of(where, failure);
        window.say(problems.getFirst().message());
        window.explain(title, problems);
    }
}
