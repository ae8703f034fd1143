package org.eccexplorer.app.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import jdk.incubator.vector.FloatVector;

/**
 * What speeds depend on.
 *
 * @param cpu its name, where the system tells it; its architecture otherwise
 * @param cores that the program may use
 * @param vectorBits of the vectors that kernels compute with
 */
public record Machine(String cpu, int cores, int vectorBits) {
    private static final Path LINUX = Path.of("/proc/cpuinfo");

    /** The one that this runs on. */
    public static Machine here() {
        return new Machine(
                processor(),
                Runtime.getRuntime().availableProcessors(),
                FloatVector.SPECIES_PREFERRED.vectorBitSize());
    }

    private static String processor() {
        String architecture = System.getProperty("os.arch", "");
        try (Stream<String> lines = Files.lines(LINUX)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(architecture);
        } catch (IOException e) {
            return architecture;
        }
    }
}
