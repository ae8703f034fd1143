package org.eccexplorer.plot;

import java.util.Optional;

/**
 * A dashed line with its name.
 *
 * @param name at the line
 * @param value of the vertical axis, or of the horizontal one for a vertical line
 * @param series what it is called in tables
 * @param source what it was measured on
 */
public record Reference(
        String name, double value, boolean vertical, String series, Optional<SourceRun> source) {
    /** A line that is not measured. */
    public Reference(String name, double value, boolean vertical) {
        this(name, value, vertical, name, Optional.empty());
    }

    /** A horizontal line. */
    public Reference(String name, double value) {
        this(name, value, false);
    }

    /** The same of a source, by a name that has no figures in it. */
    public Reference from(String what, SourceRun run) {
        return new Reference(name, value, vertical, what, Optional.of(run));
    }
}
