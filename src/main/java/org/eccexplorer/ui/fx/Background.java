package org.eccexplorer.ui.fx;

import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.application.Platform;

/** Work off the FX thread whose end is handled on it. */
public final class Background {
    private Background() {}

    /** Hands errors that nobody catches on this thread to a consumer. */
    public static void onUncaught(Consumer<Throwable> consumer) {
        Thread.currentThread()
                .setUncaughtExceptionHandler((thread, error) -> consumer.accept(error));
    }

    /** Does the work on a thread of its own, then calls one of the two on the FX thread. */
    public static <T> void run(Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
        Thread.ofPlatform()
                .daemon()
                .name("background")
                .start(() -> {
                    try {
                        T result = work.call();
                        Platform.runLater(() -> done.accept(result));
                    } catch (Exception e) {
                        Platform.runLater(() -> failed.accept(e));
                    }
                });
    }
}
