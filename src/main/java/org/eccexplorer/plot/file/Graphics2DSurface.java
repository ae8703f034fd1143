package org.eccexplorer.plot.file;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import org.eccexplorer.plot.Bounds;
import org.eccexplorer.plot.Colour;
import org.eccexplorer.plot.Dash;
import org.eccexplorer.plot.Surface;
import org.eccexplorer.plot.TextStyle;
import org.jspecify.annotations.Nullable;

/** Paints pictures through Java 2D. */
final class Graphics2DSurface implements Surface {
    private final Graphics2D graphics;

    Graphics2DSurface(Graphics2D graphics) {
        this.graphics = graphics;
        graphics.setRenderingHint(
                RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(
                RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    }

    private void colour(Colour colour) {
        graphics.setColor(
                new Color(
                        colour.red(),
                        colour.green(),
                        colour.blue(),
                        (int) Math.round(255 * colour.alpha())));
    }

    private static Path2D path(double[] x, double[] y, int count) {
        Path2D path = new Path2D.Double();
        for (int i = 0; i < count; i++) {
            if (i == 0) {
                path.moveTo(x[i], y[i]);
            } else {
                path.lineTo(x[i], y[i]);
            }
        }
        return path;
    }

    @Override
    public void line(double[] x, double[] y, int count, Colour colour, double width, Dash dash) {
        colour(colour);
        graphics.setStroke(
                new BasicStroke(
                        (float) width,
                        BasicStroke.CAP_BUTT,
                        BasicStroke.JOIN_ROUND,
                        1,
                        lengths(dash),
                        0));
        graphics.draw(path(x, y, count));
    }

    private static float @Nullable [] lengths(Dash dash) {
        if (dash.lengths().isEmpty()) {
            return null;
        }
        float[] lengths = new float[dash.lengths().size()];
        for (int i = 0; i < lengths.length; i++) {
            lengths[i] = dash.lengths().get(i).floatValue();
        }
        return lengths;
    }

    @Override
    public void polygon(double[] x, double[] y, int count, Colour colour) {
        colour(colour);
        Path2D path = path(x, y, count);
        path.closePath();
        graphics.fill(path);
    }

    @Override
    public void rectangle(double x, double y, double width, double height, Colour colour) {
        colour(colour);
        graphics.fill(new Rectangle2D.Double(x, y, width, height));
    }

    @Override
    public void circle(double x, double y, double radius, Colour colour) {
        colour(colour);
        graphics.fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
    }

    /** As outlines, so that letters stand as in the other files. */
    @Override
    public void text(String text, double x, double y, Align align, TextStyle style, Colour colour) {
        if (text.isBlank()) {
            return;
        }
        colour(colour);
        double left = align.left(x, textWidth(text, style));
        AffineTransform place = AffineTransform.getTranslateInstance(left, y);
        graphics.fill(place.createTransformedShape(ChartFont.outlines(text, style)));
    }

    @Override
    public void textUpwards(
            String text, double x, double y, Align align, TextStyle style, Colour colour) {
        AffineTransform before = graphics.getTransform();
        graphics.translate(x, y);
        graphics.rotate(-Math.PI / 2);
        text(text, 0, 0, align, style, colour);
        graphics.setTransform(before);
    }

    @Override
    public void clipped(Bounds bounds, Runnable painting) {
        Shape before = graphics.getClip();
        graphics.clip(
                new Rectangle2D.Double(bounds.x(), bounds.y(), bounds.width(), bounds.height()));
        painting.run();
        graphics.setClip(before);
    }

    @Override
    public double textWidth(String text, TextStyle style) {
        return ChartFont.width(text, style);
    }
}
