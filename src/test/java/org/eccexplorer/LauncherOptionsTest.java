package org.eccexplorer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The options that the launchers give to the JVM. They name methods in strings, and the JVM says
 * nothing of one that is not there: the first seconds would only take a hundred times as long.
 */
final class LauncherOptionsTest {
    private static final Path FILE =
            Path.of(System.getProperty("ecc.home", "."), "src/main/launcher/jvm.options");

    /** What packages add for the window. */
    private static final Path PACKAGED =
            FILE.resolve("../../../package/window.options").normalize();

    private static final String COMMAND = "-XX:CompileCommand=";

    /** What each loop needs: to be compiled at its first call, and that its caller waits for it. */
    private static final Map<String, String> AT_ONCE =
            Map.of("CompileThresholdScaling", "0.01", "BackgroundCompilation", "false");

    /** Packages of JavaFX whose methods are compiled early, without anybody waiting. */
    private static final Map<String, String> EARLY = Map.of("CompileThresholdScaling", "0.05");

    private static boolean isPackage(String method) {
        return method.endsWith(".*::*");
    }

    private static List<String> options() throws IOException {
        return options(FILE);
    }

    private static List<String> options(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList();
    }

    /** For each method named the commands that it is given, with their values. */
    private static Map<String, Map<String, String>> commands() throws IOException {
        Map<String, Map<String, String>> commands = new LinkedHashMap<>();
        for (String option : options()) {
            String[] command = option.substring(option.indexOf('=') + 1).split(",", -1);
            if (option.startsWith(COMMAND) && command.length == 3) {
                commands.computeIfAbsent(command[1], method -> new LinkedHashMap<>())
                        .put(command[0], command[2]);
            }
        }
        return commands;
    }

    @Test
    void everyMethodNamedExists() throws IOException, ClassNotFoundException {
        assertThat(commands()).isNotEmpty();
        List<String> named = new ArrayList<>(commands().keySet());
        named.addAll(inlined());
        for (String method : named) {
            if (isPackage(method)) {
                String name = method.substring(0, method.indexOf(".*"));
                assertThat(ModuleLayer.boot().modules())
                        .anyMatch(module -> module.getPackages().contains(name));
                continue;
            }
            String[] parts = method.split("::", -1);
            assertThat(methods(parts[0])).as(method).isNotEmpty();
            if (!parts[1].equals("*")) {
                assertThat(methods(parts[0])).as(method).contains(parts[1]);
            }
        }
    }

    private static List<String> methods(String type) throws ClassNotFoundException {
        return Arrays.stream(Class.forName(type).getDeclaredMethods())
                .filter(method -> !method.isSynthetic())
                .map(Method::getName)
                .toList();
    }

    /** Methods that are never called from compiled loops. */
    private static List<String> inlined() throws IOException {
        return options().stream()
                .filter(option -> option.startsWith(COMMAND + "inline,"))
                .map(option -> option.substring((COMMAND + "inline,").length()))
                .toList();
    }

    @Test
    void everyMethodNamedIsCompiledAtOnceAndWaitedFor() throws IOException {
        assertThat(commands())
                .allSatisfy((method, given) ->
                        assertThat(given).isEqualTo(isPackage(method) ? EARLY : AT_ONCE));
        int given = commands().values().stream().mapToInt(Map::size).sum();
        assertThat(options().stream().filter(option -> option.startsWith(COMMAND)))
                .hasSize(given + inlined().size() + 1)
                .contains(COMMAND + "quiet");
    }

    @Test
    void everyPackageNamedForAPackagedWindowExists() throws IOException {
        String scaled = COMMAND + "CompileThresholdScaling,";
        List<String> named =
                options(PACKAGED).stream()
                        .filter(option -> option.startsWith(scaled))
                        .map(option -> option.substring(scaled.length()))
                        .toList();
        assertThat(named).isNotEmpty();
        assertThat(named)
                .allSatisfy(option -> {
                    assertThat(option).endsWith(".*::*,0.1");
                    String folder = option.substring(0, option.indexOf(".*")).replace('.', '/');
                    assertThat(LauncherOptionsTest.class.getResource("/" + folder)).isNotNull();
                });
    }

    @Test
    void theTestsRunWithThem() throws IOException {
        assertThat(ManagementFactory.getRuntimeMXBean().getInputArguments())
                .containsAll(options().stream().filter(o -> o.startsWith("-XX:")).toList());
    }
}
