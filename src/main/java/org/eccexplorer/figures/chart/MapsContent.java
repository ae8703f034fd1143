package org.eccexplorer.figures.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.eccexplorer.app.run.ImageTrace;
import org.eccexplorer.figures.words.NeuronNames;
import org.eccexplorer.plot.ChartTable;
import org.eccexplorer.spiking.SpikingLayer;
import org.eccexplorer.tensor.Shape;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;

/**
 * The feature maps of a layer as pictures: rows of maps, one above the other; values channels-last.
 *
 * @param key what the maps show
 * @param channels that are shown, in this order
 * @param most value of the strongest colour
 * @param reading the values of a neuron as text
 * @param table the values of all neurons
 */
public record MapsContent(
        Key key,
        Shape shape,
        List<Row> rows,
        List<Integer> channels,
        float most,
        IntFunction<String> reading,
        Supplier<ChartTable> table) {

    /**
     * Identity of a set of maps; equal keys show the same picture.
     *
     * @param sides the layer, in one run or in two
     * @param first channel, those after it in order; −1 for the most varied
     * @param marked index of a neuron that gets a frame; −1 for none
     * @param brightest the least value of the strongest colour
     */
    public record Key(List<Side> sides, int first, int marked, float brightest) {}

    /** One map per channel; signed values are coloured about 0, others from 0 on. */
    public record Row(float[] values, boolean signed) {}

    /** A layer in one run, at a timestep of it. */
    public record Side(ImageTrace trace, int layer, int timestep) {
        public Key alone(int first, int marked) {
            return new Key(List.of(this), first, marked, 0);
        }

        public SpikingLayer own() {
            return trace.network().layers().get(layer);
        }

        /** Of the CNN, in units of λ: the same in every run. */
        float[] activations() {
            return trace.activations().get(layer);
        }

        /** What the rates say that the activations are, in units of λ: rate × scale / λ. */
        float[] said() {
            float[] values = trace.rates(layer, timestep);
            SpikingLayer own = own();
            for (int i = 0; i < values.length; i++) {
                values[i] *= (float) own.scaleInLambda(i % own.shape().channels());
            }
            return values;
        }
    }

    /**
     * The CNN's activation, what the firing rate so far says it is, and the second minus the first;
     * all in units of λ, whatever the run is scaled by, and in one colour scale.
     *
     * @param count at most this many channels
     */
    public static MapsContent rates(Key key, int count) {
        Side side = key.sides().getFirst();
        Shape shape = side.own().shape();
        float[] activations = side.activations();
        float[] rates = side.said();
        boolean signed = side.own().saysLessThanZero();
        float[] difference = minus(rates, activations);
        return new MapsContent(
                key,
                shape,
                List.of(
                        new Row(activations, signed),
                        new Row(rates, signed),
                        new Row(difference, true)),
                key.first() < 0
                        ? mostVaried(activations, shape.channels(), count)
                        : inOrder(key.first(), shape.channels(), count),
                Math.max(key.brightest(), Math.max(largest(activations), largest(rates))),
                i ->
                        Texts.text(
                                "figures.maps.rates",
                                NeuronNames.place(shape, i),
                                Numbers.fixed(activations[i], 3),
                                Numbers.fixed(rates[i], 3),
                                Numbers.difference(difference[i], 3)),
                () ->
                        table(
                                shape,
                                List.of(
                                        Texts.text("figures.maps.neuron"),
                                        Texts.text("figures.maps.cnn"),
                                        Texts.text("figures.maps.snn"),
                                        Texts.text("figures.maps.snnMinusCnn")),
                                activations,
                                rates,
                                difference));
    }

    /**
     * What the rates of the first side say minus what those of the second say, in units of λ; the
     * same channels as {@link #rates} shows of the first.
     *
     * @param count at most this many channels
     */
    public static MapsContent difference(Key key, int count) {
        Side a = key.sides().getFirst();
        Side b = key.sides().getLast();
        Shape shape = a.own().shape();
        float[] first = a.said();
        float[] second = b.said();
        float[] difference = minus(first, second);
        float most = Math.max(key.brightest(), 1e-6f);
        for (float value : difference) {
            most = Math.max(most, Math.abs(value));
        }
        return new MapsContent(
                key,
                shape,
                List.of(new Row(difference, true)),
                mostVaried(a.activations(), shape.channels(), count),
                most,
                i ->
                        Texts.text(
                                "figures.maps.difference",
                                NeuronNames.place(shape, i),
                                Numbers.fixed(first[i], 4),
                                Numbers.fixed(second[i], 4),
                                Numbers.difference(difference[i], 4)),
                () ->
                        table(
                                shape,
                                List.of(
                                        Texts.text("figures.maps.neuron"),
                                        Texts.text("figures.maps.a"),
                                        Texts.text("figures.maps.b"),
                                        Texts.text("figures.aMinusB")),
                                first,
                                second,
                                difference));
    }

    /** The largest activation or rate of a layer up to a timestep, in units of λ. */
    public static float largest(Side side) {
        return Math.max(largest(side.activations()), largest(side.said()));
    }

    private static float largest(float[] values) {
        float most = 1e-6f;
        for (float value : values) {
            most = Math.max(most, Math.abs(value));
        }
        return most;
    }

    private static float[] minus(float[] first, float[] second) {
        float[] difference = new float[first.length];
        for (int i = 0; i < first.length; i++) {
            difference[i] = first[i] - second[i];
        }
        return difference;
    }

    private static List<Integer> inOrder(int first, int channels, int count) {
        List<Integer> order = new ArrayList<>();
        for (int c = first; c < Math.min(channels, first + count); c++) {
            order.add(c);
        }
        return order;
    }

    /** The maps that vary most over the image: those that see something in it. */
    private static List<Integer> mostVaried(float[] values, int channels, int count) {
        double[] sum = new double[channels];
        double[] squares = new double[channels];
        for (int i = 0; i < values.length; i++) {
            sum[i % channels] += values[i];
            squares[i % channels] += values[i] * values[i];
        }
        int pixels = values.length / channels;
        List<Integer> order = new ArrayList<>();
        for (int c = 0; c < channels; c++) {
            squares[c] -= sum[c] * sum[c] / pixels;
            order.add(c);
        }
        order.sort(Comparator.comparingDouble((Integer c) -> -squares[c]));
        return order.subList(0, Math.min(count, channels));
    }

    private static ChartTable table(Shape shape, List<String> header, float[]... columns) {
        List<List<Object>> rows = new ArrayList<>();
        for (int i = 0; i < columns[0].length; i++) {
            List<Object> row = new ArrayList<>(List.of(NeuronNames.place(shape, i)));
            for (float[] column : columns) {
                row.add(column[i]);
            }
            rows.add(row);
        }
        return new ChartTable(header, rows);
    }
}
