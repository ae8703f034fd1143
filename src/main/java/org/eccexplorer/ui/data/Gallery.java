package org.eccexplorer.ui.data;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.controlsfx.control.GridCell;
import org.controlsfx.control.GridView;
import org.eccexplorer.dataset.LabelledImages;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;
import org.eccexplorer.ui.chart.Pictures;
import org.eccexplorer.ui.fx.Background;
import org.eccexplorer.ui.fx.Choices;
import org.eccexplorer.ui.fx.Portions;
import org.eccexplorer.ui.fx.Shown;
import org.eccexplorer.ui.fx.TextSize;
import org.eccexplorer.ui.fx.Tips;
import org.eccexplorer.ui.state.ExplorerViewModel;
import org.jspecify.annotations.Nullable;

/** The first images of a data set, or of one of its classes; a click opens one. */
final class Gallery extends VBox {
    /** So many are decoded at a time. */
    static final int MAX_IMAGES = 60;

    /** So many are made in one pulse. */
    private static final int AT_ONCE = 20;

    private static final int SIZE = 56;
    private static final int MARGIN = 12;
    private static final double HEIGHT = 254;
    private static final String ALL = Texts.text("ui.data.allClasses");

    private final ExplorerViewModel model;
    private final LabelledImages images;
    private final IntConsumer open;
    private final ChoiceBox<String> classes = Choices.of(List.of(), name -> name);
    private final Label count = new Label();
    private final ObservableList<Tile> tiles = FXCollections.observableArrayList();
    private final Portions portions = new Portions(AT_ONCE);
    private int wish;

    /** An image as it is seen. */
    private record Tile(int index, Image picture) {}

    /**
     * The gallery, empty until {@link #fill}.
     *
     * @param open looks at the image of a number
     * @param more leads to all images
     */
    Gallery(ExplorerViewModel model, IntConsumer open, Runnable more) {
        super(8);
        this.model = model;
        this.open = open;
        images = model.experiment().test();
        getStyleClass().add("card");
        Label title = new Label(Texts.text("ui.data.gallery"));
        title.getStyleClass().add("card-title");
        title.setMinWidth(USE_PREF_SIZE);
        classes.getItems().add(ALL);
        for (int c = 0; c < model.experiment().model().network().outputShape().size(); c++) {
            classes.getItems().add(model.experiment().className(c));
        }
        classes.setValue(ALL);
        classes.setAccessibleText(Texts.text("ui.data.classShown"));
        classes.setTooltip(new Tooltip(Texts.text("ui.data.classMeaning")));
        classes.valueProperty().addListener(o -> fill());
        Shown.set(classes, images.labels().length > 0);
        count.getStyleClass().add("muted");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Hyperlink all = new Hyperlink(Texts.text("ui.data.allImages"));
        all.setMinWidth(USE_PREF_SIZE);
        all.setOnAction(event -> more.run());
        HBox line = new HBox(10, title, classes, count, space, all);
        line.getStyleClass().add("row");
        GridView<Tile> grid = new GridView<>(tiles);
        TextSize.scale(grid.cellWidthProperty(), grid, SIZE + MARGIN);
        TextSize.scale(grid.cellHeightProperty(), grid, SIZE + 24.0);
        grid.setHorizontalCellSpacing(0);
        grid.setVerticalCellSpacing(1);
        grid.setCellFactory(view -> new Cell());
        grid.getStyleClass().add("gallery");
        TextSize.scale(grid.minHeightProperty(), grid, HEIGHT);
        TextSize.scale(grid.prefHeightProperty(), grid, HEIGHT);
        setVgrow(grid, Priority.ALWAYS);
        getChildren().addAll(line, grid);
    }

    /** Shows only the images of a class. */
    void show(int label) {
        classes.getSelectionModel().select(label + 1);
    }

    /** Decodes the images to be shown off the FX thread; of several wishes the newest wins. */
    void fill() {
        int wanted = classes.getSelectionModel().getSelectedIndex() - 1;
        int mine = ++wish;
        Background.run(
                () -> tiles(wanted),
                found -> {
                    if (mine == wish) {
                        tiles.setAll(found);
                        say(wanted);
                    }
                },
                failure -> count.setText(String.valueOf(failure.getMessage())));
    }

    private List<Tile> tiles(int wanted) {
        List<Tile> found = new ArrayList<>();
        for (int i = 0; i < images.count() && found.size() < MAX_IMAGES; i++) {
            if (wanted < 0 || images.labels()[i] == wanted) {
                found.add(new Tile(i, Pictures.thumbnail(images.image(i), images.shape(), SIZE)));
            }
        }
        return found;
    }

    private void say(int wanted) {
        int total = 0;
        for (int label : images.labels()) {
            total += label == wanted ? 1 : 0;
        }
        int all = wanted < 0 ? images.count() : total;
        count.setText(
                all > MAX_IMAGES
                        ? Texts.text(
                                "ui.data.firstOf", Numbers.count(MAX_IMAGES), Numbers.count(all))
                        : Numbers.count(all));
    }

    /** What is in a cell is made in as many pulses as it takes for all that are in sight. */
    private final class Cell extends GridCell<Tile> {
        private final Button choose = new Button();
        private final ImageView picture = new ImageView();
        private final Label label = new Label();
        private @Nullable Tile shown;

        Cell() {
            label.getStyleClass().add("tiny");
            TextSize.scale(label.maxWidthProperty(), label, SIZE);
            VBox tile = new VBox(1, picture, label);
            tile.setAlignment(Pos.CENTER);
            choose.setGraphic(tile);
            choose.getStyleClass().add("sample");
            TextSize.scale(choose.prefWidthProperty(), choose, SIZE + MARGIN);
            choose.setOnAction(event -> {
                if (getItem() != null) {
                    open.accept(getItem().index());
                }
            });
        }

        @Override
        protected void updateItem(Tile tile, boolean empty) {
            super.updateItem(tile, empty);
            if (empty || tile == null) {
                setGraphic(null);
            } else if (shown == null) {
                portions.when(this::fill);
            } else {
                fill();
            }
        }

        private void fill() {
            Tile tile = getItem();
            if (tile == null) {
                return;
            }
            setGraphic(choose);
            if (tile.equals(shown)) {
                return;
            }
            shown = tile;
            picture.setImage(tile.picture());
            int[] labels = images.labels();
            String name =
                    labels.length == 0 ? "" : model.experiment().className(labels[tile.index()]);
            label.setText(name.isEmpty() ? Numbers.count(tile.index()) : name);
            String title = ImagesPage.title(tile.index(), name);
            choose.setAccessibleText(Texts.text("ui.data.lookAt", title));
            Tips.say(choose, title);
        }
    }
}
