package org.eccexplorer.app.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;

/**
 * The file that a session was opened from or saved to, as it was then.
 *
 * @param size in bytes, −1 if it could not be told
 */
public record SessionDocument(Path file, long size, FileTime modified) {

    /** The file as it is now. */
    public static SessionDocument of(Path file) {
        try {
            return new SessionDocument(file, Files.size(file), Files.getLastModifiedTime(file));
        } catch (IOException e) {
            return new SessionDocument(file, -1, FileTime.fromMillis(0));
        }
    }

    /** Whether somebody else wrote it since; a file that is gone was not. */
    public boolean isChanged() {
        return Files.exists(file) && !equals(of(file));
    }
}
