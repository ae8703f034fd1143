package org.eccexplorer.plot;

import java.util.List;

/** A mark on a line, by which it is told from others without its colour. */
public enum Marker {
    CIRCLE,
    SQUARE,
    TRIANGLE,
    DIAMOND,
    TRIANGLE_DOWN,
    PLUS,
    STAR,
    CROSS;

    private static final List<Marker> ALL = List.of(values());

    /** How many there are. */
    static final int COUNT = ALL.size();

    /** One by its number, from 0; they repeat. */
    static Marker of(int number) {
        return ALL.get(number % COUNT);
    }
}
