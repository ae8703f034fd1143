package org.eccexplorer.array;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eccexplorer.files.FileKind;
import org.jspecify.annotations.Nullable;

/**
 * What a user writes to name images: {@code file#part@from:to?key=value&key=value}, where all but
 * the file may be missing. What stands behind the question mark says how they are read; it travels
 * with the name into results and sessions.
 *
 * @param file a path, or the name of a bundled model
 * @param part which arrays of the file, or which files of the folder; empty if not said
 * @param range which images; null for all
 * @param reading how they are read, by {@link #KEYS}; empty if as usual
 */
public record DataSpec(
        String file, String part, @Nullable Range range, Map<String, String> reading) {
    /** Another file, which holds the labels. */
    public static final String LABELS = "labels";

    /** The label of the first class, 0 or 1. */
    public static final String LABELS_FROM = "labels-from";

    /** In which order a row holds its values. */
    public static final String CHANNEL_ORDER = "channel-order";

    /** In which order folders are classes. */
    public static final String CLASS_ORDER = "class-order";

    /** How values are prepared for the model: a name. */
    public static final String PREPARE = "prepare";

    /** What every value is multiplied by. */
    public static final String SCALE = "scale";

    /** What is then subtracted, by channel. */
    public static final String MEAN = "mean";

    /** What it is then divided by, by channel. */
    public static final String STD = "std";

    /** The accuracy in percent that the CNN had elsewhere on such images. */
    public static final String EXPECTED = "expected-accuracy";

    /** All keys behind the question mark. */
    public static final List<String> KEYS =
            List.of(
                    LABELS,
                    LABELS_FROM,
                    CHANNEL_ORDER,
                    CLASS_ORDER,
                    PREPARE,
                    SCALE,
                    MEAN,
                    STD,
                    EXPECTED);

    private static final Set<String> PREPARATION = Set.of(PREPARE, SCALE, MEAN, STD);
    private static final Pattern RANGE = Pattern.compile("(.+)@(\\d{1,9}):(\\d{1,9})");
    private static final String PAIR = "(?:" + String.join("|", KEYS) + ")=[^&]*";
    private static final Pattern READING =
            Pattern.compile("(.+?)\\?(" + PAIR + "(?:&" + PAIR + ")*)");

    public DataSpec {
        reading = Collections.unmodifiableMap(new LinkedHashMap<>(reading));
    }

    /** Images that are read as usual. */
    public DataSpec(String file, String part, @Nullable Range range) {
        this(file, part, range, Map.of());
    }

    /**
     * Some of the images.
     *
     * @param from the first, counted from 0
     * @param to the first that is left out
     */
    public record Range(int from, int to) {}

    /** Takes apart what a user wrote; every text is one. */
    public static DataSpec of(String text) {
        Matcher reading = READING.matcher(text);
        return reading.matches()
                ? plain(reading.group(1)).reading(pairs(reading.group(2)))
                : plain(text);
    }

    private static Map<String, String> pairs(String text) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (String pair : text.split("&", -1)) {
            int sign = pair.indexOf('=');
            String value = pair.substring(sign + 1).replace("%26", "&").replace("%25", "%");
            pairs.put(pair.substring(0, sign), value);
        }
        return pairs;
    }

    private static DataSpec plain(String text) {
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

    /** What is said of a key; empty if nothing. */
    public String said(String key) {
        return reading.getOrDefault(key, "");
    }

    /** The same read in another way; an empty value leaves a key out. */
    public DataSpec with(String key, String value) {
        Map<String, String> changed = new LinkedHashMap<>(reading);
        if (value.isEmpty()) {
            changed.remove(key);
        } else {
            changed.put(key, value);
        }
        return reading(changed);
    }

    /** The same read in another way altogether. */
    public DataSpec reading(Map<String, String> other) {
        return new DataSpec(file, part, range, other);
    }

    /**
     * These images read as others are, as far as nothing is said of them; labels are those of the
     * others alone.
     */
    public DataSpec readLike(DataSpec others) {
        Map<String, String> all = new LinkedHashMap<>(others.reading);
        all.remove(LABELS);
        all.remove(EXPECTED);
        if (reading.keySet().stream().anyMatch(PREPARATION::contains)) {
            all.keySet().removeAll(PREPARATION);
        }
        all.putAll(reading);
        return reading(all);
    }

    /** The same of another file. */
    public DataSpec withFile(String other) {
        return new DataSpec(other, part, range, reading);
    }

    /** The same with the file, and that of the labels, named in another way. */
    public DataSpec withFiles(UnaryOperator<String> renamed) {
        DataSpec spec = withFile(renamed.apply(file));
        String labels = said(LABELS);
        if (labels.isEmpty()) {
            return spec;
        }
        DataSpec apart = plain(labels);
        return spec.with(LABELS, apart.withFile(renamed.apply(apart.file)).toString());
    }

    /** The same with other images. */
    DataSpec withRange(int from, int to) {
        return new DataSpec(file, part, new Range(from, to), reading);
    }

    /** Some of these images, counted from the first of them. */
    public DataSpec within(int from, int to) {
        int first = range == null ? 0 : range.from();
        return withRange(first + from, first + to);
    }

    /** The same without the folders that lead to the files. */
    public DataSpec shortened() {
        return withFiles(path ->
                path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1));
    }

    /** As a user writes it. */
    @Override
    public String toString() {
        String pairs =
                reading.entrySet().stream()
                        .map(pair -> pair.getKey() + "=" + escaped(pair.getValue()))
                        .collect(Collectors.joining("&"));
        return file
                + (part.isEmpty() ? "" : "#" + part)
                + (range == null ? "" : "@" + range.from() + ":" + range.to())
                + (pairs.isEmpty() ? "" : "?" + pairs);
    }

    private static String escaped(String value) {
        return value.replace("%", "%25").replace("&", "%26");
    }
}
