package org.eccexplorer.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;

/** What tests do on the thread of JavaFX, and how they wait for it. */
public final class FxThread {
    private static final int ATTEMPTS = 600;

    private FxThread() {}

    /** Starts JavaFX unless another test has. */
    public static void start() {
        try {
            Platform.startup(() -> {});
        } catch (IllegalStateException running) {
            assertThat(running).hasMessageContaining("already");
        }
        Platform.setImplicitExit(false);
    }

    /** The result of an action there; fails if that takes longer than any should. */
    public static <T> T fx(Callable<T> action) throws Exception {
        if (Platform.isFxApplicationThread()) {
            return action.call();
        }
        FutureTask<T> task = new FutureTask<>(action);
        Platform.runLater(task);
        return task.get(20, TimeUnit.SECONDS);
    }

    /** Something that is done for its effect. */
    public interface Action {
        void run() throws Exception;
    }

    /** Does something there; fails if that takes longer than any should. */
    public static void fx(Action action) throws Exception {
        fx(() -> {
            action.run();
            return action;
        });
    }

    /** Waits for what will be true there before long. */
    public static void until(Callable<Boolean> condition) throws Exception {
        for (int i = 0; i < ATTEMPTS; i++) {
            if (fx(condition)) {
                return;
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
        throw new AssertionError("it never happened");
    }
}
