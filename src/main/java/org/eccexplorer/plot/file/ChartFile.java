package org.eccexplorer.plot.file;

import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2D;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Locale;
import javax.imageio.ImageIO;
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
import org.eccexplorer.plot.ChartTheme;
import org.eccexplorer.plot.Surface;
import org.eccexplorer.plot.paint.ChartPainter;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.text.Texts;

/** A chart as a file for papers and slides; the name's ending says which kind. */
public final class ChartFile {
    /** Pixels of a PNG per unit of the chart. */
    private static final int SHARPNESS = 3;

    private ChartFile() {}

    /**
     * Writes a chart as {@code .svg}, {@code .pdf}, {@code .png} (three pixels per unit) or {@code
     * .csv} (its data).
     *
     * @param width in units: pixels of an SVG, points of a PDF
     * @throws ProblemException if the ending is none of these or the file cannot be written
     */
    public static void write(Path file, Chart chart, ChartTheme theme, int width, int height)
            throws ProblemException {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        String ending = name.substring(name.lastIndexOf('.') + 1);
        switch (ending) {
            case "csv" -> {
                ChartTable table = ChartTables.of(chart);
                Csv.write(file, table.header(), table.rows());
            }
            case "png" ->
                    AtomicFile.write(
                            file,
                            out ->
                                    ImageIO.write(
                                            picture(chart, theme, width, height, SHARPNESS),
                                            "png",
                                            out));
            case "svg" -> AtomicFile.write(file, out -> svg(out, chart, theme, width, height));
            case "pdf" -> AtomicFile.write(file, out -> pdf(out, chart, theme, width, height));
            default ->
                    throw new ProblemException(
                            Problem.Kind.UNSUPPORTED,
                            file.toString(),
                            Texts.text("plot.file.kind"),
                            Texts.text("plot.file.ending", ending),
                            Texts.text("plot.file.endings"));
        }
    }

    /** A chart as a picture. */
    public static BufferedImage picture(
            Chart chart, ChartTheme theme, int width, int height, int sharpness) {
        BufferedImage image =
                new BufferedImage(
                        width * sharpness, height * sharpness, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.scale(sharpness, sharpness);
        paint(chart, new Graphics2DSurface(graphics), theme, width, height);
        graphics.dispose();
        return image;
    }

    private static void paint(
            Chart chart, Surface surface, ChartTheme theme, int width, int height) {
        Bounds bounds = new Bounds(0, 0, width, height);
        surface.rectangle(0, 0, width, height, theme.background());
        ChartPainter.paint(chart, surface, bounds, theme, false, Double.NaN, Double.NaN);
    }

    private static void svg(OutputStream out, Chart chart, ChartTheme theme, int width, int height)
            throws IOException {
        try {
            SvgSurface surface = new SvgSurface(out, width, height, chart.title());
            paint(chart, surface, theme, width, height);
            surface.close();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    private static void pdf(OutputStream out, Chart chart, ChartTheme theme, int width, int height)
            throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(new PDRectangle(width, height));
            document.addPage(page);
            PDDocumentInformation information = new PDDocumentInformation();
            information.setTitle(chart.title());
            information.setCreator("ECC Explorer");
            document.setDocumentInformation(information);
            PdfBoxGraphics2D graphics = new PdfBoxGraphics2D(document, width, height);
            paint(chart, new Graphics2DSurface(graphics), theme, width, height);
            graphics.dispose();
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.drawForm(graphics.getXFormObject());
            }
            document.save(out);
        }
    }
}
