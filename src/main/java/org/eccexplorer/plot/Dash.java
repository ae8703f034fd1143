package org.eccexplorer.plot;

import java.util.List;

/** How a line is broken. */
public enum Dash {
    SOLID,
    /** Thresholds and references. */
    FINE,
    DASHED,
    DOTTED,
    DASH_DOT,
    LONG,
    /** What is computed and not measured. */
    DASH_DOT_DOT;

    /** Lengths on and off in turn, in pixels; none for an unbroken line. */
    public List<Double> lengths() {
        return switch (this) {
            case SOLID -> List.of();
            case FINE -> List.of(4.0, 4.0);
            case DASHED -> List.of(8.0, 4.0);
            case DOTTED -> List.of(2.0, 3.0);
            case DASH_DOT -> List.of(10.0, 3.0, 2.0, 3.0);
            case LONG -> List.of(16.0, 4.0);
            case DASH_DOT_DOT -> List.of(7.0, 2.0, 1.5, 2.0, 1.5, 2.0);
        };
    }
}
