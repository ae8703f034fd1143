package org.eccexplorer.plot.file;

import org.eccexplorer.plot.ChartTheme;
import org.eccexplorer.plot.TextStyle;

/**
 * How a chart is printed: its size on paper, and what is in it.
 *
 * @param width in mm
 * @param aspect height / width
 * @param fontSize of axes and names, in pt; the title is a little larger
 * @param title whether title and subtitle are in it, or left to a caption
 * @param legend whether the lines and boxes are named above the plot
 */
public record FigureStyle(
        double width, double aspect, double fontSize, boolean title, boolean legend, boolean dark) {
    /** Columns of a journal, and a slide of 16 : 9, in mm. */
    public static final double ONE_COLUMN = 88;

    public static final double TWO_COLUMNS = 180;
    public static final double SLIDE = 254;

    public static final double LEAST_WIDTH = 40;
    public static final double MOST_WIDTH = 1000;
    public static final double LEAST_ASPECT = 0.3;
    public static final double MOST_ASPECT = 2;
    public static final double LEAST_FONT = 4;
    public static final double MOST_FONT = 48;

    /** For a column of a journal, of which two stand beside each other. */
    public static final FigureStyle STANDARD =
            new FigureStyle(TWO_COLUMNS, 0.625, 8, true, true, false);

    /** Pixels of a chart that it needs to be read, across and down. */
    private static final double LEAST_ACROSS = 216;

    private static final double LEAST_DOWN = 144;
    private static final double MM_PER_INCH = 25.4;
    private static final double PT_PER_INCH = 72;

    public FigureStyle {
        boolean sized = width >= LEAST_WIDTH && width <= MOST_WIDTH;
        boolean shaped = aspect >= LEAST_ASPECT && aspect <= MOST_ASPECT;
        if (!sized || !shaped || !(fontSize >= LEAST_FONT && fontSize <= MOST_FONT)) {
            throw new IllegalArgumentException(width + " mm, " + aspect + ", " + fontSize + " pt");
        }
    }

    /** In mm. */
    public double height() {
        return width * aspect;
    }

    /** The largest font in pt that leaves room for the plot. */
    public double largestFont() {
        double size = TextStyle.SMALL.size();
        double across = points(width) / LEAST_ACROSS * size;
        return Math.min(MOST_FONT, Math.min(across, points(height()) / LEAST_DOWN * size));
    }

    /** The same with a font that leaves room for the plot. */
    public FigureStyle fitted() {
        return fontSize <= largestFont() ? this : withFontSize(Math.max(LEAST_FONT, largestFont()));
    }

    public FigureStyle withFontSize(double points) {
        return new FigureStyle(width, aspect, points, title, legend, dark);
    }

    /** With a width in mm and the same shape. */
    public FigureStyle withWidth(double millimetres) {
        return new FigureStyle(millimetres, aspect, fontSize, title, legend, dark);
    }

    /** With a height in mm, as far as the shape allows. */
    public FigureStyle withHeight(double millimetres) {
        double shape = Math.clamp(millimetres / width, LEAST_ASPECT, MOST_ASPECT);
        return new FigureStyle(width, shape, fontSize, title, legend, dark);
    }

    /** With a height in pixels of a chart, as far as the shape allows. */
    FigureStyle withDown(double pixels) {
        return withHeight(pixels * unit() / PT_PER_INCH * MM_PER_INCH);
    }

    public FigureStyle titled(boolean on) {
        return new FigureStyle(width, aspect, fontSize, on, legend, dark);
    }

    public FigureStyle named(boolean on) {
        return new FigureStyle(width, aspect, fontSize, title, on, dark);
    }

    public FigureStyle darkened(boolean on) {
        return new FigureStyle(width, aspect, fontSize, title, legend, on);
    }

    ChartTheme theme() {
        return dark ? ChartTheme.DARK : ChartTheme.LIGHT;
    }

    /** How many pt a pixel of a chart is, so that its small texts have the size of the font. */
    double unit() {
        return fontSize / TextStyle.SMALL.size();
    }

    /** In pixels of a chart. */
    double across() {
        return points(width) / unit();
    }

    /** In pixels of a chart. */
    double down() {
        return points(height()) / unit();
    }

    static double points(double millimetres) {
        return millimetres / MM_PER_INCH * PT_PER_INCH;
    }

    /** So many dots that an inch has {@code perInch}. */
    static int dots(double millimetres, double perInch) {
        return (int) Math.round(millimetres / MM_PER_INCH * perInch);
    }
}
