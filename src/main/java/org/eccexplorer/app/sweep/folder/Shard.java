package org.eccexplorer.app.sweep.folder;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of a plan's runs: every so many one, so that all parts have runs of every kind.
 *
 * @param number which part, from 1
 * @param of how many there are
 */
public record Shard(int number, int of) {
    /** All runs. */
    public static final Shard WHOLE = new Shard(1, 1);

    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,6})/(\\d{1,6})");

    /** One as it is written, {@code 3/16}; empty if it is none. */
    public static Optional<Shard> of(String written) {
        Matcher matcher = WRITTEN.matcher(written);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Shard shard =
                new Shard(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
        return shard.number >= 1 && shard.number <= shard.of
                ? Optional.of(shard)
                : Optional.empty();
    }

    boolean has(int task) {
        return task % of == number - 1;
    }

    /** As it is written. */
    public String text() {
        return number + "/" + of;
    }
}
