package org.eccexplorer;

import java.net.URISyntaxException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** Files among the resources of the tests, and what this system can do with files. */
public final class Resources {
    // Found by a file: folders of the same names hold classes.
    private static final Path FOLDER = readme().resolveSibling("");

    private Resources() {}

    /**
     * A file or folder.
     *
     * @param name below {@code src/test/resources/org/eccexplorer}
     * @throws IllegalArgumentException if there is none
     */
    public static Path path(String name) {
        Path path = FOLDER.resolve(name);
        if (!Files.exists(path)) {
            throw new IllegalArgumentException("no resource " + name);
        }
        return path;
    }

    private static Path readme() {
        try {
            // The path of the URL itself has a slash before the drive on Windows.
            return Path.of(
                    Objects.requireNonNull(Resources.class.getResource("README.md")).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether files of this system have POSIX permissions, and anybody may make links to them. */
    public static boolean hasPermissions() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    }
}
