package org.eccexplorer.ui.explorer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelWriter;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import org.eccexplorer.app.Experiment;
import org.eccexplorer.app.RunState;
import org.eccexplorer.dataset.LabelledImages;
import org.eccexplorer.measure.RunSnapshot;
import org.eccexplorer.tensor.Shape;

/** One image, its outputs in the focused run, and the way to the ones whose answer changed. */
final class SamplePane extends VBox {
    private static final int VOTES = 5;
    private static final int SIZE = 84;

    private final ExplorerViewModel model;
    private final Label heading = SettingsPane.heading("Sample");
    private final ImageView picture = new ImageView();
    private final GridPane votes = new GridPane();
    private final Label verdict = new Label();

    SamplePane(ExplorerViewModel model) {
        super(8);
        this.model = model;
        picture.setFitWidth(SIZE);
        picture.setFitHeight(SIZE);
        picture.setSmooth(false);
        votes.setHgap(6);
        votes.setVgap(3);
        HBox.setHgrow(votes, Priority.ALWAYS);
        verdict.setWrapText(true);
        verdict.getStyleClass().add("muted");
        Button before = new Button("‹");
        before.setTooltip(new Tooltip("Previous image"));
        before.setOnAction(event -> move(-1));
        Button after = new Button("›");
        after.setTooltip(new Tooltip("Next image"));
        after.setOnAction(event -> move(1));
        Button changed = new Button("Next changed answer");
        changed.setTooltip(new Tooltip("The next image on which CNN and SNN differ"));
        changed.setOnAction(event -> nextChanged());
        getChildren()
                .addAll(
                        heading,
                        new HBox(10, picture, votes),
                        verdict,
                        new HBox(6, before, after, changed));
    }

    private void move(int by) {
        int count = model.experiment().test().count();
        int next = Math.floorMod(model.selectedSampleProperty().get() + by, count);
        model.selectedSampleProperty().set(next);
    }

    private void nextChanged() {
        model.focusProperty()
                .get()
                .flatMap(RunState::snapshot)
                .ifPresent(run -> {
                    int from = model.selectedSampleProperty().get();
                    for (int i = 1; i <= run.images(); i++) {
                        int image = (from + i) % run.images();
                        if (answer(run, image) != run.cnnAnswers()[image]) {
                            model.selectedSampleProperty().set(image);
                            return;
                        }
                    }
                });
    }

    private static int answer(RunSnapshot run, int image) {
        return run.answers()[image][run.timesteps() - 1];
    }

    void refresh(RunState focus) {
        Experiment experiment = model.experiment();
        LabelledImages test = experiment.test();
        int index = model.selectedSampleProperty().get();
        String truth = test.labels().length == 0 ? "" : " · TRUTH: " + name(test.labels()[index]);
        heading.setText(("Sample " + index + truth).toUpperCase(Locale.ROOT));
        picture.setImage(image(test, index));
        votes.getChildren().clear();
        if (focus.snapshot().isEmpty() || index >= focus.snapshot().get().images()) {
            verdict.setText("Not reached yet in this run.");
            return;
        }
        RunSnapshot run = focus.snapshot().get();
        votes(run, index);
        int answer = answer(run, index);
        int cnn = run.cnnAnswers()[index];
        verdict.setText(
                "SNN: %s from t = %d on · CNN: %s"
                        .formatted(name(answer), run.finalFrom(index), name(cnn)));
    }

    private void votes(RunSnapshot run, int index) {
        int classes = run.outputs().length / run.images();
        List<Integer> order = new ArrayList<>();
        double most = 1e-9;
        for (int c = 0; c < classes; c++) {
            order.add(c);
            most = Math.max(most, run.outputs()[index * classes + c]);
        }
        order.sort(Comparator.comparingDouble((Integer c) -> -run.outputs()[index * classes + c]));
        for (int row = 0; row < Math.min(VOTES, classes); row++) {
            int c = order.get(row);
            double share = run.outputs()[index * classes + c] / most;
            Label label = new Label(name(c));
            label.getStyleClass().add("muted");
            label.setMinWidth(74);
            label.setMaxWidth(74);
            ProgressBar bar = new ProgressBar(Math.max(0, share));
            bar.getStyleClass().add(row == 0 ? "winner" : "vote");
            bar.setPrefWidth(80);
            votes.addRow(row, label, bar);
        }
    }

    private String name(int label) {
        List<String> names = model.experiment().classNames();
        return label < names.size() ? names.get(label) : String.valueOf(label);
    }

    private static WritableImage image(LabelledImages images, int index) {
        Shape shape = images.shape();
        float[] pixels = images.image(index);
        float low = 0;
        float high = 1e-9f;
        for (float pixel : pixels) {
            low = Math.min(low, pixel);
            high = Math.max(high, pixel);
        }
        WritableImage image = new WritableImage(shape.width(), shape.height());
        PixelWriter writer = image.getPixelWriter();
        for (int y = 0; y < shape.height(); y++) {
            for (int x = 0; x < shape.width(); x++) {
                int at = (y * shape.width() + x) * shape.channels();
                double red = (pixels[at] - low) / (high - low);
                boolean colour = shape.channels() >= 3;
                double green = colour ? (pixels[at + 1] - low) / (high - low) : red;
                double blue = colour ? (pixels[at + 2] - low) / (high - low) : red;
                writer.setColor(x, y, Color.color(red, green, blue));
            }
        }
        return image;
    }
}
