package org.eccexplorer.ui.explorer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import org.eccexplorer.app.RunState;
import org.eccexplorer.app.SampleInspection;
import org.eccexplorer.tensor.Shape;
import org.eccexplorer.ui.fx.Background;

/**
 * The most varied feature maps of the selected layer for the selected image: the CNN's activation
 * above, the firing rate below, in one colour scale.
 */
final class FeatureMapsPane extends VBox {
    private static final int MAPS = 6;
    private static final int WIDTH = 258;
    private static final int GAP = 3;
    private static final Color LOW = Color.rgb(24, 30, 74);
    private static final Color HIGH = Color.rgb(255, 183, 94);

    private final ExplorerViewModel model;
    private final Label heading = SettingsPane.heading("Feature maps");
    private final Canvas canvas = new Canvas(WIDTH, 1);
    private final Label caption = new Label();
    private Optional<SampleInspection> inspection = Optional.empty();

    /** What is being computed or shown, so that nothing is computed twice. */
    private String wanted = "";

    FeatureMapsPane(ExplorerViewModel model) {
        super(6);
        this.model = model;
        caption.getStyleClass().add("muted");
        canvas.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        Tooltip.install(
                canvas,
                new Tooltip(
                        "Above: CNN activation; below: firing rate; both in units of the scale"));
        getChildren().addAll(heading, canvas, caption);
    }

    void refresh(RunState focus) {
        int image = model.selectedSampleProperty().get();
        String key = focus.id() + "/" + image;
        if (focus.network().isPresent() && !key.equals(wanted)) {
            wanted = key;
            compute(focus, image, key);
        }
        paint();
    }

    private void compute(RunState focus, int image, String key) {
        Background.run(
                () ->
                        SampleInspection.of(
                                model.experiment().model().cnn(),
                                focus.network().orElseThrow(),
                                model.experiment().test(),
                                image,
                                focus.settings().timesteps()),
                result -> {
                    // The newest wish wins; an older answer that comes late is dropped.
                    if (key.equals(wanted)) {
                        inspection = Optional.of(result);
                        paint();
                    }
                },
                failure -> caption.setText(String.valueOf(failure.getMessage())));
    }

    private void paint() {
        int layer = model.selectedLayerProperty().get();
        if (inspection.isEmpty() || layer >= inspection.get().rates().size()) {
            return;
        }
        SampleInspection shown = inspection.get();
        Shape shape = shown.network().layers().get(layer).shape();
        float[] activations = shown.activations().get(layer);
        float[] rates = shown.rates().get(layer);
        int cell = (WIDTH - (MAPS - 1) * GAP) / MAPS;
        boolean vector = shape.isVector();
        canvas.setHeight(vector ? 48 : 2 * cell + GAP);
        GraphicsContext graphics = canvas.getGraphicsContext2D();
        graphics.clearRect(0, 0, WIDTH, canvas.getHeight());
        float most = 1e-6f;
        for (int i = 0; i < rates.length; i++) {
            most = Math.max(most, Math.max(activations[i], rates[i]));
        }
        if (vector) {
            bars(graphics, activations, 0, most);
            bars(graphics, rates, 26, most);
        } else {
            List<Integer> channels = mostVaried(activations, shape.channels());
            for (int m = 0; m < channels.size(); m++) {
                double x = m * (cell + GAP);
                map(graphics, activations, shape, channels.get(m), x, 0, cell, most);
                map(graphics, rates, shape, channels.get(m), x, cell + GAP, cell, most);
            }
        }
        caption.setText("above CNN, below SNN · 0 to %.2g".formatted(most));
        canvas.setAccessibleText(heading.getText() + ", " + caption.getText());
    }

    /** The maps that vary most over the image: those that see something in it. */
    private static List<Integer> mostVaried(float[] values, int channels) {
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
        return order.subList(0, Math.min(MAPS, channels));
    }

    private static void map(
            GraphicsContext graphics,
            float[] values,
            Shape shape,
            int channel,
            double left,
            double top,
            double size,
            float most) {
        WritableImage image = new WritableImage(shape.width(), shape.height());
        for (int y = 0; y < shape.height(); y++) {
            for (int x = 0; x < shape.width(); x++) {
                float value = values[(y * shape.width() + x) * shape.channels() + channel];
                image.getPixelWriter().setColor(x, y, colour(value / most));
            }
        }
        graphics.setImageSmoothing(false);
        graphics.drawImage(image, left, top, size, size);
    }

    private static void bars(GraphicsContext graphics, float[] values, double top, float most) {
        double width = (double) WIDTH / values.length;
        for (int i = 0; i < values.length; i++) {
            graphics.setFill(colour(values[i] / most));
            graphics.fillRect(i * width, top, width + 0.5, 22);
        }
    }

    private static Color colour(double share) {
        return LOW.interpolate(HIGH, Math.sqrt(Math.min(1, Math.max(0, share))));
    }
}
