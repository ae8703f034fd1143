package org.eccexplorer.sim.kernel;

import java.util.Random;
import org.eccexplorer.network.SlidingWindow;
import org.eccexplorer.spiking.TapTable;
import org.eccexplorer.tensor.Shape;

/** Tap tables of many kinds, the same ones for the same seed. */
final class RandomTables {
    private RandomTables() {}

    /** How a source is read, and by which targets. */
    record Read(Shape shape, TapTable table) {}

    static Read of(long seed) {
        Random random = new Random(seed);
        Shape shape =
                new Shape(1 + random.nextInt(9), 1 + random.nextInt(9), 1 + random.nextInt(70));
        return new Read(
                shape,
                switch (random.nextInt(3)) {
                    case 0 -> sliding(random, shape, false);
                    case 1 -> sliding(random, shape, true);
                    default -> any(random, shape);
                });
    }

    /** As a convolution reads, or with one tap for the whole window as a pooling does. */
    private static TapTable sliding(Random random, Shape shape, boolean pooling) {
        SlidingWindow window =
                new SlidingWindow(
                        1 + random.nextInt(shape.height()),
                        1 + random.nextInt(shape.width()),
                        1 + random.nextInt(3),
                        1 + random.nextInt(3),
                        1,
                        1,
                        random.nextInt(2),
                        random.nextInt(2),
                        random.nextInt(2),
                        random.nextInt(2));
        int height = window.outputHeight(shape.height());
        int width = window.outputWidth(shape.width());
        TapTable.Builder builder = new TapTable.Builder(height * width);
        for (int p = 0; p < height * width; p++) {
            for (int k = 0; k < window.taps(); k++) {
                int row = window.inputRow(p / width, k / window.width());
                int column = window.inputColumn(p % width, k % window.width());
                if (row >= 0 && row < shape.height() && column >= 0 && column < shape.width()) {
                    builder.add(row * shape.width() + column, pooling ? 0 : k);
                }
            }
            builder.endPixel();
        }
        return builder.build(pooling ? 1 : window.taps());
    }

    /** Any pixels through any taps, in any order; some targets read nothing. */
    private static TapTable any(Random random, Shape shape) {
        int taps = 1 + random.nextInt(6);
        int targets = 1 + random.nextInt(20);
        TapTable.Builder builder = new TapTable.Builder(targets);
        for (int p = 0; p < targets; p++) {
            for (int e = random.nextInt(10); e > 0; e--) {
                builder.add(random.nextInt(shape.pixels()), random.nextInt(taps));
            }
            builder.endPixel();
        }
        return builder.build(taps);
    }
}
