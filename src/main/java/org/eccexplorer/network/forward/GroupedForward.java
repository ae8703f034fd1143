package org.eccexplorer.network.forward;

import java.util.List;
import org.eccexplorer.network.Layer;
import org.eccexplorer.network.SlidingWindow;
import org.eccexplorer.tensor.Rows;
import org.eccexplorer.tensor.Shape;
import org.eccexplorer.tensor.SpareArrays;

/** Grouped and depthwise convolutions, directly from the definition. */
final class GroupedForward implements LayerForward {
    private final Layer.Convolution layer;
    private final Shape from;
    private final Shape to;

    GroupedForward(Layer.Convolution layer, Shape from, Shape to) {
        this.layer = layer;
        this.from = from;
        this.to = to;
    }

    @Override
    public void run(List<float[]> inputs, int count, float[] out, SpareArrays spare) {
        float[] in = inputs.getFirst();
        for (int image = 0; image < count; image++) {
            for (int y = 0; y < to.height(); y++) {
                for (int x = 0; x < to.width(); x++) {
                    pixel(in, image * from.size(), y, x, out, image * to.size());
                }
            }
        }
    }

    private void pixel(float[] in, int inOffset, int y, int x, float[] out, int outOffset) {
        SlidingWindow window = layer.window();
        int target = outOffset + (y * to.width() + x) * to.channels();
        System.arraycopy(layer.bias(), 0, out, target, to.channels());
        for (int ky = 0; ky < window.height(); ky++) {
            int row = window.inputRow(y, ky);
            for (int kx = 0; kx < window.width(); kx++) {
                int column = window.inputColumn(x, kx);
                if (row >= 0 && row < from.height() && column >= 0 && column < from.width()) {
                    int source = inOffset + (row * from.width() + column) * from.channels();
                    tap(in, source, ky * window.width() + kx, out, target);
                }
            }
        }
    }

    private void tap(float[] in, int source, int tap, float[] out, int target) {
        int groupInputs = layer.inputChannels() / layer.groups();
        int groupOutputs = layer.outputChannels() / layer.groups();
        float[] kernel = layer.kernel();
        if (groupInputs == 1 && groupOutputs == 1) {
            int channels = layer.outputChannels();
            Rows.addRoundedProducts(in, source, kernel, tap * channels, out, target, channels);
            return;
        }
        for (int group = 0; group < layer.groups(); group++) {
            int first = group * groupOutputs;
            for (int i = 0; i < groupInputs; i++) {
                float value = in[source + group * groupInputs + i];
                int row = (tap * groupInputs + i) * layer.outputChannels() + first;
                for (int o = 0; o < groupOutputs; o++) {
                    out[target + first + o] += value * kernel[row + o];
                }
            }
        }
    }
}
