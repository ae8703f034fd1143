package org.eccexplorer.ui.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eccexplorer.ui.fx.FxThread.fx;
import static org.eccexplorer.ui.fx.FxThread.until;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.eccexplorer.app.live.ClosedFormCurve;
import org.eccexplorer.app.live.LiveRuns;
import org.eccexplorer.app.live.RunState;
import org.eccexplorer.app.open.Experiment;
import org.eccexplorer.app.run.Settings;
import org.eccexplorer.app.session.PageId;
import org.eccexplorer.app.session.SessionState;
import org.eccexplorer.app.session.ViewState;
import org.eccexplorer.convert.ConversionOptions;
import org.eccexplorer.ui.chart.ChartView;
import org.eccexplorer.ui.command.Command;
import org.eccexplorer.ui.fx.Answers;
import org.eccexplorer.ui.fx.FxThread;
import org.eccexplorer.ui.fx.KeyPress;
import org.eccexplorer.ui.fx.SceneNodes;
import org.eccexplorer.ui.state.ExplorerViewModel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is shown of a run or an image is its own, or is named as another's, or is not shown. */
class OldValuesTest {
    private static final int IMAGES = 20;
    private static final Settings SETTINGS = Settings.standard().withTimesteps(16);
    private static final int STOPPED = 1;
    private static final int WAITING = 2;

    private ExplorerViewModel model;
    private ExplorerView view;
    private Stage stage;

    @BeforeAll
    static void start() {
        FxThread.start();
    }

    private static RunState whole(Experiment experiment) throws Exception {
        BlockingQueue<RunState> states = new LinkedBlockingQueue<>();
        try (LiveRuns live = new LiveRuns(experiment, 0, states::add, failure -> {})) {
            live.start(SETTINGS, 0);
            RunState state = states.take();
            while (state.isActive()) {
                state = states.take();
            }
            return state;
        }
    }

    private static RunState without(int id, RunState.Phase phase) {
        return new RunState(
                id,
                id,
                "run " + id,
                SETTINGS.with(ConversionOptions.THETA, 0.1 * id),
                phase,
                ClosedFormCurve.none(),
                Optional.empty(),
                Optional.empty(),
                0);
    }

    /** A run with all images, one that was stopped before the first, and one that waits. */
    @BeforeEach
    void open() throws Exception {
        Experiment experiment = Experiment.sample("digits", IMAGES);
        model =
                new ExplorerViewModel(
                        new SessionState(
                                experiment,
                                SETTINGS,
                                Set.of(),
                                ViewState.first(),
                                List.of(whole(experiment))));
        fx(() -> {
            model.runs().all().addFirst(without(STOPPED, RunState.Phase.STOPPED));
            model.runs().all().addFirst(without(WAITING, RunState.Phase.CONVERTING));
            view = new ExplorerView(model, new Answers(), Surroundings.NONE);
            stage = new Stage();
            stage.setScene(new Scene(view, 1440, 900));
            stage.show();
        });
        focus(0);
        until(() -> {
            view.pulse();
            return view.isWhole()
                    && texts().stream().anyMatch(text -> text.startsWith("SNN at t = 16"));
        });
    }

    @AfterEach
    void close() throws Exception {
        fx(() -> stage.close());
        model.close();
    }

    private void focus(int id) throws Exception {
        fx(() -> {
            model.runs().all().stream()
                    .filter(run -> run.id() == id)
                    .findFirst()
                    .ifPresent(model.runs()::focus);
            view.repaint();
        });
    }

    private Set<Node> nodes() {
        view.applyCss();
        view.layout();
        Set<Node> nodes = new HashSet<>();
        SceneNodes.all(view, nodes);
        return nodes;
    }

    private List<String> texts() {
        return nodes().stream()
                .filter(node -> node instanceof Labeled && node.isVisible())
                .map(node -> String.valueOf(((Labeled) node).getText()))
                .toList();
    }

    private List<String> notes() throws Exception {
        return fx(() ->
                nodes().stream()
                        .filter(ChartView.class::isInstance)
                        .map(node -> ((ChartView) node).note())
                        .filter(note -> !note.isEmpty())
                        .toList());
    }

    @Test
    void aRunWithoutImagesShowsNoneOfAnothersFigures() throws Exception {
        assertThat(notes()).isEmpty();
        focus(STOPPED);
        String why = "run 1 has no images: it was stopped before the first.";
        assertThat(notes()).as("three charts, spikes and neuron").hasSize(5).containsOnly(why);
        assertThat(fx(this::texts))
                .contains(why)
                .noneMatch(text -> text.startsWith("SNN at t = 16"))
                .noneMatch(text -> text.startsWith("rate "));
        fx(() -> {
            view.commands().run(Command.ANSWERS);
            view.repaint();
        });
        assertThat(fx(this::texts)).contains(why).noneMatch(text -> text.contains("agree on"));
    }

    @Test
    void whileTheNewRunIsPreparedTheChartsOfTheOneBeforeAreNamedAsOld() throws Exception {
        focus(WAITING);
        assertThat(notes())
                .anyMatch(note ->
                        note.equals(
                                "Still ECC (all three) · T = 16 · 20 images.\n"
                                        + "run 2 is being converted …"));
        assertThat(
                        fx(() ->
                                nodes().stream()
                                        .filter(ChartView.class::isInstance)
                                        .filter(node -> ((ChartView) node).chart().isPresent())
                                        .count()))
                .isGreaterThanOrEqualTo(4);
        focus(0);
        assertThat(notes()).isEmpty();
    }

    @Test
    void votesOfAnotherImageAreNeverShownAsThoseOfTheChosenOne() throws Exception {
        for (int i = 1; i <= 10; i++) {
            int image = i;
            fx(() -> {
                view.commands().run(Command.NEXT_IMAGE);
                view.repaint();
                List<String> shown = texts();
                assertThat(shown).anyMatch(text -> text.startsWith("IMAGE " + image + " "));
                boolean known =
                        model.runs()
                                .focusProperty()
                                .get()
                                .flatMap(model.selection()::trace)
                                .isPresent();
                if (!known) {
                    assertThat(shown)
                            .noneMatch(text -> text.startsWith("SNN at t = "))
                            .anyMatch(text -> text.contains("Looking at image " + image));
                }
            });
        }
        until(() -> {
            view.pulse();
            return texts().stream().anyMatch(text -> text.startsWith("SNN at t = 16"));
        });
        assertThat(notes()).isEmpty();
    }

    @Test
    void theTimeBarCountsAtTheChosenTimestep() throws Exception {
        for (int t : new int[] {1, 3, 16}) {
            fx(() -> {
                model.playback().goTo(t);
                view.repaint();
            });
            long changed = model.runs().measures().orElseThrow().changedAnswers(t).size();
            assertThat(fx(this::texts)).contains(changed + " changed at t = " + t + " ›");
        }
    }

    @Test
    void theKeysOfImagesWorkWhileATableHasTheKeyboard() throws Exception {
        fx(() -> {
            view.commands().run(Command.turningTo(PageId.RUNS));
            view.repaint();
            Node table =
                    nodes().stream().filter(TableView.class::isInstance).findFirst().orElseThrow();
            table.requestFocus();
            table.fireEvent(KeyPress.withControl(KeyCode.RIGHT));
        });
        assertThat(fx(() -> model.selection().imageProperty().get().index())).isEqualTo(1);
    }

    @Test
    void aComparisonBeginsWithTheFocusedRunAndSaysWhatTheOtherLacks() throws Exception {
        focus(STOPPED);
        fx(() -> {
            view.commands().run(Command.COMPARE);
            view.repaint();
        });
        assertThat(model.currentPage().firstComparedProperty().get()).isEqualTo(STOPPED);
        assertThat(model.currentPage().secondComparedProperty().get()).isZero();
        assertThat(fx(this::texts))
                .contains("A: run 1 has no images: it was stopped before the first.")
                .contains("A and B: no answers yet")
                .noneMatch(text -> text.contains("no such layer"));
    }

    @Test
    void withOneRunAComparisonOffersAnother() throws Exception {
        fx(() -> {
            for (RunState run : List.copyOf(model.runs().all())) {
                if (run.id() != 0) {
                    model.runs().all().remove(run);
                }
            }
            view.commands().run(Command.COMPARE);
            view.repaint();
        });
        assertThat(fx(this::texts))
                .anyMatch(text -> text.startsWith("A comparison needs two runs. So far there is"))
                .contains("Run CN + CMB", "Run none");
    }
}
