package org.eccexplorer.ui.offscreen;

import java.util.Map;
import javafx.application.Platform;

/**
 * JavaFX without a display. That is chosen by properties of the whole JVM, so a command decides it
 * once, before anything of JavaFX is used.
 */
public final class Headless {
    private Headless() {}

    /** Starts JavaFX without a display, even if there is one. */
    public static void start() {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        startJavaFx();
    }

    /** Starts JavaFX on the display, without one if there is none. */
    public static void startUnlessDisplayed() {
        if (namesDisplay(System.getenv())) {
            startJavaFx();
        } else {
            start();
        }
    }

    /** Whether the environment names a display, as the launcher has it: an empty name is none. */
    public static boolean namesDisplay(Map<String, String> environment) {
        return !environment.getOrDefault("DISPLAY", "").isEmpty()
                || !environment.getOrDefault("WAYLAND_DISPLAY", "").isEmpty();
    }

    private static void startJavaFx() {
        Platform.startup(() -> {});
        Platform.setImplicitExit(false);
    }

    /** Ends JavaFX; it cannot be started again. */
    public static void end() {
        Platform.exit();
    }
}
