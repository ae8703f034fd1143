package org.eccexplorer.ui.window;

import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.input.TransferMode;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.text.Texts;
import org.eccexplorer.ui.files.FileOpener;
import org.eccexplorer.ui.files.Host;

/** Opens files that are dropped on a window, or that the command line names. */
final class Drops {
    private Drops() {}

    /** From now on files can be dropped. */
    static void accept(Scene scene, FileOpener opener) {
        scene.setOnDragOver(event -> {
            if (event.getDragboard().hasFiles()) {
                event.acceptTransferModes(TransferMode.COPY);
            }
            event.consume();
        });
        scene.setOnDragDropped(event -> {
            boolean files = event.getDragboard().hasFiles();
            if (files) {
                opener.files(event.getDragboard().getFiles().stream().map(File::toPath).toList());
            }
            event.setDropCompleted(files);
            event.consume();
        });
    }

    /** Opens what the command line names: a model with its images, or one file of any kind. */
    static void open(List<String> names, FileOpener opener, Host window) {
        try {
            opener.files(names.stream().map(Path::of).toList());
        } catch (InvalidPathException e) {
            window.explain(
                    Texts.text("ui.window.noSuchFile"),
                    List.of(
                            new Problem(
                                    Problem.Kind.USAGE,
                                    e.getInput(),
                                    Texts.text("ui.window.notAFileName"),
                                    e.getReason(),
                                    Texts.text("ui.window.checkTheCommandLine"))));
        }
    }
}
