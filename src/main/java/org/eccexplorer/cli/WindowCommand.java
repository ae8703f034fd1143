package org.eccexplorer.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.eccexplorer.ui.window.ExplorerWindow;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Opens the explorer. */
@Command(name = "window", mixinStandardHelpOptions = true)
final class WindowCommand implements Callable<Integer> {

    @Parameters(arity = "0..3", paramLabel = "FILE", descriptionKey = "option.files")
    private List<String> files = new ArrayList<>();

    @Override
    public Integer call() {
        ExplorerWindow.open(files.toArray(String[]::new));
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
