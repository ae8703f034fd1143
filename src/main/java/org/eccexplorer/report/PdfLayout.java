package org.eccexplorer.report;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.eccexplorer.plot.ChartTheme;
import org.eccexplorer.plot.Colour;
import org.eccexplorer.plot.Surface;
import org.eccexplorer.plot.TextStyle;
import org.eccexplorer.plot.file.PdfPages;

/**
 * What is to be painted on which page of a PDF. Pages are painted when all are known, since each
 * says how many there are. Lengths in points.
 */
final class PdfLayout {
    static final double LEFT = 56.69;
    static final double WIDTH = PdfPages.WIDTH - 2 * LEFT;
    static final Colour INK = ChartTheme.LIGHT.text();
    static final Colour MUTED = ChartTheme.LIGHT.muted();
    static final Colour LINE = Colour.of(0xdfe3e8);

    private static final double TOP = 62;
    private static final double BOTTOM = PdfPages.HEIGHT - 70;
    private static final double FOOTER = PdfPages.HEIGHT - 40;
    private static final TextStyle SMALL = new TextStyle(7.5, false);

    private final List<List<Ink>> pages = new ArrayList<>();
    private double y;

    /** Something to be painted. */
    @FunctionalInterface
    interface Ink {
        void paint(PdfPages pages, Surface surface) throws IOException;
    }

    PdfLayout() {
        turn();
    }

    /** Begins a page. */
    void turn() {
        pages.add(new ArrayList<>());
        y = TOP;
    }

    /** Where the next thing stands. */
    double y() {
        return y;
    }

    void down(double by) {
        y += by;
    }

    /** A gap above something, which a page does not begin with. */
    void gap(double height) {
        if (!isAtTop()) {
            y += height;
        }
    }

    boolean isAtTop() {
        return y == TOP;
    }

    /** Whether so much fits on this page. */
    boolean fits(double height) {
        return y + height <= BOTTOM;
    }

    /** How much fits on a page. */
    static double page() {
        return BOTTOM - TOP;
    }

    /** Begins a page if so much does not fit on this one. */
    void need(double height) {
        if (!fits(height) && !isAtTop()) {
            turn();
        }
    }

    void ink(Ink ink) {
        pages.getLast().add(ink);
    }

    /** A line of text whose letters stand on a base line. */
    void text(String text, double x, double base, Surface.Align align, TextStyle style, Colour in) {
        ink((all, surface) -> surface.text(text, x, base, align, style, in));
    }

    void rectangle(double x, double top, double width, double height, Colour colour) {
        ink((all, surface) -> surface.rectangle(x, top, width, height, colour));
    }

    /** A line across the text, or a part of it. */
    void rule(double x, double at, double width, double strength, Colour colour) {
        rectangle(x, at, width, strength, colour);
    }

    /**
     * Paints all pages.
     *
     * @param title at the foot of each
     */
    void write(OutputStream out, String title) throws IOException {
        try (PdfPages pdf = new PdfPages(title)) {
            for (int page = 0; page < pages.size(); page++) {
                Surface surface = pdf.next();
                for (Ink ink : pages.get(page)) {
                    ink.paint(pdf, surface);
                }
                String number = (page + 1) + " / " + pages.size();
                double right = LEFT + WIDTH;
                String foot = new Wrapping(PdfPages.measure()).lines(title, SMALL, 400).getFirst();
                surface.text(foot, LEFT, FOOTER, Surface.Align.LEFT, SMALL, MUTED);
                surface.text(number, right, FOOTER, Surface.Align.RIGHT, SMALL, MUTED);
            }
            pdf.save(out);
        }
    }
}
