package org.eccexplorer.cli;

import java.util.Locale;
import java.util.concurrent.Callable;
import org.eccexplorer.ui.explorer.ExplorerWindow;
import picocli.CommandLine.Command;

/** Opens the explorer. */
@Command(
        name = "window",
        mixinStandardHelpOptions = true,
        description = "Opens the explorer over the bundled sample.")
final class WindowCommand implements Callable<Integer> {

    @Override
    public Integer call() {
        ExplorerWindow.open();
        return 0;
    }

    /** Whether a window can be shown: always, but on Linux only with a display. */
    static boolean hasDisplay() {
        boolean linux =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux");
        return !linux
                || System.getenv("DISPLAY") != null
                || System.getenv("WAYLAND_DISPLAY") != null;
    }
}
