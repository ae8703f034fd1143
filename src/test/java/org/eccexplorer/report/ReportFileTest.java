package org.eccexplorer.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.eccexplorer.plot.Axis;
import org.eccexplorer.plot.Chart;
import org.eccexplorer.plot.Series;
import org.eccexplorer.plot.Tint;
import org.eccexplorer.plot.ValueAxis;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.report.Block.Table.Column;
import org.eccexplorer.report.Document.Fact;
import org.eccexplorer.report.Document.Section;
import org.eccexplorer.text.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reports as HTML and as PDF, read again by other programs' eyes. */
class ReportFileTest {
    /** What a file might call a layer or an image to have something run or fetched. */
    private static final String HOSTILE =
            "</title></style><script src=\"https://x.example/a.js\">alert('1')</script>"
                    + "<img src=x onerror=alert(2)>&amp;\u202Egnp\u0007\u0000 ]]> --> \uD800";

    @TempDir private Path folder = Path.of("");

    private static Chart chart(String name) {
        double[] x = {1, 2, 3};
        double[] y = {0.1, 0.5, 0.9};
        return new Chart.Lines(
                "Accuracy of " + name,
                "band: 95 % … ε",
                Axis.timesteps(3),
                ValueAxis.shares("accuracy, %"),
                List.of(Series.line(name, Tint.run(0), x, y)),
                List.of(),
                Double.NaN);
    }

    private static Document document(Block... blocks) {
        return new Document(
                "Run",
                "A title",
                "of a network",
                List.of(new Fact("98.00 %", "SNN", "n = 100"), new Fact("12.1×", "energy", "")),
                List.of(new Section("First", List.of(blocks))));
    }

    private static Block table(int rows) {
        return Block.Table.of(
                "Rows of numbers",
                List.of(Column.words("layer"), Column.numbers("error, % of λ")),
                IntStream.range(0, rows)
                        .mapToObj(i -> List.of("layer" + i, "0." + i + "\n" + i + " µJ"))
                        .toList());
    }

    private static String html(Document document) {
        return new String(ReportFile.HTML.bytes(document), StandardCharsets.UTF_8);
    }

    private static PDDocument pdf(Document document) throws IOException {
        return Loader.loadPDF(ReportFile.PDF.bytes(document));
    }

    /** The text of pages from 1, in one line. */
    private static String text(PDDocument pdf, int first, int last) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setSortByPosition(true);
        stripper.setStartPage(first);
        stripper.setEndPage(last);
        return stripper.getText(pdf).replaceAll("\\s+", " ");
    }

    private static String text(Document document) throws IOException {
        try (PDDocument pdf = pdf(document)) {
            return text(pdf, 1, pdf.getNumberOfPages());
        }
    }

    @Test
    void bothSayTheSame() throws IOException {
        Document document =
                document(
                        new Block.Lead("A sentence on λ and κ."),
                        new Block.Paragraph("A charge of V_thr."),
                        new Block.Code("./ecc run --sample digits"),
                        table(2),
                        new Block.Figure(chart("ECC"), 0.5),
                        new Block.Subheading("Closed form"),
                        new Block.Paragraph(
                                "N = clip(⌊y + θ⌋, 0, T) ≤ ⌈T⌉, W ← κ·W, Σ 1\u202f000 − 1"),
                        new Block.Note("A note."),
                        new Block.References(List.of("A. Author. https://arxiv.org/abs/1.2")));
        String html = html(document);
        String pdf = text(document);
        for (String said :
                List.of(
                        "98.00 %",
                        "A sentence on λ and κ.",
                        "./ecc run --sample digits",
                        "Table 1",
                        "Rows of numbers",
                        "layer1",
                        "Figure 1",
                        "Accuracy of ECC.",
                        "Closed form",
                        "⌊y + θ⌋, 0, T) ≤ ⌈T⌉, W ← κ·W, Σ 1",
                        "A note.",
                        "https://arxiv.org/abs/1.2")) {
            assertThat(html).contains(said);
            assertThat(pdf).contains(said);
        }
        assertThat(html).contains("A charge of V<sub>thr</sub>.");
        assertThat(pdf).contains("A charge of Vthr.");
        assertThat(html).contains("0.1<br>1 µJ", "<a href=\"https://arxiv.org/abs/1.2\">");
    }

    @Test
    void codeKeepsItsLines() throws IOException {
        StringBuilder plan = new StringBuilder("settings:\n");
        for (int i = 1; i <= 120; i++) {
            plan.append("  - {kappa: ").append(i).append("}\n");
        }
        Document document = document(new Block.Code(plan.toString()));
        assertThat(html(document))
                .contains("<pre>settings:\n  - {kappa: 1}\n", "\n  - {kappa: 120}</pre>");
        try (PDDocument pdf = pdf(document)) {
            assertThat(text(pdf, 1, 1)).contains("settings:", "- {kappa: 1}");
            assertThat(text(pdf, 1, 1)).doesNotContain("- {kappa: 120}");
            assertThat(text(pdf, 2, pdf.getNumberOfPages())).contains("- {kappa: 120}");
        }
    }

    /** Everything of the pages, apart from what is text, is markup of the program's. */
    @Test
    void namesMeanNothingButThemselves() throws Exception {
        Document hostile =
                new Document(
                        HOSTILE,
                        HOSTILE,
                        HOSTILE,
                        List.of(new Fact(HOSTILE, HOSTILE, HOSTILE)),
                        List.of(
                                new Section(
                                        HOSTILE,
                                        List.of(
                                                new Block.Paragraph(HOSTILE),
                                                new Block.Code(HOSTILE),
                                                new Block.Subheading(HOSTILE),
                                                new Block.References(List.of(HOSTILE)),
                                                Block.Table.of(
                                                        HOSTILE,
                                                        List.of(Column.words(HOSTILE)),
                                                        List.of(List.of(HOSTILE))),
                                                new Block.Figure(chart(HOSTILE), 0.5)))));
        String html = html(hostile);
        String harmless = html(document(table(1), new Block.Figure(chart("ECC"), 0.5)));
        assertThat(tags(html)).isSubsetOf(tags(harmless + "<pre><h3><li><ol><a><p>"));
        assertThat(html)
                .doesNotContain("\u202E", "\u0007", "\u0000", "<script", "<img", "onerror=a\"");
        assertThat(html).contains("&lt;script src=&quot;");
        assertThat(text(hostile)).contains("<script src=", "onerror=alert(2)");
    }

    private static List<String> tags(String html) {
        return Pattern.compile("<(\\w+)")
                .matcher(html.substring(html.indexOf("<body")))
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();
    }

    @Test
    void aPageFetchesAndRunsNothing() {
        String html = html(document(table(3), new Block.Figure(chart("ECC"), 0.5)));
        assertThat(html)
                .contains("default-src 'none'")
                .doesNotContain("<script", "<link", "<img", "@import", "url(http", "javascript:");
        // Names inside a chart are unlike those of other charts.
        String two =
                html(
                        document(
                                new Block.Figure(chart("A"), 0.5),
                                new Block.Figure(chart("B"), 0.5)));
        List<String> ids =
                Pattern.compile(" id=\"([^\"]+)\"")
                        .matcher(two)
                        .results()
                        .map(found -> found.group(1))
                        .toList();
        assertThat(ids).doesNotHaveDuplicates().anyMatch(id -> id.startsWith("f2"));
    }

    @Test
    void theSameDocumentGivesTheSameBytes() {
        Document document = document(table(40), new Block.Figure(chart("ECC"), 0.5));
        for (ReportFile kind : ReportFile.values()) {
            assertThat(kind.bytes(document)).isEqualTo(kind.bytes(document));
        }
    }

    @Test
    void pagesOfAPdfAreNumberedA4WithFontsInside() throws IOException {
        try (PDDocument pdf = pdf(document(table(150)))) {
            int pages = pdf.getNumberOfPages();
            assertThat(pages).isGreaterThan(3);
            for (int page = 1; page <= pages; page++) {
                PDPage one = pdf.getPage(page - 1);
                assertThat(one.getMediaBox().getWidth()).isBetween(595f, 596f);
                assertThat(one.getMediaBox().getHeight()).isBetween(841f, 842f);
                assertThat(text(pdf, page, page)).contains("A title " + page + " / " + pages);
                // The heading of the table stands on each page that it goes on on.
                assertThat(text(pdf, page, page)).contains("error, % of λ");
                for (COSName name : one.getResources().getFontNames()) {
                    PDFont font = one.getResources().getFont(name);
                    assertThat(font.isEmbedded()).isTrue();
                }
            }
            assertThat(pdf.getDocumentInformation().getCreationDate()).isNull();
            assertThat(pdf.getDocumentCatalog().getDocumentOutline().getFirstChild().getTitle())
                    .isEqualTo("1 First");
        }
    }

    /** Wherever a section begins on a page, what it is about stands below it on the same page. */
    @Test
    void noHeadingStandsAlone() throws IOException {
        for (int lines = 30; lines < 75; lines += 3) {
            List<Section> sections = new ArrayList<>();
            List<Block> filling = Collections.nCopies(lines, new Block.Note("a line"));
            sections.add(new Section("First", filling));
            sections.add(
                    new Section("Second", List.of(new Block.Figure(chart("the second"), 0.5))));
            Document document = new Document("k", "t", "s", List.of(), sections);
            try (PDDocument pdf = pdf(document)) {
                for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
                    String text = text(pdf, page, page);
                    assertThat(text.contains("2 Second"))
                            .isEqualTo(text.contains("Accuracy of the second"));
                }
            }
        }
    }

    /** A long word, such as a path or a hash, stays within the page. */
    @Test
    void longWordsAreBroken() throws IOException {
        String path = "/a/very/long/path".repeat(30) + "/model.keras";
        String text = text(document(new Block.Code(path), new Block.Paragraph("x".repeat(900))));
        assertThat(text.replace(" ", "")).contains(path, "x".repeat(900));
    }

    /** Else a text would be lines, and could not be searched for. */
    @Test
    void allSignsOfTheProgramsTextsAreInTheFont() throws IOException {
        ResourceBundle all = ResourceBundle.getBundle(Texts.BUNDLE, Locale.ROOT);
        List<String> said =
                all.keySet().stream()
                        .filter(key -> key.matches("(report|figures|option|measure|convert).*"))
                        .filter(key -> !key.startsWith("figures.lesson"))
                        .sorted()
                        .map(all::getString)
                        .map(text -> text.replaceAll("\\s+", ""))
                        .toList();
        List<Block> blocks = said.stream().<Block>map(Block.Note::new).toList();
        String text = text(document(blocks.toArray(Block[]::new))).replace(" ", "");
        for (String sign : new String[] {"⌊", "⌋", "⌈", "⌉", "λ", "θ", "←", "₀", "≥", "Σ", "·"}) {
            boolean wanted = said.stream().anyMatch(one -> one.contains(sign));
            assertThat(text.contains(sign)).as(sign).isEqualTo(wanted);
        }
    }

    @Test
    void anotherEndingIsRefusedAndAFileIsReplacedAsAWhole() throws Exception {
        Path file = folder.resolve("r.docx");
        assertThatThrownBy(() -> ReportFile.write(file, document()))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining(".html or .pdf");
        assertThat(file).doesNotExist();
        Path page = folder.resolve("R.HTML");
        Files.writeString(page, "before");
        ReportFile.write(page, document());
        assertThat(page).content().startsWith("<!DOCTYPE html>").contains("A title");
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactly(page);
        }
    }

    /** A browser that is installed opens it, finds its charts, and prints it on A4. */
    @Test
    void aBrowserOpensIt() throws Exception {
        Optional<Path> browser = browser();
        assumeThat(browser).as("no chromium or chrome is installed").isPresent();
        Path page = folder.resolve("r.html");
        ReportFile.write(
                page,
                document(
                        new Block.Lead("Read by " + HOSTILE),
                        table(60),
                        new Block.Figure(chart("ECC"), 0.5),
                        new Block.Figure(chart("CN"), 0.5)));
        Path printed = folder.resolve("printed.pdf");
        Path log = folder.resolve("log.txt");
        Process process =
                new ProcessBuilder(
                                browser.get().toString(),
                                "--headless",
                                "--no-sandbox",
                                "--disable-gpu",
                                "--user-data-dir=" + folder.resolve("profile"),
                                "--no-pdf-header-footer",
                                "--print-to-pdf=" + printed,
                                page.toUri().toString())
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        boolean ended = process.waitFor(90, TimeUnit.SECONDS);
        if (!ended) {
            process.destroyForcibly();
        }
        assumeThat(ended).as("the browser took too long").isTrue();
        assertThat(printed).as(Files.readString(log)).exists();
        try (PDDocument pdf = Loader.loadPDF(printed.toFile())) {
            PDPage first = pdf.getPage(0);
            assertThat(first.getMediaBox().getWidth()).isBetween(594f, 597f);
            assertThat(first.getMediaBox().getHeight()).isBetween(840f, 843f);
            String text = text(pdf, 1, pdf.getNumberOfPages());
            assertThat(text)
                    .contains("A title", "98.00 %", "<script src=", "layer59", "Figure 2")
                    .contains("accuracy, %", "2 / " + pdf.getNumberOfPages());
        }
    }

    private static Optional<Path> browser() {
        List<String> names = List.of("chromium", "chromium-browser", "google-chrome", "chrome");
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .flatMap(place -> names.stream().map(name -> Path.of(place, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
