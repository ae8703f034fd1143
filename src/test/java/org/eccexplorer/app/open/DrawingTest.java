package org.eccexplorer.app.open;

import static org.assertj.core.api.Assertions.assertThat;

import org.eccexplorer.tensor.Shape;
import org.junit.jupiter.api.Test;

/** Drawing with a round brush. */
class DrawingTest {

    @Test
    void aLineCoversWhatLiesUnderTheBrush() {
        Drawing drawing = new Drawing(new Shape(6, 8, 1));
        drawing.line(1.5, 2.5, 5.5, 2.5, 0.5, new float[] {1});
        float[] pixels = drawing.pixels();
        for (int x = 1; x <= 5; x++) {
            assertThat(pixels[2 * 8 + x]).isEqualTo(1);
        }
        assertThat(pixels[2 * 8]).isZero();
        assertThat(pixels[2 * 8 + 6]).isZero();
        assertThat(pixels[1 * 8 + 3]).isZero();
        drawing.clear();
        assertThat(drawing.pixels()).containsOnly(0);
    }

    @Test
    void theEdgeIsSoftAndColoursCover() {
        Drawing drawing = new Drawing(new Shape(3, 3, 3));
        drawing.line(1.5, 1.5, 1.5, 1.5, 0.75, new float[] {1, 0.5f, 0});
        float[] pixels = drawing.pixels();
        assertThat(pixels[(1 * 3 + 1) * 3]).isEqualTo(1);
        assertThat(pixels[(0 * 3 + 1) * 3]).isEqualTo(0.25f);
        assertThat(pixels[(0 * 3 + 1) * 3 + 1]).isEqualTo(0.125f);
        assertThat(pixels[0]).isZero();
    }
}
