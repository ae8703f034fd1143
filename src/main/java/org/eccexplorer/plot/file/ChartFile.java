package org.eccexplorer.plot.file;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Locale;
import javax.xml.stream.XMLStreamException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.eccexplorer.files.AtomicFile;
import org.eccexplorer.files.Csv;
import org.eccexplorer.plot.Bounds;
import org.eccexplorer.plot.Chart;
import org.eccexplorer.plot.ChartTable;
import org.eccexplorer.plot.ChartTables;
import org.eccexplorer.plot.Surface;
import org.eccexplorer.plot.paint.ChartPainter;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.text.Texts;

/**
 * A chart as a file for papers and slides; the name's ending says which kind. Without what belongs
 * to the window only: the marker of t, the selection, the pointer.
 */
public final class ChartFile {
    /** Of a PNG, per inch. */
    private static final int DOTS = 300;

    /** Pixels of a chart that titles take above those that a chart without them needs. */
    private static final double TITLES = 40;

    private ChartFile() {}

    /**
     * Writes a chart as {@code .svg}, {@code .pdf}, {@code .png} (300 dots per inch) or {@code
     * .csv} (its data).
     *
     * @throws ProblemException if the ending is none of these or the file cannot be written
     */
    public static void write(Path file, Chart chart, FigureStyle style) throws ProblemException {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        String ending = name.substring(name.lastIndexOf('.') + 1);
        switch (ending) {
            case "csv" -> {
                ChartTable table = ChartTables.of(chart);
                Csv.write(file, table.names(), table.rows());
            }
            case "png" ->
                    AtomicFile.write(
                            file, out -> PngFile.write(out, picture(chart, style, DOTS), DOTS));
            case "svg" -> AtomicFile.write(file, out -> svg(out, chart, grown(chart, style)));
            case "pdf" -> AtomicFile.write(file, out -> pdf(out, chart, grown(chart, style)));
            default ->
                    throw new ProblemException(
                            Problem.Kind.UNSUPPORTED,
                            file.toString(),
                            Texts.text("plot.file.kind"),
                            Texts.text("plot.file.ending", ending),
                            Texts.text("plot.file.endings"));
        }
    }

    /**
     * A chart as a picture, higher than asked for where its names need it.
     *
     * @param perInch pixels per inch of paper
     */
    public static BufferedImage picture(Chart chart, FigureStyle asked, double perInch) {
        FigureStyle style = grown(chart, asked);
        BufferedImage image =
                new BufferedImage(
                        FigureStyle.dots(style.width(), perInch),
                        FigureStyle.dots(style.height(), perInch),
                        BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.scale(image.getWidth() / style.across(), image.getHeight() / style.down());
        paint(chart, new Graphics2DSurface(graphics), style);
        graphics.dispose();
        return image;
    }

    /**
     * A chart as an element of SVG for another document, higher than asked for where its names need
     * it.
     *
     * @param ids what names in it begin with, unlike those of other charts of the document
     */
    public static String element(Chart chart, FigureStyle asked, String ids) {
        FigureStyle style = grown(chart, asked);
        StringWriter text = new StringWriter();
        try {
            SvgSurface surface = SvgSurface.inside(text, style, chart.title(), ids);
            paint(chart, surface, style);
            surface.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return text.toString();
    }

    /** So high that notes and names leave enough room to the plot. */
    static FigureStyle grown(Chart chart, FigureStyle style) {
        Bounds asked = bounds(style);
        double more =
                ChartPainter.fileHeight(Unmarked.of(chart, style), asked, ChartFont::width)
                        - asked.height();
        return more <= 0 ? style : style.withDown(style.down() + more);
    }

    /** Without titles the plot takes their room. */
    private static Bounds bounds(FigureStyle style) {
        double above = style.title() ? 0 : TITLES;
        return new Bounds(0, -above, style.across(), style.down() + above);
    }

    static void paint(Chart chart, Surface surface, FigureStyle style) {
        surface.rectangle(0, 0, style.across(), style.down(), style.theme().background());
        ChartPainter.file(Unmarked.of(chart, style), surface, bounds(style), style.theme());
    }

    /** Made in memory: writers of XML hide what a disk says. */
    private static void svg(OutputStream out, Chart chart, FigureStyle style) throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try {
            SvgSurface surface = SvgSurface.file(text, style, chart.title());
            paint(chart, surface, style);
            surface.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        text.writeTo(out);
    }

    private static void pdf(OutputStream out, Chart chart, FigureStyle style) throws IOException {
        double height = FigureStyle.points(style.height());
        try (PDDocument document = new PDDocument()) {
            PDPage page =
                    new PDPage(
                            new PDRectangle(
                                    (float) FigureStyle.points(style.width()), (float) height));
            document.addPage(page);
            PDDocumentInformation information = new PDDocumentInformation();
            information.setTitle(chart.title());
            information.setCreator("ECC Explorer");
            document.setDocumentInformation(information);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                paint(
                        chart,
                        new PdfSurface(new PdfFonts(document), content, style.unit(), height),
                        style);
            }
            document.save(out);
        }
    }
}
