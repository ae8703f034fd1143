package org.eccexplorer.app.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** The kernel that nobody changes adds up what it should, and nobody has changed it. */
class FrozenKernelTest {
    /** Ratios to it that were kept mean nothing once it is another: see docs/bench-json.md. */
    private static final String SHA_256 =
            "daf255903f7a463b6e249afa23121f7056eb5aeed4753e77253ea01891b50df8";

    private static final Path SOURCE =
            Path.of(
                    System.getProperty("ecc.home", "."),
                    "src/main/java/org/eccexplorer/app/bench/FrozenKernel.java");

    @Test
    void addsTheRowsThatSpikesSelect() {
        FrozenKernel kernel = new FrozenKernel();
        long additions = kernel.run(1);
        assertThat(kernel.run(3)).isEqualTo(3 * additions);
        for (int pixel = 0; pixel < 16; pixel++) {
            for (int step = 0; step < 64; step += 21) {
                for (int column = 0; column < 16; column++) {
                    assertThat(kernel.current(pixel, step, column))
                            .isEqualTo(kernel.expected(pixel, step, column));
                }
            }
        }
    }

    @Test
    void isTheOneThatRatiosWereKeptOf() throws IOException, NoSuchAlgorithmException {
        byte[] source =
                Files.readString(SOURCE).replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8);
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(source);
        assertThat(HexFormat.of().formatHex(digest)).isEqualTo(SHA_256);
    }
}
