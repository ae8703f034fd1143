package org.eccexplorer.files;

import java.nio.file.Path;

/**
 * Paths as files of others name them: one that begins with two slashes or backslashes makes Windows
 * ask another machine (and tell it who asks), or opens a device. Judged by its text alone, on every
 * system.
 */
public final class RemotePath {
    private RemotePath() {}

    /**
     * Whether a path may only be looked at once a user says so.
     *
     * @param from the folder of the file that names it: a user has opened that one
     */
    public static boolean leadsAway(String path, Path from) {
        String host = host(path);
        boolean same = !host.isEmpty() && host.equalsIgnoreCase(host(from.toString()));
        return isRemote(path) && !same;
    }

    private static boolean isRemote(String path) {
        return path.length() >= 2 && isSlash(path.charAt(0)) && isSlash(path.charAt(1));
    }

    private static boolean isSlash(char c) {
        return c == '/' || c == '\\';
    }

    /** The machine that a path names; empty for none, or a device. */
    private static String host(String path) {
        if (!isRemote(path)) {
            return "";
        }
        String[] parts = path.substring(2).split("[/\\\\]", 2);
        return parts[0].matches("[?.]?") ? "" : parts[0];
    }
}
