package org.eccexplorer.app.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.eccexplorer.app.open.Experiment;
import org.eccexplorer.app.run.Prepared;
import org.eccexplorer.app.run.RunJob;
import org.eccexplorer.app.run.Settings;
import org.eccexplorer.app.work.Cancellation;
import org.eccexplorer.convert.ConversionOptions;
import org.eccexplorer.measure.RunSnapshot;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.problem.ProblemException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A class pack opens anywhere to what was packed, and to nothing else. */
class ClassPackTest {
    private static final Settings SETTINGS =
            Settings.standard().withTimesteps(8).withSeed(5).with(ConversionOptions.THETA, 0.25);
    private static final Set<WindowPart> HIDDEN = Set.of(WindowPart.PAPER, WindowPart.COST);

    @TempDir private Path folder = Path.of("");
    private Path file = Path.of("");
    private Path cache = Path.of("");

    @BeforeEach
    void write() throws Exception {
        file = folder.resolve("teacher/class.eccx");
        cache = folder.resolve("learner/class-packs");
        Files.createDirectories(file.getParent());
        PackWriter.write(file, plan("digits", 12, OptionalLong.of(5)));
    }

    private static PackPlan plan(String sample, int images, OptionalLong seed) throws Exception {
        Experiment all = Experiment.sample(sample, 60);
        return new PackPlan(
                "Monday",
                PackPlan.chosen(all, images, seed),
                SETTINGS.withThreads(seed.isPresent() ? 3 : 1),
                HIDDEN,
                List.of(PackedLesson.shipped(3), PackedLesson.shipped(1)),
                "Ask first.");
    }

    private ClassPack read() throws ProblemException {
        return PackReader.read(file, cache).orElseThrow();
    }

    private static RunSnapshot run(Experiment experiment, Settings settings) throws Exception {
        Prepared prepared =
                Prepared.of(
                        experiment.model(), experiment.calibration(), settings, new Cancellation());
        return new RunJob(prepared, experiment.test()).run(tally -> {}, new Cancellation());
    }

    @Test
    void itOpensToWhatWasPacked() throws Exception {
        Path elsewhere = folder.resolve("learner/mine.eccx");
        Files.createDirectories(elsewhere.getParent());
        Files.move(file, elsewhere);
        file = elsewhere;
        ClassPack pack = read();
        assertThat(pack.title()).isEqualTo("Monday");
        assertThat(pack.notes()).isEqualTo("Ask first.");
        assertThat(pack.images()).isEqualTo(12);
        assertThat(pack.lessons()).extracting(lesson -> lesson.id()).containsExactly("3", "1");
        SavedSession.Opened opened = pack.session().open();
        assertThat(opened.warnings()).isEmpty();
        SessionState state = opened.state();
        assertThat(state.runs()).isEmpty();
        assertThat(state.hidden()).isEqualTo(HIDDEN);
        assertThat(state.look().page()).isEqualTo(PageId.LIVE);
        assertThat(state.settings().conversion()).isEqualTo(SETTINGS.conversion());
        assertThat(state.settings().seed()).isEqualTo(5);
        assertThat(state.settings().threads()).isEqualTo(Settings.standard().threads());
        Experiment packed = plan("digits", 12, OptionalLong.of(5)).experiment();
        Experiment found = state.experiment();
        assertThat(found.test().labels()).isEqualTo(packed.test().labels());
        assertThat(found.test().batch(0, 12)).isEqualTo(packed.test().batch(0, 12));
        assertThat(found.classNames()).isEqualTo(packed.classNames());
        assertThat(run(found, SETTINGS).answers()).isDeepEqualTo(run(packed, SETTINGS).answers());
        assertThat(found.model().file()).startsWith(cache);
    }

    @Test
    void imagesThatWereBytesAreTheSameValues() throws Exception {
        PackWriter.write(file, plan("fashion-mnist", 3, OptionalLong.empty()));
        Experiment found = read().session().open().state().experiment();
        Experiment packed = Experiment.sample("fashion-mnist", 3);
        assertThat(found.test().batch(0, 3)).isEqualTo(packed.test().batch(0, 3));
        assertThat(found.calibration().batch(0, 20)).isEqualTo(packed.calibration().batch(0, 20));
        assertThat(found.calibration().count()).isEqualTo(packed.calibration().count());
    }

    @Test
    void theSamePlanGivesTheSameBytes() throws Exception {
        byte[] first = Files.readAllBytes(file);
        PackWriter.write(file, plan("digits", 12, OptionalLong.of(5)));
        assertThat(Files.readAllBytes(file)).isEqualTo(first);
        PackWriter.write(file, plan("digits", 12, OptionalLong.of(6)));
        assertThat(Files.readAllBytes(file)).isNotEqualTo(first);
    }

    @Test
    void aSeedDrawsImagesAndElseTheFirstAreTaken() throws Exception {
        Experiment all = Experiment.sample("digits", 60);
        Experiment first = PackPlan.chosen(all, 7, OptionalLong.empty());
        assertThat(first.test().batch(0, 7)).isEqualTo(all.test().batch(0, 7));
        assertThat(PackPlan.chosen(all, 7, OptionalLong.of(1)).test().batch(0, 7))
                .isNotEqualTo(first.test().batch(0, 7));
        assertThat(PackPlan.chosen(all, 700, OptionalLong.of(1)).test().labels())
                .isEqualTo(all.test().labels());
    }

    @Test
    void nothingIsWrittenButIntoTheCache() throws Exception {
        read().session().open();
        read();
        try (Stream<Path> all = Files.walk(folder)) {
            assertThat(all.filter(Files::isRegularFile).filter(one -> !one.startsWith(cache)))
                    .containsExactly(file);
        }
        try (Stream<Path> unpacked = Files.list(cache)) {
            assertThat(unpacked).hasSize(1);
        }
    }

    @Test
    void onlyTheNewestPacksStayUnpacked() throws Exception {
        for (int i = 0; i < 12; i++) {
            Path old = Files.createDirectories(cache.resolve("old" + i));
            assertThat(old.toFile().setLastModified(1_000_000L * (i + 1))).isTrue();
        }
        read();
        try (Stream<Path> unpacked = Files.list(cache)) {
            assertThat(unpacked.map(one -> String.valueOf(one.getFileName())))
                    .hasSize(8)
                    .contains("old11", "old5")
                    .doesNotContain("old4");
        }
        assertThat(read().session().open().warnings()).isEmpty();
    }

    @Test
    void aSessionIsNoPack() throws Exception {
        Path session = folder.resolve("session.eccx");
        SessionFile.write(
                session, SessionState.of(Experiment.sample("digits", 4), SETTINGS, Set.of()));
        assertThat(PackReader.read(session, cache)).isEmpty();
        assertThat(PackReader.read(folder.resolve("none.eccx"), cache)).isEmpty();
        assertThat(Files.exists(cache)).isFalse();
    }

    /** Writes the pack again with other members. */
    private void change(Consumer<Map<String, byte[]>> change) throws IOException {
        Map<String, byte[]> members = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                members.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        }
        change.accept(members);
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> member : members.entrySet()) {
                zip.putNextEntry(new ZipEntry(member.getKey()));
                zip.write(member.getValue());
                zip.closeEntry();
            }
        }
    }

    private static void replace(
            Map<String, byte[]> members, String name, String before, String after) {
        String text = new String(members.get(name), StandardCharsets.UTF_8);
        assertThat(text).contains(before);
        members.put(name, text.replace(before, after).getBytes(StandardCharsets.UTF_8));
    }

    private void refused(Problem.Kind kind, String... words) {
        assertThatThrownBy(this::read)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> {
                            Problem problem = e.problems().getFirst();
                            assertThat(problem.kind()).isEqualTo(kind);
                            assertThat(problem.message()).contains("class.eccx");
                            for (String word : words) {
                                assertThat(problem.message()).contains(word);
                            }
                        });
        assertThat(folder.resolve("evil")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pack.json",
                "session.json",
                "model/digits.keras",
                "images.npz",
                "calibration.npz",
                "lessons/lesson-3.md"
            })
    void aPackWithoutAMemberIsRefused(String name) throws Exception {
        change(members -> members.remove(name));
        refused(Problem.Kind.CORRUPT, name + " is missing");
    }

    @Test
    void aNewerPackIsRefused() throws Exception {
        change(members -> replace(members, "pack.json", "\"format\" : 1", "\"format\" : 2"));
        refused(Problem.Kind.UNSUPPORTED, "newer version");
    }

    @ParameterizedTest
    @CsvSource({
        "pack.json, null",
        "pack.json, []",
        "pack.json, {}",
        "session.json, null",
        "session.json, []",
        "session.json, {}"
    })
    void aMemberThatSaysNoFormatIsRefused(String name, String json) throws Exception {
        change(members -> members.put(name, json.getBytes(StandardCharsets.UTF_8)));
        refused(Problem.Kind.CORRUPT, "format");
    }

    @Test
    void aFieldOfAnotherKindIsNamed() throws Exception {
        change(members ->
                replace(members, "pack.json", "\"labelled\" : true", "\"labelled\" : {}"));
        refused(Problem.Kind.CORRUPT, "labelled is of another kind");
    }

    @Test
    void aNameThatIsNullIsRefused() throws Exception {
        change(members -> replace(members, "pack.json", "\"lesson-3.md\"", "null"));
        refused(Problem.Kind.CORRUPT, ": has a part that is missing");
    }

    @Test
    void aFieldOfASessionInAPackIsNamed() throws Exception {
        change(members -> replace(members, "session.json", "\"limit\":12", "\"limit\":{}"));
        refused(Problem.Kind.CORRUPT, "limit is of another kind");
    }

    @Test
    void filesGetNamesThatMayStandInAPack() {
        assertThat(PackMembers.plain(Path.of("x/Übung 1.md"), "lesson")).isEqualTo("_bung_1.md");
        assertThat(PackMembers.plain(Path.of(".md"), "lesson")).isEqualTo("lesson.md");
        assertThat(PackMembers.plain(Path.of("m".repeat(120) + ".h5"), "model"))
                .isEqualTo("model.h5");
        assertThat(PackMembers.plain(Path.of("m".repeat(120)), "model")).isEqualTo("model");
    }

    @Test
    void aNewerSessionInAPackIsRefused() throws Exception {
        change(members -> replace(members, "session.json", "\"format\":3", "\"format\":99"));
        refused(Problem.Kind.UNSUPPORTED, "99");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../evil", "/tmp/evil", "a\\\\..\\\\evil", "C:evil", ".."})
    void namesThatLeadOutAreRefused(String name) throws Exception {
        change(members -> replace(members, "pack.json", "\"digits.keras\"", "\"" + name + "\""));
        refused(Problem.Kind.CORRUPT);
    }

    @Test
    void membersThatLeadOutAreRefused() throws Exception {
        change(members -> members.put("../evil", new byte[] {1}));
        refused(Problem.Kind.CORRUPT, "evil");
    }

    /** Paths of a session in a pack mean nothing. */
    @Test
    void aSessionInAPackCannotNameOtherFiles() throws Exception {
        change(members -> {
            replace(members, "session.json", "\"model/digits.keras\"", "\"/etc/passwd\"");
            replace(members, "session.json", "\"images.npz\"", "\"/etc/passwd\"");
        });
        ClassPack pack = read();
        assertThat(pack.session().open().warnings()).isEmpty();
        assertThat(Path.of(pack.session().model())).startsWith(cache);
    }

    @Test
    void anotherModelIsSaid() throws Exception {
        change(members ->
                replace(members, "session.json", "\"modelSha256\":\"9", "\"modelSha256\":\"8"));
        assertThat(read().session().open().warnings()).hasSize(1);
    }

    @Test
    void aMemberThatIsTooLargeIsRefused() throws Exception {
        change(members -> members.put("lessons/lesson-3.md", new byte[2_000_000]));
        refused(Problem.Kind.LIMIT, "lesson-3.md");
    }

    @Test
    void tooManyLessonsAreRefused() throws Exception {
        String many = "\"lesson-3.md\"" + ", \"lesson-3.md\"".repeat(60);
        change(members -> replace(members, "pack.json", "\"lesson-3.md\"", many));
        refused(Problem.Kind.LIMIT, "lessons");
    }

    @Test
    void aBrokenLessonIsRefusedWithItsLine() throws Exception {
        change(members ->
                replace(members, "lessons/lesson-3.md", "@charts membrane", "@charts pie"));
        assertThatThrownBy(this::read)
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("lesson-3.md, line ");
    }

    @Test
    void whatIsCutOffOrDamagedIsRefused() throws Exception {
        byte[] whole = Files.readAllBytes(file);
        for (int length : new int[] {4, 100, whole.length / 2, whole.length - 10}) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThatThrownBy(this::read)
                    .as("%d bytes", length)
                    .isInstanceOf(ProblemException.class);
        }
        byte[] flipped = whole.clone();
        flipped[whole.length / 2] ^= 1;
        Files.write(file, flipped);
        refused(Problem.Kind.CORRUPT);
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        json.writeBytes("{".getBytes(StandardCharsets.UTF_8));
        Files.write(file, whole);
        change(members -> members.put("pack.json", json.toByteArray()));
        refused(Problem.Kind.CORRUPT, "damaged");
    }

    @Test
    void aBrokenLessonOrAFolderIsNotPacked() throws Exception {
        PackPlan good = plan("digits", 3, OptionalLong.empty());
        PackPlan broken =
                new PackPlan(
                        "x",
                        good.experiment(),
                        SETTINGS,
                        Set.of(),
                        List.of(new PackedLesson("mine.md", "no header")),
                        "");
        Path out = folder.resolve("broken.eccx");
        assertThatThrownBy(() -> PackWriter.write(out, broken))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("mine.md");
        assertThat(out).doesNotExist();
    }
}
