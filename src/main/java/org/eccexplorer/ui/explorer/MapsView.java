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
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import org.eccexplorer.app.SampleTrace;
import org.eccexplorer.plot.ChartTable;
import org.eccexplorer.sim.SpikeRecord;
import org.eccexplorer.tensor.Shape;

/**
 * Feature maps of a layer in bands of three rows: the CNN's activation, the firing rate up to a
 * timestep, and the rate minus the activation; all in units of the layer's scale and in one colour
 * scale. The pointer reads values, a click or the arrow keys pick a neuron.
 */
final class MapsView extends Region {
    private static final int GAP = 3;
    private static final int ROWS = 3;
    private static final int BAR = 18;
    private static final int BETWEEN = 9;

    private final Canvas canvas = new Canvas();
    private final int columns;
    private final int bands;
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
            int first,
            Shape shape,
            float[] activations,
            float[] rates,
            List<Integer> channels,
            float most,
            int marked) {

        String reading(int neuron) {
            return String.format(
                    Locale.ROOT,
                    "%s: CNN %.3f · SNN %.3f",
                    NeuronNames.place(shape, neuron),
                    activations[neuron],
                    rates[neuron]);
        }
    }

    /** Ready for one band of the maps that vary most, so many side by side. */
    MapsView(int columns) {
        this(columns, 1);
    }

    /** Ready for so many maps side by side, in so many bands. */
    MapsView(int columns, int bands) {
        this.columns = columns;
        this.bands = bands;
        getChildren().add(canvas);
        getStyleClass().add("maps");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setFocusTraversable(true);
        setCursor(Cursor.HAND);
        setOnMousePressed(event -> {
            requestFocus();
            neuronAt(event.getX(), event.getY()).ifPresent(picked::accept);
            event.consume(); // or a pane that scrolls would take the keyboard
        });
        setOnMouseMoved(event -> read(neuronAt(event.getX(), event.getY())));
        setOnMouseExited(event -> read(Optional.empty()));
        setOnKeyPressed(this::move);
    }

    /** How many maps are seen at once. */
    int capacity() {
        return columns * bands;
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

    /** The values under the pointer, empty if it is elsewhere. */
    String reading() {
        return reading;
    }

    /** The largest value, which has the brightest colour. */
    float most() {
        return content.map(Content::most).orElse(1f);
    }

    /** Shows the maps of a layer that vary most. */
    void show(SampleTrace trace, int layer, int timestep, int marked) {
        show(trace, layer, timestep, marked, -1);
    }

    /**
     * Shows a layer of a trace.
     *
     * @param marked index of a neuron that gets a frame; −1 for none
     * @param first channel, those after it in order; −1 for the most varied
     */
    void show(SampleTrace trace, int layer, int timestep, int marked, int first) {
        boolean known =
                content.filter(c -> c.spikes().equals(trace.spikes()) && c.layer() == layer)
                        .filter(c -> c.timestep() == timestep && c.marked() == marked)
                        .filter(c -> c.most() >= brightest)
                        .filter(c -> c.first() == first)
                        .isPresent();
        if (known) {
            return;
        }
        Shape shape = trace.network().layers().get(layer).shape();
        float[] activations = trace.activations().get(layer);
        float[] rates = trace.rates(layer, timestep);
        float most = Math.max(brightest, largest(trace, layer, timestep));
        Content next =
                new Content(
                        trace.spikes(),
                        layer,
                        timestep,
                        first,
                        shape,
                        activations,
                        rates,
                        first < 0
                                ? mostVaried(activations, shape.channels(), capacity())
                                : inOrder(first, shape.channels()),
                        most,
                        marked);
        content = Optional.of(next);
        setAccessibleText(
                "Feature maps of %s%s"
                        .formatted(shape, marked < 0 ? "" : ", neuron " + next.reading(marked)));
        requestLayout();
    }

    private List<Integer> inOrder(int first, int channels) {
        List<Integer> order = new ArrayList<>();
        for (int c = first; c < Math.min(channels, first + capacity()); c++) {
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

    /** The values of all neurons of the layer. */
    Optional<ChartTable> table() {
        return content.map(c -> {
            List<List<Object>> rows = new ArrayList<>();
            for (int i = 0; i < c.rates().length; i++) {
                rows.add(
                        List.of(
                                NeuronNames.place(c.shape(), i),
                                c.activations()[i],
                                c.rates()[i],
                                c.rates()[i] - c.activations()[i]));
            }
            return new ChartTable(List.of("neuron", "CNN", "SNN", "SNN − CNN"), rows);
        });
    }

    private double cell(double width) {
        return Math.max(1, Math.floor((width - (columns - 1) * GAP) / columns));
    }

    private static double band(double cell) {
        return ROWS * cell + (ROWS - 1) * GAP + BETWEEN;
    }

    @Override
    protected double computePrefHeight(double width) {
        boolean vector = content.map(c -> c.shape().isVector()).orElse(false);
        int shown = content.map(c -> c.channels().size()).orElse(columns);
        int used = Math.max(1, (shown + columns - 1) / columns);
        return vector ? ROWS * BAR + 2 * GAP : used * band(cell(width)) - BETWEEN;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
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
        double cell = cell(getWidth());
        for (int m = 0; m < shown.channels().size(); m++) {
            int channel = shown.channels().get(m);
            double x = m % columns * (cell + GAP);
            int band = m / columns;
            double y = band * band(cell);
            Shape shape = shown.shape();
            WritableImage[] rows = {
                Pictures.heat(shown.activations(), shape, channel, shown.most()),
                Pictures.heat(shown.rates(), shape, channel, shown.most()),
                Pictures.difference(
                        shown.activations(), shown.rates(), shape, channel, shown.most())
            };
            for (int r = 0; r < ROWS; r++) {
                graphics.drawImage(rows[r], x, y + r * (cell + GAP), cell, cell);
            }
            if (shown.marked() >= 0 && shown.marked() % shape.channels() == channel) {
                frame(graphics, shown, x, y, cell);
            }
        }
    }

    private static void frame(
            GraphicsContext graphics, Content shown, double left, double top, double cell) {
        int pixel = shown.marked() / shown.shape().channels();
        double width = cell / shown.shape().width();
        double height = cell / shown.shape().height();
        double x = left + pixel % shown.shape().width() * width - 1;
        int row = pixel / shown.shape().width();
        double y = top + row * height - 1;
        graphics.setLineWidth(1);
        for (int r = 0; r < ROWS; r++) {
            graphics.setStroke(r == ROWS - 1 ? Color.BLACK : Color.WHITE);
            graphics.strokeRect(x, y + r * (cell + GAP), width + 2, height + 2);
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
                graphics.fillRect(i * width, r * (BAR + GAP), width + 0.5, BAR);
            }
        }
        if (shown.marked() >= 0) {
            graphics.setStroke(Color.GRAY);
            graphics.strokeRect(
                    shown.marked() * width + 0.5, 0.5, Math.max(2, width - 1), getHeight() - 1);
        }
    }

    /** The neuron under a point: its index, channels-last. */
    private Optional<Integer> neuronAt(double x, double y) {
        if (content.isEmpty() || x < 0 || y < 0 || x >= getWidth()) {
            return Optional.empty();
        }
        Shape shape = content.get().shape();
        if (shape.isVector()) {
            return Optional.of((int) (x * shape.channels() / getWidth()));
        }
        double cell = cell(getWidth());
        int band = (int) (y / band(cell));
        double inBand = y - band * band(cell);
        int column = (int) (x / (cell + GAP));
        int row = (int) (inBand / (cell + GAP));
        double inX = (x - column * (cell + GAP)) / cell;
        double inY = (inBand - row * (cell + GAP)) / cell;
        int map = band * columns + column;
        if (map >= content.get().channels().size() || row >= ROWS || inX >= 1 || inY >= 1) {
            return Optional.empty();
        }
        int pixelY = (int) (inY * shape.height());
        int pixel = pixelY * shape.width() + (int) (inX * shape.width());
        return Optional.of(pixel * shape.channels() + content.get().channels().get(map));
    }

    /** Arrows go to the neuron beside, page keys to the same place in the next channel. */
    private void move(KeyEvent event) {
        if (content.isEmpty() || content.get().marked() < 0) {
            return;
        }
        Shape shape = content.get().shape();
        int right = shape.isVector() ? 1 : shape.channels();
        int by =
                switch (event.getCode()) {
                    case LEFT -> -right;
                    case RIGHT -> right;
                    case UP -> -right * shape.width();
                    case DOWN -> right * shape.width();
                    case PAGE_UP -> -1;
                    case PAGE_DOWN -> 1;
                    default -> 0;
                };
        int neuron = content.get().marked() + by;
        if (by != 0 && !event.isShortcutDown()) {
            event.consume();
            if (neuron >= 0 && neuron < shape.size()) {
                picked.accept(neuron);
            }
        }
    }

    private void read(Optional<Integer> neuron) {
        reading = neuron.flatMap(n -> content.map(c -> c.reading(n))).orElse("");
        hovered.run();
    }
}
