package org.eccexplorer.network.forward;

import java.util.Arrays;
import java.util.List;
import org.eccexplorer.network.Layer;
import org.eccexplorer.network.SlidingWindow;
import org.eccexplorer.tensor.Rows;
import org.eccexplorer.tensor.Shape;
import org.eccexplorer.tensor.SpareArrays;

/** Average and maximum pooling; values in the padding count for neither. */
final class PoolingForward implements LayerForward {
    private final Layer.Pooling layer;
    private final Shape from;
    private final Shape to;

    PoolingForward(Layer.Pooling layer, Shape from, Shape to) {
        this.layer = layer;
        this.from = from;
        this.to = to;
    }

    @Override
    public void run(List<float[]> inputs, int count, float[] out, SpareArrays spare) {
        float[] in = inputs.getFirst();
        for (int pixel = 0; pixel < count * to.pixels(); pixel++) {
            int image = pixel / to.pixels() * from.size();
            int y = pixel % to.pixels() / to.width();
            int x = pixel % to.width();
            pool(in, image, y, x, out, pixel * to.channels());
        }
    }

    private void pool(float[] in, int image, int y, int x, float[] out, int target) {
        SlidingWindow window = layer.window();
        int channels = to.channels();
        int values = 0;
        for (int ky = 0; ky < window.height(); ky++) {
            int row = window.inputRow(y, ky);
            for (int kx = 0; kx < window.width(); kx++) {
                int column = window.inputColumn(x, kx);
                if (row < 0 || row >= from.height() || column < 0 || column >= from.width()) {
                    continue;
                }
                int source = image + (row * from.width() + column) * channels;
                if (values++ == 0) {
                    System.arraycopy(in, source, out, target, channels);
                } else {
                    join(in, source, out, target, channels);
                }
            }
        }
        if (values == 0) {
            Arrays.fill(out, target, target + channels, 0);
        }
        if (layer.kind() == Layer.Pooling.Kind.AVERAGE) {
            for (int c = 0; c < channels; c++) {
                out[target + c] /= values;
            }
        }
    }

    private void join(float[] in, int source, float[] out, int target, int channels) {
        switch (layer.kind()) {
            case AVERAGE -> Rows.add(in, source, out, target, channels);
            case MAXIMUM -> Rows.raise(in, source, out, target, channels);
        }
    }
}
