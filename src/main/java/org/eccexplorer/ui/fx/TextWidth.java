package org.eccexplorer.ui.fx;

import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;

/** How much room words need, for parts that are to be as wide as what they say. */
public final class TextWidth {
    private TextWidth() {}

    /** Of one line of plain text in whole pixels, with text of the usual size times a factor. */
    public static double plain(String text, double size) {
        return of(text, FontWeight.NORMAL, size);
    }

    /** The same of bold text. */
    public static double bold(String text, double size) {
        return of(text, FontWeight.BOLD, size);
    }

    private static double of(String text, FontWeight weight, double size) {
        return of(text, Font.font(Font.getDefault().getFamily(), weight, TextSize.USUAL * size));
    }

    /** Of one line of text in a font, in whole pixels. */
    static double of(String text, Font font) {
        Text line = new Text(text);
        line.setFont(font);
        return Math.ceil(line.getLayoutBounds().getWidth());
    }
}
