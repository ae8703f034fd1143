package org.eccexplorer.container;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Objects;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.problem.Reason;
import org.eccexplorer.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * A file as it was at one moment, told without reading it: what was read of one that is another by
 * then may be half of the old and half of the new one.
 *
 * @param size in bytes
 * @param modified when it was last written
 * @param key of the file itself, whatever it is called; null where the system has none
 */
public record FileState(Path path, long size, FileTime modified, @Nullable Object key) {

    /** A file as it is now. */
    public static FileState of(Path path) throws IOException {
        BasicFileAttributes now = Files.readAttributes(path, BasicFileAttributes.class);
        return new FileState(path, now.size(), now.lastModifiedTime(), now.fileKey());
    }

    /**
     * Refuses what was read of a file that was written or replaced meanwhile.
     *
     * @throws ProblemException if it is not the same any more, or gone
     */
    public void requireUnchanged() throws ProblemException {
        try {
            FileState now = of(path);
            if (now.size != size) {
                throw changed(Texts.text("container.sizesBeforeAndAfter", size, now.size));
            }
            if (!now.modified.equals(modified)) {
                throw changed(Texts.text("container.timesBeforeAndAfter", modified, now.modified));
            }
            if (!Objects.equals(now.key, key)) {
                throw changed(Texts.text("container.replaced"));
            }
        } catch (NoSuchFileException e) {
            throw changed(Texts.text("container.gone"));
        } catch (IOException e) {
            throw ModelFaults.unreadable(path, Reason.of(e));
        }
    }

    private ProblemException changed(String why) {
        return new ProblemException(
                Problem.Kind.CORRUPT,
                path.toString(),
                Texts.text("container.changed"),
                why,
                Texts.text("container.readAgain"));
    }
}
