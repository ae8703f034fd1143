package org.eccexplorer.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What differs between operating systems, in one place: where programs keep what they remember, who
 * may look into a folder, how a file is told from another of its name, what needs a display.
 */
public enum HostSystem {
    WINDOWS,
    MACOS,
    /** And what is like it. */
    LINUX;

    private static final Set<PosixFilePermission> OWNER_ONLY =
            PosixFilePermissions.fromString("rwx------");

    /** The one that this program runs on. */
    public static HostSystem current() {
        return named(System.getProperty("os.name", ""));
    }

    /** The one that Java calls so. */
    static HostSystem named(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.startsWith("win") ? WINDOWS : lower.startsWith("mac") ? MACOS : LINUX;
    }

    /** Whether windows need a display that variables of the environment name. */
    public boolean displayIsNamed() {
        return this == LINUX;
    }

    /**
     * The folder in which programs keep what they remember of a user.
     *
     * @param home of the user
     * @param environment the value of a variable, null for none
     */
    public Path configuration(Path home, UnaryOperator<@Nullable String> environment) {
        String variable = this == WINDOWS ? "APPDATA" : "XDG_CONFIG_HOME";
        String configured = environment.apply(variable);
        if (configured != null && !configured.isEmpty()) {
            return home.getFileSystem().getPath(configured);
        }
        return switch (this) {
            case WINDOWS -> home.resolve("AppData").resolve("Roaming");
            case MACOS -> home.resolve("Library").resolve("Application Support");
            case LINUX -> home.resolve(".config");
        };
    }

    /**
     * Makes a folder, if it is missing, that nobody but its owner may look into. On Windows the
     * folder around it says so.
     */
    public static void ownFolder(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        Files.createDirectories(folder, hasPermissions(folder) ? ownerOnly() : none());
    }

    private static FileAttribute<?>[] ownerOnly() {
        return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)};
    }

    private static FileAttribute<?>[] none() {
        return new FileAttribute<?>[0];
    }

    /** Whether files of a place have an owner's, a group's and everybody's permissions. */
    static boolean hasPermissions(Path place) {
        return place.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    /**
     * What tells a file from another one that has come to its place; empty where there is none, or
     * the system knows no such thing (Windows, which lets no other come there while it is open).
     */
    static Optional<Object> identity(Path file) {
        try {
            return Optional.ofNullable(
                    Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                            .fileKey());
        } catch (IOException none) {
            return Optional.empty();
        }
    }
}
