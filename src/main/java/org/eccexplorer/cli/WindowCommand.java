package org.eccexplorer.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.eccexplorer.app.open.FilesToOpen;
import org.eccexplorer.dataset.BundledModels;
import org.eccexplorer.dataset.DataSets;
import org.eccexplorer.files.HostSystem;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.text.Texts;
import org.eccexplorer.ui.offscreen.Headless;
import org.eccexplorer.ui.window.ExplorerWindow;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Opens the explorer. */
@Command(name = "open", mixinStandardHelpOptions = true)
final class WindowCommand implements Callable<Integer> {

    @Parameters(arity = "0..3", paramLabel = "FILE", descriptionKey = "option.files")
    private List<String> files = new ArrayList<>();

    @Option(
            names = "--sample",
            defaultValue = BundledModels.STANDARD,
            descriptionKey = "option.opened")
    private String sample = BundledModels.STANDARD;

    @Override
    public Integer call() throws ProblemException {
        String name = BundledModels.open(sample).name();
        List<Path> named = new ArrayList<>();
        for (String file : files) {
            named.add(DataSets.path(file));
        }
        FilesToOpen.requireThere(named);
        requireDisplay("ecc open");
        ExplorerWindow.open(name, files);
        return 0;
    }

    /**
     * Refuses to open a window where none can be shown.
     *
     * @param command that would
     */
    static void requireDisplay(String command) throws ProblemException {
        if (!hasDisplay()) {
            throw new ProblemException(
                    Problem.Kind.UNSUPPORTED,
                    command,
                    Texts.text("cli.open.noDisplay"),
                    Texts.text("cli.open.noDisplayWhy"),
                    Texts.text("cli.open.noDisplayRemedy"));
        }
    }

    /** Whether a window can be shown: always, but on Linux only with a display. */
    static boolean hasDisplay() {
        return !HostSystem.current().displayIsNamed() || Headless.namesDisplay(System.getenv());
    }
}
