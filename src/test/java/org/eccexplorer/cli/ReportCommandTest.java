package org.eccexplorer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.assertj.core.data.Offset;
import org.eccexplorer.Resources;
import org.eccexplorer.array.NpyArray;
import org.eccexplorer.array.Npz;
import org.eccexplorer.array.NpzWriter;
import org.eccexplorer.figures.words.EnergyWords;
import org.eccexplorer.text.Numbers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What reports say of results, held against the results. */
class ReportCommandTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir private Path folder = Path.of("");
    private int reports;

    private Path run;

    @BeforeEach
    void place() {
        run = folder.resolve("run");
    }

    private Path ran(String... more) throws IOException {
        done("run", "16", more);
        return run.resolve("run.json");
    }

    private void done(String command, String timesteps, String... more) {
        List<String> arguments =
                new ArrayList<>(List.of(command, "--sample=digits", "--limit=6", "--quiet"));
        arguments.addAll(List.of("--timesteps=" + timesteps, "--out=" + run, "--force"));
        arguments.addAll(List.of(more));
        Ecc ecc = Ecc.run(arguments.toArray(String[]::new));
        assertThat(ecc.code()).as(ecc.err()).isZero();
    }

    /** The text of the report of results as a page. */
    private String page(Object... results) throws IOException {
        return Files.readString(written(".html", results))
                .replaceAll("(?s)<style>.*?</style>|<svg.*?</svg>", " ")
                .replaceAll("<br>", " ")
                .replace("<sub>", "_")
                .replace("</sub>", "")
                .replaceAll("<[^>]*>", " ")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&")
                .replaceAll("\\s+", " ");
    }

    private Path written(String ending, Object... results) {
        Path file = folder.resolve("report" + ++reports + ending);
        Ecc ecc = report(file, results);
        assertThat(ecc.code()).as(ecc.err()).isZero();
        assertThat(ecc.out()).contains(file.toString());
        return file;
    }

    private static Ecc report(Path file, Object... results) {
        return Ecc.run(
                Stream.of(
                                Stream.of("report"),
                                Stream.of(results).map(String::valueOf),
                                Stream.of("--out", file.toString()))
                        .flatMap(part -> part)
                        .toArray(String[]::new));
    }

    private void refused(int code, String why, Object... results) {
        Path file = folder.resolve("refused.html");
        Ecc ecc = report(file, results);
        assertThat(ecc.code()).as(ecc.err()).isEqualTo(code);
        assertThat(ecc.err()).contains(why, String.valueOf(results[0]));
        assertThat(file).doesNotExist();
    }

    private static String percent(JsonNode share) {
        return Numbers.percent(share.asDouble(), 2);
    }

    /** The figures of run.json stand in both reports, as they are written everywhere. */
    @Test
    void aReportSaysWhatRunJsonSays() throws IOException {
        Path file = ran("--no-tre", "--lambda=p99.9");
        JsonNode json = JSON.readTree(file.toFile());
        String html = page(file);
        String pdf;
        try (PDDocument document = Loader.loadPDF(written(".pdf", file).toFile())) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            pdf = stripper.getText(document).replaceAll("\\s+", " ");
        }
        List<String> wanted = new ArrayList<>();
        wanted.add(percent(json.path("accuracy").get(15)));
        wanted.add(percent(json.path("cnnAccuracy")));
        wanted.add("digits.keras");
        wanted.add(json.path("model").path("sha256").asText());
        wanted.add(json.path("model").path("format").asText());
        wanted.add(json.path("versions").path("java").asText());
        wanted.add("T = 16");
        wanted.add("--lambda p99.9");
        wanted.add("Rueckauer");
        wanted.add("The main cause is");
        for (JsonNode layer : json.path("layers")) {
            wanted.add(layer.path("name").asText());
            wanted.add(Numbers.fixed(layer.path("remainder").asDouble(), 3));
            JsonNode split = layer.path("errorSplit");
            for (JsonNode part : split) {
                wanted.add(Numbers.fixed(100 * part.path("meanAbsolute").asDouble(), 3));
            }
        }
        for (JsonNode energy : json.path("energy")) {
            wanted.add(EnergyWords.microjoules(energy.path("snnMicrojoules").asDouble()));
            wanted.add(EnergyWords.ratio(energy.path("ratio").asDouble()));
            wanted.add(
                    EnergyWords.operations(energy.path("neuronUpdates").path("count").asDouble()));
        }
        wanted.add(EnergyWords.ratio(json.path("quantisedCnn").path("ratio").asDouble()));
        json.path("lambda")
                .properties()
                .forEach(lambda -> wanted.add(Numbers.compact(lambda.getValue().asDouble())));
        json.path("closedFormAccuracy")
                .properties()
                .forEach(one -> wanted.add(Numbers.fixed(100 * one.getValue().asDouble(), 2)));
        wanted.removeIf(text -> text.equals(Numbers.compact(1))); // λ of the input is in no table
        for (String text : wanted) {
            assertThat(html).contains(text);
            assertThat(pdf).contains(text);
        }
        for (JsonNode note : json.path("conversion").path("layers")) {
            assertThat(html).contains(note.path("layer").asText());
            assertThat(html).contains(note.path("explanation").asText());
        }
        assertThat(html).contains(json.path("command").asText());
    }

    /** A report of a bundled model is the same on every machine; own files go by their names. */
    @Test
    void noFoldersOfAMachineAreNamed() throws IOException {
        Path json = ran();
        ObjectNode tree = (ObjectNode) JSON.readTree(json.toFile());
        String home = tree.get("model").get("file").textValue();
        home = home.substring(0, home.indexOf("/sample-models"));
        byte[] here = Files.readAllBytes(written(".html", json));
        assertThat(new String(here, StandardCharsets.UTF_8))
                .contains("digits/digits.keras", "digits/digits.npz")
                .doesNotContain(home);
        Files.writeString(json, Files.readString(json).replace(home, "C:\\\\Programs\\\\ecc"));
        assertThat(Files.readAllBytes(written(".html", json))).isEqualTo(here);
        ((ObjectNode) tree.get("model")).put("file", "/home/anne/nets/mine.keras");
        tree.put("data", "/home/anne/images.npz#x,y@0:6");
        JSON.writeValue(json.toFile(), tree);
        assertThat(page(json)).contains("mine.keras", "images.npz#x,y@0:6").doesNotContain("anne");
    }

    @Test
    void aReportAfterwardsIsThatOfTheRunItself() throws Exception {
        for (String ending : List.of(".html", ".pdf")) {
            Path own = folder.resolve("own" + ending);
            Path file = ran("--report=" + own);
            assertThat(written(ending, file)).hasSameBinaryContentAs(own);
            assertThat(written(ending, run)).hasSameBinaryContentAs(own);
        }
        Path own = folder.resolve("compared.pdf");
        done("compare", "8", "--combinations=cn+tre+cmb,none", "--report=" + own);
        assertThat(written(".pdf", run.resolve("compare.json"))).hasSameBinaryContentAs(own);
    }

    @Test
    void withEarlyExitsOrInClosedFormItIsThatOfTheRunToo() throws Exception {
        for (String[] options :
                List.of(
                        new String[] {"--early-exit=0.05", "--read-from=auto"},
                        new String[] {"--schedule=synchronous"},
                        new String[] {"--mode=closed-form", "--at=4,16"},
                        new String[] {"--neurons=multi", "--input=poisson"})) {
            Path own = folder.resolve("own.html");
            Files.deleteIfExists(own);
            String[] all =
                    Stream.concat(Stream.of(options), Stream.of("--report=" + own))
                            .toArray(String[]::new);
            Path file = ran(all);
            assertThat(written(".html", file)).hasSameBinaryContentAs(own);
        }
    }

    @Test
    void manyRunsStandBesideEachOther() throws IOException {
        List<Object> files = new ArrayList<>();
        for (String bits :
                List.of("0", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14")) {
            run = folder.resolve("bits" + bits);
            files.add(ran("--bits=" + bits));
        }
        String page = page(files.toArray());
        assertThat(page).contains("13 conversions of digits.keras", "3 bits", "14 bits");
        assertThat(page).contains("What differs between the runs", "--bits 14");
        // Twice the same run: told apart by a number.
        assertThat(page(files.getFirst(), files.getFirst()))
                .contains("2 conversions", "ECC (all three) (2)");
    }

    @Test
    void twoRunsAreCompared() throws IOException {
        done("compare", "8", "--combinations=cn+tre+cmb,none");
        String page = page(run);
        assertThat(page).contains("B carries", "2 conversions of digits.keras", "--no-cn");
        assertThat(page).contains("T = 8 · n = 6");
    }

    @Test
    void aSearchIsReported() throws IOException {
        Path found = folder.resolve("found");
        Path own = folder.resolve("own.html");
        Ecc ecc =
                Ecc.run(
                        "find",
                        "--sample=digits",
                        "--limit=5",
                        "--max-timesteps=4",
                        "--neurons=plain",
                        "--vary=scope",
                        "--quiet",
                        "--report=" + own,
                        "--out=" + found);
        assertThat(ecc.code()).as(ecc.err()).isZero();
        JsonNode json = JSON.readTree(found.resolve("find.json").toFile());
        String page = page(found.resolve("find.json"));
        assertThat(page).contains("The cheapest setting for digits.keras");
        assertThat(page).contains(percent(json.path("winner").path("accuracy")));
        assertThat(page).contains(json.path("winner").path("command").asText());
        assertThat(page).contains("2 settings of 2 were compared");
        assertThat(written(".html", found)).hasSameBinaryContentAs(own);
        Path file = ran();
        refused(2, "A search or a sweep has a report of its own", found.resolve("find.json"), file);
    }

    @Test
    void withoutItsArraysARunIsReportedWithLessDetail() throws IOException {
        Path file = ran();
        String whole = page(file);
        Files.delete(run.resolve("measures.npz"));
        String less = page(file);
        assertThat(less).contains("they need measures.npz beside the result");
        assertThat(whole).doesNotContain("they need measures.npz");
        JsonNode energy = JSON.readTree(file.toFile()).path("energy").get(0);
        assertThat(less).contains(EnergyWords.ratio(energy.path("ratio").asDouble()));
        assertThat(less.split("Figure \\d").length).isLessThan(whole.split("Figure \\d").length);
    }

    @Test
    void arraysOfAnotherRunAreRefused() throws IOException {
        Path file = ran("--no-cn");
        Path kept = folder.resolve("kept.npz");
        Files.move(run.resolve("measures.npz"), kept);
        Path other = ran();
        Files.delete(run.resolve("measures.npz"));
        Files.move(kept, run.resolve("measures.npz"));
        assertThat(other).isEqualTo(file);
        refused(5, "of another run", file);
        Files.writeString(run.resolve("measures.npz"), "no archive");
        Ecc ecc = report(folder.resolve("x.html"), file);
        assertThat(ecc.code()).isEqualTo(5);
        assertThat(ecc.err()).contains("measures.npz");
    }

    /** Version 0.1.0 wrote no arrays and no command. */
    @Test
    void resultsOfTheFirstVersionAreReported() throws IOException {
        String page = page(Resources.path("frozen/run-ecc/run.json"));
        assertThat(page).contains("they need measures.npz", "did not keep the command");
        assertThat(page(Resources.path("frozen/run-changed/run.json"))).contains("λ per channel");
        assertThat(page(Resources.path("frozen/run-closed-form/run.json")))
                .contains("is the closed form by itself");
        refused(5, "run compare again", Resources.path("frozen/compare/compare.json"));
    }

    private Path changed(Path file, Consumer<ObjectNode> change) throws IOException {
        ObjectNode json = (ObjectNode) JSON.readTree(file.toFile());
        change.accept(json);
        Path other = run.resolve("changed.json");
        Files.writeString(other, json.toString());
        return other;
    }

    @Test
    void whatCannotBeReportedIsRefusedByName() throws IOException {
        Path file = ran();
        refused(4, "A newer version", changed(file, json -> json.put("schema", 3)));
        refused(4, "it is a session", Resources.path("frozen/session-digits.eccx"));
        refused(5, "images is 0", changed(file, json -> json.put("images", 0)));
        refused(5, "images is missing", changed(file, json -> json.remove("images")));
        refused(5, "macs is \"many\"", changed(file, json -> json.put("macs", "many")));
        refused(5, "layers is missing", changed(file, json -> json.remove("layers")));
        refused(
                5,
                "timesteps",
                changed(file, json -> ((ObjectNode) json.path("settings")).put("timesteps", 0)));
        refused(
                5,
                "do not fit each other",
                changed(file, json -> ((ArrayNode) json.path("at")).set(0, 99)));
        refused(5, "cnnAccuracy is 2.5", changed(file, json -> json.put("cnnAccuracy", 2.5)));
        Path other = run.resolve("other.json");
        Files.writeString(other, "{\"schema\": 1, \"name\": \"x\"}");
        refused(5, "no run.json, compare.json or find.json", other);
        Files.writeString(other, "{ truncated");
        refused(5, "It cannot be reported", other);
        Files.writeString(other, "[1, 2]");
        refused(5, "no JSON object", other);
        refused(3, "", folder.resolve("nowhere.json"));
        Ecc ecc = report(folder.resolve("r.docx"), file);
        assertThat(ecc.code()).isEqualTo(4);
        assertThat(ecc.err()).contains("r.docx", ".html or .pdf");
    }

    /** A stopped run, one without labels, one whose calibration images are tested. */
    @Test
    void whatFiguresAreOfIsSaid() throws IOException {
        Path file = ran();
        assertThat(page(file)).doesNotContain("was stopped", "no labels");
        assertThat(page(changed(file, json -> json.put("partial", true).put("imagesToDo", 60))))
                .contains("was stopped: its figures are of 6 of 60 images");
        assertThat(page(changed(file, json -> json.put("labelled", false))))
                .contains("as its CNN does", "no labels: the CNN's answers count as right");
        assertThat(page(changed(file, json -> json.put("calibratedOnTest", true))))
                .contains("λ was measured on images that are tested");
    }

    /** Names that files hold are text. */
    @Test
    void hostileNamesAreText() throws IOException {
        Path file = ran();
        String name = "<script>alert(1)</script>\u202Egnp";
        Path hostile =
                changed(
                        file,
                        json -> {
                            ((ObjectNode) json.path("model")).put("file", "/x/" + name);
                            json.put("command", name);
                            json.put("data", name);
                            ((ObjectNode) json.path("layers").get(0)).put("name", name);
                            ((ObjectNode) json.path("conversion").path("layers").get(0))
                                    .put("explanation", name);
                        });
        String html = Files.readString(written(".html", hostile));
        assertThat(html).doesNotContain("<script", "\u202E").contains("&lt;script&gt;alert(1)");
        assertThat(written(".pdf", hostile)).isNotEmptyFile();
    }

    @Test
    void arraysAreReadableAndFitRunJson() throws Exception {
        Path file = ran("--early-exit=0.05");
        JsonNode json = JSON.readTree(file.toFile());
        try (Npz npz = Npz.open(run.resolve("measures.npz"))) {
            NpyArray spikes = npz.array("spikesPerStep");
            assertThat(spikes.shape()).containsExactly(3, 16);
            double sum = 0;
            for (int t = 0; t < 16; t++) {
                sum += spikes.values()[t];
            }
            assertThat(sum)
                    .isCloseTo(
                            json.path("layers").get(0).path("spikesPerImage").asDouble(),
                            Offset.offset(1e-9));
            assertThat(npz.array("rateCounts").shape()).containsExactly(3, 64);
            assertThat(npz.array("operationsUntil").values()[15])
                    .isEqualTo(json.path("synOps").asDouble());
            assertThat(npz.array("timestepsUntil").values()[15])
                    .isEqualTo(json.path("reading").path("meanTimesteps").asDouble());
        }
        // What does not fit is said.
        Map<String, NpyArray> few = Map.of("agreeing", NpyArray.of(new int[16], 16));
        NpzWriter.write(run.resolve("measures.npz"), few);
        refused(5, "measures.npz#", file);
    }

    @Test
    void aResultThatIsNotThereIsNoModel() {
        Ecc ecc = report(folder.resolve("r.html"), folder.resolve("nowhere"));
        assertThat(ecc.code()).isEqualTo(3);
        assertThat(ecc.err()).contains("The result cannot be read", "run.json").hasLineCount(1);
    }

    @Test
    void aNetworkThatSpikesAlreadyWasNotConverted() throws IOException {
        Path model = folder.resolve("net.nir");
        Ecc made =
                Ecc.run(
                        "export",
                        "--sample=digits",
                        "--limit=2",
                        "--timesteps=8",
                        "--format=nir",
                        "--out=" + model);
        assertThat(made.code()).as(made.err()).isZero();
        Ecc ecc =
                Ecc.run(
                        "run",
                        "--model=" + model,
                        "--data=digits",
                        "--limit=6",
                        "--timesteps=8",
                        "--quiet",
                        "--out=" + run);
        assertThat(ecc.code()).as(ecc.err()).isZero();
        assertThat(page(run))
                .contains("The network spikes already. By its own rule")
                .contains("above all in conv1: spike counts are coarse; more timesteps help")
                .contains("conv1_if/threshold kept it is V_thr of the neurons behind it")
                .contains("net.nir --data digits --limit 6 --timesteps 8 ECC Explorer")
                .doesNotContain("Converted as", "λ was measured on images", "TRE fixes");
        Ecc inspected = Ecc.run("inspect", model.toString());
        assertThat(inspected.out())
                .containsPattern("conv1_if/threshold +kept +it is V_thr of the neurons behind it");
    }

    @Test
    void tablesOfManyRunsAreSetSmall() throws IOException {
        done("compare", "8", "--combinations=cn+tre+cmb,none");
        assertThat(Files.readString(written(".html", run.resolve("compare.json"))))
                .contains("<table class=\"wide\">", "<table>");
    }

    @Test
    void theChartsOfAllPagesAreWritten() throws IOException {
        Path charts = folder.resolve("charts");
        Path report = folder.resolve("new/folder/r.html");
        Ecc ecc =
                Ecc.run(
                        "run",
                        "--sample=digits",
                        "--limit=5",
                        "--timesteps=8",
                        "--charts",
                        charts.toString(),
                        "--report",
                        report.toString());
        assertThat(ecc.code()).as(ecc.err()).isZero();
        assertThat(ecc.out()).contains("Charts: " + charts, "Report: " + report);
        assertThat(report).exists();
        for (String chart :
                List.of(
                        "live-accuracy",
                        "live-residuals",
                        "error-agreement-02-conv2",
                        "cost-break-even",
                        "cost-early-exit",
                        "answers-confusion",
                        "layer-activations-01-conv1",
                        "data-classes")) {
            for (String ending : List.of(".svg", ".pdf", ".csv")) {
                assertThat(charts.resolve(chart + ending)).isNotEmptyFile();
            }
        }
        assertThat(charts.resolve("live-accuracy.csv")).content().contains("ECC (all three)");
        Ecc wrong = Ecc.run("run", "--sample=digits", "--charts", "jpg", "--out", run.toString());
        assertThat(wrong.code()).isEqualTo(2);
        Ecc ending =
                Ecc.run("run", "--sample=digits", "--report", folder.resolve("r.txt").toString());
        assertThat(ending.code()).isEqualTo(4);
        assertThat(ending.out()).isEmpty();
    }

    /** A sweep is reported from its folder or its table, alone. */
    @Test
    void aSweepIsReported() throws Exception {
        Path sweep = Resources.path("sweep");
        String said = page(sweep);
        assertThat(said)
                .contains("8 of 9 runs done, 1 failed")
                .contains("Most accurate: techniques all · λ p99 · θ 0.5, t = 4")
                .contains("These settings do not go together");
        assertThat(page(sweep.resolve("sweep.csv"))).isEqualTo(said);
        assertThat(page(sweep.resolve("sweep.json"))).isEqualTo(said);
        Ecc ecc = report(folder.resolve("two.html"), sweep, sweep);
        assertThat(ecc.code()).isEqualTo(2);
        assertThat(ecc.err()).contains("A search or a sweep has a report of its own");
    }
}
