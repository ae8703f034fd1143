package org.eccexplorer.ui.chart;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import org.eccexplorer.plot.Bounds;
import org.eccexplorer.plot.Colour;
import org.eccexplorer.plot.Dash;
import org.eccexplorer.plot.Surface;
import org.eccexplorer.plot.TextStyle;
import org.eccexplorer.text.Script;

/** Paints on a JavaFX canvas. */
final class CanvasSurface implements Surface {
    private static final Map<TextStyle, Font> FONTS = new HashMap<>();
    private static final Text MEASURE = new Text();
    private static final Map<Measured, Double> WIDTHS = new HashMap<>();

    /** Texts whose widths are remembered. */
    private static final int MOST_WIDTHS = 2000;

    private static final double[] UNBROKEN = {};
    private static final Map<Dash, double[]> DASHES = dashes();

    private record Measured(String text, TextStyle style) {}

    private final GraphicsContext graphics;

    CanvasSurface(GraphicsContext graphics) {
        this.graphics = graphics;
        graphics.setLineCap(StrokeLineCap.BUTT);
        graphics.setLineJoin(StrokeLineJoin.BEVEL);
        graphics.setTextBaseline(VPos.BASELINE);
    }

    private static Map<Dash, double[]> dashes() {
        Map<Dash, double[]> dashes = new EnumMap<>(Dash.class);
        for (Dash dash : Dash.values()) {
            dashes.put(dash, dash.lengths().stream().mapToDouble(Double::doubleValue).toArray());
        }
        return dashes;
    }

    private static Font font(TextStyle style) {
        return FONTS.computeIfAbsent(
                style,
                s ->
                        Font.font(
                                Font.getDefault().getFamily(),
                                s.bold() ? FontWeight.BOLD : FontWeight.NORMAL,
                                s.size()));
    }

    @Override
    public void line(double[] x, double[] y, int count, Colour colour, double width, Dash dash) {
        graphics.setStroke(Paints.of(colour));
        graphics.setLineWidth(width);
        graphics.setLineDashes(DASHES.getOrDefault(dash, UNBROKEN));
        graphics.strokePolyline(x, y, count);
    }

    @Override
    public void polygon(double[] x, double[] y, int count, Colour colour) {
        graphics.setFill(Paints.of(colour));
        graphics.fillPolygon(x, y, count);
    }

    @Override
    public void rectangle(double x, double y, double width, double height, Colour colour) {
        graphics.setFill(Paints.of(colour));
        graphics.fillRect(x, y, width, height);
    }

    @Override
    public void circle(double x, double y, double radius, Colour colour) {
        graphics.setFill(Paints.of(colour));
        graphics.fillOval(x - radius, y - radius, 2 * radius, 2 * radius);
    }

    @Override
    public void text(String text, double x, double y, Align align, TextStyle style, Colour colour) {
        graphics.setFill(Paints.of(colour));
        List<Script> parts = Script.of(text);
        if (parts.size() > 1) {
            graphics.setTextAlign(TextAlignment.LEFT);
            double left = align.left(x, textWidth(text, style));
            for (Script part : parts) {
                graphics.setFont(font(style.of(part)));
                graphics.fillText(part.text(), left, y + style.drop(part));
                left += textWidth(part.text(), style.of(part));
            }
            return;
        }
        graphics.setFont(font(style));
        graphics.setTextAlign(
                switch (align) {
                    case LEFT -> TextAlignment.LEFT;
                    case CENTRE -> TextAlignment.CENTER;
                    case RIGHT -> TextAlignment.RIGHT;
                });
        graphics.fillText(text, x, y);
    }

    @Override
    public void textUpwards(
            String text, double x, double y, Align align, TextStyle style, Colour colour) {
        graphics.save();
        graphics.translate(x, y);
        graphics.rotate(-90);
        text(text, 0, 0, align, style, colour);
        graphics.restore();
    }

    @Override
    public void clipped(Bounds bounds, Runnable painting) {
        graphics.save();
        graphics.beginPath();
        graphics.rect(bounds.x(), bounds.y(), bounds.width(), bounds.height());
        graphics.clip();
        painting.run();
        graphics.restore();
    }

    @Override
    public double textWidth(String text, TextStyle style) {
        return widthOf(text, style);
    }

    /** How wide a text would be on any canvas; to be called on the thread of the window. */
    static double widthOf(String text, TextStyle style) {
        if (WIDTHS.size() > MOST_WIDTHS) {
            WIDTHS.clear();
        }
        return WIDTHS.computeIfAbsent(new Measured(text, style), CanvasSurface::measured);
    }

    private static double measured(Measured line) {
        double width = 0;
        for (Script part : Script.of(line.text())) {
            MEASURE.setFont(font(line.style().of(part)));
            MEASURE.setText(part.text());
            width += MEASURE.getLayoutBounds().getWidth();
        }
        return width;
    }
}
