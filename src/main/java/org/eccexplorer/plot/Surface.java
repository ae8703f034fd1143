package org.eccexplorer.plot;

/** Something to paint on: a canvas, a picture, a vector file. Lengths in pixels, y downwards. */
public interface Surface extends TextMeasure {

    /** Where a text's anchor is. */
    enum Align {
        LEFT,
        CENTRE,
        RIGHT;

        /** Where a text of a width begins whose anchor is at a place. */
        public double left(double x, double width) {
            return switch (this) {
                case LEFT -> x;
                case CENTRE -> x - width / 2;
                case RIGHT -> x - width;
            };
        }
    }

    /** A line through so many points. */
    void line(double[] x, double[] y, int count, Colour colour, double width, Dash dash);

    /** A filled polygon. */
    void polygon(double[] x, double[] y, int count, Colour colour);

    /** A filled rectangle. */
    void rectangle(double x, double y, double width, double height, Colour colour);

    /** A filled circle. */
    void circle(double x, double y, double radius, Colour colour);

    /**
     * One line of text; the index of a symbol stands lower, see {@link
     * org.eccexplorer.text.Script}.
     *
     * @param y of the base line
     */
    void text(String text, double x, double y, Align align, TextStyle style, Colour colour);

    /** A line of text that is read from below; the anchor is on its base line. */
    void textUpwards(String text, double x, double y, Align align, TextStyle style, Colour colour);

    /** Paints what lies in a rectangle, and nothing of it outside. */
    void clipped(Bounds bounds, Runnable painting);

    /** A straight line. */
    default void line(
            double x1, double y1, double x2, double y2, Colour colour, double width, Dash dash) {
        line(new double[] {x1, x2}, new double[] {y1, y2}, 2, colour, width, dash);
    }
}
