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
import org.eccexplorer.text.Texts;
import org.eccexplorer.ui.fx.Background;

/**
 * Reading of what a user wants to see, off the FX thread; of several requests the newest wins. What
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
     * Does the work off the FX thread and hands over its result, unless another was asked for
     * since.
     *
     * @param settled whether a failure needs no explanation any more
     */
    <T> void load(String name, Callable<T> work, Consumer<T> done, Predicate<Exception> settled) {
        current.cancel();
        Cancellation cancellation = new Cancellation();
        current = cancellation;
        window.say(Texts.text("ui.files.openingNow", name));
        LoadingNotice notice =
                new LoadingNotice(window.sheets(), name, () -> cancel(cancellation, name));
        PauseTransition moment = new PauseTransition(MOMENT);
        moment.setOnFinished(event -> notice.show());
        moment.play();
        Runnable ended =
                () -> {
                    moment.stop();
                    notice.end();
                };
        Background.run(
                () -> WatchedReading.read(name, cancellation, work),
                result -> {
                    ended.run();
                    if (!cancellation.isRequested()) {
                        done.accept(result);
                    }
                },
                failure -> {
                    ended.run();
                    if (!cancellation.isRequested() && !settled.test(failure)) {
                        explain(Texts.text("ui.files.cannotBeOpened", name), name, failure);
                    }
                });
    }

    private void cancel(Cancellation cancellation, String name) {
        cancellation.cancel();
        window.say(Texts.text("ui.files.notOpened", name));
    }

    /** Explains a failure: in the status line, and in full above the content. */
    void explain(String title, String where, Exception failure) {
        List<Problem> problems = ProblemException.of(where, failure);
        window.say(problems.getFirst().message());
        window.explain(title, problems);
    }
}
