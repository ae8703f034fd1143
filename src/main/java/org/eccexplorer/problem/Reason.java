package org.eccexplorer.problem;

import java.io.EOFException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Objects;
import org.eccexplorer.text.Texts;
import org.jspecify.annotations.Nullable;

/** Why something failed, in words: messages of Java's are often a path again, or nothing. */
public final class Reason {
    private Reason() {}

    /** The reason of a failure, never empty. */
    public static String of(Exception failure) {
        return switch (failure) {
            case UncheckedIOException unchecked -> of(Objects.requireNonNull(unchecked.getCause()));
            case FileSystemException place when said(place.getReason()) ->
                    String.valueOf(place.getReason());
            case NoSuchFileException _ -> Texts.text("problem.noSuchFile");
            case AccessDeniedException _ -> Texts.text("problem.permissionDenied");
            case FileAlreadyExistsException _ -> Texts.text("problem.fileInTheWay");
            case NotDirectoryException _ -> Texts.text("problem.notAFolder");
            case FileSystemLoopException _ -> Texts.text("problem.linksInACircle");
            case EOFException end when !said(end.getMessage()) -> Texts.text("problem.endsEarly");
            default ->
                    said(failure.getMessage())
                            ? String.valueOf(failure.getMessage())
                            : Texts.text("problem.noReason", failure.getClass().getSimpleName());
        };
    }

    private static boolean said(@Nullable String message) {
        return message != null && !message.isBlank();
    }
}
