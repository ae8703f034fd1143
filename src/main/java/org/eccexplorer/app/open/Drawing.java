package org.eccexplorer.app.open;

import java.util.Arrays;
import org.eccexplorer.tensor.Shape;

/** A picture that is drawn with a round brush at the size of a model's input. */
public final class Drawing {
    private final Shape shape;
    private final float[] pixels;

    /** A black one. */
    public Drawing(Shape shape) {
        this.shape = shape;
        pixels = new float[shape.size()];
    }

    public Shape shape() {
        return shape;
    }

    /** A copy, 0 to 1, channels-last. */
    public float[] pixels() {
        return pixels.clone();
    }

    /** Makes everything black. */
    public void clear() {
        Arrays.fill(pixels, 0);
    }

    /**
     * Draws a line with round ends and an edge one pixel soft. All lengths are in pixels; pixel (0,
     * 0) covers 0 to 1.
     *
     * @param colour one value per channel, 0 to 1
     */
    public void line(double x0, double y0, double x1, double y1, double radius, float[] colour) {
        for (int y = 0; y < shape.height(); y++) {
            for (int x = 0; x < shape.width(); x++) {
                double distance = distance(x + 0.5, y + 0.5, x0, y0, x1, y1);
                float cover = (float) Math.clamp(radius + 0.5 - distance, 0, 1);
                for (int c = 0; cover > 0 && c < colour.length; c++) {
                    int at = (y * shape.width() + x) * shape.channels() + c;
                    pixels[at] += cover * (colour[c] - pixels[at]);
                }
            }
        }
    }

    private static double distance(double x, double y, double x0, double y0, double x1, double y1) {
        double dx = x1 - x0;
        double dy = y1 - y0;
        double length = dx * dx + dy * dy;
        double along = length == 0 ? 0 : Math.clamp(((x - x0) * dx + (y - y0) * dy) / length, 0, 1);
        return Math.hypot(x - x0 - along * dx, y - y0 - along * dy);
    }
}
