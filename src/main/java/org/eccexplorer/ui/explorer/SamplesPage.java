package org.eccexplorer.ui.explorer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.controlsfx.control.GridCell;
import org.controlsfx.control.GridView;
import org.controlsfx.control.SegmentedButton;
import org.eccexplorer.app.RunState;
import org.eccexplorer.dataset.LabelledImages;
import org.eccexplorer.measure.RunSnapshot;

/** All images, to choose one by class and by what the networks said, and a board to draw one. */
final class SamplesPage extends BorderPane implements Page {
    private static final int SIZE = 56;
    private static final String ALL = "all classes";

    private final ExplorerViewModel model;
    private final ObservableList<Integer> images = FXCollections.observableArrayList();
    private final ChoiceBox<String> classes = new ChoiceBox<>();
    private final ToggleButton all = new ToggleButton("All");
    private final ToggleButton wrong = new ToggleButton("SNN wrong");
    private final ToggleButton changed = new ToggleButton("Changed by conversion");
    private final ToggleButton cnnWrong = new ToggleButton("CNN wrong");
    private final Label count = new Label();
    private final Label none = new Label();
    private final GridView<Integer> grid = new GridView<>(images);
    private Optional<RunSnapshot> measured = Optional.empty();

    SamplesPage(Workbench bench) {
        model = bench.model();
        classes.getItems().add(ALL);
        for (int c = 0; c < model.experiment().model().network().outputShape().size(); c++) {
            classes.getItems().add(model.className(c));
        }
        classes.setValue(ALL);
        classes.setAccessibleText("class");
        all.setSelected(true);
        SegmentedButton filter = new SegmentedButton(all, wrong, cnnWrong, changed);
        count.getStyleClass().add("muted");
        HBox line = new HBox(10, classes, filter, count);
        line.getStyleClass().add("page-line");
        grid.setCellWidth(SIZE + 6);
        grid.setCellHeight(SIZE + 20);
        grid.setHorizontalCellSpacing(3);
        grid.setVerticalCellSpacing(3);
        grid.setCellFactory(view -> new Cell());
        grid.getStyleClass().add("samples");
        setTop(line);
        none.getStyleClass().add("nothing");
        setCenter(new StackPane(grid, none));
        setRight(drawing());
        classes.valueProperty().addListener(o -> filter());
        filter.getToggleGroup().selectedToggleProperty().addListener(o -> filter());
        filter();
    }

    private VBox drawing() {
        VBox right = new VBox(new DrawingBoard(model));
        right.setPadding(new Insets(0, 0, 0, 10));
        right.setMaxWidth(266);
        right.setPrefWidth(266);
        return right;
    }

    private final class Cell extends GridCell<Integer> {
        private final Button choose = new Button();
        private final ImageView picture = new ImageView();
        private final Label label = new Label();
        private final InvalidationListener chosen = o -> mark();

        Cell() {
            picture.setFitWidth(SIZE);
            picture.setFitHeight(SIZE);
            picture.setSmooth(false);
            label.getStyleClass().add("tiny");
            label.setMaxWidth(SIZE);
            choose.setGraphic(new VBox(picture, label));
            choose.getStyleClass().add("sample");
            choose.setOnAction(event -> {
                if (getItem() != null) {
                    model.selectSample(getItem());
                }
            });
            model.sampleProperty().addListener(new WeakInvalidationListener(chosen));
        }

        @Override
        protected void updateItem(Integer image, boolean empty) {
            super.updateItem(image, empty);
            if (empty || image == null) {
                setGraphic(null);
                return;
            }
            LabelledImages test = model.experiment().test();
            picture.setImage(Pictures.image(test.image(image), test.shape()));
            String name = test.labels().length == 0 ? "" : model.className(test.labels()[image]);
            String answer =
                    measured.filter(run -> image < run.images())
                            .map(run -> model.className(run.answers()[image][run.timesteps() - 1]))
                            .orElse(name);
            label.setText(answer.equals(name) ? name : "→ " + answer);
            choose.setAccessibleText("image %d, %s, SNN says %s".formatted(image, name, answer));
            choose.setTooltip(new Tooltip("%d · %s → %s".formatted(image, name, answer)));
            setGraphic(choose);
            mark();
        }

        private void mark() {
            choose.getStyleClass().remove("chosen-sample");
            if (getItem() != null && getItem() == model.sampleProperty().get().index()) {
                choose.getStyleClass().add("chosen-sample");
            }
        }
    }

    private void filter() {
        int[] labels = model.experiment().test().labels();
        int wanted = classes.getItems().indexOf(classes.getValue()) - 1;
        List<Integer> kept = new ArrayList<>();
        int reached = measured.map(RunSnapshot::images).orElse(0);
        int total = all.isSelected() ? model.experiment().test().count() : reached;
        for (int i = 0; i < total; i++) {
            boolean inClass = wanted < 0 || labels.length == 0 || labels[i] == wanted;
            if (inClass && (all.isSelected() || matches(measured.orElseThrow(), labels, i))) {
                kept.add(i);
            }
        }
        if (!kept.equals(images)) {
            images.setAll(kept);
        }
        count.setText("%,d images".formatted(kept.size()));
        none.setVisible(kept.isEmpty());
        none.setText(reached == 0 ? "No run has answered yet." : "No image is like this.");
    }

    private boolean matches(RunSnapshot run, int[] labels, int image) {
        int answer = run.answers()[image][run.timesteps() - 1];
        if (wrong.isSelected()) {
            return labels.length > 0 && answer != labels[image];
        }
        if (cnnWrong.isSelected()) {
            return labels.length > 0 && run.cnnAnswers()[image] != labels[image];
        }
        return !changed.isSelected() || answer != run.cnnAnswers()[image];
    }

    @Override
    public void refresh(List<RunState> shown, RunState focus) {
        boolean other = !measured.equals(focus.snapshot());
        measured = focus.snapshot();
        if (other && !(focus.isActive() && all.isSelected())) {
            filter();
        }
        if (other && !focus.isActive()) {
            images.setAll(List.copyOf(images));
        }
    }
}
