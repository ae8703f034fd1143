package org.eccexplorer.cli;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import javax.imageio.ImageIO;
import org.eccexplorer.export.AtomicFile;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.ui.explorer.ExplorerPicture;
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
            paramLabel = "main|error",
            description = "What to show (default: main).")
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

    @Option(names = "--out", required = true, paramLabel = "FILE.png", description = "The picture.")
    private @Nullable Path out;

    @Override
    public Integer call() throws ProblemException, IOException {
        if (!size.matches("\\d{3,4}x\\d{3,4}")) {
            throw ConversionArguments.usage("--size", size, "write 1440x900");
        }
        if (!theme.matches("light|dark")) {
            throw ConversionArguments.usage("--theme", theme, "write light or dark");
        }
        if (!scene.matches("main|error")) {
            throw ConversionArguments.usage("--scene", scene, "write main or error");
        }
        if (images < 1) {
            throw ConversionArguments.usage("--images", "it is " + images, "give at least 1");
        }
        int mark = size.indexOf('x');
        BufferedImage picture =
                ExplorerPicture.render(
                        scene.equals("error"),
                        theme.equals("dark"),
                        Integer.parseInt(size.substring(0, mark)),
                        Integer.parseInt(size.substring(mark + 1)),
                        images);
        AtomicFile.write(
                Objects.requireNonNull(out), stream -> ImageIO.write(picture, "png", stream));
        return 0;
    }
}
