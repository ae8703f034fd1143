package org.eccexplorer.ui.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eccexplorer.ui.fx.FxThread.fx;
import static org.eccexplorer.ui.fx.FxThread.until;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.controlsfx.control.GridView;
import org.eccexplorer.app.open.Experiment;
import org.eccexplorer.app.open.LoadedModel;
import org.eccexplorer.app.run.Settings;
import org.eccexplorer.app.session.PageId;
import org.eccexplorer.app.session.SessionState;
import org.eccexplorer.dataset.LabelledImages;
import org.eccexplorer.ui.fx.Answers;
import org.eccexplorer.ui.fx.FxThread;
import org.eccexplorer.ui.fx.SceneNodes;
import org.eccexplorer.ui.state.ExplorerViewModel;
import org.eccexplorer.ui.window.ExplorerView;
import org.eccexplorer.ui.window.Surroundings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The page on the images, in a window off the screen. */
class DataPageTest {
    private ExplorerViewModel model;
    private ExplorerView view;
    private Stage stage;

    @BeforeAll
    static void start() {
        FxThread.start();
    }

    /** The bundled images, of which no class but the first three is left. */
    @BeforeEach
    void open() throws Exception {
        Experiment sample = Experiment.sample("fashion-mnist", 400);
        LabelledImages test = sample.test();
        List<Integer> kept = new ArrayList<>();
        for (int i = 0; i < test.count(); i++) {
            if (test.labels()[i] < 3) {
                kept.add(i);
            }
        }
        int size = test.shape().size();
        float[] pixels = new float[kept.size() * size];
        for (int i = 0; i < kept.size(); i++) {
            System.arraycopy(test.image(kept.get(i)), 0, pixels, i * size, size);
        }
        int[] labels = kept.stream().mapToInt(i -> test.labels()[i]).toArray();
        LoadedModel loaded = sample.model();
        LabelledImages few =
                new LabelledImages("few", test.shape(), pixels, labels, sample.classNames(), false);
        model =
                new ExplorerViewModel(
                        SessionState.of(
                                new Experiment(
                                        loaded,
                                        few,
                                        sample.calibration(),
                                        "few",
                                        "calibration",
                                        sample.classNames(),
                                        List.of("a warning"),
                                        List.of()),
                                Settings.standard().withTimesteps(4),
                                Set.of()));
        fx(() -> {
            view = new ExplorerView(model, new Answers(), Surroundings.NONE);
            stage = new Stage();
            stage.setScene(new Scene(view, 1440, 900));
            stage.show();
            model.runs().start();
            model.currentPage().show(PageId.DATA);
        });
        until(() -> {
            view.pulse();
            return find(view, Gallery.class) != null && tiles() > 0;
        });
    }

    @AfterEach
    void close() throws Exception {
        fx(() -> stage.close());
        model.close();
    }

    private Gallery gallery() {
        return Objects.requireNonNull((Gallery) find(view, Gallery.class));
    }

    private int tiles() {
        GridView<?> grid = (GridView<?>) Objects.requireNonNull(find(gallery(), GridView.class));
        return FXCollections.unmodifiableObservableList(grid.getItems()).size();
    }

    private static Node find(Node node, Class<?> type) {
        List<Node> all = new ArrayList<>();
        SceneNodes.all(node, all);
        return all.stream().filter(type::isInstance).findFirst().orElse(null);
    }

    private List<String> words() throws Exception {
        return fx(() -> {
            view.applyCss();
            view.layout();
            List<Node> all = new ArrayList<>();
            SceneNodes.all(view, all);
            return all.stream()
                    .filter(Label.class::isInstance)
                    .map(node -> ((Label) node).getText())
                    .toList();
        });
    }

    private List<Button> pictures() throws Exception {
        return fx(() -> {
            view.applyCss();
            view.layout();
            List<Node> all = new ArrayList<>();
            SceneNodes.all(gallery(), all);
            return all.stream()
                    .filter(Button.class::isInstance)
                    .filter(node -> node.getAccessibleText() != null)
                    .map(Button.class::cast)
                    .toList();
        });
    }

    private Button picture(int index) throws Exception {
        String name = "Show Image %d,".formatted(index);
        return pictures().stream()
                .filter(picture -> picture.getAccessibleText().startsWith(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theFirstImagesAreShownWithTheirClasses() throws Exception {
        assertThat(tiles()).isEqualTo(Gallery.MAX_IMAGES);
        int count = model.experiment().test().count();
        assertThat(words()).contains("the first 60 of " + count);
        String first = model.experiment().className(model.experiment().test().labels()[0]);
        assertThat(picture(0).getAccessibleText()).isEqualTo("Show Image 0, " + first);
    }

    @Test
    void onlyOneClassIsShown() throws Exception {
        fx(() -> gallery().show(2));
        long expected = 0;
        for (int label : model.experiment().test().labels()) {
            expected += label == 2 ? 1 : 0;
        }
        String count = String.valueOf(expected);
        until(() -> words().contains(count));
        assertThat(tiles()).isEqualTo((int) expected);
        assertThat(pictures())
                .isNotEmpty()
                .allSatisfy(picture ->
                        assertThat(picture.getAccessibleText())
                                .contains(model.experiment().className(2)));
        fx(() -> gallery().show(9));
        until(() -> tiles() == 0);
    }

    @Test
    void aClickLooksAtTheImage() throws Exception {
        Button third = picture(3);
        fx(() -> third.fire());
        assertThat(model.selection().imageProperty().get().index()).isEqualTo(3);
        assertThat(model.currentPage().idProperty().get()).isEqualTo(PageId.IMAGE);
    }

    @Test
    void valuesAndWarningsStandBesideThem() throws Exception {
        until(() -> words().contains("0.000 to 1.000"));
        assertThat(words()).contains("7 classes have no images.", "a warning");
    }
}
