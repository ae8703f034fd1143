package org.eccexplorer.sim.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the compiler makes of the kernels' loops under the options that the launchers give: every
 * vector operation is an instruction, nothing in them is a call, and an addition takes nothing from
 * the heap. A loop of which one of these is not true is five to a hundred times slower, and its
 * results are the same.
 */
final class KernelLoopsTest {
    private static final Path OPTIONS =
            Path.of(System.getProperty("ecc.home", "."), "src/main/launcher/jvm.options");

    private static final String COMMAND = "-XX:CompileCommand=";
    private static final String AT_ONCE = COMMAND + "CompileThresholdScaling,";

    /** As in "9980 2865 b 4 org.….GatherKernel::addFour (351 bytes)": level 4 is C2. */
    private static final Pattern COMPILED =
            Pattern.compile("^ *\\d+ +\\d+ [ %sbn!]*(\\d) +([\\w.$]+::\\w+)( @ \\d+)? .*");

    /** As in "@ 33 jdk.….VectorSupport::load (38 bytes) (intrinsic)". */
    private static final Pattern CALL =
            Pattern.compile("^ *@ \\d+ +([\\w.$/]+::[\\w<>$]+) \\(.*?\\)( +.*)?$");

    /** What happens before a loop, or in no run so far, and what was decided anew. */
    private static final Pattern NO_MATTER =
            Pattern.compile(
                    ".*(low call site frequency|never executed|never called|late inline succeeded)"
                            + ".*");

    /**
     * Bytes of bookkeeping, which depend on what of it was compiled; a vector has tens, and there
     * are thousands.
     */
    private static final long FEW_BYTES = 2000;

    private static final Pattern FAILED =
            Pattern.compile(
                    ".*(failed to inline|don't inline|virtual call|too big|no static binding).*");

    @TempDir private static Path folder = Path.of("");

    /** What C2 said of each method of {@code jvm.options} when it compiled it for the last time. */
    private static final Map<String, List<String>> COMPILATIONS = new LinkedHashMap<>();

    private static final List<String> BYTES = new ArrayList<>();

    @BeforeAll
    static void run() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("--add-modules=jdk.incubator.vector");
        command.add("-XX:+UnlockDiagnosticVMOptions");
        Files.readAllLines(OPTIONS).stream()
                .filter(line -> line.startsWith("-XX:"))
                .forEach(command::add);
        for (String loop : loops()) {
            command.add(COMMAND + "PrintInlining," + loop);
            command.add(COMMAND + "PrintCompilation," + loop);
        }
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.add(KernelLoops.class.getName());
        Path out = folder.resolve("out");
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(out.toFile())
                        .start();
        if (!process.waitFor(3, TimeUnit.MINUTES)) {
            process.destroyForcibly().waitFor();
        }
        List<String> lines = Files.readAllLines(out);
        List<String> said = lines.stream().filter(line -> !line.contains(" @ ")).toList();
        assertThat(process.exitValue()).as(() -> String.join("\n", said)).isZero();
        read(lines);
    }

    /** The loops of the simulation that {@code jvm.options} names. */
    private static List<String> loops() throws IOException {
        return Files.readAllLines(OPTIONS).stream()
                .filter(line -> line.startsWith(AT_ONCE + "org.eccexplorer.sim."))
                .map(line -> line.substring(AT_ONCE.length(), line.lastIndexOf(',')))
                .filter(loop ->
                        ChosenLanes.AVAILABLE || !loop.contains(ChosenLanes.class.getSimpleName()))
                .toList();
    }

    private static void read(List<String> lines) {
        List<String> calls = new ArrayList<>();
        for (String line : lines) {
            Matcher compiled = COMPILED.matcher(line);
            if (compiled.matches()) {
                calls = new ArrayList<>();
                if (compiled.group(1).equals("4") && compiled.group(3) == null) {
                    COMPILATIONS.put(compiled.group(2), calls);
                }
            } else if (CALL.matcher(line).matches()) {
                calls.add(line.strip());
            } else if (line.startsWith("bytes: ")) {
                BYTES.add(line.substring("bytes: ".length()));
            }
        }
    }

    @Test
    void everyLoopIsCompiled() throws IOException {
        assertThat(COMPILATIONS.keySet()).containsExactlyInAnyOrderElementsOf(loops());
    }

    @Test
    void noLoopCalls() {
        assertThat(COMPILATIONS)
                .allSatisfy((loop, calls) ->
                        assertThat(calls).filteredOn(KernelLoopsTest::isCall).isEmpty());
    }

    @Test
    void everyVectorOperationIsAnInstruction() {
        assertThat(COMPILATIONS)
                .allSatisfy((loop, calls) ->
                        assertThat(calls)
                                .filteredOn(call -> call.contains("VectorSupport::"))
                                .isNotEmpty()
                                .allSatisfy(call -> assertThat(call).contains("(intrinsic)")));
    }

    private static boolean isCall(String line) {
        return FAILED.matcher(line).matches() && !NO_MATTER.matcher(line).matches();
    }

    @Test
    void additionsTakeNothingFromTheHeap() {
        assertThat(BYTES)
                .hasSizeGreaterThan(20)
                .allSatisfy(line -> {
                    String[] parts = line.split(" ", -1);
                    long more =
                            Long.parseLong(parts[parts.length - 1])
                                    - Long.parseLong(parts[parts.length - 2]);
                    assertThat(more).as(line).isLessThan(FEW_BYTES);
                });
    }
}
