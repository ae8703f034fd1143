package org.eccexplorer.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import javafx.scene.image.WritableImage;
import org.eccexplorer.tensor.Shape;
import org.junit.jupiter.api.Test;

class PicturesTest {
    private static Set<Integer> colours(WritableImage image) {
        Set<Integer> found = new HashSet<>();
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                found.add(image.getPixelReader().getArgb(x, y));
            }
        }
        return found;
    }

    @Test
    void pixelsOfASmallImageAreSquares() {
        WritableImage image = Pictures.thumbnail(new float[] {0, 1, 1, 0}, new Shape(2, 2, 1), 7);
        assertThat(image.getWidth()).isEqualTo(6);
        assertThat(image.getHeight()).isEqualTo(6);
        assertThat(colours(image)).containsExactlyInAnyOrder(0xff000000, 0xffffffff);
        assertThat(image.getPixelReader().getArgb(2, 2)).isEqualTo(0xff000000);
        assertThat(image.getPixelReader().getArgb(3, 2)).isEqualTo(0xffffffff);
        assertThat(image.getPixelReader().getArgb(0, 0)).isEqualTo(0xff000000);
    }

    @Test
    void aLargeImageIsMadeSmallWithoutMixing() {
        float[] pixels = new float[100 * 50];
        for (int p = 0; p < pixels.length; p++) {
            pixels[p] = p % 100 < 50 ? 0 : 1;
        }
        WritableImage image = Pictures.thumbnail(pixels, new Shape(50, 100, 1), 40);
        assertThat(image.getWidth()).isEqualTo(40);
        assertThat(image.getHeight()).isEqualTo(20);
        assertThat(colours(image)).hasSize(2);
    }
}
