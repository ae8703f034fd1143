package org.eccexplorer.cli.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.problem.Reason;
import org.eccexplorer.text.Texts;

/** Folders that something will be written to, made before anything is computed for it. */
final class Folders {
    private Folders() {}

    static void make(Path folder) throws ProblemException {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw unwritable(folder, Reason.of(e));
        }
        if (!Files.isWritable(folder)) {
            throw unwritable(folder, Texts.text("problem.permissionDenied"));
        }
    }

    private static ProblemException unwritable(Path folder, String why) {
        return new ProblemException(
                Problem.Kind.UNWRITABLE,
                folder.toString(),
                Texts.text("files.folderNotWritable"),
                why,
                Texts.text("files.chooseFolder"));
    }
}
