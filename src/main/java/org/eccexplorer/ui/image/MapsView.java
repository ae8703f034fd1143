package org.eccexplorer.ui.image;

import java.util.Optional;
import java.util.function.BiFunction;
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
import org.eccexplorer.figures.chart.MapsContent;
import org.eccexplorer.plot.ChartTable;
import org.eccexplorer.tensor.Shape;
import org.eccexplorer.text.Texts;
import org.eccexplorer.ui.chart.Pictures;

/**
 * Feature maps of a layer side by side in bands, in each of them the rows of its content one above
 * the other. The pointer reads values, a click or the arrow keys pick a neuron.
 */
public final class MapsView extends Region {
    private static final int GAP = 3;
    private static final int BAR = 18;
    private static final int BETWEEN = 9;

    private final Canvas canvas = new Canvas();
    private final int columns;
    private final int bands;
    private IntConsumer picked = neuron -> {};
    private Runnable hovered = () -> {};
    private Optional<MapsContent> content = Optional.empty();
    private String reading = "";

    /** Ready for one band of the maps that vary most, so many side by side. */
    public MapsView(int columns) {
        this(columns, 1);
    }

    /** Ready for this many maps side by side, in this many bands. */
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

    public void setOnPicked(IntConsumer consumer) {
        picked = consumer;
    }

    /** Sets what is called when {@link #reading} has changed. */
    public void setOnHovered(Runnable action) {
        hovered = action;
    }

    /** The values under the pointer, empty if it is elsewhere. */
    public String reading() {
        return reading;
    }

    /** The value of the strongest colour. */
    public float most() {
        return content.map(MapsContent::most).orElse(1f);
    }

    /**
     * Shows maps, unless they are those that are shown.
     *
     * @param made makes the content of the key
     */
    public void show(MapsContent.Key key, BiFunction<MapsContent.Key, Integer, MapsContent> made) {
        if (content.filter(c -> c.key().equals(key)).isPresent()) {
            return;
        }
        MapsContent next = made.apply(key, columns * bands);
        content = Optional.of(next);
        setAccessibleText(
                key.marked() < 0
                        ? Texts.text("ui.image.mapsOfShape", next.shape())
                        : Texts.text(
                                "ui.image.mapsWithNeuron",
                                next.shape(),
                                next.reading().apply(key.marked())));
        requestLayout();
    }

    /** Shows nothing. */
    public void clear() {
        content = Optional.empty();
        setAccessibleText(Texts.text("ui.image.noMaps"));
        requestLayout();
    }

    /** The values of all neurons of the layer. */
    Optional<ChartTable> table() {
        return content.map(c -> c.table().get());
    }

    private double cell(double width) {
        return Math.max(1, Math.floor((width - (columns - 1) * GAP) / columns));
    }

    private int rows() {
        return content.map(c -> c.rows().size()).orElse(1);
    }

    private double band(double cell) {
        return rows() * cell + (rows() - 1) * GAP + BETWEEN;
    }

    @Override
    protected double computePrefHeight(double width) {
        boolean vector = content.map(c -> c.shape().isVector()).orElse(false);
        int shown = content.map(c -> c.channels().size()).orElse(columns);
        int used = Math.max(1, (shown + columns - 1) / columns);
        return vector ? rows() * (BAR + GAP) - GAP : used * band(cell(width)) - BETWEEN;
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

    private void maps(GraphicsContext graphics, MapsContent shown) {
        double cell = cell(getWidth());
        Shape shape = shown.shape();
        int marked = shown.key().marked();
        for (int m = 0; m < shown.channels().size(); m++) {
            int channel = shown.channels().get(m);
            double x = m % columns * (cell + GAP);
            int band = m / columns;
            double y = band * band(cell);
            for (int r = 0; r < shown.rows().size(); r++) {
                MapsContent.Row row = shown.rows().get(r);
                WritableImage picture =
                        row.signed()
                                ? Pictures.difference(row.values(), shape, channel, shown.most())
                                : Pictures.heat(row.values(), shape, channel, shown.most());
                double top = y + r * (cell + GAP);
                // On whole pixels of the screen, or the edges of a map blur.
                double left = snapPositionX(x);
                double upper = snapPositionY(top);
                graphics.drawImage(
                        picture,
                        left,
                        upper,
                        snapPositionX(x + cell) - left,
                        snapPositionY(top + cell) - upper);
                if (marked >= 0 && marked % shape.channels() == channel) {
                    graphics.setStroke(row.signed() ? Color.GRAY : Color.WHITE);
                    frame(graphics, shape, marked / shape.channels(), x, top, cell);
                }
            }
        }
    }

    private static void frame(
            GraphicsContext graphics,
            Shape shape,
            int pixel,
            double left,
            double top,
            double cell) {
        double width = cell / shape.width();
        double height = cell / shape.height();
        int row = pixel / shape.width();
        graphics.setLineWidth(1);
        graphics.strokeRect(
                left + pixel % shape.width() * width - 1,
                top + row * height - 1,
                width + 2,
                height + 2);
    }

    private void bars(GraphicsContext graphics, MapsContent shown) {
        int n = shown.shape().size();
        double width = getWidth() / n;
        for (int r = 0; r < shown.rows().size(); r++) {
            MapsContent.Row row = shown.rows().get(r);
            for (int i = 0; i < n; i++) {
                float share = row.values()[i] / shown.most();
                int argb = row.signed() ? Pictures.signed(share) : Pictures.heat(share);
                graphics.setFill(
                        Color.rgb(
                                argb >> 16 & 255,
                                argb >> 8 & 255,
                                argb & 255,
                                (argb >>> 24) / 255.0));
                graphics.fillRect(i * width, r * (BAR + GAP), width + 0.5, BAR);
            }
        }
        int marked = shown.key().marked();
        if (marked >= 0) {
            graphics.setStroke(Color.GRAY);
            graphics.strokeRect(marked * width + 0.5, 0.5, Math.max(2, width - 1), getHeight() - 1);
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
        if (map >= content.get().channels().size() || row >= rows() || inX >= 1 || inY >= 1) {
            return Optional.empty();
        }
        int pixelY = (int) (inY * shape.height());
        int pixel = pixelY * shape.width() + (int) (inX * shape.width());
        return Optional.of(pixel * shape.channels() + content.get().channels().get(map));
    }

    /** Arrows go to the neuron beside, page keys to the same place in the next channel. */
    private void move(KeyEvent event) {
        if (content.isEmpty() || content.get().key().marked() < 0) {
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
        int neuron = content.get().key().marked() + by;
        if (by != 0 && !event.isShortcutDown()) {
            event.consume();
            if (neuron >= 0 && neuron < shape.size()) {
                picked.accept(neuron);
            }
        }
    }

    private void read(Optional<Integer> neuron) {
        reading = neuron.flatMap(n -> content.map(c -> c.reading().apply(n))).orElse("");
        hovered.run();
    }
}
