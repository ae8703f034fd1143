package org.eccexplorer.ui.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eccexplorer.ui.fx.FxThread.fx;
import static org.eccexplorer.ui.fx.FxThread.until;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import javafx.stage.Stage;
import org.eccexplorer.app.lesson.Curve;
import org.eccexplorer.app.lesson.LessonState;
import org.eccexplorer.app.open.Experiment;
import org.eccexplorer.app.session.PageId;
import org.eccexplorer.lesson.Control;
import org.eccexplorer.lesson.Lesson;
import org.eccexplorer.lesson.Question;
import org.eccexplorer.lesson.ShippedLessons;
import org.eccexplorer.plot.Chart;
import org.eccexplorer.plot.Tint;
import org.eccexplorer.text.Texts;
import org.eccexplorer.ui.chart.ChartView;
import org.eccexplorer.ui.command.Command;
import org.eccexplorer.ui.fx.Answers;
import org.eccexplorer.ui.fx.Background;
import org.eccexplorer.ui.fx.FxThread;
import org.eccexplorer.ui.fx.KeyPress;
import org.eccexplorer.ui.lesson.LessonPane;
import org.eccexplorer.ui.lesson.LessonScreen;
import org.eccexplorer.ui.state.ExplorerViewModel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lessons in the real window: each is gone through by its controls, to its end. */
class LessonsTest {
    @TempDir private Path folder = Path.of("");

    private final Answers answers = new Answers();
    private OpenWindow window;
    private Scene scene;

    @BeforeAll
    static void start() {
        FxThread.start();
    }

    @BeforeEach
    void open() throws Exception {
        Experiment sample = Experiment.sample("digits", 8);
        scene = fx(() -> new Scene(new Group(), 1000, 700));
        window =
                fx(() ->
                        new OpenWindow(scene, answers, folder.resolve("preferences.json"), sample));
    }

    @AfterEach
    void close() throws Exception {
        fx(() -> {
            window.lessons().close();
            window.model().close();
        });
        Background.finishSaving(Duration.ofSeconds(10));
    }

    private LessonScreen screen() {
        return window.lessons().screen().orElseThrow();
    }

    private LessonPane pane() {
        return screen().lesson().orElseThrow();
    }

    private LessonState state() {
        return pane().state();
    }

    private <T extends Node> List<T> all(Class<T> kind) {
        List<T> found = new ArrayList<>();
        scene.getRoot().applyCss();
        collect(scene.getRoot(), kind, found);
        return found;
    }

    private static <T extends Node> void collect(Node node, Class<T> kind, List<T> found) {
        if (kind.isInstance(node) && node.isVisible()) {
            found.add(kind.cast(node));
        }
        if (node instanceof ScrollPane scroll && scroll.getContent() != null) {
            collect(scroll.getContent(), kind, found);
        } else if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, kind, found));
        }
    }

    private Button button(String text) {
        return all(Button.class).stream()
                .filter(button -> button.getText().equals(text))
                .findFirst()
                .orElseThrow();
    }

    /** A chart, also one that is scrolled and not laid out yet. */
    private ChartView view(String id) {
        return all(ChartView.class).stream()
                .filter(view -> id.equals(view.getId()))
                .findFirst()
                .orElseThrow();
    }

    private void press(KeyCode code) {
        Node owner = scene.getFocusOwner();
        Node target = owner == null || owner.getScene() == null ? scene.getRoot() : owner;
        target.fireEvent(KeyPress.of(code));
    }

    /** A key that is pressed and let go where the keyboard is. */
    private void key(KeyCode code) {
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        press(code);
        Node owner = scene.getFocusOwner();
        if (owner != null) {
            owner.fireEvent(
                    new KeyEvent(KeyEvent.KEY_RELEASED, "", "", code, false, false, false, false));
        }
    }

    /** Goes on by the tabulator until the keyboard is there. */
    private void tabTo(Predicate<Node> wanted) {
        for (int i = 0; i < 60; i++) {
            Node owner = scene.getFocusOwner();
            if (owner != null && wanted.test(owner)) {
                return;
            }
            key(KeyCode.TAB);
        }
        throw new AssertionError("out of reach of the keyboard; it is at " + scene.getFocusOwner());
    }

    /** By keys alone, as without a pointer. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void everyLessonIsDrivenToItsEnd(int number) throws Exception {
        fx(() -> window.view().commands().run(Command.LEARN));
        fx(() -> {
            tabTo(node -> ("lesson-" + number).equals(node.getId()));
            key(KeyCode.SPACE);
        });
        Lesson lesson = ShippedLessons.lesson(number);
        for (int p = 0; p < lesson.pages().size(); p++) {
            int page = p;
            assertThat(fx(() -> state().pageIndex())).isEqualTo(page);
            computed();
            for (String task : lesson.pages().get(p).tasks()) {
                assertThat(fx(() -> state().isDone(task))).as(task).isFalse();
                if (lesson.checks().containsKey(task)) {
                    reach(task);
                } else if (lesson.question(task) instanceof Question.Choice choice) {
                    choose(task, choice);
                } else {
                    draw(task);
                }
                assertThat(fx(() -> state().isDone(task))).as(task).isTrue();
            }
            boolean last = p == lesson.pages().size() - 1;
            if (!last) {
                fx(() -> key(KeyCode.PAGE_DOWN));
                assertThat(fx(() -> scene.getFocusOwner())).isSameAs(pane());
            }
        }
        String id = String.valueOf(number);
        assertThat(window.preferences().done(id))
                .containsExactlyInAnyOrderElementsOf(lesson.tasks());
        lesson.checks()
                .forEach((task, check) ->
                        assertThat(window.preferences().scores(id).containsKey(task))
                                .as("score of %s", task)
                                .isEqualTo(check.score().isPresent()));
    }

    /** A run of a large network takes its time on a busy machine. */
    private void computed() throws Exception {
        for (int i = 0; i < 5; i++) {
            try {
                until(() -> !pane().isComputing() && !state().needsRun());
                return;
            } catch (AssertionError later) {
                assertThat(i).isLessThan(4);
            }
        }
    }

    private void choose(String task, Question.Choice choice) throws Exception {
        List<RadioButton> buttons = fx(() -> all(RadioButton.class));
        assertThat(buttons).hasSize(choice.answers().size()).noneMatch(RadioButton::isDisabled);
        for (String chart : choice.hides()) {
            assertThat(fx(() -> state().isShown(chart))).as("%s before an answer", chart).isFalse();
            assertThat(fx(() -> view("chart-" + chart).chart())).isEmpty();
        }
        int right =
                fx(() -> choice.answers().stream().map(state()::isRight).toList().indexOf(true));
        for (int i = 0; i < buttons.size(); i++) {
            int wrong = i;
            if (i != right) {
                fx(() -> choose(buttons, wrong));
                assertThat(fx(() -> state().isDone(task))).isFalse();
                assertThat(fx(() -> buttons.get(wrong).getAccessibleText()))
                        .contains("chosen, not right");
            }
        }
        int tried = fx(() -> state().attempts().size());
        fx(() -> choose(buttons, right));
        assertThat(fx(() -> state().attempts().size())).isEqualTo(tried + 1);
        for (String chart : choice.hides()) {
            assertThat(fx(() -> view("chart-" + chart).chart())).isPresent();
        }
    }

    /** Arrows pass over the answers between, which are not chosen by it. */
    private void choose(List<RadioButton> buttons, int answer) {
        tabTo(buttons::contains);
        int at = buttons.indexOf(scene.getFocusOwner());
        for (int i = at; i != answer; i += Integer.signum(answer - at)) {
            key(answer > at ? KeyCode.DOWN : KeyCode.UP);
        }
        assertThat(scene.getFocusOwner()).isSameAs(buttons.get(answer));
        key(KeyCode.SPACE);
    }

    private void push(String button) {
        tabTo(node -> node instanceof Button own && own.getText().equals(Texts.text(button)));
        key(KeyCode.SPACE);
    }

    private void draw(String task) throws Exception {
        fx(() -> push("ui.lesson.showCurve"));
        assertThat(fx(() -> state().isDone(task))).as("a flat line").isFalse();
        assertThat(fx(() -> state().isShown(curve(task)))).isTrue();
        fx(() -> push("ui.lesson.drawAgain"));
        assertThat(fx(() -> state().isShown(curve(task)))).isFalse();
        fx(() -> {
            ChartView pad = view("draw-" + curve(task));
            tabTo(pad::equals);
            Curve own = Curve.of(state().asked(), curve(task));
            double top = 1;
            for (int place = 0; place < 21; place++) {
                double x = place / 20.0 * own.x()[own.x().length - 1];
                long steps = Math.round((own.at(x) - top / 2) / (top / 20));
                for (int i = 0; i < Math.abs(steps); i++) {
                    key(steps > 0 ? KeyCode.UP : KeyCode.DOWN);
                }
                key(KeyCode.RIGHT);
                double here = ((Chart.Lines) pad.chart().orElseThrow()).marker();
                assertThat(here).isGreaterThanOrEqualTo(x);
            }
            push("ui.lesson.showCurve");
        });
    }

    private String curve(String task) {
        return ((Question.Draw) state().lesson().question(task)).curve();
    }

    /** Moves the control until the numbers of the scene are as asked. */
    private void reach(String task) throws Exception {
        Control control =
                fx(() -> state().lesson().controls().get(state().page().control().orElseThrow()));
        Slider slider = (Slider) fx(() -> scene.lookup("#lesson-" + control.name()));
        double wanted = state().lesson().check(task).solution().get(control.name());
        int stop = control.nearest(wanted);
        fx(() -> {
            tabTo(slider::equals);
            for (int i = 0; i < 500 && Math.rint(slider.getValue()) != stop; i++) {
                key(slider.getValue() < stop ? KeyCode.RIGHT : KeyCode.LEFT);
            }
        });
        computed();
        assertThat(fx(() -> state().now().of(control.name()))).isEqualTo(wanted);
        assertThat(fx(() -> state().holds(task))).as(task).isTrue();
    }

    @Test
    void aCheckReactsToTheValueAndToNothingElse() throws Exception {
        fx(() -> window.lessons().open(1));
        fx(() -> pane().turn(1));
        Slider slider = (Slider) fx(() -> scene.lookup("#lesson-current"));
        for (int stop : new int[] {0, 49, 55, 120, 200}) {
            fx(() -> slider.setValue(stop));
            assertThat(fx(() -> state().isDone("ten"))).as("current %d", stop).isFalse();
        }
        fx(() -> slider.setValue(54));
        assertThat(fx(() -> state().isDone("ten"))).isTrue();
        assertThat(fx(() -> state().now().of("spikes"))).isEqualTo(10);
    }

    /** λ that is dragged to the left in the histogram is another percentile. */
    @Test
    void lambdaCanBeDragged() throws Exception {
        fx(() -> window.lessons().open(4));
        fx(() -> pane().turn(3));
        computed();
        ChartView histogram = fx(() -> view("chart-histogram"));
        double lambda = fx(() -> state().now().of("lambda"));
        fx(() -> {
            scene.getRoot().applyCss();
            scene.getRoot().layout();
            mouse(histogram, MouseEvent.MOUSE_PRESSED, 0.9);
            mouse(histogram, MouseEvent.MOUSE_DRAGGED, 0.5);
        });
        assertThat(fx(() -> state().now().of("percentile"))).isEqualTo(100);
        fx(() -> mouse(histogram, MouseEvent.MOUSE_RELEASED, 0.5));
        computed();
        assertThat(fx(() -> state().now().of("percentile"))).isLessThan(100);
        assertThat(fx(() -> state().now().of("lambda"))).isLessThan(0.8 * lambda);
        Slider slider = (Slider) fx(() -> scene.lookup("#lesson-percentile"));
        assertThat(fx(slider::getValue)).isPositive();
    }

    private static void mouse(Node node, EventType<MouseEvent> type, double across) {
        Point2D place =
                node.localToScene(
                        node.getLayoutBounds().getWidth() * across,
                        node.getLayoutBounds().getHeight() / 2);
        double x = place.getX();
        double y = place.getY();
        node.fireEvent(
                new MouseEvent(
                        type,
                        x,
                        y,
                        x,
                        y,
                        MouseButton.PRIMARY,
                        1,
                        false,
                        false,
                        false,
                        false,
                        true,
                        false,
                        false,
                        false,
                        false,
                        true,
                        null));
    }

    /** The keyboard comes to a number of the formula: its mark stands out, and is named. */
    @Test
    void aNumberOfTheFormulaIsFoundInTheChart() throws Exception {
        Stage stage = fx(() -> new Stage());
        fx(() -> {
            stage.setScene(scene);
            stage.show();
            stage.requestFocus();
            window.lessons().open(1);
        });
        until(stage::isFocused);
        fx(() -> pane().turn(1));
        Text spikes =
                fx(() ->
                        all(Text.class).stream()
                                .filter(text -> text.getStyleClass().contains("live"))
                                .filter(Node::isFocusTraversable)
                                .filter(text -> text.getText().equals("6"))
                                .findFirst()
                                .orElseThrow());
        assertThat(fx(spikes::getAccessibleText))
                .isEqualTo("6, shown by 6 spikes in “Membrane potential of one neuron”");
        ChartView membrane = fx(() -> view("chart-membrane"));
        fx(spikes::requestFocus);
        Chart.Lines found = (Chart.Lines) fx(() -> membrane.chart().orElseThrow());
        assertThat(found.series().get(0).tint()).isEqualTo(Tint.Fixed.FAINT);
        assertThat(found.series().get(2).tint()).isEqualTo(Tint.Fixed.RIGHT);
        fx(membrane::requestFocus);
        assertThat(((Chart.Lines) fx(() -> membrane.chart().orElseThrow())).series().get(0).tint())
                .isNotEqualTo(Tint.Fixed.FAINT);
        assertThat(fx(spikes::getPseudoClassStates))
                .anyMatch(state -> state.getPseudoClassName().equals("linked"));
        fx(() -> scene.lookup("#lesson-current").requestFocus());
        assertThat(fx(spikes::getPseudoClassStates))
                .noneMatch(state -> state.getPseudoClassName().equals("linked"));
        fx(stage::hide);
    }

    @Test
    void leavingGivesTheExperimentBackAsItWas() throws Exception {
        ExplorerViewModel model = window.model();
        fx(() -> {
            model.settings().set(model.settings().get().withTimesteps(16));
            model.runs().start();
            model.currentPage().show(PageId.ERROR);
        });
        until(() -> !model.runs().isRunning());
        Object before = fx(() -> model.state());
        ExplorerView view = window.view();
        fx(() -> window.lessons().open(3));
        fx(() -> pane().turn(2));
        until(() -> !pane().isComputing());
        fx(() -> button(Texts.text("ui.lesson.see")).fire());
        until(() -> window.lessons().visited().isPresent());
        ExplorerView visited = fx(() -> window.lessons().visited().orElseThrow());
        assertThat(visited).isNotSameAs(view);
        assertThat(scene.getRoot()).isInstanceOf(VisitRoot.class);
        fx(() -> button(Texts.text("ui.window.backToLesson")).fire());
        assertThat(fx(() -> state().pageIndex())).isEqualTo(2);
        assertThat(window.lessons().visited()).isEmpty();
        fx(() -> press(KeyCode.ESCAPE));
        assertThat(scene.getRoot()).isSameAs(view);
        assertThat(window.model()).isSameAs(model);
        assertThat(fx(() -> model.state())).isEqualTo(before);
    }

    @Test
    void aClickerGoesThroughChartsAndPagesOfAPresentation() throws Exception {
        fx(() -> window.lessons().open(1));
        fx(() -> pane().turn(1));
        fx(() -> button(Texts.text("ui.lesson.present")).fire());
        assertThat(screen().textPercentProperty().get()).isGreaterThanOrEqualTo(150);
        fx(() -> press(KeyCode.PAGE_DOWN));
        assertThat(fx(() -> state().pageIndex())).isEqualTo(2);
        assertThat(fx(() -> all(ChartView.class))).hasSize(1);
        String first = fx(() -> all(ChartView.class).getFirst().getId());
        fx(() -> press(KeyCode.PAGE_DOWN));
        assertThat(fx(() -> state().pageIndex())).isEqualTo(2);
        assertThat(fx(() -> all(ChartView.class).getFirst().getId())).isNotEqualTo(first);
        fx(() -> press(KeyCode.PAGE_UP));
        assertThat(fx(() -> all(ChartView.class).getFirst().getId())).isEqualTo(first);
        fx(() -> press(KeyCode.ESCAPE));
        assertThat(screen().textPercentProperty().get()).isEqualTo(100);
        assertThat(fx(() -> all(ChartView.class))).hasSize(2);
    }

    /** A class answers in the presenter view too, where an answer uncovers the chart. */
    @Test
    void aQuestionIsAskedInAPresentation() throws Exception {
        fx(() -> window.lessons().open(1));
        fx(() -> button(Texts.text("ui.lesson.present")).fire());
        ChartView membrane = fx(() -> view("chart-membrane"));
        assertThat(fx(membrane::chart)).isEmpty();
        fx(() -> all(RadioButton.class).get(2).fire());
        assertThat(fx(() -> state().isDone("first"))).isTrue();
        assertThat(fx(membrane::chart)).isPresent();
        fx(() -> pane().turn(2));
        fx(() -> button(Texts.text("ui.lesson.showCurve")).fire());
        assertThat(fx(() -> state().isShown("sweep"))).isTrue();
    }

    /** What is to be reached is said to a class too, with its hints. */
    @Test
    void aCheckIsShownInAPresentation() throws Exception {
        fx(() -> window.lessons().open(1));
        fx(() -> press(KeyCode.F5));
        assertThat(fx(() -> scene.getFocusOwner())).isSameAs(pane());
        fx(() -> pane().turn(1));
        assertThat(labels()).contains("One neuron · page 2 of 3", Texts.text("ui.lesson.reach"));
        Slider slider = (Slider) fx(() -> scene.lookup("#lesson-current"));
        fx(() -> slider.setValue(54));
        assertThat(labels()).contains(Texts.text("ui.lesson.reached"));
        fx(() -> press(KeyCode.F5));
        assertThat(labels()).doesNotContain("One neuron · page 2 of 3");
    }

    private List<String> labels() throws Exception {
        return fx(() -> all(Label.class).stream().map(Label::getText).toList());
    }

    /** The window closes while a class looks on: it opens again with text of the usual size. */
    @Test
    void textForAClassIsNotRemembered() throws Exception {
        fx(() -> window.view().textPercentProperty().set(125));
        fx(() -> window.lessons().open(1));
        assertThat(screen().textPercentProperty().get()).isEqualTo(125);
        fx(() -> button(Texts.text("ui.lesson.present")).fire());
        fx(() -> button(Texts.text("ui.lesson.larger")).fire());
        assertThat(screen().textPercentProperty().get()).isEqualTo(175);
        assertThat(window.preferences().textPercent()).isEqualTo(125);
        fx(() -> window.lessons().leave());
        assertThat(window.view().textPercentProperty().get()).isEqualTo(125);
        fx(() -> window.lessons().open(1));
        assertThat(fx(() -> pane().isPresenting())).isFalse();
        fx(() -> button(Texts.text("ui.lesson.larger")).fire());
        assertThat(window.preferences().textPercent()).isEqualTo(150);
    }

    /** What a slider passes on its way meets no check; where it is let go does. */
    @Test
    void aCheckWaitsUntilTheControlIsLetGo() throws Exception {
        fx(() -> window.lessons().open(1));
        fx(() -> pane().turn(1));
        Slider slider = (Slider) fx(() -> scene.lookup("#lesson-current"));
        fx(() -> {
            slider.setValueChanging(true);
            slider.setValue(54);
            slider.setValue(90);
            slider.setValueChanging(false);
        });
        assertThat(fx(() -> state().isDone("ten"))).isFalse();
        fx(() -> {
            slider.setValueChanging(true);
            slider.setValue(52);
        });
        assertThat(fx(() -> state().isDone("ten"))).isFalse();
        fx(() -> slider.setValueChanging(false));
        assertThat(fx(() -> state().isDone("ten"))).isTrue();
    }

    /** Values with names are buttons; a name with a subscript is read as it is written. */
    @Test
    void namesAreShownAndRead() throws Exception {
        fx(() -> window.lessons().open(3));
        fx(() -> pane().turn(3));
        fx(() -> {
            ToggleButton spread =
                    all(ToggleButton.class).stream()
                            .filter(button -> button.getText().equals("spread over T"))
                            .findFirst()
                            .orElseThrow();
            spread.fire();
            assertThat(state().now().of("spread")).isEqualTo(1);
            spread.fire();
            assertThat(spread.isSelected()).isTrue();
        });
        fx(() -> pane().turn(2));
        assertThat(fx(() -> all(TextFlow.class).stream().map(Node::getAccessibleText).toList()))
                .anyMatch(text -> text.contains("a charge of θ · V_thr. It"));
        assertThat(fx(() -> all(Text.class).stream().map(Text::getText).toList())).contains("thr");
    }

    /** Of a chart that would give the answer away only the name is shown. */
    @Test
    void aHiddenChartSaysWhatItIs() throws Exception {
        fx(() -> window.lessons().open(1));
        ChartView membrane = fx(() -> view("chart-membrane"));
        assertThat(fx(membrane::note)).startsWith("Membrane potential of one neuron\n");
    }

    @Test
    void answersAreSavedWithoutNames() throws Exception {
        fx(() -> window.lessons().open(1));
        fx(() -> all(RadioButton.class).getFirst().fire());
        fx(() -> all(RadioButton.class).get(2).fire());
        Path file = folder.resolve("answers.csv");
        answers.files.add(file);
        fx(() -> button(Texts.text("ui.lesson.saveAnswers")).fire());
        Background.finishSaving(Duration.ofSeconds(10));
        assertThat(Files.readAllLines(file))
                .containsExactly(
                        "lesson,page,task,answer,right,hints,score",
                        "1,1,first,at timestep 1,false,0,",
                        "1,1,first,at timestep 4,true,0,");
    }

    /** All kinds of tasks, also those that were done before the program was started. */
    @Test
    void everyKindOfAnswerIsSaved() throws Exception {
        fx(() -> window.lessons().open(1));
        fx(() -> window.remember(window.preferences().withDone("1", Set.of("ten"))));
        fx(() -> window.lessons().open(1));
        fx(() -> pane().turn(1));
        fx(() -> ((Slider) scene.lookup("#lesson-current")).setValue(54));
        fx(() -> pane().turn(2));
        fx(() -> button(Texts.text("ui.lesson.showCurve")).fire());
        Path file = folder.resolve("answers.csv");
        answers.files.add(file);
        fx(() -> button(Texts.text("ui.lesson.saveAnswers")).fire());
        Background.finishSaving(Duration.ofSeconds(10));
        assertThat(Files.readAllLines(file))
                .hasSize(3)
                .contains("1,2,ten,T=20 current=0.54 theta=0,true,0,")
                .element(2)
                .asString()
                .matches("1,3,curve,0\\.\\d{3},false,0,");
        until(() -> all(Label.class).stream().anyMatch(l -> l.getText().endsWith("answers.csv")));
        fx(() -> pane().turn(1));
        assertThat(labels()).noneMatch(text -> text.endsWith("answers.csv"));
    }

    @Test
    void progressIsKeptAndCanBeReset() throws Exception {
        fx(() -> window.lessons().open(1));
        fx(() -> all(RadioButton.class).get(2).fire());
        assertThat(window.preferences().done("1")).isEqualTo(Set.of("first"));
        fx(() -> window.lessons().leave());
        fx(() -> window.lessons().open(1));
        assertThat(fx(() -> state().isDone("first"))).isTrue();
        fx(() -> window.remember(window.preferences().withScores("8", Map.of("puzzle", 7.0))));
        fx(() -> press(KeyCode.F1));
        assertThat(screen().lesson()).isEmpty();
        assertThat(labels()).contains(Texts.text("ui.lesson.best", "7"));
        fx(() -> button(Texts.text("ui.lesson.resetProgress")).fire());
        assertThat(window.preferences().done("1")).as("not confirmed").isEqualTo(Set.of("first"));
        answers.confirmed = true;
        fx(() -> button(Texts.text("ui.lesson.resetProgress")).fire());
        assertThat(window.preferences().done("1")).isEmpty();
        assertThat(window.preferences().scores("8")).isEmpty();
        assertThat(labels()).doesNotContain(Texts.text("ui.lesson.best", "7"));
    }

    @Test
    void aTeacherSeesWhatIsChangedInTheFile() throws Exception {
        Path file = folder.resolve("mine.md");
        Files.writeString(file, ShippedLessons.text(1));
        fx(() -> window.lessons().open(file));
        until(() -> window.lessons().screen().isPresent());
        fx(() -> pane().turn(1));
        change(file, ShippedLessons.text(1).replace("# A rate that you choose", "# Changed"));
        until(() -> state().page().title().equals("Changed"));
        change(file, ShippedLessons.text(1).replace("@charts sweep", "@charts pie"));
        until(() ->
                all(Label.class).stream()
                        .anyMatch(label -> label.getText().contains("\"pie\" is unknown here")));
        assertThat(fx(() -> state().page().title())).isEqualTo("Changed");
    }

    private static void change(Path file, String text) throws Exception {
        FileTime before = Files.getLastModifiedTime(file);
        Files.writeString(file, text);
        Files.setLastModifiedTime(file, FileTime.fromMillis(before.toMillis() + 5000));
    }

    /** On every page of every lesson: what a screen reader says of what the keyboard reaches. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void everythingHasAName(int number) throws Exception {
        fx(() -> window.lessons().open(number));
        int pages = fx(() -> state().lesson().pages().size());
        for (int p = 0; p < pages; p++) {
            int page = p;
            fx(() -> {
                pane().turn(page);
                String where = "lesson " + number + ", page " + (page + 1);
                assertThat(all(Node.class))
                        .as(where)
                        .filteredOn(Node::isFocusTraversable)
                        .filteredOn(node -> !(node instanceof LessonPane))
                        .allSatisfy(node -> assertThat(name(node)).as("%s", node).isNotBlank());
                assertThat(all(TextFlow.class))
                        .as(where)
                        .allSatisfy(text -> assertThat(text.getAccessibleText()).isNotBlank());
                assertThat(all(ChartView.class))
                        .as(where)
                        .isNotEmpty()
                        .extracting(Node::getAccessibleText)
                        .doesNotContain(Texts.text("ui.chart.empty"));
            });
        }
    }

    private static String name(Node node) {
        String said = node.getAccessibleText() == null ? "" : node.getAccessibleText();
        return node instanceof Labeled labeled ? said + labeled.getText() : said;
    }

    /** Nothing is cut off or out of reach where there is little room or text is large. */
    @ParameterizedTest
    @ValueSource(ints = {100, 150, 200})
    void aSmallWindowShowsAllOfAPage(int percent) throws Exception {
        fx(() -> screenOf(1).textPercentProperty().set(percent));
        for (int number : List.of(1, 3, 5)) {
            int pages =
                    fx(() -> screenOf(number).lesson().orElseThrow().state().lesson().pages())
                            .size();
            for (int p = 0; p < pages; p++) {
                int page = p;
                fx(() -> pane().turn(page));
                String where = "lesson " + number + ", page " + (page + 1);
                fx(() -> isWhole(where));
                fx(() -> {
                    screen().present(true);
                    screen().textPercentProperty().set(Math.max(150, percent));
                });
                fx(() -> isWhole(where + ", presented"));
                fx(() -> {
                    screen().present(false);
                    screen().textPercentProperty().set(percent);
                });
            }
        }
    }

    private LessonScreen screenOf(int lesson) {
        window.lessons().open(lesson);
        return screen();
    }

    /**
     * Buttons and what is moved lie in the window unless they belong to the text, which scrolls; no
     * label is cut; the charts have their room beside the text.
     */
    private void isWhole(String where) {
        for (int i = 0; i < 3; i++) {
            scene.getRoot().applyCss();
            scene.getRoot().layout();
        }
        for (Node node : all(Node.class)) {
            Bounds bounds = node.localToScene(node.getLayoutBounds());
            if (node instanceof Button || node instanceof ToggleButton || node instanceof Slider) {
                assertThat(bounds.getMinX()).as("%s: %s", where, node).isNotNegative();
                assertThat(bounds.getMaxX()).as("%s: %s", where, node).isLessThanOrEqualTo(1000);
                if (!isInText(node)) {
                    assertThat(bounds.getMinY()).as("%s: %s", where, node).isNotNegative();
                    assertThat(bounds.getMaxY()).as("%s: %s", where, node).isLessThanOrEqualTo(700);
                }
            }
            if (node instanceof Slider) {
                assertThat(bounds.getWidth()).as("%s: %s", where, node).isGreaterThan(100);
            }
            if (node instanceof ChartView && node.getParent() != null) {
                assertThat(bounds.getMaxX()).as("%s: %s", where, node).isLessThanOrEqualTo(1000);
                assertThat(bounds.getWidth()).as("%s: %s", where, node).isGreaterThan(300);
            }
            if (node instanceof Labeled labeled
                    && !labeled.getText().isEmpty()
                    && !labeled.getText().endsWith("…")) {
                List<Text> shown = new ArrayList<>();
                collect(labeled, Text.class, shown);
                assertThat(shown)
                        .as("%s: %s", where, labeled.getText())
                        .noneMatch(text -> text.getText().matches("(?s).*(\\.\\.\\.|…)$"))
                        .isNotEmpty();
            }
        }
    }

    private static boolean isInText(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at.getStyleClass().contains("lesson-scroll")) {
                return true;
            }
        }
        return false;
    }
}
