package org.eccexplorer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The launcher {@code ecc} with a JDK that only says what it was asked for. */
@DisabledOnOs(OS.WINDOWS)
final class LauncherTest {
    private static final Path LAUNCHER = Path.of(System.getProperty("ecc.home", "."), "ecc");

    @TempDir private Path folder;
    private Path home;
    private Path jdk;

    /** What a start has printed: its arguments for the JVM, a line each, and its messages. */
    private record Start(int code, List<String> arguments, String messages) {}

    @BeforeEach
    void builtAlready() throws IOException {
        home = Files.createDirectories(folder.resolve("a home"));
        Files.copy(LAUNCHER, home.resolve("ecc"));
        Files.createDirectories(home.resolve("src/main/launcher"));
        Files.createFile(home.resolve("pom.xml"));
        Files.createDirectories(home.resolve("target"));
        Files.writeString(home.resolve("target/ecc.built"), home.toRealPath() + "\n");
        jdk = Files.createDirectories(folder.resolve("jdk"));
        Files.createDirectories(jdk.resolve("bin"));
        // It "keeps classes ready" where it is asked to.
        script(
                jdk.resolve("bin/java"),
                """
                for argument in "$@"; do
                    printf '%s\\n' "$argument"
                    case $argument in
                        -XX:AOTCacheOutput=*) printf classes >"${argument#*=}" ;;
                    esac
                done
                """);
        script(jdk.resolve("bin/javac"), "");
        release("25.0.3");
    }

    private static void script(Path file, String text) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + text);
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private void release(String version) throws IOException {
        Files.writeString(
                jdk.resolve("release"),
                "IMPLEMENTOR=\"Somebody\"\nJAVA_VERSION=\"" + version + "\"\n");
    }

    private Start start(Path launcher, Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        File out = folder.resolve("out").toFile();
        File err = folder.resolve("err").toFile();
        ProcessBuilder builder =
                new ProcessBuilder(
                        Stream.concat(Stream.of(launcher.toString()), Stream.of(arguments))
                                .toList());
        builder.environment().keySet().removeIf(name -> name.matches("J.*_OPTIONS"));
        builder.environment().put("JAVA_HOME", jdk.toString());
        builder.environment().putAll(environment);
        int code = builder.redirectOutput(out).redirectError(err).start().waitFor();
        return new Start(code, Files.readAllLines(out.toPath()), Files.readString(err.toPath()));
    }

    private Start start(String... arguments) throws IOException, InterruptedException {
        return start(home.resolve("ecc"), Map.of(), arguments);
    }

    @Test
    void handsItsArgumentsOn() throws IOException, InterruptedException {
        Start start = start("run", "--out", "a folder", "");
        assertThat(start.code()).isZero();
        assertThat(start.messages()).isEmpty();
        assertThat(start.arguments())
                .containsSubsequence("org.eccexplorer.Main", "run", "--out", "a folder", "")
                .contains("-XX:-UseCompactObjectHeaders")
                .doesNotContain("-XX:+UseParallelGC");
    }

    @Test
    void worksThroughLinks() throws IOException, InterruptedException {
        Path other = Files.createDirectories(folder.resolve("bin"));
        Files.createSymbolicLink(other.resolve("first"), home.resolve("ecc"));
        Files.createSymbolicLink(other.resolve("second"), Path.of("first"));
        Start start = start(other.resolve("second"), Map.of(), "--version");
        assertThat(start.messages()).isEmpty();
        assertThat(start.arguments()).contains("-Decc.home=" + home.toRealPath());
    }

    @ParameterizedTest
    @ValueSource(strings = {"25", "25+36", "25.0.0", "25.0.1", "25.0.2", "25.0.2+10-LTS"})
    void avoidsACollectorThatDamagesCompressedFiles(String version)
            throws IOException, InterruptedException {
        release(version);
        Start start = start("--version");
        assertThat(start.arguments())
                .containsSubsequence("-XX:-UseG1GC", "-XX:+UseParallelGC", "org.eccexplorer.Main");
        assertThat(start.messages().lines()).hasSize(1);
        assertThat(start.messages()).contains(version, "JDK-8377811", "25.0.3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"25.0.3", "25.0.10", "25.0.20", "25.1.0", "26", "26.0.1", "250.0.1"})
    void leavesOtherVersionsAsTheyAre(String version) throws IOException, InterruptedException {
        release(version);
        Start start = start("--version");
        assertThat(start.messages()).isEmpty();
        assertThat(start.arguments()).doesNotContain("-XX:+UseParallelGC");
        assertThat(start.arguments().contains("-XX:-UseCompactObjectHeaders"))
                .isEqualTo(version.startsWith("25."));
    }

    @Test
    void keepsAnotherCollectorThatWasAskedFor() throws IOException, InterruptedException {
        release("25.0.2");
        Start start =
                start(
                        home.resolve("ecc"),
                        Map.of("JAVA_TOOL_OPTIONS", "-Xmx1g -XX:+UseZGC"),
                        "--version");
        assertThat(start.messages()).isEmpty();
        assertThat(start.arguments()).doesNotContain("-XX:+UseParallelGC");
    }

    @Test
    void startsWithoutWindowsWhereDisplaysHaveEmptyNames()
            throws IOException, InterruptedException {
        Map<String, String> none = Map.of("DISPLAY", "", "WAYLAND_DISPLAY", "");
        assertThat(start(home.resolve("ecc"), none).arguments().contains("-Dprism.order=sw"))
                .isEqualTo(OS.LINUX.isCurrentOs());
    }

    @Test
    void makesClassesKeptReadyAnewWhereTheyAreDamaged() throws IOException, InterruptedException {
        Path kept = home.toRealPath().resolve("target/ecc.aot");
        Files.writeString(kept, "damaged");
        Start first = start("--version");
        assertThat(first.messages()).contains("anew");
        assertThat(kept).hasContent("classes");
        assertThat(first.arguments()).contains("-XX:AOTCache=" + kept);
        Start second = start("--version");
        assertThat(second.messages()).isEmpty();
        assertThat(second.arguments()).contains("-XX:AOTCache=" + kept);
        Files.writeString(kept, "classed");
        assertThat(start("--version").messages()).contains("anew");
        assertThat(kept).hasContent("classes");
    }

    @Test
    void aCrashTakesClassesKeptReadyWithIt() throws IOException, InterruptedException {
        Path kept = home.toRealPath().resolve("target/ecc.aot");
        Files.writeString(kept, "classes of another start");
        start("--version");
        assertThat(start("--version").arguments()).contains("-XX:OnError=rm -f '" + kept + "'");
    }

    private static final Path HELP = LAUNCHER.resolveSibling("src/main/launcher/help.sh");

    @Test
    void printsHelpWithoutJava() throws IOException, InterruptedException {
        Files.copy(HELP, home.resolve("src/main/launcher/help.sh"));
        Files.writeString(home.resolve("target/ecc.built"), home.toRealPath() + "\n");
        Path help = Files.createDirectories(home.resolve("target/shell/help"));
        Files.writeString(help.resolve("--help"), "of all\n");
        Files.writeString(help.resolve("run"), "of a run\n");
        assertThat(start("--help").arguments()).containsExactly("of all");
        assertThat(start("-h").arguments()).containsExactly("of all");
        assertThat(start("run", "-h").arguments()).containsExactly("of a run");
        for (List<String> others :
                List.of(
                        List.of("--version"),
                        List.of("run"),
                        List.of("find", "--help"),
                        List.of("../help/run", "--help"),
                        List.of("", "--help"),
                        List.of("run", "--help", "--json"))) {
            assertThat(start(others.toArray(String[]::new)).arguments())
                    .as("%s", others)
                    .contains("org.eccexplorer.Main");
        }
        Map<String, String> colours = Map.of("NO_COLOR", "");
        assertThat(start(home.resolve("ecc"), colours, "--help").arguments())
                .contains("org.eccexplorer.Main");
    }

    @Test
    void aPackageStartsShortCommandsWithoutTheWindow() throws IOException, InterruptedException {
        Path image = Files.createDirectories(folder.resolve("an image"));
        Path app = Files.createDirectories(image.resolve("lib/app"));
        Path java = Files.createDirectories(image.resolve("lib/runtime/bin")).resolve("java");
        Files.copy(jdk.resolve("bin/java"), java);
        Files.copy(HELP, app.resolve("help.sh"));
        Path launcher = Files.createDirectories(image.resolve("bin")).resolve("ecc");
        Files.copy(LAUNCHER.resolveSibling("src/package/linux/start"), launcher);
        Path link = Files.createSymbolicLink(folder.resolve("ecc"), launcher);
        String real = app.toRealPath().toString();
        assertThat(start(link, Map.of(), "inspect", "a model").arguments())
                .contains("@" + real + "/terminal.options", "-Decc.home=" + real)
                .containsSubsequence("org.eccexplorer.Main", "inspect", "a model");
        assertThat(start(link, Map.of(), "run", "").arguments())
                .contains("@" + real + "/window.options", "-XX:AOTCache=" + real + "/window.aot")
                .containsSubsequence("org.eccexplorer.Main", "run", "");
        Files.writeString(
                Files.createDirectories(app.resolve("help")).resolve("--version"), "1.2.3\n");
        assertThat(start(link, Map.of(), "-V").arguments()).containsExactly("1.2.3");
    }
}
