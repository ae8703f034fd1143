package org.eccexplorer.convert.linear;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.eccexplorer.spiking.TapTable;
import org.eccexplorer.tensor.Shape;
import org.junit.jupiter.api.Test;

/** Weights that are read from where they are say the same as a copy of them. */
final class MapWeightsTest {
    private static final Shape FROM = new Shape(2, 2, 3);
    private static final Shape TO = new Shape(2, 2, 6);
    private static final int OFFSET = 1;
    private static final int WIDTH = 4;

    private final Random random = new Random(3);

    @Test
    void thoseOfALayerAreItsValues() {
        float[] kernel = kernel();
        double[] copy = new double[kernel.length];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = kernel[i];
        }
        assertThat(new MapWeights.OfLayer(kernel).all(WIDTH)).isEqualTo(copy);
    }

    @Test
    void factorsAreThoseOfTheTargetChannels() {
        MapWeights weights = new MapWeights.OfLayer(kernel());
        LinearMap map = new LinearMap(FROM, TO, OFFSET, WIDTH, 1, TapTable.identity(4), weights);
        double[] factor = random.doubles(TO.channels(), -2, 2).toArray();
        double[] scaled = map.scaled(factor).allWeights();
        double[] plain = map.allWeights();
        for (int i = 0; i < scaled.length; i++) {
            assertThat(scaled[i]).isEqualTo(plain[i] * factor[OFFSET + i % WIDTH]);
        }
    }

    private float[] kernel() {
        float[] kernel = new float[FROM.channels() * WIDTH];
        for (int i = 0; i < kernel.length; i++) {
            kernel[i] = random.nextFloat() - 0.5f;
        }
        return kernel;
    }
}
