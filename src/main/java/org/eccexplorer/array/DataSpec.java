package org.eccexplorer.array;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eccexplorer.files.FileKind;
import org.jspecify.annotations.Nullable;

/**
 * What a user writes to name images: {@code file#part@from:to}, where the part and the range may be
 * missing.
 *
 * @param file a path, or the name of a bundled model
 * @param part which arrays of the file, or which files of the folder; empty if not said
 * @param range which images; null for all
 */
public record DataSpec(String file, String part, @Nullable Range range) {
    private static final Pattern RANGE = Pattern.compile("(.+)@(\\d{1,9}):(\\d{1,9})");

    /**
     * Some of the images.
     *
     * @param from the first, counted from 0
     * @param to the first that is left out
     */
    public record Range(int from, int to) {}

    /** Takes apart what a user wrote; every text is one. */
    public static DataSpec of(String text) {
        Matcher matcher = RANGE.matcher(text);
        if (!matcher.matches()) {
            return of(text, null);
        }
        int from = Integer.parseInt(matcher.group(2));
        return of(matcher.group(1), new Range(from, Integer.parseInt(matcher.group(3))));
    }

    /**
     * Folders may have a # in their names, so a part has no separators; only in HDF5 arrays have
     * paths.
     */
    private static DataSpec of(String text, @Nullable Range range) {
        int mark = text.lastIndexOf('#');
        String file = mark < 0 ? text : text.substring(0, mark);
        String part = mark < 0 ? "" : text.substring(mark + 1);
        boolean path = part.contains("/") || part.contains("\\");
        return path && !FileKind.HDF5.matches(file)
                ? new DataSpec(text, "", range)
                : new DataSpec(file, part, range);
    }

    /** The same of another file. */
    public DataSpec withFile(String other) {
        return new DataSpec(other, part, range);
    }

    /** The same with other images. */
    DataSpec withRange(int from, int to) {
        return new DataSpec(file, part, new Range(from, to));
    }

    /** Some of these images, counted from the first of them. */
    public DataSpec within(int from, int to) {
        int first = range == null ? 0 : range.from();
        return withRange(first + from, first + to);
    }

    /** The same without the folders that lead to the file. */
    public DataSpec shortened() {
        int last = Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\'));
        return withFile(file.substring(last + 1));
    }

    /** As a user writes it. */
    @Override
    public String toString() {
        return file
                + (part.isEmpty() ? "" : "#" + part)
                + (range == null ? "" : "@" + range.from() + ":" + range.to());
    }
}
