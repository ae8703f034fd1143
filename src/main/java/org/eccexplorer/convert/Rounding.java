package org.eccexplorer.convert;

/** How a weight is brought to a few bits. */
public enum Rounding {
    TRUNCATE,
    NEAREST
}
