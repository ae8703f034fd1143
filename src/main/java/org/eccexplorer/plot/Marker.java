package org.eccexplorer.plot;

/** A mark on a line, by which it is told from others without its colour. */
public enum Marker {
    CIRCLE,
    SQUARE,
    TRIANGLE,
    DIAMOND,
    TRIANGLE_DOWN,
    PLUS,
    STAR,
    CROSS
}
