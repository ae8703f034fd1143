package org.eccexplorer.plot;

/** Says how wide texts are where they will be painted. */
@FunctionalInterface
public interface TextMeasure {
    /** How wide a line of text would be, in pixels. */
    double textWidth(String text, TextStyle style);
}
