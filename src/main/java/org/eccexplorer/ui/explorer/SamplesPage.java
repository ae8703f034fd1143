package org.eccexplorer.ui.explorer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Insets;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.ImageView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
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
    private final Label count = new Label();

    SamplesPage(Workbench bench) {
        model = bench.model();
        classes.getItems().add(ALL);
        classes.getItems().addAll(model.experiment().classNames());
        classes.setValue(ALL);
        classes.setAccessibleText("class");
        all.setSelected(true);
        SegmentedButton filter = new SegmentedButton(all, wrong, changed);
        count.getStyleClass().add("muted");
        HBox line = new HBox(10, classes, filter, count);
        line.getStyleClass().add("page-line");
        GridView<Integer> grid = new GridView<>(images);
        grid.setCellWidth(SIZE);
        grid.setCellHeight(SIZE + 14);
        grid.setHorizontalCellSpacing(6);
        grid.setVerticalCellSpacing(6);
        grid.setCellFactory(view -> new Cell());
        grid.getStyleClass().add("samples");
        setTop(line);
        setCenter(grid);
        setRight(drawing());
        classes.valueProperty().addListener(o -> filter());
        filter.getToggleGroup().selectedToggleProperty().addListener(o -> filter());
        filter();
    }

    private VBox drawing() {
        VBox right = new VBox(new DrawingBoard(model));
        right.setPadding(new Insets(0, 0, 0, 10));
        return right;
    }

    private final class Cell extends GridCell<Integer> {
        private final ImageView picture = new ImageView();
        private final Label label = new Label();

        Cell() {
            picture.setFitWidth(SIZE);
            picture.setFitHeight(SIZE);
            picture.setSmooth(false);
            label.getStyleClass().add("tiny");
            label.setMaxWidth(SIZE);
            setGraphic(new VBox(picture, label));
            setOnMouseClicked(event -> {
                if (getItem() != null) {
                    model.selectSample(getItem());
                }
            });
        }

        @Override
        protected void updateItem(Integer image, boolean empty) {
            super.updateItem(image, empty);
            if (empty || image == null) {
                picture.setImage(null);
                label.setText("");
                return;
            }
            LabelledImages test = model.experiment().test();
            picture.setImage(Pictures.image(test.image(image), test.shape()));
            String name = test.labels().length == 0 ? "" : model.className(test.labels()[image]);
            label.setText(name);
            setAccessibleText("image " + image + " " + name);
        }
    }

    private void filter() {
        Optional<RunSnapshot> run = model.measures();
        int[] labels = model.experiment().test().labels();
        int wanted = classes.getItems().indexOf(classes.getValue()) - 1;
        List<Integer> kept = new ArrayList<>();
        int reached = run.map(RunSnapshot::images).orElse(0);
        int total = all.isSelected() ? model.experiment().test().count() : reached;
        for (int i = 0; i < total; i++) {
            boolean inClass = wanted < 0 || labels.length == 0 || labels[i] == wanted;
            if (inClass && (all.isSelected() || matches(run.orElseThrow(), labels, i))) {
                kept.add(i);
            }
        }
        if (!kept.equals(images)) {
            images.setAll(kept);
        }
        count.setText("%,d images".formatted(kept.size()));
    }

    private boolean matches(RunSnapshot run, int[] labels, int image) {
        int answer = run.answers()[image][run.timesteps() - 1];
        if (wrong.isSelected()) {
            return labels.length > 0 && answer != labels[image];
        }
        return !changed.isSelected() || answer != run.cnnAnswers()[image];
    }

    @Override
    public void refresh(List<RunState> shown, RunState focus) {
        if (!all.isSelected()) {
            filter();
        }
    }
}
