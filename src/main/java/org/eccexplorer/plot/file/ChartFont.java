package org.eccexplorer.plot.file;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.eccexplorer.plot.TextStyle;
import org.eccexplorer.text.Script;

/**
 * The font of charts in files. Its letters are as wide as those of Arial and Helvetica, so that
 * texts of an SVG fit where these stand in for it.
 */
final class ChartFont {
    /** For an SVG: all of the same widths. */
    static final String FAMILIES = "'Liberation Sans', Arimo, Arial, Helvetica, sans-serif";

    private static final FontRenderContext METRICS = new FontRenderContext(null, true, true);
    private static final Font REGULAR = load(false);
    private static final Font BOLD = load(true);

    private ChartFont() {}

    /** The file of the font. */
    static InputStream file(boolean bold) {
        String name = bold ? "ChartSans-Bold.ttf" : "ChartSans-Regular.ttf";
        return Objects.requireNonNull(ChartFont.class.getResourceAsStream(name), name);
    }

    private static Font load(boolean bold) {
        try (InputStream file = file(bold)) {
            return Font.createFont(Font.TRUETYPE_FONT, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FontFormatException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether it has every sign of a text. */
    static boolean isKnown(String text, TextStyle style) {
        return (style.bold() ? BOLD : REGULAR).canDisplayUpTo(text) < 0;
    }

    /** The font for a text, the system's if this one lacks a sign of it. */
    static Font of(String text, TextStyle style) {
        Font font =
                isKnown(text, style)
                        ? style.bold() ? BOLD : REGULAR
                        : new Font(Font.SANS_SERIF, style.bold() ? Font.BOLD : Font.PLAIN, 1);
        return font.deriveFont((float) style.size());
    }

    /** The width of a text without hinting. */
    static double width(String text, TextStyle style) {
        double width = 0;
        for (Script part : Script.of(text)) {
            width += width(part, style);
        }
        return width;
    }

    /** The width of a part of a text of a style. */
    static double width(Script part, TextStyle style) {
        return of(part.text(), style.of(part)).getStringBounds(part.text(), METRICS).getWidth();
    }

    /** The outlines of a text, its base line at 0. */
    static Shape outlines(String text, TextStyle style) {
        Path2D all = new Path2D.Double();
        double left = 0;
        for (Script part : Script.of(text)) {
            Shape own =
                    of(part.text(), style.of(part))
                            .createGlyphVector(METRICS, part.text())
                            .getOutline((float) left, (float) style.drop(part));
            all.append(own, false);
            left += width(part, style);
        }
        return all;
    }
}
