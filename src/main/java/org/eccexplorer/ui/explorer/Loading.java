package org.eccexplorer.ui.explorer;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.ui.fx.Background;

/** Reading of what a user wants to see, off the FX thread; of several wishes the newest wins. */
final class Loading {
    private final ExplorerSession window;
    private int wishes;

    Loading(ExplorerSession window) {
        this.window = window;
    }

    /** Does the work off the FX thread and explains its failure. */
    <T> void load(String name, Callable<T> work, Consumer<T> done) {
        load(name, work, done, failure -> false);
    }

    /**
     * Does the work off the FX thread and hands over its result, unless another was wished for.
     *
     * @param settled told of a failure; whether it needs no explanation any more
     */
    <T> void load(String name, Callable<T> work, Consumer<T> done, Predicate<Exception> settled) {
        int wish = ++wishes;
        window.view().say("Opening " + name + " …");
        Background.run(
                work,
                result -> {
                    if (wish == wishes) {
                        done.accept(result);
                    }
                },
                failure -> {
                    if (!settled.test(failure) && wish == wishes) {
                        explain(name + " cannot be opened", name, failure);
                    }
                });
    }

    /** Tells what a failure was: in the status line, and in full above the content. */
    void explain(String title, String where, Exception failure) {
        List<Problem> problems = ProblemException.of(where, failure);
        window.view().say(problems.getFirst().message());
        window.view().explain(title, problems);
    }
}
