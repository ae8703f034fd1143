package org.eccexplorer.cli;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import org.eccexplorer.app.open.Experiment;
import org.eccexplorer.dataset.BundledModels;
import org.eccexplorer.files.AtomicFile;
import org.eccexplorer.plot.file.PngFile;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.ui.fx.Background;
import org.eccexplorer.ui.offscreen.ExplorerBench;
import org.eccexplorer.ui.offscreen.ExplorerPicture;
import org.eccexplorer.ui.offscreen.Headless;

/**
 * What most starts do, one after the other in one JVM, which keeps their classes ready (JEP 483):
 * the help and an inspection; then, for the window too, a run, the start of a window and a picture.
 */
public final class Rehearsal {
    private static final int IMAGES = 20;

    private Rehearsal() {}

    /**
     * Leaves with the exit code of the inspection.
     *
     * @param arguments a file that the window is drawn into, or none
     */
    public static void main(String[] arguments) throws ProblemException {
        Path model = BundledModels.folder().resolve("digits/digits.keras");
        int code = CommandLineProgram.execute("inspect", model.toString());
        CommandLineProgram.execute("run", "--help");
        if (arguments.length > 0) {
            CommandLineProgram.execute(
                    "run", "--sample", "digits", "--limit", "20", "--timesteps", "8");
            draw(Path.of(arguments[0]));
        }
        System.exit(code);
    }

    private static void draw(Path file) throws ProblemException {
        Headless.start();
        ExplorerBench.firstRun(
                Background.start(() ->
                        Experiment.sample(BundledModels.STANDARD, BundledModels.STANDARD_IMAGES)));
        BufferedImage picture =
                ExplorerPicture.render(
                        ExplorerPicture.Scenery.MAIN,
                        BundledModels.STANDARD,
                        null,
                        false,
                        100,
                        1440,
                        900,
                        IMAGES);
        Headless.end();
        AtomicFile.write(file, stream -> PngFile.write(stream, picture));
    }
}
