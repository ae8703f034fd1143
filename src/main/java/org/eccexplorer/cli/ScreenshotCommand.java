package org.eccexplorer.cli;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import javax.imageio.ImageIO;
import org.eccexplorer.cli.arguments.ConversionArguments;
import org.eccexplorer.files.AtomicFile;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.ui.offscreen.ExplorerPicture;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Renders the window off-screen, after a real run. */
@Command(
        name = "screenshot",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Renders the explorer off-screen after a real run of the bundled sample.")
final class ScreenshotCommand implements Callable<Integer> {
    @Option(
            names = "--scene",
            defaultValue = "main",
            paramLabel = "SCENE",
            description = "What to show: ${COMPLETION-CANDIDATES} (default: main).",
            completionCandidates = Scenes.class)
    private String scene = "main";

    @Option(
            names = "--theme",
            defaultValue = "light",
            paramLabel = "light|dark",
            description = "The theme (default: light).")
    private String theme = "light";

    @Option(names = "--size", defaultValue = "1440x900", description = "Width x height in pixels.")
    private String size = "1440x900";

    @Option(names = "--images", defaultValue = "200", description = "Images to run (default: 200).")
    private int images;

    @Option(
            names = "--sample",
            defaultValue = "fashion-mnist",
            description = "The bundled model to show (default: fashion-mnist).")
    private String sample = "fashion-mnist";

    @Option(
            names = "--open",
            paramLabel = "MODEL",
            description = "For the scene problem: a model that cannot be opened.")
    private @Nullable Path open;

    @Option(names = "--out", required = true, paramLabel = "FILE.png", description = "The picture.")
    private @Nullable Path out;

    /** The names of the scenes. */
    private static final class Scenes implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Arrays.stream(ExplorerPicture.Scenery.values())
                    .map(scenery -> scenery.name().toLowerCase(Locale.ROOT))
                    .iterator();
        }
    }

    @Override
    public Integer call() throws ProblemException, IOException {
        if (!size.matches("\\d{3,4}x\\d{3,4}")) {
            throw ConversionArguments.usage("--size", size, "write 1440x900");
        }
        if (!theme.matches("light|dark")) {
            throw ConversionArguments.usage("--theme", theme, "write light or dark");
        }
        List<String> scenes = new ArrayList<>();
        new Scenes().forEach(scenes::add);
        if (!scenes.contains(scene)) {
            throw ConversionArguments.usage(
                    "--scene", scene, "write one of " + String.join(", ", scenes));
        }
        if (images < 1) {
            throw ConversionArguments.usage("--images", "it is " + images, "Give at least 1");
        }
        if (scene.equals("problem") != (open != null)) {
            throw ConversionArguments.usage(
                    "--open", "it goes with --scene problem, and only with it", "give both");
        }
        int mark = size.indexOf('x');
        BufferedImage picture =
                ExplorerPicture.render(
                        ExplorerPicture.Scenery.valueOf(scene.toUpperCase(Locale.ROOT)),
                        sample,
                        open,
                        theme.equals("dark"),
                        Integer.parseInt(size.substring(0, mark)),
                        Integer.parseInt(size.substring(mark + 1)),
                        images);
        AtomicFile.write(
                Objects.requireNonNull(out), stream -> ImageIO.write(picture, "png", stream));
        return 0;
    }
}
