package org.eccexplorer.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.problem.Reason;
import org.eccexplorer.text.Texts;
import org.jspecify.annotations.Nullable;

/** A folder that one command writes its results into: two at once would mix theirs. */
public final class ResultFolder implements AutoCloseable {
    private static final String LOCK = ".ecc.lock";

    private final @Nullable ProcessLock lock;
    private final @Nullable Path result;

    private ResultFolder(@Nullable ProcessLock lock, @Nullable Path result) {
        this.lock = lock;
        this.result = result;
    }

    /** Where nothing is written. */
    public static ResultFolder none() {
        return new ResultFolder(null, null);
    }

    /**
     * Makes the folder if need be, and keeps others from it until it is closed.
     *
     * @param result name of the file that a command writes last: that it is there tells that an
     *     earlier one has written all of its results here
     * @param force whether to replace that
     * @throws ProblemException if it is there and not to be replaced, somebody is writing there, or
     *     nothing can be written
     */
    public static ResultFolder claim(Path folder, String result, boolean force)
            throws ProblemException {
        try {
            Files.createDirectories(folder);
            if (!force && Files.exists(folder.resolve(result))) {
                throw new ProblemException(
                        Problem.Kind.UNWRITABLE,
                        folder.toString(),
                        Texts.text("files.earlierResults"),
                        Texts.text("files.resultExists", result),
                        Texts.text("files.chooseFolderOrForce"));
            }
            Path told = folder.resolve(result);
            if (Files.exists(told) && !Files.isRegularFile(told)) {
                throw new ProblemException(
                        Problem.Kind.UNWRITABLE,
                        folder.toString(),
                        Texts.text("files.folderNotWritable"),
                        Texts.text("files.placeTaken", result),
                        Texts.text("files.removeIt"));
            }
            if (!Files.isWritable(folder)) {
                throw unwritable(folder, Texts.text("problem.permissionDenied"));
            }
            Path file = folder.resolve(LOCK);
            Optional<ProcessLock> lock = ProcessLock.take(file);
            if (lock.isEmpty()) {
                throw new ProblemException(
                        Problem.Kind.UNWRITABLE,
                        folder.toString(),
                        Texts.text("files.otherRun"),
                        Texts.text("files.holdsLock", LOCK),
                        Texts.text("files.waitOrChoose"));
            }
            // Where the program is interrupted nobody closes it.
            lock.get().deleteAtExit();
            return new ResultFolder(lock.get(), told);
        } catch (IOException e) {
            throw unwritable(folder, Reason.of(e));
        }
    }

    /** Likewise for a result that is one file: its folder. */
    public static ResultFolder claimFile(Path file, boolean force) throws ProblemException {
        Path whole = file.toAbsolutePath();
        Path folder = whole.getParent();
        return claim(folder == null ? whole : folder, String.valueOf(whole.getFileName()), force);
    }

    /**
     * Says that results are replaced from now on: the file that tells of earlier ones goes first
     * and comes back last, so that a folder that has it holds the results of one command, wherever
     * a later one was stopped.
     *
     * @throws ProblemException if it cannot be deleted
     */
    public void begin() throws ProblemException {
        if (result == null) {
            return;
        }
        try {
            Files.deleteIfExists(result);
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.Kind.UNWRITABLE,
                    result.toString(),
                    Texts.text("files.cannotPrepare"),
                    Reason.of(e),
                    Texts.text("files.chooseFolder"));
        }
    }

    /** Lets others write there. */
    @Override
    public void close() throws ProblemException {
        if (lock != null) {
            try {
                lock.delete();
            } catch (IOException e) {
                throw new ProblemException(
                        Problem.Kind.UNWRITABLE,
                        LOCK,
                        Texts.text("files.temporaryLeft"),
                        Reason.of(e),
                        Texts.text("files.delete"));
            }
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
