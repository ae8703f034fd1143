package org.eccexplorer.keras;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.eccexplorer.network.TrainedModel;
import org.eccexplorer.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every option that is read, in small models that Keras 3 and Keras 2 wrote in both formats. */
class KerasCorpusTest {

    static Stream<Path> models() {
        return Stream.of("corpus", "corpus/keras2").flatMap(f -> Fixtures.golden(f).stream());
    }

    @Test
    void hasBothFormats() {
        assertThat(models())
                .hasSizeGreaterThan(120)
                .anyMatch(file -> file.toString().endsWith(".keras"))
                .anyMatch(file -> file.toString().endsWith(".h5"));
    }

    @ParameterizedTest
    @MethodSource("models")
    void givesTheOutputsOfKeras(Path file) throws ProblemException {
        TrainedModel model = KerasModels.read(file);

        // Keras computes with 8 significant bits in mixed_bfloat16, with 11 in mixed_float16.
        boolean coarse = file.getFileName().toString().startsWith("half_");
        Golden.assertSame(file, model.network(), coarse ? 1e-2 : 1e-5);
        assertThat(model.warnings()).isEmpty();
    }
}
