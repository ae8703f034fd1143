package org.eccexplorer.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.eccexplorer.Resources;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A few mutants of every format at every run of the tests, many more every night ({@code ecc
 * fuzz}); what they have found stays mended.
 */
class FuzzTest {
    private static final int MUTANTS = 300;

    @TempDir private Path folder = Path.of("");

    @ParameterizedTest
    @EnumSource
    void mutantsAreUsedOrRefused(Format format) throws IOException {
        Campaign.Result result = new Campaign(format, folder).run(MUTANTS, 1);
        assertThat(result.finds()).isEmpty();
        assertThat(result.used()).as("opened").isBetween(1, MUTANTS - 1);
    }

    static List<Path> found() throws IOException {
        try (Stream<Path> files = Files.walk(Resources.path("mutants"))) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /** Below a folder with the name of its format. */
    @ParameterizedTest
    @MethodSource("found")
    void whatWasFoundIsTreatedWell(Path file) throws IOException {
        Format format =
                Stream.of(Format.values())
                        .filter(one -> file.getParent().endsWith(one.word()))
                        .findFirst()
                        .orElseThrow();
        assertThat(new Campaign(format, folder).wrong(Files.readAllBytes(file))).isEmpty();
    }
}
