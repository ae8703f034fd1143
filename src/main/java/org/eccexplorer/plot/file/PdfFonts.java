package org.eccexplorer.plot.file;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** The font of charts in one PDF, embedded once however many pages and charts use it. */
final class PdfFonts {
    private final PDDocument document;
    private final Map<Boolean, PDFont> known = new HashMap<>();

    PdfFonts(PDDocument document) {
        this.document = document;
    }

    PDFont of(boolean bold) throws IOException {
        PDFont font = known.get(bold);
        if (font == null) {
            try (InputStream file = ChartFont.file(bold)) {
                font = PDType0Font.load(document, file, true);
            }
            known.put(bold, font);
        }
        return font;
    }
}
