package org.eccexplorer.app.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.eccexplorer.app.open.Experiment;
import org.eccexplorer.app.run.Settings;
import org.eccexplorer.problem.ProblemException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sessions kept for the case of a crash. */
class RecoveryTest {
    @TempDir private Path folder;

    private Path kept = Path.of("");

    @BeforeEach
    void place() {
        kept = folder.resolve("recovery");
    }

    private static SessionState state() throws ProblemException {
        return SessionState.of(Experiment.sample("digits", 2), Settings.standard(), Set.of());
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(kept)) {
            return files.map(file -> String.valueOf(file.getFileName())).toList();
        }
    }

    /** What a window leaves whose process has no number that anybody has. */
    private Path left(String name, long seconds) throws Exception {
        Path file = kept.resolve(name);
        SessionFile.write(file, state());
        Files.setLastModifiedTime(file, FileTime.from(seconds, TimeUnit.SECONDS));
        return file;
    }

    @Test
    void aCleanEndLeavesNothing() throws Exception {
        Recovery recovery = new Recovery(kept);
        assertThat(recovery.left()).isEmpty();
        recovery.save(state());
        assertThat(recovery.own()).exists();
        assertThat(recovery.own().getFileName().toString())
                .startsWith(ProcessHandle.current().pid() + "-");
        assertThat(recovery.left()).as("this window is still there").isEmpty();
        recovery.discard();
        assertThat(names()).isEmpty();
    }

    @Test
    void severalSessionsAreLeftTheNewestFirst() throws Exception {
        Files.createDirectories(kept);
        Path old = left("999999999.eccx", 1_000);
        Path newer = left("999999998-0123abcd.eccx", 3_000);
        Path middle = left("999999997-0123abcd.eccx", 2_000);
        Files.writeString(kept.resolve("notes.eccx"), "not ours");
        Recovery recovery = new Recovery(kept);
        assertThat(recovery.left()).containsExactly(newer, middle, old);
        recovery.forget(middle);
        assertThat(recovery.left()).containsExactly(newer, old);
        assertThat(kept.resolve("notes.eccx")).exists();
    }

    /** Whatever is wrong with some, the others are offered; what is damaged is kept aside. */
    @Test
    void oneBadFileHidesNoOther() throws Exception {
        Files.createDirectories(kept);
        Path first = left("999999999.eccx", 5_000);
        byte[] good = Files.readAllBytes(first);
        Path last = left("999999990.eccx", 1_000);
        Files.write(kept.resolve("999999998.eccx"), new byte[0]);
        Files.write(kept.resolve("999999997.eccx"), Arrays.copyOf(good, good.length / 2));
        Files.writeString(kept.resolve("999999996.eccx"), "not a session");
        write("999999995.eccx", "{\"format\":3}");
        write("999999994.eccx", "{\"format\":3,\"model\":null,\"runs\":[null]}");
        write("999999993.eccx", "{\"format\":99}");
        Files.createDirectories(kept.resolve("999999992.eccx"));
        String json = json(first);
        assertThat(json).containsPattern("\"model\":\"[^\"]*\"");
        write("999999991.eccx", json.replaceFirst("\"model\":\"[^\"]*\"", "\"model\":null"));
        Recovery recovery = new Recovery(kept);
        assertThat(recovery.restorable())
                .extracting(CrashedSession::file)
                .containsExactly(first, last);
        assertThat(names())
                .contains(
                        "999999998.eccx.bad",
                        "999999997.eccx.bad",
                        "999999996.eccx.bad",
                        "999999995.eccx.bad",
                        "999999994.eccx.bad",
                        "999999993.eccx",
                        "999999991.eccx.bad");
        assertThat(recovery.restorable()).hasSize(2);
    }

    private static String json(Path session) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(session))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void write(String name, String json) throws IOException {
        try (GZIPOutputStream out =
                new GZIPOutputStream(Files.newOutputStream(kept.resolve(name)))) {
            out.write(json.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** In a container every process may have the same number. */
    @Test
    void aSessionOfAnEarlierProcessOfTheSameNumberIsLeft() throws Exception {
        Files.createDirectories(kept);
        String name = ProcessHandle.current().pid() + "-0123abcd";
        Path earlier = left(name + ".eccx", 1_000);
        Files.createFile(kept.resolve(name + ".lock"));
        Recovery recovery = new Recovery(kept);
        recovery.save(state());
        assertThat(recovery.left()).containsExactly(earlier);
        recovery.forget(earlier);
        assertThat(names()).noneMatch(file -> file.startsWith(name));
        assertThat(recovery.own()).exists();
        recovery.discard();
    }

    @Test
    void onlyOneWindowBringsASessionBack() throws Exception {
        Files.createDirectories(kept);
        Path left = left("999999999-0123abcd.eccx", 1_000);
        Files.writeString(kept.resolve(".999999999-0123abcd.eccx.999999999-1.tmp"), "half");
        Recovery first = new Recovery(kept);
        Recovery second = new Recovery(kept);
        assertThat(first.claim(left)).isTrue();
        assertThat(second.claim(left)).isFalse();
        assertThat(second.left()).isEmpty();
        first.release(left);
        assertThat(second.left()).containsExactly(left);
        assertThat(second.claim(left)).isTrue();
        second.forget(left);
        assertThat(names()).isEmpty();
    }

    /** A window in another process is never offered nor written over, until it is killed. */
    @Test
    void aLiveWindowKeepsItsSession() throws Exception {
        Process window =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "--add-modules=jdk.incubator.vector",
                                "-Decc.home=" + System.getProperty("ecc.home", "."),
                                "-cp",
                                System.getProperty("java.class.path"),
                                Window.class.getName(),
                                kept.toString())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        Path theirs;
        Recovery recovery = new Recovery(kept);
        try (BufferedReader ready = window.inputReader()) {
            theirs = Path.of(ready.readLine());
            recovery.save(state());
            assertThat(theirs).exists().isNotEqualTo(recovery.own());
            assertThat(recovery.left()).isEmpty();
            assertThat(recovery.claim(theirs)).isFalse();
        } finally {
            window.destroyForcibly().waitFor();
        }
        assertThat(recovery.left()).containsExactly(theirs);
        CrashedSession session = CrashedSession.read(theirs);
        assertThat(session.model()).isEqualTo("digits.keras");
        assertThat(session.runs()).isEmpty();
        recovery.forget(theirs);
        recovery.discard();
        assertThat(names()).isEmpty();
    }

    /** Saves once, and goes on until it is killed. */
    static final class Window {
        private Window() {}

        public static void main(String[] arguments) throws Exception {
            Recovery recovery = new Recovery(Path.of(arguments[0]));
            recovery.save(state());
            System.out.println(recovery.own());
            TimeUnit.HOURS.sleep(1);
        }
    }

    @Test
    void whatIsDamagedIsKeptAside() throws Exception {
        Files.createDirectories(kept);
        Path damaged = Files.writeString(kept.resolve("999999999-0123abcd.eccx"), "half");
        Recovery recovery = new Recovery(kept);
        assertThat(recovery.left()).containsExactly(damaged);
        assertThatThrownBy(() -> CrashedSession.read(damaged)).isInstanceOf(ProblemException.class);
        recovery.setAside(damaged);
        assertThat(recovery.left()).isEmpty();
        assertThat(names()).containsExactly("999999999-0123abcd.eccx.bad");
    }
}
