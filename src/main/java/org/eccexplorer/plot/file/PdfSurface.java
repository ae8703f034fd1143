package org.eccexplorer.plot.file;

import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;
import org.apache.pdfbox.util.Matrix;
import org.eccexplorer.plot.Bounds;
import org.eccexplorer.plot.Colour;
import org.eccexplorer.plot.Dash;
import org.eccexplorer.plot.Surface;
import org.eccexplorer.plot.TextStyle;
import org.eccexplorer.text.Script;

/**
 * Paints on a page of a PDF, texts as texts in an embedded font; a text with a sign that the font
 * lacks becomes outlines.
 */
final class PdfSurface implements Surface {
    /** How far from the middle of a circle the curves of its quarters are bent, in radii. */
    private static final double QUARTER = 0.5523;

    /** How lines are joined. */
    private static final int ROUND = 1;

    private final PdfFonts fonts;
    private final PDPageContentStream page;
    private final double unit;
    private final double height;
    private final Map<Double, PDExtendedGraphicsState> opacities = new HashMap<>();

    /** Something that PDFBox writes. */
    private interface Step {
        void write() throws IOException;
    }

    /**
     * Paints on a page.
     *
     * @param unit points per pixel of a chart
     * @param height of the page in points
     */
    PdfSurface(PdfFonts fonts, PDPageContentStream page, double unit, double height) {
        this.fonts = fonts;
        this.page = page;
        this.unit = unit;
        this.height = height;
    }

    private static void write(Step step) {
        try {
            step.write();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private float x(double x) {
        return (float) (x * unit);
    }

    private float y(double y) {
        return (float) (height - y * unit);
    }

    private void opacity(Colour colour) throws IOException {
        PDExtendedGraphicsState state =
                opacities.computeIfAbsent(
                        colour.alpha(),
                        alpha -> {
                            PDExtendedGraphicsState made = new PDExtendedGraphicsState();
                            made.setStrokingAlphaConstant(alpha.floatValue());
                            made.setNonStrokingAlphaConstant(alpha.floatValue());
                            return made;
                        });
        page.setGraphicsStateParameters(state);
    }

    private void fill(Colour colour) throws IOException {
        opacity(colour);
        page.setNonStrokingColor(colour.red() / 255f, colour.green() / 255f, colour.blue() / 255f);
    }

    private void path(double[] x, double[] y, int count) throws IOException {
        page.moveTo(x(x[0]), y(y[0]));
        for (int i = 1; i < count; i++) {
            page.lineTo(x(x[i]), y(y[i]));
        }
    }

    @Override
    public void line(double[] x, double[] y, int count, Colour colour, double width, Dash dash) {
        if (count < 2) {
            return;
        }
        float[] dashes = new float[dash.lengths().size()];
        for (int i = 0; i < dashes.length; i++) {
            dashes[i] = x(dash.lengths().get(i));
        }
        write(() -> {
            opacity(colour);
            page.setStrokingColor(colour.red() / 255f, colour.green() / 255f, colour.blue() / 255f);
            page.setLineWidth((float) (width * unit));
            page.setLineJoinStyle(ROUND);
            page.setLineDashPattern(dashes, 0);
            path(x, y, count);
            page.stroke();
        });
    }

    @Override
    public void polygon(double[] x, double[] y, int count, Colour colour) {
        if (count < 3) {
            return;
        }
        write(() -> {
            fill(colour);
            path(x, y, count);
            page.closePath();
            page.fill();
        });
    }

    @Override
    public void rectangle(double x, double y, double width, double height, Colour colour) {
        write(() -> {
            fill(colour);
            page.addRect(x(x), y(y + height), (float) (width * unit), (float) (height * unit));
            page.fill();
        });
    }

    @Override
    public void circle(double x, double y, double radius, Colour colour) {
        double bent = QUARTER * radius;
        write(() -> {
            fill(colour);
            page.moveTo(x(x + radius), y(y));
            curve(x + radius, y + bent, x + bent, y + radius, x, y + radius);
            curve(x - bent, y + radius, x - radius, y + bent, x - radius, y);
            curve(x - radius, y - bent, x - bent, y - radius, x, y - radius);
            curve(x + bent, y - radius, x + radius, y - bent, x + radius, y);
            page.fill();
        });
    }

    private void curve(double x1, double y1, double x2, double y2, double x3, double y3)
            throws IOException {
        page.curveTo(x(x1), y(y1), x(x2), y(y2), x(x3), y(y3));
    }

    @Override
    public void text(String text, double x, double y, Align align, TextStyle style, Colour colour) {
        double left = align.left(x, textWidth(text, style));
        text(text, AffineTransform.getTranslateInstance(left, y), style, colour);
    }

    @Override
    public void textUpwards(
            String text, double x, double y, Align align, TextStyle style, Colour colour) {
        AffineTransform place = AffineTransform.getTranslateInstance(x, y);
        place.rotate(-Math.PI / 2);
        place.translate(align.left(0, textWidth(text, style)), 0);
        text(text, place, style, colour);
    }

    /**
     * Writes a text.
     *
     * @param place from a text whose base line is at 0 to pixels of the chart
     */
    private void text(String text, AffineTransform place, TextStyle style, Colour colour) {
        if (text.isBlank()) {
            return;
        }
        write(() -> {
            fill(colour);
            if (ChartFont.isKnown(text, style)) {
                page.beginText();
                AffineTransform next = new AffineTransform(place);
                for (Script part : Script.of(text)) {
                    AffineTransform at = new AffineTransform(next);
                    at.translate(0, style.drop(part));
                    page.setFont(fonts.of(style.bold()), (float) (style.of(part).size() * unit));
                    page.setTextMatrix(matrix(at));
                    page.showText(part.text());
                    next.translate(ChartFont.width(part, style), 0);
                }
                page.endText();
            } else {
                outlines(ChartFont.outlines(text, style).getPathIterator(place));
            }
        });
    }

    private Matrix matrix(AffineTransform place) {
        return new Matrix(
                (float) place.getScaleX(),
                (float) -place.getShearY(),
                (float) -place.getShearX(),
                (float) place.getScaleY(),
                x(place.getTranslateX()),
                y(place.getTranslateY()));
    }

    @Override
    public void clipped(Bounds bounds, Runnable painting) {
        write(() -> {
            page.saveGraphicsState();
            page.addRect(
                    x(bounds.x()),
                    y(bounds.bottom()),
                    (float) (bounds.width() * unit),
                    (float) (bounds.height() * unit));
            page.clip();
            painting.run();
            page.restoreGraphicsState();
        });
    }

    private void outlines(PathIterator path) throws IOException {
        double[] at = new double[6];
        double fromX = 0;
        double fromY = 0;
        for (; !path.isDone(); path.next()) {
            int segment = path.currentSegment(at);
            switch (segment) {
                case PathIterator.SEG_MOVETO -> page.moveTo(x(at[0]), y(at[1]));
                case PathIterator.SEG_LINETO -> page.lineTo(x(at[0]), y(at[1]));
                case PathIterator.SEG_QUADTO ->
                        curve(
                                fromX + (at[0] - fromX) * 2 / 3,
                                fromY + (at[1] - fromY) * 2 / 3,
                                at[2] + (at[0] - at[2]) * 2 / 3,
                                at[3] + (at[1] - at[3]) * 2 / 3,
                                at[2],
                                at[3]);
                case PathIterator.SEG_CUBICTO -> curve(at[0], at[1], at[2], at[3], at[4], at[5]);
                default -> page.closePath();
            }
            int end = end(segment);
            fromX = end < 0 ? fromX : at[end];
            fromY = end < 0 ? fromY : at[end + 1];
        }
        page.fill();
    }

    /** Where the end of a segment is among its coordinates; −1 if it has none. */
    private static int end(int segment) {
        return switch (segment) {
            case PathIterator.SEG_MOVETO, PathIterator.SEG_LINETO -> 0;
            case PathIterator.SEG_QUADTO -> 2;
            case PathIterator.SEG_CUBICTO -> 4;
            default -> -1;
        };
    }

    @Override
    public double textWidth(String text, TextStyle style) {
        return ChartFont.width(text, style);
    }
}
