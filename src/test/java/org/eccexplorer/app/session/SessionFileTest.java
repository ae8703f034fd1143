package org.eccexplorer.app.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.eccexplorer.Resources;
import org.eccexplorer.app.live.LiveRuns;
import org.eccexplorer.app.live.RunState;
import org.eccexplorer.app.open.Experiment;
import org.eccexplorer.app.open.ModelSource;
import org.eccexplorer.app.open.ViewedImage;
import org.eccexplorer.app.run.Settings;
import org.eccexplorer.array.DataSpec;
import org.eccexplorer.array.NpyArray;
import org.eccexplorer.array.NpzWriter;
import org.eccexplorer.convert.ConversionOptions;
import org.eccexplorer.convert.LambdaScope;
import org.eccexplorer.dataset.BundledModels;
import org.eccexplorer.dataset.LabelledImages;
import org.eccexplorer.measure.RunSnapshot;
import org.eccexplorer.measure.layer.ErrorSplit;
import org.eccexplorer.measure.layer.LayerMeasures;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.sim.ClosedForm;
import org.eccexplorer.sim.KernelChoice;
import org.eccexplorer.tensor.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionFileTest {
    @TempDir private Path folder = Path.of("");

    private static List<RunState> run(Experiment experiment, Settings... settings)
            throws InterruptedException {
        ConcurrentHashMap<Integer, RunState> states = new ConcurrentHashMap<>();
        try (LiveRuns live = new LiveRuns(experiment, 0, s -> states.put(s.id(), s), e -> {})) {
            for (int style = 0; style < settings.length; style++) {
                live.queue(settings[style], 11 - style);
            }
            for (int i = 0; i < 1000; i++) {
                boolean done =
                        states.size() == settings.length
                                && states.values().stream().noneMatch(RunState::isActive);
                if (done) {
                    return new ArrayList<>(states.values());
                }
                TimeUnit.MILLISECONDS.sleep(20);
            }
        }
        throw new AssertionError("the runs do not end");
    }

    @Test
    void whatIsSavedComesBack() throws Exception {
        Experiment experiment = Experiment.sample("fashion-mnist", 12);
        Settings ecc = Settings.standard().withTimesteps(16);
        Settings other =
                ecc.with(ConversionOptions.RESIDUAL_ELIMINATION, false)
                        .with(ConversionOptions.LAMBDA_SCOPE, LambdaScope.CHANNEL)
                        .with(ConversionOptions.LEAK, 0.01)
                        .withKernels(KernelChoice.SPARSE)
                        .withClosedForm(new ClosedForm.Variant(2, false));
        List<RunState> runs = run(experiment, ecc, other);
        Path file = folder.resolve("session.eccx");
        SessionFile.write(
                file,
                new SessionState(
                        experiment,
                        other,
                        Set.of(WindowPart.RUNS),
                        ViewState.first(),
                        List.of(runs.get(0).named("mine"), runs.get(1))));

        SessionState opened = SavedSession.read(file).open().state();
        assertThat(opened.settings()).isEqualTo(other);
        assertThat(opened.experiment().test().count()).isEqualTo(12);
        assertThat(opened.experiment().classNames()).isEqualTo(experiment.classNames());
        assertThat(opened.runs())
                .extracting(RunState::name)
                .containsExactly(
                        "mine",
                        "CN + CMB · λ per channel · leak 0.01 · closed form T + 2 · closed form"
                                + " unrounded");
        for (int i = 0; i < 2; i++) {
            RunSnapshot before = runs.get(i).snapshot().orElseThrow();
            RunSnapshot after = opened.runs().get(i).snapshot().orElseThrow();
            assertThat(after).usingRecursiveComparison().isEqualTo(before);
            assertThat(opened.runs().get(i).settings()).isEqualTo(runs.get(i).settings());
            assertThat(opened.runs().get(i).style()).isEqualTo(runs.get(i).style());
            assertThat(opened.runs().get(i).closedForm()).isEqualTo(runs.get(i).closedForm());
            assertThat(opened.runs().get(i).network().orElseThrow().layers().getFirst().bias())
                    .isEqualTo(runs.get(i).network().orElseThrow().layers().getFirst().bias());
        }
    }

    /** λ was measured on the images that were tested, no others, when it was on these. */
    @Test
    void runsOfFewerImagesComeBackWithTheirLambda() throws Exception {
        Experiment sample = Experiment.sample("digits", 12);
        Experiment experiment =
                Experiment.open(sample.model(), sample.dataSource(), null, 12, sample.classNames());
        Settings all = Settings.standard().withTimesteps(4);
        List<RunState> runs = run(experiment, all, all.withImages(2));
        assertThat(runs.getLast().snapshot().orElseThrow().total()).isEqualTo(2);
        Path file = folder.resolve("fewer.eccx");
        SessionFile.write(
                file, new SessionState(experiment, all, Set.of(), ViewState.first(), runs));
        List<RunState> opened = SavedSession.read(file).open().state().runs();
        for (int i = 0; i < 2; i++) {
            assertThat(opened.get(i).settings()).isEqualTo(runs.get(i).settings());
            assertThat(opened.get(i).network().orElseThrow().layers().getFirst().lambda())
                    .isEqualTo(runs.get(i).network().orElseThrow().layers().getFirst().lambda());
        }
        assertThat(opened.getFirst().network().orElseThrow().layers().getFirst().lambda())
                .isNotEqualTo(
                        opened.getLast().network().orElseThrow().layers().getFirst().lambda());
    }

    @Test
    void otherFilesAreRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("a.eccx"), "not a session");
        assertThatThrownBy(() -> SavedSession.read(file).open().state())
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e ->
                                assertThat(e.problems().getFirst().kind())
                                        .isEqualTo(Problem.Kind.CORRUPT));
        assertThatThrownBy(() -> SavedSession.read(folder.resolve("missing.eccx")))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e ->
                                assertThat(e.problems().getFirst().kind())
                                        .isEqualTo(Problem.Kind.UNREADABLE));
    }

    private static String json(Path file) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void writeJson(Path file, String json) throws IOException {
        ByteArrayOutputStream changed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(changed)) {
            out.write(json.getBytes(StandardCharsets.UTF_8));
        }
        Files.write(file, changed.toByteArray());
    }

    private Path saved(Experiment experiment) throws ProblemException {
        Path file = folder.resolve("session.eccx");
        SessionFile.write(file, SessionState.of(experiment, Settings.standard(), Set.of()));
        return file;
    }

    private static Problem refused(Path file) {
        try {
            SavedSession.read(file);
        } catch (ProblemException e) {
            return e.problems().getFirst();
        }
        throw new AssertionError(file + " was read");
    }

    @Test
    void whatWasLookedAtComesBack() throws Exception {
        Experiment experiment = Experiment.sample("digits", 6);
        float[] own = new float[experiment.test().shape().size()];
        own[3] = 0.5f;
        ViewState look =
                new ViewState(
                        PageId.NEURON,
                        true,
                        List.of(4, 1),
                        1,
                        17,
                        ViewedImage.OWN,
                        own,
                        40,
                        3,
                        List.of(2));
        Path file = folder.resolve("session.eccx");
        SessionFile.write(
                file, new SessionState(experiment, Settings.standard(), Set.of(), look, List.of()));
        assertThat(SavedSession.read(file).open().state().look())
                .usingRecursiveComparison()
                .isEqualTo(look);
    }

    /** Makes a session say less, as those of earlier versions did. */
    private static void leaveOut(Path file, String part) throws Exception {
        String json = json(file);
        assertThat(json).contains(part);
        writeJson(file, json.replace(part, ""));
    }

    @Test
    void aSessionThatDoesNotSayWhichRunsWereComparedOpens() throws Exception {
        Path file = saved(Experiment.sample("digits", 2));
        leaveOut(file, "\"compared\":[-1,-1],");
        assertThat(SavedSession.read(file).open().state().look()).isEqualTo(ViewState.first());
    }

    @Test
    void aPageThatThisVersionDoesNotHaveIsTheFirstOne() throws Exception {
        Path file = saved(Experiment.sample("digits", 2));
        String json = json(file);
        assertThat(json).contains("\"page\":\"LIVE\"");
        writeJson(file, json.replace("\"page\":\"LIVE\"", "\"page\":\"TOMORROW\""));
        assertThat(SavedSession.read(file).open().state().look()).isEqualTo(ViewState.first());
    }

    @Test
    void aSessionWithoutAVariantOfTheClosedFormOpens() throws Exception {
        Path file = saved(Experiment.sample("digits", 2));
        leaveOut(file, ",\"closedForm\":{\"extension\":0,\"rounded\":true}");
        assertThat(SavedSession.read(file).open().state().settings())
                .isEqualTo(Settings.standard());
    }

    @Test
    void aSessionWithoutALaterOptionOpensWithItsStandard() throws Exception {
        Path file = saved(Experiment.sample("digits", 2));
        leaveOut(file, ",\"neurons\":\"PLAIN\"");
        leaveOut(file, ",\"calibrate\":\"NONE\"");
        assertThat(SavedSession.read(file).open().state().settings())
                .isEqualTo(Settings.standard());
    }

    @Test
    void runsWithoutAStyleGetOneByTheirOrder() throws Exception {
        Experiment experiment = Experiment.sample("digits", 2);
        Settings some = Settings.standard().withTimesteps(4);
        Path file = folder.resolve("session.eccx");
        SessionFile.write(
                file,
                new SessionState(
                        experiment,
                        some,
                        Set.of(),
                        ViewState.first(),
                        run(experiment, some, some.withTimesteps(5))));
        leaveOut(file, "\"style\":11,");
        leaveOut(file, "\"style\":10,");
        assertThat(SavedSession.read(file).open().state().runs())
                .extracting(RunState::style)
                .containsExactly(0, 1);
    }

    @Test
    void calibrationImagesOfRunsComeBackOrAreMissed() throws Exception {
        Experiment experiment = Experiment.sample("digits", 3);
        Path images =
                Files.copy(
                        Path.of(DataSpec.of(experiment.dataSource()).file()),
                        folder.resolve("others.npz"));
        Settings own = Settings.standard().withTimesteps(4);
        Settings others = own.withCalibration(images + "@0:2");
        List<RunState> runs = run(experiment, own, others);
        Path file = folder.resolve("session.eccx");
        SessionFile.write(
                file, new SessionState(experiment, others, Set.of(), ViewState.first(), runs));
        assertThat(json(file)).contains("\"calibration\":\"others.npz@0:2\"");
        SavedSession.Opened opened = SavedSession.read(file).open();
        assertThat(opened.warnings()).isEmpty();
        assertThat(opened.state().settings()).isEqualTo(others);
        assertThat(opened.state().runs())
                .extracting(RunState::settings)
                .containsExactly(own, others);
        assertThat(
                        opened.state()
                                .runs()
                                .get(1)
                                .network()
                                .orElseThrow()
                                .layers()
                                .getFirst()
                                .lambda())
                .isEqualTo(runs.get(1).network().orElseThrow().layers().getFirst().lambda());

        Files.delete(images);
        SavedSession.Opened without = SavedSession.read(file).open();
        assertThat(without.warnings())
                .singleElement()
                .satisfies(problem -> assertThat(problem.where()).contains("others.npz"));
        assertThat(without.state().settings()).isEqualTo(own);
        assertThat(without.state().runs())
                .extracting(RunState::phase)
                .containsExactly(RunState.Phase.COMPLETE, RunState.Phase.STALE);
    }

    @Test
    void runsOfAnotherModelAreMarkedAsStale() throws Exception {
        Experiment experiment = Experiment.sample("digits", 6);
        Path file = folder.resolve("session.eccx");
        SessionFile.write(
                file,
                new SessionState(
                        experiment,
                        Settings.standard(),
                        Set.of(),
                        ViewState.first(),
                        run(experiment, Settings.standard().withTimesteps(8))));
        String hash = experiment.model().model().sha256();
        writeJson(file, json(file).replace(hash, "0".repeat(hash.length())));
        SavedSession.Opened opened = SavedSession.read(file).open();
        assertThat(opened.warnings())
                .extracting(Problem::what)
                .containsExactly("The model is not that of this session");
        assertThat(opened.state().runs())
                .extracting(RunState::phase)
                .containsExactly(RunState.Phase.STALE);
        assertThat(opened.state().runs().getFirst().snapshot()).isPresent();
    }

    /** As many images as before, of which one pixel or one label is another. */
    @Test
    void runsOfOtherImagesAreMarkedAsStale() throws Exception {
        Experiment sample = Experiment.sample("digits", 6);
        LabelledImages test = sample.test();
        float[] pixels = test.batch(0, test.count());
        Path images = folder.resolve("images.npz");
        write(images, pixels, test);
        Experiment experiment =
                Experiment.open(sample.model(), images.toString(), null, 6, List.of());
        Path file = folder.resolve("session.eccx");
        SessionFile.write(
                file,
                new SessionState(
                        experiment,
                        Settings.standard(),
                        Set.of(),
                        ViewState.first(),
                        run(experiment, Settings.standard().withTimesteps(8))));
        assertThat(SavedSession.read(file).open().warnings()).isEmpty();

        pixels[5] = 0.5f;
        write(images, pixels, test);
        assertOfOtherImages(SavedSession.read(file).open());
        pixels[5] = test.batch(0, test.count())[5];
        test.labels()[0]++;
        write(images, pixels, test);
        assertOfOtherImages(SavedSession.read(file).open());

        leaveOut(file, "\"imagesCrc32c\":\"" + experiment.test().checksum() + "\",");
        assertThat(SavedSession.read(file).open().warnings()).isEmpty();
    }

    private static void write(Path file, float[] pixels, LabelledImages images) throws Exception {
        Shape shape = images.shape();
        Map<String, NpyArray> arrays = new LinkedHashMap<>();
        arrays.put(
                "x_test",
                NpyArray.of(
                        pixels, images.count(), shape.height(), shape.width(), shape.channels()));
        arrays.put("y_test", NpyArray.of(images.labels(), images.count()));
        NpzWriter.write(file, arrays);
    }

    private static void assertOfOtherImages(SavedSession.Opened opened) {
        assertThat(opened.warnings())
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.what())
                            .isEqualTo("The test images are not those of this session");
                    assertThat(problem.why()).contains("checksum");
                });
        assertThat(opened.state().runs())
                .extracting(RunState::phase)
                .containsExactly(RunState.Phase.STALE);
    }

    @Test
    void damagedFilesAreRefused() throws Exception {
        Path file = saved(Experiment.sample("digits", 2));
        byte[] whole = Files.readAllBytes(file);
        for (int length : new int[] {0, 1, 5, whole.length / 2, whole.length - 3}) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThat(refused(file).kind()).as("cut to " + length).isEqualTo(Problem.Kind.CORRUPT);
        }
        Files.write(file, whole);
        String json = json(file);
        for (String bad :
                List.of(
                        json.replace("\"timesteps\":256", "\"timesteps\":-1"),
                        json.replace("\"theta\":0.5", "\"theta\":\"NaN\""),
                        json.replace("\"reset\":\"", "\"reset\":\"UNKNOWN_"),
                        json.replace("\"leak\":0.0", "\"leak\":1"),
                        json.replace("\"leak\":0.0", "\"leak\":-0.1"),
                        json.replace("\"leak\":0.0", "\"leak\":\"NaN\""),
                        "[]",
                        "{\"runs\": 3}")) {
            assertThat(bad).isNotEqualTo(json);
            writeJson(file, bad);
            assertThat(refused(file).kind()).isEqualTo(Problem.Kind.CORRUPT);
        }
    }

    /** The text inside an intact archive is cut off, at whatever place. */
    @Test
    void aTextThatEndsEarlyIsSaidToInWords() throws Exception {
        Path file = saved(Experiment.sample("digits", 2));
        String json = json(file);
        for (int length = json.length() - 1; length > 20; length -= 97) {
            writeJson(file, json.substring(0, length));
            assertThat(refused(file).why()).endsWith("it ends too early");
        }
    }

    @Test
    void aNewerSessionIsNeitherReadNorWrittenOver() throws Exception {
        Experiment experiment = Experiment.sample("digits", 2);
        Path file = saved(experiment);
        writeJson(file, "{\"format\":99,\"everything\":[\"else\",\"is\",\"new\"]}");
        byte[] before = Files.readAllBytes(file);
        assertThat(refused(file).what()).contains("newer version");
        assertThatThrownBy(() -> saved(experiment))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("newer version");
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    @Test
    void aSessionOfAnOlderFormatOpensAndIsKeptWhenItIsSavedAnew() throws Exception {
        Experiment experiment = Experiment.sample("digits", 2);
        Path file = saved(experiment);
        String old =
                json(file)
                        .replace("\"format\":3", "\"format\":1")
                        .replaceAll("\"look\":\\{.*?\\},", "")
                        .replace("\"sample\":\"digits\",", "");
        writeJson(file, old);
        SessionState opened = SavedSession.read(file).open().state();
        assertThat(opened.look()).usingRecursiveComparison().isEqualTo(ViewState.first());
        SessionFile.write(file, opened);
        assertThat(json(folder.resolve("session.eccx.v1.bak"))).isEqualTo(old);
        assertThat(json(file)).startsWith("{\"format\":3");
    }

    /** Without CN the scale was 1, and outputs that never fire had a rate and were clipped. */
    @Test
    void errorsOfAnOlderFormatAreBroughtToUnitsOfLambda() throws Exception {
        Experiment experiment = Experiment.sample("digits", 3);
        Settings unscaled =
                Settings.standard()
                        .withTimesteps(8)
                        .with(ConversionOptions.CURRENT_NORMALISATION, false);
        List<RunState> runs = run(experiment, unscaled);
        Path file = folder.resolve("session.eccx");
        SessionFile.write(
                file, new SessionState(experiment, unscaled, Set.of(), ViewState.first(), runs));
        writeJson(file, json(file).replace("\"format\":3", "\"format\":2"));
        RunState opened = SavedSession.read(file).open().state().runs().getFirst();
        List<LayerMeasures> before = runs.getFirst().snapshot().orElseThrow().layers();
        List<LayerMeasures> after = opened.snapshot().orElseThrow().layers();
        for (int l = 0; l < before.size(); l++) {
            double lambda = opened.network().orElseThrow().layers().get(l).lambda()[0];
            assertThat(lambda).isNotEqualTo(1);
            ErrorSplit.Part total = before.get(l).error().total();
            assertThat(after.get(l).error().total().meanAbsolute())
                    .isCloseTo(total.meanAbsolute() / lambda, within(1e-12));
            assertThat(after.get(l).error().total().share()).isEqualTo(total.share());
            assertThat((double) after.get(l).agreement().activations()[0])
                    .isCloseTo(before.get(l).agreement().activations()[0] / lambda, within(1e-6));
        }
        assertThat(after.getFirst().hasRate()).isTrue();
        assertThat(after.getLast().hasRate()).isFalse();
        assertThat(after.getLast().clippedShare()).isZero();
        assertThat(after.getLast().error().inherited()).isEqualTo(after.getLast().error().total());
    }

    private Path copyOfDigits(String name) throws Exception {
        Path copy = Files.createDirectories(folder.resolve(name));
        Path original = Path.of(System.getProperty("ecc.home", "."), "sample-models", "digits");
        try (Stream<Path> files = Files.list(original)) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(file.getFileName()));
            }
        }
        return copy;
    }

    @Test
    void aSessionMovesTogetherWithItsModel() throws Exception {
        BundledModels.Sample digits = BundledModels.open("digits");
        Path copy = copyOfDigits("here");
        Experiment experiment =
                Experiment.open(
                        ModelSource.of(copy.resolve(digits.model().getFileName())),
                        copy.resolve(Path.of(digits.test()).getFileName()) + "@0:3",
                        null,
                        10,
                        digits.classNames());
        Path file = copy.resolve("session.eccx");
        SessionFile.write(file, SessionState.of(experiment, Settings.standard(), Set.of()));
        Path there = folder.resolve("there");
        Files.move(copy, there);
        SavedSession moved = SavedSession.read(there.resolve("session.eccx"));
        assertThat(moved.hasModel()).isTrue();
        assertThat(moved.open().state().experiment().test().count()).isEqualTo(3);
        assertThat(moved.open().warnings()).isEmpty();
    }

    private static Path part(String name) {
        return Resources.path("keras/parts/" + name);
    }

    /** Architecture, weights and the size that the architecture leaves open are kept together. */
    @Test
    void aModelInPartsIsKeptWithAllOfThem() throws Exception {
        Path here = Files.createDirectory(folder.resolve("here"));
        String open =
                Files.readString(part("architecture.json"))
                        .replace("[null, 8, 8, 2]", "[null, null, null, 2]");
        Path architecture = Files.writeString(here.resolve("open.json"), open);
        Path weights = Files.copy(part("model.weights.h5"), here.resolve("mine.weights.h5"));
        ModelSource source = new ModelSource(architecture, weights, new Shape(8, 8, 2));
        Experiment experiment =
                Experiment.open(source, part("io.npz") + "#in0", null, 10, List.of());
        Path file = here.resolve("session.eccx");
        SessionFile.write(file, SessionState.of(experiment, Settings.standard(), Set.of()));
        assertThat(json(file)).contains("\"weights\":\"mine.weights.h5\"");

        Path there = Files.move(here, folder.resolve("there"));
        SavedSession moved = SavedSession.read(there.resolve("session.eccx"));
        SavedSession.Opened opened = moved.open();
        assertThat(opened.warnings()).isEmpty();
        assertThat(opened.state().experiment().model().source().size())
                .isEqualTo(new Shape(8, 8, 2));

        Path gone = Files.move(there.resolve("mine.weights.h5"), folder.resolve("w.h5"));
        SavedSession torn = SavedSession.read(there.resolve("session.eccx"));
        assertThat(torn.hasModel()).isTrue();
        assertThat(torn.hasWeights()).isFalse();
        assertThatThrownBy(torn::open).hasMessageContaining("mine.weights.h5");
        assertThat(torn.withWeights(gone).open().warnings()).isEmpty();
        // Where a whole model takes its place, no weights are missed.
        assertThat(torn.withModel(part("whole.keras")).hasWeights()).isTrue();
    }

    @Test
    void aModelThatIsGoneIsLinkedAnew() throws Exception {
        BundledModels.Sample digits = BundledModels.open("digits");
        Path copy = copyOfDigits("here");
        Experiment experiment =
                Experiment.open(
                        ModelSource.of(copy.resolve(digits.model().getFileName())),
                        copy.resolve(Path.of(digits.test()).getFileName()).toString(),
                        null,
                        10,
                        digits.classNames());
        Path file = folder.resolve("elsewhere.eccx");
        SessionFile.write(file, SessionState.of(experiment, Settings.standard(), Set.of()));
        Files.move(copy, folder.resolve("there"));
        SavedSession saved = SavedSession.read(file);
        assertThat(saved.hasModel()).isFalse();
        assertThat(saved.hasData()).isFalse();
        assertThatThrownBy(saved::open).isInstanceOf(ProblemException.class);
        SavedSession found = saved.withModel(digits.model()).withData(digits.test());
        assertThat(found.hasCalibration()).isTrue();
        assertThat(found.open().warnings()).isEmpty();
    }

    @Test
    void aBundledSampleIsFoundOnAnotherMachine() throws Exception {
        Path file = saved(Experiment.sample("digits", 2));
        String home = BundledModels.folder().toAbsolutePath().normalize().toString();
        writeJson(file, json(file).replace(home, "C:\\\\Program Files\\\\ecc"));
        assertThat(SavedSession.read(file).open().warnings()).isEmpty();
    }

    /** On Windows even a look would tell another machine who looks. */
    @Test
    void anotherMachineIsNotAskedBecauseASessionNamesIt() throws Exception {
        BundledModels.Sample digits = BundledModels.open("digits");
        Path copy = copyOfDigits("here");
        Experiment experiment =
                Experiment.open(
                        ModelSource.of(copy.resolve(digits.model().getFileName())),
                        digits.test(),
                        null,
                        10,
                        digits.classNames());
        Path file = folder.resolve("sent.eccx");
        SessionFile.write(file, SessionState.of(experiment, Settings.standard(), Set.of()));
        writeJson(file, json(file).replaceFirst("\"here/[^\"]*", "\"//host/share/m.keras"));
        SavedSession saved = SavedSession.read(file);
        assertThat(saved.model()).contains("host");
        assertThat(saved.hasModel()).isFalse();
        assertThatThrownBy(saved::open)
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("another machine");
        assertThat(saved.withModel(digits.model()).open().warnings()).isEmpty();
    }

    @Test
    void somebodyElsesChangeIsNoticed() throws Exception {
        Path file = saved(Experiment.sample("digits", 2));
        SessionDocument document = SessionDocument.of(file);
        assertThat(document.isChanged()).isFalse();
        Files.write(file, new byte[] {1, 2, 3});
        assertThat(document.isChanged()).isTrue();
        Files.delete(file);
        assertThat(document.isChanged()).isFalse();
    }

    /** P9: results that unpack to more than there is memory for, in a JVM of its own. */
    @Test
    void hugeResultsAreRefused() throws Exception {
        Path whole = saved(Experiment.sample("digits", 2));
        String json = json(whole);
        int names = json.indexOf("\"classNames\":[") + "\"classNames\":[".length();
        // Every JVM reads a quarter of its memory at most: the first text is above, the second
        // below.
        for (int megabytes : new int[] {30, 20}) {
            Path bomb = folder.resolve("bomb" + megabytes + ".eccx");
            try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(bomb))) {
                out.write(json.substring(0, names).getBytes(StandardCharsets.UTF_8));
                byte[] name = "\"a\",".repeat(1 << 18).getBytes(StandardCharsets.UTF_8);
                for (int i = 0; i < megabytes; i++) {
                    out.write(name);
                }
                out.write(json.substring(names).getBytes(StandardCharsets.UTF_8));
            }
            assertThat(Files.size(bomb)).isLessThan(1 << 20);
            Process reader =
                    new ProcessBuilder(
                                    Path.of(System.getProperty("java.home"), "bin", "java")
                                            .toString(),
                                    "-Xmx96m",
                                    "-cp",
                                    System.getProperty("java.class.path"),
                                    Reader.class.getName(),
                                    bomb.toString())
                            .redirectErrorStream(true)
                            .start();
            String said =
                    new String(reader.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(said).startsWith("LIMIT").contains("The session is too large");
        }
    }

    /** Reads a session and says what is wrong with it. */
    static final class Reader {
        private Reader() {}

        public static void main(String[] arguments) {
            Problem problem = refused(Path.of(arguments[0]));
            System.out.println(problem.kind() + " " + problem.message());
        }
    }

    /** P10: what may not be written to stays as it is, and opens. */
    @Test
    void aReadOnlySessionOpensAndIsNotReplaced() throws Exception {
        assumeTrue(Resources.hasPermissions());
        Path file = saved(Experiment.sample("digits", 2));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));
        assertThat(SavedSession.read(file).open().warnings()).isEmpty();
        // Root may write to all files but those of the kernel that refuse even that.
        boolean barred = !Files.isWritable(file);
        Path target = barred ? file : Path.of("/proc/version");
        assumeTrue(Files.exists(target));
        SessionState state =
                SessionState.of(Experiment.sample("digits", 2), Settings.standard(), Set.of());
        byte[] before = Files.readAllBytes(target);
        assertThatThrownBy(() -> SessionFile.write(target, state))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e ->
                                assertThat(e.problems().getFirst().kind())
                                        .isEqualTo(Problem.Kind.UNWRITABLE));
        assertThat(Files.readAllBytes(target)).isEqualTo(before);
    }
}
