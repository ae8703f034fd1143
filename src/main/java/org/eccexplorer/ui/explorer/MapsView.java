package org.eccexplorer.ui.explorer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntConsumer;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import org.eccexplorer.app.SampleTrace;
import org.eccexplorer.sim.SpikeRecord;
import org.eccexplorer.tensor.Shape;

/**
 * The most varied feature maps of a layer in three rows: the CNN's activation, the firing rate up
 * to a timestep, and the rate minus the activation; all in units of the layer's scale and in one
 * colour scale. The pointer reads values, a click picks a neuron.
 */
final class MapsView extends Region {
    private static final int GAP = 3;
    private static final int ROWS = 3;

    private final Canvas canvas = new Canvas();
    private final int columns;
    private IntConsumer picked = neuron -> {};
    private Runnable hovered = () -> {};
    private Optional<Content> content = Optional.empty();
    private float brightest;
    private String reading = "";

    /** What is shown, and of which spikes, layer and timestep. */
    private record Content(
            SpikeRecord spikes,
            int layer,
            int timestep,
            Shape shape,
            float[] activations,
            float[] rates,
            List<Integer> channels,
            float most,
            int marked) {}

    /** Ready for so many maps side by side. */
    MapsView(int columns) {
        this.columns = columns;
        getChildren().add(canvas);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setCursor(Cursor.HAND);
        setOnMousePressed(event -> neuronAt(event.getX(), event.getY()).ifPresent(picked::accept));
        setOnMouseMoved(event -> read(neuronAt(event.getX(), event.getY())));
        setOnMouseExited(event -> read(Optional.empty()));
    }

    void setOnPicked(IntConsumer consumer) {
        picked = consumer;
    }

    /** Sets the value of the brightest colour; a layer with larger values takes its largest. */
    void setBrightest(float value) {
        brightest = value;
    }

    /** The largest activation or rate of a layer up to a timestep. */
    static float largest(SampleTrace trace, int layer, int timestep) {
        float[] activations = trace.activations().get(layer);
        float[] rates = trace.rates(layer, timestep);
        float most = 1e-6f;
        for (int i = 0; i < rates.length; i++) {
            most = Math.max(most, Math.max(activations[i], rates[i]));
        }
        return most;
    }

    /** Sets who is told that {@link #reading} changed. */
    void setOnHovered(Runnable action) {
        hovered = action;
    }

    /** The values under the pointer, or the range of colours if it is elsewhere. */
    String reading() {
        return reading.isEmpty()
                ? content.map(c -> String.format(Locale.ROOT, "0 to %.3g", c.most())).orElse("")
                : reading;
    }

    /**
     * Shows a layer of a trace.
     *
     * @param marked index of a neuron that gets a frame; −1 for none
     */
    void show(SampleTrace trace, int layer, int timestep, int marked) {
        boolean known =
                content.filter(c -> c.spikes().equals(trace.spikes()) && c.layer() == layer)
                        .filter(c -> c.timestep() == timestep && c.marked() == marked)
                        .filter(c -> c.most() >= brightest)
                        .isPresent();
        if (known) {
            return;
        }
        Shape shape = trace.network().layers().get(layer).shape();
        float[] activations = trace.activations().get(layer);
        float[] rates = trace.rates(layer, timestep);
        float most = Math.max(brightest, largest(trace, layer, timestep));
        content =
                Optional.of(
                        new Content(
                                trace.spikes(),
                                layer,
                                timestep,
                                shape,
                                activations,
                                rates,
                                mostVaried(activations, shape.channels(), columns),
                                most,
                                marked));
        requestLayout();
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

    private double cell() {
        return Math.floor((getWidth() - (columns - 1) * GAP) / columns);
    }

    @Override
    protected double computePrefHeight(double width) {
        double side = Math.floor((width - (columns - 1) * GAP) / columns);
        boolean vector = content.map(c -> c.shape().isVector()).orElse(false);
        return vector ? 3 * 18 + 2 * GAP : ROWS * side + (ROWS - 1) * GAP;
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        GraphicsContext graphics = canvas.getGraphicsContext2D();
        graphics.clearRect(0, 0, getWidth(), getHeight());
        graphics.setImageSmoothing(false);
        content.ifPresent(shown -> {
            if (shown.shape().isVector()) {
                bars(graphics, shown);
            } else {
                maps(graphics, shown);
            }
        });
    }

    private void maps(GraphicsContext graphics, Content shown) {
        double cell = cell();
        for (int m = 0; m < shown.channels().size(); m++) {
            int channel = shown.channels().get(m);
            double x = m * (cell + GAP);
            Shape shape = shown.shape();
            WritableImage[] rows = {
                Pictures.heat(shown.activations(), shape, channel, shown.most()),
                Pictures.heat(shown.rates(), shape, channel, shown.most()),
                Pictures.difference(
                        shown.activations(), shown.rates(), shape, channel, shown.most())
            };
            for (int r = 0; r < ROWS; r++) {
                graphics.drawImage(rows[r], x, r * (cell + GAP), cell, cell);
            }
            if (shown.marked() >= 0 && shown.marked() % shape.channels() == channel) {
                frame(graphics, shown, x, cell);
            }
        }
    }

    private static void frame(GraphicsContext graphics, Content shown, double left, double cell) {
        int pixel = shown.marked() / shown.shape().channels();
        int row = pixel / shown.shape().width();
        double width = cell / shown.shape().width();
        double height = cell / shown.shape().height();
        graphics.setStroke(Color.WHITE);
        graphics.setLineWidth(1);
        for (int r = 0; r < 2; r++) {
            graphics.strokeRect(
                    left + pixel % shown.shape().width() * width - 1,
                    r * (cell + GAP) + row * height - 1,
                    width + 2,
                    height + 2);
        }
    }

    private void bars(GraphicsContext graphics, Content shown) {
        int n = shown.rates().length;
        double width = getWidth() / n;
        for (int i = 0; i < n; i++) {
            float difference = shown.rates()[i] - shown.activations()[i];
            int[] colours = {
                Pictures.heat(shown.activations()[i] / shown.most()),
                Pictures.heat(shown.rates()[i] / shown.most()),
                Pictures.signed(difference / shown.most())
            };
            for (int r = 0; r < ROWS; r++) {
                int argb = colours[r];
                graphics.setFill(
                        Color.rgb(
                                argb >> 16 & 255,
                                argb >> 8 & 255,
                                argb & 255,
                                (argb >>> 24) / 255.0));
                graphics.fillRect(i * width, r * (18 + GAP), width + 0.5, 18);
            }
        }
    }

    /** The neuron under a point: its index, channels-last. */
    private Optional<Integer> neuronAt(double x, double y) {
        if (content.isEmpty() || x < 0 || y < 0 || x >= getWidth()) {
            return Optional.empty();
        }
        Shape shape = content.get().shape();
        if (shape.isVector()) {
            return Optional.of((int) (x / getWidth() * shape.channels()));
        }
        double cell = cell();
        int column = (int) (x / (cell + GAP));
        int row = (int) (y / (cell + GAP));
        double inX = (x - column * (cell + GAP)) / cell;
        double inY = (y - row * (cell + GAP)) / cell;
        if (column >= content.get().channels().size() || row >= ROWS || inX >= 1 || inY >= 1) {
            return Optional.empty();
        }
        int pixelY = (int) (inY * shape.height());
        int pixel = pixelY * shape.width() + (int) (inX * shape.width());
        return Optional.of(pixel * shape.channels() + content.get().channels().get(column));
    }

    private void read(Optional<Integer> neuron) {
        reading =
                neuron.flatMap(n ->
                                content.map(c ->
                                        String.format(
                                                Locale.ROOT,
                                                "%s: CNN %.3f · SNN %.3f",
                                                NeuronNames.place(c.shape(), n),
                                                c.activations()[n],
                                                c.rates()[n])))
                        .orElse("");
        setAccessibleText(reading());
        hovered.run();
    }
}
