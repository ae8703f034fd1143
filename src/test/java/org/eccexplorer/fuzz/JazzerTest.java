package org.eccexplorer.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What Jazzer calls every night is right for good files, their beginnings and nothing at all. */
class JazzerTest {
    @TempDir private Path folder = Path.of("");

    @ParameterizedTest
    @EnumSource
    void treatsWhatIsKnown(JazzerTarget.Parser parser) throws IOException {
        JazzerTarget.writeSeeds(parser, folder);
        try (Stream<Path> seeds = Files.list(folder)) {
            for (Path seed : seeds.toList()) {
                byte[] good = Files.readAllBytes(seed);
                parser.read(good);
                for (int cut = 0; cut < good.length; cut += 1 + good.length / 16) {
                    byte[] beginning = Arrays.copyOf(good, cut);
                    assertThatCode(() -> parser.read(beginning)).doesNotThrowAnyException();
                }
            }
        }
        assertThat(JazzerTarget.named(parser.name().toLowerCase(Locale.ROOT))).isEqualTo(parser);
    }

    @Test
    void isCalledWithBytes() {
        assertThatCode(() ->
                        JazzerTarget.fuzzerTestOneInput(
                                "no array".getBytes(StandardCharsets.UTF_8)))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> JazzerTarget.named("pickle"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
