package org.eccexplorer.ui.chart;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import org.eccexplorer.files.AtomicFile;
import org.eccexplorer.plot.file.PngFile;
import org.eccexplorer.ui.fx.Background;

/** A scene as a PNG file. */
public final class SceneFile {
    private SceneFile() {}

    /** Takes the picture now and writes it off the FX thread. */
    public static void write(Scene scene, Path file, Runnable done, Consumer<Exception> failed) {
        BufferedImage picture = SwingFXUtils.fromFXImage(scene.snapshot(null), null);
        Background.save(
                () -> {
                    AtomicFile.write(file, out -> PngFile.write(out, picture));
                    return file;
                },
                written -> done.run(),
                failed);
    }
}
