package org.eccexplorer.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import javafx.scene.image.WritableImage;
import org.eccexplorer.tensor.Shape;
import org.junit.jupiter.api.Test;

/** Sequences are curves, not strips of pixels. */
class CurvesTest {
    private static final int SIDE = 40;

    private static Set<Integer> colours(int[] argb) {
        Set<Integer> found = new HashSet<>();
        Arrays.stream(argb).forEach(found::add);
        return found;
    }

    /** The rows in which a column has a colour. */
    private static int[] rows(int[] argb, int x, int colour) {
        return IntStream.range(0, SIDE).filter(y -> argb[y * SIDE + x] == colour).toArray();
    }

    @Test
    void aRisingChannelRisesAndASecondOneHasAColourOfItsOwn() {
        float[] values = new float[20];
        for (int step = 0; step < 10; step++) {
            values[2 * step] = step;
            values[2 * step + 1] = -9;
        }
        int[] argb = Curves.paint(values, new Shape(1, 10, 2), SIDE, SIDE);
        int[] first = rows(argb, 0, 0xff6fc9ff);
        int[] last = rows(argb, SIDE - 1, 0xff6fc9ff);
        assertThat(first[0]).isGreaterThan(last[0] + SIDE / 3);
        assertThat(rows(argb, SIDE / 2, 0xffff8a3f)).isNotEmpty();
        assertThat(rows(argb, SIDE / 2, 0xffff8a3f)[0]).isGreaterThan(SIDE * 3 / 4);
    }

    @Test
    void aPeakBetweenColumnsIsSeen() {
        float[] values = new float[1000];
        values[501] = 1;
        int[] argb = Curves.paint(values, new Shape(1, 1000, 1), SIDE, SIDE);
        assertThat(Arrays.stream(argb, 0, SIDE * 4).anyMatch(c -> c == 0xff6fc9ff)).isTrue();
    }

    /** More than three curves have a part of the height each, from their own least to most. */
    @Test
    void severalChannelsAreBelowEachOther() {
        float[] values = new float[8 * 4];
        for (int i = 0; i < values.length; i++) {
            values[i] = (i % 4 + 1) * 100 * (i / 4);
        }
        int[] argb = Curves.paint(values, new Shape(1, 8, 4), SIDE, SIDE);
        int[] second = rows(argb, SIDE - 1, 0xffff8a3f);
        assertThat(second).isNotEmpty();
        assertThat(second[0]).isBetween(SIDE / 4, SIDE / 4 + 2);
        assertThat(rows(argb, 0, 0xffff8a3f)[0]).isBetween(SIDE / 2 - 4, SIDE / 2 - 1);
    }

    @Test
    void manyChannelsAreRowsOfColour() {
        float[] values = new float[30 * 40];
        values[39] = 1;
        int[] argb = Curves.paint(values, new Shape(1, 30, 40), SIDE, SIDE);
        assertThat(colours(argb)).hasSize(2);
        assertThat(argb[39 * SIDE]).isNotEqualTo(argb[38 * SIDE]);
    }

    /** Thumbnails are square; rows of 784 values and 28 steps of 28 are pictures. */
    @Test
    void valuesThatFillASquareArePictures() {
        WritableImage curves = Pictures.thumbnail(new float[128 * 9], new Shape(1, 128, 9), SIDE);
        assertThat(curves.getWidth()).isEqualTo(SIDE);
        assertThat(curves.getHeight()).isEqualTo(SIDE);
        for (Shape shape : new Shape[] {Shape.vector(784), new Shape(1, 28, 28)}) {
            float[] values = new float[784];
            values[3 * 28 + 5] = 1;
            WritableImage picture = Pictures.image(values, shape);
            assertThat(picture.getWidth()).isEqualTo(28);
            assertThat(picture.getPixelReader().getArgb(5, 3)).isEqualTo(0xffffffff);
        }
    }
}
