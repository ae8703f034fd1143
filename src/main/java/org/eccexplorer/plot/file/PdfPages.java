package org.eccexplorer.plot.file;

import java.io.IOException;
import java.io.OutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PageMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageXYZDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.util.Matrix;
import org.eccexplorer.plot.Chart;
import org.eccexplorer.plot.Surface;
import org.eccexplorer.plot.TextMeasure;
import org.jspecify.annotations.Nullable;

/**
 * A PDF of A4 pages with texts and charts. Lengths in points, y downwards from the top of a page.
 * The same content gives the same bytes: it knows no time.
 */
public final class PdfPages implements AutoCloseable {
    private static final PDRectangle A4 = PDRectangle.A4;

    /** Of a page, in points. */
    public static final double WIDTH = A4.getWidth();

    public static final double HEIGHT = A4.getHeight();

    private final PDDocument document = new PDDocument();
    private final PdfFonts fonts = new PdfFonts(document);
    private final PDDocumentOutline outline = new PDDocumentOutline();
    private PDPage page = new PDPage(A4);
    private @Nullable PDPageContentStream content;

    /**
     * No page yet.
     *
     * @param title as a viewer names the document
     */
    public PdfPages(String title) {
        PDDocumentInformation information = new PDDocumentInformation();
        information.setTitle(title);
        information.setCreator("ECC Explorer");
        document.setDocumentInformation(information);
        document.setDocumentId((long) title.hashCode());
        document.getDocumentCatalog().setLanguage("en");
        document.getDocumentCatalog().setDocumentOutline(outline);
        document.getDocumentCatalog().setPageMode(PageMode.USE_OUTLINES);
    }

    /** Begins a page and gives what its texts are painted on. */
    public Surface next() throws IOException {
        end();
        page = new PDPage(A4);
        document.addPage(page);
        PDPageContentStream begun = new PDPageContentStream(document, page);
        content = begun;
        return new PdfSurface(fonts, begun, 1, HEIGHT);
    }

    /**
     * Paints a chart on the page that was begun last.
     *
     * @param x of its left side
     * @param y of its top
     */
    public void chart(Chart chart, FigureStyle asked, double x, double y) throws IOException {
        PDPageContentStream onto = content;
        if (onto == null) {
            throw new IllegalStateException("no page");
        }
        FigureStyle style = ChartFile.grown(chart, asked);
        double height = FigureStyle.points(style.height());
        onto.saveGraphicsState();
        onto.transform(Matrix.getTranslateInstance((float) x, (float) (HEIGHT - y - height)));
        ChartFile.paint(chart, new PdfSurface(fonts, onto, style.unit(), height), style);
        onto.restoreGraphicsState();
    }

    /** How wide its texts are, in points. */
    public static TextMeasure measure() {
        return ChartFont::width;
    }

    /** How high a chart becomes. */
    public static double height(Chart chart, FigureStyle asked) {
        return FigureStyle.points(ChartFile.grown(chart, asked).height());
    }

    /** Names a place of the page that was begun last in the list beside the pages. */
    public void bookmark(String name, double y) {
        PDPageXYZDestination place = new PDPageXYZDestination();
        place.setPage(page);
        place.setTop((int) (HEIGHT - y));
        PDOutlineItem item = new PDOutlineItem();
        item.setTitle(name);
        item.setDestination(place);
        outline.addLast(item);
    }

    /** Writes the document; nothing can be painted any more. */
    public void save(OutputStream out) throws IOException {
        end();
        document.save(out);
    }

    private void end() throws IOException {
        if (content != null) {
            content.close();
            content = null;
        }
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
