package org.eccexplorer.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.random.RandomGenerator;
import org.eccexplorer.OwnProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FusedTest {
    @TempDir private Path folder;

    @Test
    void addsAProductAsExactlyAsItsProcessorCan() {
        RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
        for (int i = 0; i < 1_000; i++) {
            float factor = random.nextFloat(-1, 1);
            float value = random.nextFloat(-1, 1);
            float sum = random.nextFloat(-1, 1);
            float result = Fused.multiplyAdd(factor, value, sum);
            assertThat(result)
                    .isEqualTo(
                            Fused.AVAILABLE ? Math.fma(factor, value, sum) : factor * value + sum);
        }
    }

    /** As on a processor without the instruction: not in minutes, and with the same classes. */
    @Test
    void runsWithoutTheInstruction() throws IOException, InterruptedException {
        String[] run = {"run", "--sample", "digits", "--limit", "10", "--timesteps", "8", "--json"};
        JsonNode with = json(List.of(), run);
        JsonNode without = json(List.of("-XX:+IgnoreUnrecognizedVMOptions", "-XX:-UseFMA"), run);
        assertThat(without.path("accuracy")).isNotEmpty().isEqualTo(with.path("accuracy"));
    }

    private JsonNode json(List<String> options, String... arguments)
            throws IOException, InterruptedException {
        OwnProcess.Result result = OwnProcess.run(folder, options, arguments);
        assertThat(result.code()).as(result.err()).isZero();
        return new ObjectMapper().readTree(result.out());
    }
}
