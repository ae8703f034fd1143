package org.eccexplorer.plot.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

final class PngFileTest {
    private static final BufferedImage PICTURE =
            new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB);

    @Test
    void writesAPicture() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PngFile.write(out, PICTURE);
        BufferedImage read = ImageIO.read(new ByteArrayInputStream(out.toByteArray()));
        assertThat(read.getWidth()).isEqualTo(300);
        assertThat(read.getHeight()).isEqualTo(200);
    }

    /** As on a full disk: the failure is that of the disk, and of nothing behind it. */
    @Test
    void failsAsItsDiskDoes() {
        for (int most : new int[] {0, 10, 60}) {
            assertThatThrownBy(() -> PngFile.write(new Full(most), PICTURE))
                    .isInstanceOf(IOException.class);
            assertThatThrownBy(() -> PngFile.write(new Full(most), PICTURE, 300))
                    .isInstanceOf(IOException.class);
        }
    }

    /** Takes some bytes only. */
    private static final class Full extends OutputStream {
        private int left;

        Full(int most) {
            left = most;
        }

        @Override
        public void write(int b) throws IOException {
            if (left-- <= 0) {
                throw new IOException("No space left on device");
            }
        }
    }
}
