package org.eccexplorer.ui.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.controlsfx.control.GridCell;
import org.controlsfx.control.GridView;
import org.controlsfx.control.SearchableComboBox;
import org.controlsfx.control.SegmentedButton;
import org.eccexplorer.dataset.LabelledImages;
import org.eccexplorer.figures.chart.Confusion;
import org.eccexplorer.measure.RunSnapshot;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;
import org.eccexplorer.ui.chart.Pictures;
import org.eccexplorer.ui.desk.Page;
import org.eccexplorer.ui.desk.Workbench;
import org.eccexplorer.ui.fx.Late;
import org.eccexplorer.ui.fx.LiveScroll;
import org.eccexplorer.ui.fx.Portions;
import org.eccexplorer.ui.fx.Shown;
import org.eccexplorer.ui.fx.TextSize;
import org.eccexplorer.ui.fx.Tips;
import org.eccexplorer.ui.state.ExplorerViewModel;
import org.eccexplorer.ui.state.Viewed;
import org.jspecify.annotations.Nullable;

/** All images, to choose one by class and by what the networks said, and a board to draw one. */
public final class ImagesPage extends Page {
    private static final int SIZE = 56;

    /** Of the names below an image: the class, and another answer. */
    private static final double NAMES = 31;

    /** Images that are made in one pulse: two lines in a window of the usual size. */
    private static final int AT_ONCE = 24;

    private static final String ALL = Texts.text("ui.data.allClasses");

    private final ExplorerViewModel model;
    private final ObservableList<Integer> images = FXCollections.observableArrayList();
    private final SearchableComboBox<String> classes = new SearchableComboBox<>();
    private final ToggleButton all = new ToggleButton(Texts.text("ui.data.all"));
    private final ToggleButton wrong = new ToggleButton(Texts.text("ui.data.snnWrong"));
    private final ToggleButton changed = new ToggleButton(Texts.text("ui.data.changed"));
    private final ToggleButton cnnWrong = new ToggleButton(Texts.text("ui.data.cnnWrong"));
    private final Button chip = new Button();
    private final Label count = new Label();
    private final Label none = new Label();
    private final Portions portions = new Portions(AT_ONCE);
    private final GridView<Integer> grid = new GridView<>(images);
    private final IntegerProperty answersAt = new SimpleIntegerProperty();
    private Optional<RunSnapshot> measured = Optional.empty();
    private int timestep;

    public ImagesPage(Workbench bench) {
        model = bench.model();
        classes.getItems().add(ALL);
        for (int c = 0; c < model.experiment().model().network().outputShape().size(); c++) {
            classes.getItems().add(model.experiment().className(c));
        }
        classes.setValue(ALL);
        classes.setAccessibleText(Texts.text("ui.data.classShown"));
        all.setSelected(true);
        SegmentedButton filter = new SegmentedButton(all, wrong, cnnWrong, changed);
        count.getStyleClass().add("muted");
        chip.getStyleClass().add("filter-chip");
        chip.setTooltip(new Tooltip(Texts.text("ui.data.showOthers")));
        chip.setOnAction(event -> model.currentPage().confusionProperty().set(Optional.empty()));
        HBox cell = new HBox(10, chip, count);
        cell.getStyleClass().add("row");
        FlowPane line = new FlowPane(10, 6, classes, filter, cell);
        line.getStyleClass().add("filter-line");
        for (Region whole : List.of(all, wrong, cnnWrong, changed, chip, count)) {
            whole.setMinWidth(USE_PREF_SIZE);
        }
        TextSize.scale(grid.cellWidthProperty(), grid, SIZE + 6.0);
        TextSize.scale(grid.cellHeightProperty(), grid, SIZE + NAMES);
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
        model.currentPage()
                .confusionProperty()
                .addListener((property, before, now) -> {
                    if (now.isPresent()) {
                        classes.setValue(ALL);
                        all.setSelected(true);
                    }
                    filter();
                });
        filter();
    }

    private ScrollPane drawing() {
        VBox right = new VBox(new DrawingBoard(model));
        TextSize.width(right, 256);
        ScrollPane scroll = new LiveScroll(right);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("page-scroll");
        BorderPane.setMargin(scroll, new Insets(0, 0, 0, 10));
        return scroll;
    }

    /** What is in a cell is made in as many pulses as it takes for all that are in sight. */
    private final class Cell extends GridCell<Integer> {
        private final Late<Thumb> thumb = new Late<>(() -> new Thumb(this));

        @Override
        protected void updateItem(Integer image, boolean empty) {
            super.updateItem(image, empty);
            if (empty || image == null) {
                setGraphic(null);
            } else if (thumb.made().isPresent()) {
                fill();
            } else {
                portions.when(this::fill);
            }
        }

        private void fill() {
            Integer image = getItem();
            if (image != null) {
                thumb.get().show(image);
                setGraphic(thumb.get().choose);
            }
        }
    }

    /** An image to be chosen, its class, and another answer. */
    private final class Thumb {
        private final Button choose = new Button();
        private final ImageView picture = new ImageView();
        private final Label label = new Label();
        private final Label instead = new Label();
        private final Cell cell;
        private int shown = -1;
        private @Nullable LabelledImages of;
        private final InvalidationListener chosen = o -> mark();
        private final InvalidationListener answered = o -> label();

        Thumb(Cell cell) {
            this.cell = cell;
            label.getStyleClass().add("tiny");
            TextSize.scale(label.maxWidthProperty(), label, SIZE);
            instead.getStyleClass().addAll("tiny", "warning");
            TextSize.scale(instead.maxWidthProperty(), instead, SIZE);
            choose.setGraphic(new VBox(picture, label, instead));
            choose.getStyleClass().add("sample");
            choose.setOnAction(event -> {
                if (cell.getItem() != null) {
                    model.selection().selectImage(cell.getItem());
                }
            });
            model.selection().imageProperty().addListener(new WeakInvalidationListener(chosen));
            answersAt.addListener(new WeakInvalidationListener(answered));
        }

        /** JavaFX asks for the same again whenever it lays cells out. */
        void show(int image) {
            LabelledImages test = model.experiment().test();
            if (image == shown && test.equals(of)) {
                return;
            }
            shown = image;
            of = test;
            picture.setImage(Pictures.thumbnail(test.image(image), test.shape(), SIZE));
            label();
            mark();
        }

        private void label() {
            Integer image = cell.getItem();
            if (image == null) {
                return;
            }
            int[] labels = model.experiment().test().labels();
            String name = labels.length == 0 ? "" : model.experiment().className(labels[image]);
            String title = title(image, name);
            Optional<String> answer =
                    measured.filter(run -> image < run.images())
                            .map(run -> model.experiment().className(answer(run, image)));
            label.setText(name);
            instead.setText(
                    answer.filter(said -> !said.equals(name))
                            .map(said -> Texts.text("ui.data.saidInstead", said))
                            .orElse(""));
            String whole =
                    answer.map(said -> Texts.text("ui.data.answered", title, said)).orElse(title);
            choose.setAccessibleText(whole);
            Tips.say(choose, whole);
        }

        private void mark() {
            choose.getStyleClass().remove("chosen-sample");
            Integer image = cell.getItem();
            if (image != null && image == model.selection().imageProperty().get().index()) {
                choose.getStyleClass().add("chosen-sample");
            }
        }
    }

    /** An image by its number, and by its class if that is known. */
    static String title(int image, String name) {
        return name.isEmpty()
                ? Texts.text("ui.data.image", Numbers.count(image))
                : Texts.text("ui.data.imageOfClass", Numbers.count(image), name);
    }

    /** What the SNN says at the selected timestep. */
    private int answer(RunSnapshot run, int image) {
        return run.answers()[image][run.knownUpTo(timestep) - 1];
    }

    private void filter() {
        int[] labels = model.experiment().test().labels();
        Optional<Confusion> cell = model.currentPage().confusionProperty().get();
        name(cell);
        int wanted = classes.getItems().indexOf(classes.getValue()) - 1;
        int reached = measured.map(RunSnapshot::images).orElse(0);
        boolean every = all.isSelected() && cell.isEmpty();
        int total = every ? model.experiment().test().count() : reached;
        if (every && wanted < 0 && total > 0 && images.size() == total) {
            return; // all of them are shown already
        }
        List<Integer> kept = new ArrayList<>();
        for (int i = 0; i < total; i++) {
            boolean inClass = wanted < 0 || labels.length == 0 || labels[i] == wanted;
            if (inClass && (every || matches(measured.orElseThrow(), labels, cell, i))) {
                kept.add(i);
            }
        }
        if (!kept.equals(images)) {
            images.setAll(kept);
        }
        count.setText(Texts.counted("ui.data.count", kept.size()));
        none.setVisible(kept.isEmpty());
        none.setText(Texts.text(reached == 0 ? "ui.data.noAnswers" : "ui.data.noImages"));
    }

    /** Says on the chip which cell of the confusion matrix is shown. */
    private void name(Optional<Confusion> cell) {
        Shown.set(chip, cell.isPresent());
        boolean labelled = model.experiment().test().labels().length > 0;
        cell.ifPresent(c -> {
            String truth = model.experiment().className(c.truth());
            String answer = model.experiment().className(c.answer());
            chip.setText(Texts.text(labelled ? "ui.data.chip" : "ui.data.cnnChip", truth, answer));
            chip.setAccessibleText(
                    Texts.text(
                            labelled ? "ui.data.chipMeaning" : "ui.data.cnnChipMeaning",
                            truth,
                            answer));
        });
    }

    private boolean matches(RunSnapshot run, int[] labels, Optional<Confusion> cell, int image) {
        int answer = answer(run, image);
        int cnn = run.cnnAnswers()[image];
        int truth = labels.length == 0 ? cnn : labels[image];
        if (cell.isPresent() && !cell.get().equals(new Confusion(truth, answer))) {
            return false;
        }
        if (wrong.isSelected()) {
            return labels.length > 0 && answer != truth;
        }
        if (cnnWrong.isSelected()) {
            return labels.length > 0 && cnn != truth;
        }
        return !changed.isSelected() || answer != cnn;
    }

    @Override
    public void refresh(Viewed viewed) {
        int t = viewed.timestep();
        if (t != timestep || !measured.equals(viewed.focus().snapshot())) {
            timestep = t;
            measured = viewed.focus().snapshot();
            filter();
            answersAt.set(answersAt.get() + 1);
        }
    }
}
