package org.eccexplorer.convert.linear;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eccexplorer.network.Layer;
import org.eccexplorer.network.SlidingWindow;
import org.eccexplorer.spiking.TapTable;
import org.eccexplorer.tensor.Shape;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;
import org.jspecify.annotations.Nullable;

/** The linear map of each linear layer, biases left aside. */
public final class LayerMaps {
    /** Weights that moving values may take. */
    private static final int MAX_MOVES = 1 << 24;

    private LayerMaps() {}

    public static LinearMap convolution(Layer.Convolution layer, Shape from, Shape to) {
        TapTable table = slide(layer.window(), from, to);
        int outputs = layer.outputChannels();
        // The kernel of a single group is the matrix of the map.
        MapWeights weights =
                layer.groups() == 1
                        ? new MapWeights.OfLayer(layer.kernel())
                        : new MapWeights.Stored(byGroups(layer));
        return new LinearMap(from, to, 0, outputs, layer.groups(), table, weights);
    }

    private static double[] byGroups(Layer.Convolution layer) {
        int fan = layer.outputChannels() / layer.groups();
        int inputs = layer.inputChannels() / layer.groups();
        int outputs = layer.outputChannels();
        double[] weights = new double[layer.window().taps() * layer.inputChannels() * fan];
        for (int tap = 0; tap < layer.window().taps(); tap++) {
            for (int ci = 0; ci < layer.inputChannels(); ci++) {
                int kernelRow = (tap * inputs + ci % inputs) * outputs + ci / inputs * fan;
                for (int o = 0; o < fan; o++) {
                    weights[(tap * layer.inputChannels() + ci) * fan + o] =
                            layer.kernel()[kernelRow + o];
                }
            }
        }
        return weights;
    }

    public static LinearMap dense(Layer.Dense layer, Shape from, Shape to) {
        MapWeights weights = new MapWeights.OfLayer(layer.weights());
        TapTable table = TapTable.identity(from.pixels());
        return new LinearMap(from, to, 0, layer.outputs(), 1, table, weights);
    }

    /** One tap for each number of real values that a window can hold (fewer at padded borders). */
    public static LinearMap averagePooling(SlidingWindow window, Shape from, Shape to) {
        TapTable slide = slide(window, from, to);
        List<Integer> counts = new ArrayList<>();
        int[] tap = new int[slide.tap().length];
        for (int p = 0; p < slide.targets(); p++) {
            int count = slide.start()[p + 1] - slide.start()[p];
            if (!counts.contains(count)) {
                counts.add(count);
            }
            for (int e = slide.start()[p]; e < slide.start()[p + 1]; e++) {
                tap[e] = counts.indexOf(count);
            }
        }
        int channels = from.channels();
        double[] weights = new double[counts.size() * channels];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = 1.0 / counts.get(i / channels);
        }
        TapTable table = new TapTable(slide.start(), slide.source(), tap, counts.size());
        return new LinearMap(from, to, 0, channels, channels, table, weights);
    }

    /** The same, some channels with the opposite sign: a gate takes the minimum of these. */
    public static LinearMap signed(LinearMap pooling, float[] signs) {
        double[] weights = pooling.allWeights().clone();
        for (int i = 0; i < weights.length; i++) {
            weights[i] *= signs[i % signs.length];
        }
        return new LinearMap(
                pooling.from(),
                pooling.to(),
                pooling.offset(),
                pooling.width(),
                pooling.groups(),
                pooling.table(),
                weights);
    }

    /** One tap for each weight that occurs. */
    public static LinearMap resampling(Layer.Resampling layer) {
        Map<Float, Integer> taps = new LinkedHashMap<>();
        int[] tap = new int[layer.weight().length];
        for (int e = 0; e < tap.length; e++) {
            tap[e] = taps.computeIfAbsent(layer.weight()[e], weight -> taps.size());
        }
        int channels = layer.from().channels();
        double[] weights = new double[taps.size() * channels];
        taps.forEach((weight, t) -> Arrays.fill(weights, t * channels, (t + 1) * channels, weight));
        TapTable table = new TapTable(layer.start(), layer.source(), tap, taps.size());
        return new LinearMap(layer.from(), layer.to(), 0, channels, channels, table, weights);
    }

    /**
     * The map of a rearrangement that moves whole pixels, or the same channels of each; null if it
     * does something else.
     */
    static @Nullable public LinearMap pixelwise(Layer.Rearrangement layer) {
        int[] channels = channels(layer);
        if (channels == null) {
            return null;
        }
        int from = layer.from().channels();
        int real = 0;
        while (channels[real] < 0) {
            real++;
        }
        TapTable.Builder builder = new TapTable.Builder(layer.to().pixels());
        for (int p = 0; p < layer.to().pixels(); p++) {
            int first = layer.source()[p * channels.length + real];
            int pixel = first < 0 ? -1 : (first - channels[real]) / from;
            for (int c = 0; c < channels.length; c++) {
                int expected = pixel < 0 || channels[c] < 0 ? -1 : pixel * from + channels[c];
                if (layer.source()[p * channels.length + c] != expected) {
                    return null;
                }
            }
            if (pixel >= 0) {
                builder.add(pixel, 0);
            }
            builder.endPixel();
        }
        return map(layer, channels, builder.build(1));
    }

    /**
     * Which channel of a pixel each channel comes from, judged by the first real pixel; −1 for
     * zeros.
     */
    private static int @Nullable [] channels(Layer.Rearrangement layer) {
        int[] channels = new int[layer.to().channels()];
        for (int i = 0; i < layer.source().length; i++) {
            int first = layer.source()[i];
            if (first >= 0) {
                int start = first - first % layer.from().channels();
                for (int c = 0; c < channels.length; c++) {
                    int source = layer.source()[i - i % channels.length + c];
                    channels[c] = source < 0 ? -1 : source - start;
                    if (channels[c] < -1
                            || channels[c] >= layer.from().channels()
                            || (source >= 0 && source < start)) {
                        return null;
                    }
                }
                return channels;
            }
        }
        return null;
    }

    /** The map of any rearrangement: a tap for each way in which one pixel reaches another. */
    public static LinearMap rearrangement(Layer.Rearrangement layer) {
        int from = layer.from().channels();
        int to = layer.to().channels();
        Map<List<Integer>, Integer> taps = new LinkedHashMap<>();
        TapTable.Builder builder = new TapTable.Builder(layer.to().pixels());
        for (int p = 0; p < layer.to().pixels(); p++) {
            Map<Integer, List<Integer>> bySource = new LinkedHashMap<>();
            for (int c = 0; c < to; c++) {
                int source = layer.source()[p * to + c];
                if (source >= 0) {
                    bySource.computeIfAbsent(source / from, s -> new ArrayList<>())
                            .add(source % from * to + c);
                }
            }
            bySource.forEach((source, pairs) ->
                    builder.add(source, taps.computeIfAbsent(pairs, key -> taps.size())));
            builder.endPixel();
        }
        int size = Math.max(1, taps.size());
        if ((long) size * from * to > MAX_MOVES) {
            throw new IllegalArgumentException(
                    Texts.text(
                            "convert.manyWeights",
                            layer.kind(),
                            Numbers.count((long) size * from * to)));
        }
        double[] weights = new double[size * from * to];
        taps.forEach((pairs, tap) -> pairs.forEach(pair -> weights[tap * from * to + pair] = 1));
        return new LinearMap(layer.from(), layer.to(), 0, to, 1, builder.build(size), weights);
    }

    private static LinearMap map(Layer.Rearrangement layer, int[] channels, TapTable table) {
        int from = layer.from().channels();
        boolean same = channels.length == from;
        for (int c = 0; c < channels.length; c++) {
            same &= channels[c] == c;
        }
        if (same) {
            MapWeights ones = MapWeights.ones(from);
            return new LinearMap(layer.from(), layer.to(), 0, from, from, table, ones);
        }
        double[] chosen = new double[from * channels.length];
        for (int c = 0; c < channels.length; c++) {
            if (channels[c] >= 0) {
                chosen[channels[c] * channels.length + c] = 1;
            }
        }
        return new LinearMap(layer.from(), layer.to(), 0, channels.length, 1, table, chosen);
    }

    static TapTable slide(SlidingWindow window, Shape from, Shape to) {
        TapTable.Builder builder = new TapTable.Builder(to.pixels());
        for (int y = 0; y < to.height(); y++) {
            for (int x = 0; x < to.width(); x++) {
                for (int ky = 0; ky < window.height(); ky++) {
                    int row = window.inputRow(y, ky);
                    for (int kx = 0; kx < window.width(); kx++) {
                        int column = window.inputColumn(x, kx);
                        if (row >= 0
                                && row < from.height()
                                && column >= 0
                                && column < from.width()) {
                            builder.add(row * from.width() + column, ky * window.width() + kx);
                        }
                    }
                }
                builder.endPixel();
            }
        }
        return builder.build(window.taps());
    }
}
