package org.eccexplorer.plot.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.eccexplorer.plot.Chart;
import org.eccexplorer.plot.ChartTheme;
import org.eccexplorer.plot.Tint;
import org.eccexplorer.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;

/** Charts as files, read again by other programs' eyes. */
class ChartFileTest {
    @TempDir private Path folder = Path.of("");

    private final Chart chart =
            new Chart.Lines(
                    "Accuracy <of> θ & T",
                    "band: 95 %",
                    Chart.Axis.timesteps(3),
                    true,
                    List.of(
                            Chart.Series.line(
                                    "ECC",
                                    Tint.run(0),
                                    new double[] {1, 2, 3},
                                    new double[] {0.1, 0.5, 0.9})),
                    List.of(new Chart.Reference("CNN 91.5 %", 0.915)),
                    Double.NaN);

    private Path write(String name) throws ProblemException {
        Path file = folder.resolve(name);
        ChartFile.write(file, chart, ChartTheme.LIGHT, 420, 300);
        return file;
    }

    @Test
    void svgIsXmlWithTheTexts() throws Exception {
        Document document =
                DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(write("a.svg").toFile());
        assertThat(document.getDocumentElement().getAttribute("viewBox")).isEqualTo("0 0 420 300");
        assertThat(document.getDocumentElement().getTextContent())
                .contains("Accuracy <of> θ & T", "CNN 91.5 %", "timestep");
        assertThat(document.getElementsByTagName("polyline").getLength()).isGreaterThan(4);
    }

    @Test
    void pdfHasOnePageOfThatSize() throws Exception {
        try (PDDocument document = Loader.loadPDF(write("a.PDF").toFile())) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            assertThat(document.getPage(0).getMediaBox().getWidth()).isEqualTo(420);
            assertThat(document.getDocumentInformation().getTitle()).contains("Accuracy");
        }
    }

    @Test
    void pngIsSharp() throws Exception {
        BufferedImage image = ImageIO.read(write("a.png").toFile());
        assertThat(image.getWidth()).isEqualTo(1260);
        Set<Integer> colours = new HashSet<>();
        for (int x = 0; x < image.getWidth(); x += 3) {
            for (int y = 0; y < image.getHeight(); y += 3) {
                colours.add(image.getRGB(x, y));
            }
        }
        assertThat(colours).hasSizeGreaterThan(20);
    }

    @Test
    void csvHoldsTheData() throws Exception {
        assertThat(Files.readString(write("a.csv"))).contains("ECC,3.0,0.9");
    }

    @Test
    void otherEndingsAreRefused() {
        assertThatThrownBy(() -> write("a.docx"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining(".svg, .pdf, .png or .csv");
        assertThat(folder.resolve("a.docx")).doesNotExist();
    }
}
