package org.eccexplorer.plot.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.eccexplorer.plot.Axis;
import org.eccexplorer.plot.Bar;
import org.eccexplorer.plot.BarGroup;
import org.eccexplorer.plot.Categories;
import org.eccexplorer.plot.Chart;
import org.eccexplorer.plot.ChartTheme;
import org.eccexplorer.plot.Reference;
import org.eccexplorer.plot.Series;
import org.eccexplorer.plot.Tint;
import org.eccexplorer.plot.ValueAxis;
import org.eccexplorer.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Charts as files, read again by other programs' eyes. */
class ChartFileTest {
    private static final FigureStyle COLUMN =
            FigureStyle.STANDARD.withWidth(FigureStyle.ONE_COLUMN).withFontSize(7);

    @TempDir private Path folder = Path.of("");

    private static Chart.Lines accuracy(double marker) {
        return new Chart.Lines(
                "Accuracy <of> θ & T ≤ 3 · λ − κ",
                "band: 95 % … ε",
                Axis.timesteps(3),
                ValueAxis.shares("accuracy, %"),
                List.of(
                        Series.line(
                                "ECC",
                                Tint.run(0),
                                new double[] {1, 2, 3},
                                new double[] {0.1, 0.5, 0.9})),
                List.of(new Reference("CNN 91.5 %", 0.915)),
                marker);
    }

    private static Chart.Stacks errors(int selected) {
        return new Chart.Stacks(
                "Errors",
                "",
                "mean, % of λ",
                Categories.LAYERS,
                List.of("conv1", "conv2"),
                selected,
                true,
                "% of λ",
                List.of("clipping"),
                "mean",
                List.of(new BarGroup("ECC", Tint.run(0))),
                List.of(new Bar(0, 0, new double[] {0.1}, 0.1)));
    }

    private Path write(String name, Chart chart, FigureStyle style) throws ProblemException {
        Path file = folder.resolve(name);
        ChartFile.write(file, chart, style);
        return file;
    }

    private Path write(String name) throws ProblemException {
        return write(name, accuracy(Double.NaN), COLUMN);
    }

    private static Document xml(Path file) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
    }

    /** Of a figure with several runs, whose lines are longer than the axis. */
    @Test
    void runsAreNamedAndLinesEndAtThePlot() throws Exception {
        double[] x = {1, 2, 300};
        double[] y = {0.1, 0.5, 0.9};
        Chart chart =
                new Chart.Lines(
                        "Accuracy",
                        "",
                        Axis.logTimesteps(8),
                        ValueAxis.shares("accuracy, %"),
                        List.of(
                                Series.line("ECC", Tint.run(0), x, y),
                                Series.line("CN + CMB", Tint.run(1), x, y)),
                        List.of(),
                        Double.NaN);
        Element svg = xml(write("two.svg", chart, COLUMN)).getDocumentElement();
        assertThat(svg.getTextContent()).contains("ECC", "CN + CMB", "accuracy, %");
        Element clip = (Element) svg.getElementsByTagName("clipPath").item(0);
        Element lines = (Element) svg.getElementsByTagName("g").item(0);
        assertThat(lines.getAttribute("clip-path"))
                .isEqualTo("url(#" + clip.getAttribute("id") + ")");
        assertThat(lines.getElementsByTagName("polyline").getLength()).isEqualTo(2);
    }

    @Test
    void svgIsAsLargeAsThePaperWithTextsAsTexts() throws Exception {
        Element svg = xml(write("a.svg")).getDocumentElement();
        assertThat(svg.getAttribute("width")).isEqualTo("88mm");
        assertThat(svg.getAttribute("height")).isEqualTo("55mm");
        assertThat(svg.getAttribute("viewBox")).isEqualTo("0 0 249.45 155.91");
        assertThat(svg.getAttribute("font-family")).endsWith("sans-serif");
        assertThat(svg.getTextContent())
                .contains("Accuracy <of> θ & T ≤ 3 · λ − κ", "CNN 91.5 %", "timestep");
        assertThat(svg.getElementsByTagName("polyline").getLength()).isGreaterThan(4);
        Set<String> sizes = new HashSet<>();
        for (int i = 0; i < svg.getElementsByTagName("text").getLength(); i++) {
            sizes.add(
                    ((Element) svg.getElementsByTagName("text").item(i)).getAttribute("font-size"));
        }
        assertThat(sizes).containsExactlyInAnyOrder("7", "8.27");
    }

    private static Chart.Lines potential(String unit) {
        return new Chart.Lines(
                "Membrane potential",
                unit,
                Axis.timesteps(3),
                ValueAxis.fromZero(unit),
                List.of(
                        Series.line(
                                "V",
                                Tint.run(0),
                                new double[] {1, 2, 3},
                                new double[] {0.1, 0.5, 0.9})),
                List.of(),
                Double.NaN);
    }

    /** As a text that can be searched and changed, in one piece. */
    @Test
    void indicesAreLoweredInAnSvg() throws Exception {
        Element svg = xml(write("index.svg", potential("V / V_thr"), COLUMN)).getDocumentElement();
        List<Element> texts = new ArrayList<>();
        for (int i = 0; i < svg.getElementsByTagName("text").getLength(); i++) {
            Element text = (Element) svg.getElementsByTagName("text").item(i);
            if (text.getTextContent().equals("V / Vthr")) {
                texts.add(text);
            }
        }
        assertThat(texts).as("the note and the title of the axis").hasSize(2);
        for (Element text : texts) {
            Element index = (Element) text.getElementsByTagName("tspan").item(0);
            assertThat(index.getTextContent()).isEqualTo("thr");
            assertThat(index.getAttribute("dy")).isEqualTo("1.4");
            assertThat(index.getAttribute("font-size")).isEqualTo("5.32");
        }
    }

    /** Smaller and lower than its symbol, and right behind it. */
    @Test
    void indicesAreLoweredInAPdf() throws Exception {
        List<TextPosition> letters = new ArrayList<>();
        try (PDDocument pdf =
                Loader.loadPDF(write("index.pdf", potential("V / V_thr"), COLUMN).toFile())) {
            new PDFTextStripper() {
                @Override
                protected void processTextPosition(TextPosition text) {
                    letters.add(text);
                }
            }.getText(pdf);
        }
        String all = letters.stream().map(TextPosition::getUnicode).reduce("", String::concat);
        int at = all.indexOf("thr");
        TextPosition symbol = letters.get(at - 1);
        TextPosition index = letters.get(at);
        assertThat(symbol.getUnicode()).isEqualTo("V");
        assertThat(index.getYDirAdj() - symbol.getYDirAdj()).isCloseTo(1.4f, within(0.02f));
        assertThat(index.getFontSize()).isCloseTo(5.32f, within(0.01f));
        assertThat(index.getXDirAdj())
                .isCloseTo(symbol.getXDirAdj() + symbol.getWidthDirAdj(), within(0.1f));
    }

    /** The picture has ink below the base line where the index is, and none of an underscore. */
    @Test
    void indicesAreLoweredInAPicture() throws Exception {
        BufferedImage lowered = ImageIO.read(write("a.png", potential("V_thr"), COLUMN).toFile());
        BufferedImage plain = ImageIO.read(write("b.png", potential("Vthr"), COLUMN).toFile());
        BufferedImage flat = ImageIO.read(write("c.png", potential("V_th"), COLUMN).toFile());
        assertThat(lowest(lowered)).isGreaterThan(lowest(plain));
        assertThat(lowest(lowered)).isNotEqualTo(lowest(flat));
    }

    /** The lowest row of dots with ink of the first line of notes. */
    private static int lowest(BufferedImage image) {
        int from = image.getHeight() / 8;
        int lowest = 0;
        boolean begun = false;
        for (int y = from; y < image.getHeight() / 2; y++) {
            boolean ink = false;
            for (int x = image.getWidth() / 40; x < image.getWidth() / 8; x++) {
                ink |= (image.getRGB(x, y) & 0xff) < 0x90;
            }
            begun |= ink;
            if (ink) {
                lowest = y;
            } else if (begun && y - lowest > 3) {
                break;
            }
        }
        return lowest;
    }

    @Test
    void noMarkerAndNoSelectionIsInAFile() throws Exception {
        assertThat(write("marked.svg", accuracy(2), COLUMN))
                .hasSameTextualContentAs(write("plain.svg"));
        assertThat(write("selected.svg", errors(1), COLUMN))
                .hasSameTextualContentAs(write("none.svg", errors(-1), COLUMN));
    }

    @Test
    void noLayerIsColouredInAFile() {
        double[] x = {1, 2};
        Chart.Lines chart =
                new Chart.Lines(
                        "Residuals",
                        "",
                        Axis.timesteps(2),
                        ValueAxis.fromZero("V"),
                        List.of(
                                Series.line("conv1", Tint.shade(0, 2), x, x),
                                Series.line("conv2", Tint.run(3), x, x)),
                        List.of(),
                        1);
        assertThat(((Chart.Lines) Unmarked.of(chart, COLUMN)).series())
                .extracting(Series::tint)
                .containsExactly(Tint.shade(0, 2), Tint.shade(1, 2));
    }

    @Test
    void aFigureGrowsForItsNames() throws Exception {
        double[] x = {1, 2};
        List<Series> lines = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            lines.add(Series.line("CN + CMB, θ = 0.25, run " + i, Tint.run(i), x, x));
        }
        Chart.Lines chart =
                new Chart.Lines(
                        "Accuracy",
                        "",
                        Axis.timesteps(2),
                        ValueAxis.fromZero("V"),
                        lines,
                        List.of(),
                        1);
        try (PDDocument document = Loader.loadPDF(write("a.pdf", chart, COLUMN).toFile())) {
            float height = document.getPage(0).getMediaBox().getHeight();
            assertThat(height).isGreaterThan(60 * 72 / 25.4f);
            String text = new PDFTextStripper().getText(document);
            assertThat(lines).allMatch(line -> text.contains(line.name()));
        }
        Element svg = xml(write("a.svg", chart, COLUMN)).getDocumentElement();
        assertThat(svg.getAttribute("width")).isEqualTo("88mm");
    }

    @Test
    void withoutTitleThePlotIsHigher() throws Exception {
        Path file = write("a.svg", accuracy(Double.NaN), COLUMN.titled(false));
        Element svg = xml(file).getDocumentElement();
        List<String> texts = new ArrayList<>();
        double top = Double.POSITIVE_INFINITY;
        for (int i = 0; i < svg.getElementsByTagName("text").getLength(); i++) {
            Element text = (Element) svg.getElementsByTagName("text").item(i);
            texts.add(text.getTextContent());
            top = Math.min(top, Double.parseDouble(text.getAttribute("y")));
        }
        assertThat(texts).contains("timestep", "CNN 91.5 %").noneMatch(t -> t.contains("Accuracy"));
        assertThat(top).isBetween(0.0, 25.0);
    }

    @Test
    void runsAreNamedUnlessTheLegendIsOff() throws Exception {
        Series ecc = accuracy(1).series().getFirst();
        Series none = Series.line("none", Tint.run(1), ecc.x(), ecc.y());
        Chart.Lines two =
                new Chart.Lines(
                        "Accuracy",
                        "",
                        Axis.timesteps(3),
                        ValueAxis.shares("accuracy"),
                        List.of(ecc, none),
                        List.of(),
                        Double.NaN);
        try (PDDocument document = Loader.loadPDF(write("a.pdf", two, COLUMN).toFile())) {
            assertThat(new PDFTextStripper().getText(document)).contains("ECC", "none");
        }
        assertThat(Files.readString(write("a.svg", two, COLUMN))).contains(">ECC<", ">none<");
        assertThat(Files.readString(write("a.svg", two, COLUMN.named(false))))
                .doesNotContain(">ECC<", ">none<")
                .contains(">Accuracy<");
    }

    @Test
    void pdfHasOnePageOfThatSize() throws Exception {
        try (PDDocument document = Loader.loadPDF(write("a.PDF").toFile())) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            PDPage page = document.getPage(0);
            assertThat(page.getMediaBox().getWidth()).isCloseTo(88 * 72 / 25.4f, within(1e-3f));
            assertThat(page.getMediaBox().getHeight()).isCloseTo(55 * 72 / 25.4f, within(1e-3f));
            assertThat(document.getDocumentInformation().getTitle()).contains("Accuracy");
        }
    }

    @Test
    void pdfKeepsTextsInEmbeddedFonts() throws Exception {
        try (PDDocument document = Loader.loadPDF(write("a.pdf").toFile())) {
            List<Float> sizes = new ArrayList<>();
            PDFTextStripper stripper =
                    new PDFTextStripper() {
                        @Override
                        protected void processTextPosition(TextPosition text) {
                            sizes.add(text.getFontSizeInPt());
                            super.processTextPosition(text);
                        }
                    };
            assertThat(stripper.getText(document))
                    .contains("Accuracy <of> θ & T ≤ 3 · λ − κ", "band: 95 % … ε")
                    .contains("CNN 91.5 %", "timestep");
            assertThat(sizes).contains(7f, 8f).allMatch(size -> size == 7f || size == 8f);
            int fonts = 0;
            for (COSName name : document.getPage(0).getResources().getFontNames()) {
                PDFont font = document.getPage(0).getResources().getFont(name);
                assertThat(font.isEmbedded()).isTrue();
                assertThat(font.getName()).matches("[A-Z]{6}\\+ChartSans-(Regular|Bold)");
                fonts++;
            }
            assertThat(fonts).isEqualTo(2);
        }
        assertThat(folder.resolve("a.pdf"))
                .satisfies(file -> assertThat(Files.size(file)).isLessThan(60_000));
    }

    @Test
    void signsThatTheFontLacksAreDrawn() throws Exception {
        Chart.Lines chart = accuracy(Double.NaN);
        Chart.Lines renamed =
                new Chart.Lines(
                        "猫 ⊰",
                        "",
                        chart.x(),
                        chart.y(),
                        chart.series(),
                        chart.references(),
                        Double.NaN);
        try (PDDocument document = Loader.loadPDF(write("a.pdf", renamed, COLUMN).toFile())) {
            assertThat(new PDFTextStripper().getText(document)).contains("CNN 91.5 %");
        }
        assertThat(xml(write("a.svg", renamed, COLUMN)).getDocumentElement().getTextContent())
                .contains("猫 ⊰");
    }

    @Test
    void pngHas300DotsPerInch() throws Exception {
        Path file = write("a.png");
        BufferedImage image = ImageIO.read(file.toFile());
        assertThat(image.getWidth()).isEqualTo(1039);
        assertThat(image.getHeight()).isEqualTo(650);
        Set<Integer> colours = new HashSet<>();
        for (int x = 0; x < image.getWidth(); x += 3) {
            for (int y = 0; y < image.getHeight(); y += 3) {
                colours.add(image.getRGB(x, y));
            }
        }
        assertThat(colours).hasSizeGreaterThan(20);
        byte[] bytes = Files.readAllBytes(file);
        int size = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("pHYs");
        assertThat(ByteBuffer.wrap(bytes).getInt(size + 4)).isEqualTo(11811);
    }

    @Test
    void theThemeIsThatOfTheStyle() {
        int corner = ChartFile.picture(accuracy(1), COLUMN.darkened(true), 96).getRGB(0, 0);
        assertThat(corner & 0xff).isEqualTo(ChartTheme.DARK.background().blue());
    }

    @Test
    void csvHoldsTheData() throws Exception {
        assertThat(Files.readAllLines(write("a.csv")))
                .hasSize(6)
                .contains("ECC,3,0.9", "CNN 91.5 %,1,0.915", "CNN 91.5 %,3,0.915");
    }

    @Test
    void otherEndingsAreRefused() {
        assertThatThrownBy(() -> write("a.docx"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining(".svg, .pdf, .png or .csv");
        assertThat(folder.resolve("a.docx")).doesNotExist();
    }

    @Test
    void fontsLeaveRoomForThePlot() {
        assertThat(FigureStyle.STANDARD.withFontSize(48).fitted().fontSize())
                .isLessThan(25)
                .isEqualTo(FigureStyle.STANDARD.largestFont());
        assertThat(COLUMN.fitted()).isEqualTo(COLUMN);
        assertThatThrownBy(() -> COLUMN.withWidth(Double.NaN))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
