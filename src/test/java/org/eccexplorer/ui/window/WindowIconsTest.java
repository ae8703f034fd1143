package org.eccexplorer.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

final class WindowIconsTest {
    @Test
    void everyIconHasTheSizeOfItsName() throws IOException {
        for (int size : WindowIcons.SIZES) {
            BufferedImage icon =
                    ImageIO.read(
                            WindowIcons.class.getResource("icons/ecc-explorer-" + size + ".png"));
            assertThat(icon.getWidth()).isEqualTo(size);
            assertThat(icon.getHeight()).isEqualTo(size);
        }
    }
}
