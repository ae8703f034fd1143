package org.eccexplorer.ui.lesson;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.eccexplorer.app.lesson.LessonState;
import org.eccexplorer.app.lesson.NetworkScene;
import org.eccexplorer.lesson.Lesson;
import org.eccexplorer.lesson.NetworkSpec;
import org.eccexplorer.plot.ChartTheme;
import org.eccexplorer.text.Texts;
import org.eccexplorer.ui.fx.TextSize;
import org.jspecify.annotations.Nullable;

/** Lessons in place of the explorer, which goes on behind them unchanged. */
public final class LessonScreen extends BorderPane implements TextSize.Root {
    private final LessonHost host;
    private final List<Lesson> lessons;
    private final Map<NetworkSpec, NetworkScene> networks = new HashMap<>();
    private final ObjectProperty<ChartTheme> theme = new SimpleObjectProperty<>(ChartTheme.LIGHT);
    private final BooleanProperty dark = new SimpleBooleanProperty();
    private final ObjectProperty<Integer> textPercent = new SimpleObjectProperty<>(100);
    private final Label place = new Label();
    private final Label answered = new Label();
    private final Label kept = new Label(Texts.text("ui.lesson.kept"));
    private final Button list = new Button(Texts.text("ui.lesson.lessons"));
    private @Nullable LessonPane pane;

    /**
     * Shows the list of lessons.
     *
     * @param lessons in their order
     */
    public LessonScreen(LessonHost host, List<Lesson> lessons) {
        this.host = host;
        this.lessons = List.copyOf(lessons);
        getStyleClass().addAll("explorer", "lessons");
        getStylesheets()
                .addAll(sheet("/org/eccexplorer/ui/window/explorer.css"), sheet("lesson.css"));
        setTop(bar());
        kept.setWrapText(true);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox status = new HBox(10, kept, space, answered);
        status.getStyleClass().add("status");
        setBottom(status);
        dark.addListener((property, before, on) -> applyTheme(on));
        textPercent.addListener((property, before, now) -> setStyle(TextSize.style(now)));
        addEventFilter(KeyEvent.KEY_PRESSED, this::turned);
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        home();
    }

    private String sheet(String name) {
        return Objects.requireNonNull(LessonScreen.class.getResource(name)).toExternalForm();
    }

    private HBox bar() {
        Label title = new Label(Texts.text("ui.lesson.program"));
        title.getStyleClass().add("app-title");
        title.setMinWidth(USE_PREF_SIZE);
        Button back = new Button(Texts.text("ui.lesson.explorer"));
        back.setTooltip(new Tooltip(Texts.text("ui.lesson.explorerTooltip")));
        back.setOnAction(event -> host.leave());
        list.setOnAction(event -> home());
        place.getStyleClass().add("card-title");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Button smaller = new Button(Texts.text("ui.lesson.smaller"));
        smaller.setOnAction(event -> textPercent.set(TextSize.beside(textPercent.get(), -1)));
        Button larger = new Button(Texts.text("ui.lesson.larger"));
        larger.setOnAction(event -> textPercent.set(TextSize.beside(textPercent.get(), 1)));
        Button look = new Button("◐");
        look.setTooltip(new Tooltip(Texts.text("ui.lesson.theme")));
        look.setAccessibleText(Texts.text("ui.lesson.theme"));
        look.setOnAction(event -> dark.set(!dark.get()));
        HBox bar = new HBox(8, title, back, list, place, space, smaller, larger, look);
        for (Node node : bar.getChildren()) {
            if (node instanceof Button button) {
                button.setMinWidth(USE_PREF_SIZE);
            }
        }
        bar.getStyleClass().add("top-bar");
        return bar;
    }

    /** Shows all lessons. */
    public void home() {
        stop();
        pane = null;
        setCenter(
                new LessonHome(
                        lessons,
                        lesson -> solved(lesson),
                        this::open,
                        host::overview,
                        this::forget));
        list.setVisible(false);
        list.setManaged(false);
        place.setText(Texts.text("ui.lesson.lessons"));
        answered.setText("");
    }

    /** Shows something to read. */
    public void read(Node text) {
        stop();
        pane = null;
        setCenter(text);
        list.setVisible(true);
        list.setManaged(true);
        place.setText(Texts.text("ui.lesson.overview"));
    }

    /** Says what is wrong with the file of the lesson; empty if nothing is. */
    public void warn(String problem) {
        kept.setText(problem.isEmpty() ? Texts.text("ui.lesson.kept") : problem);
    }

    private int solved(Lesson lesson) {
        Set<String> done = host.done(lesson.id());
        return (int) lesson.tasks().stream().filter(done::contains).count();
    }

    private void forget() {
        lessons.forEach(lesson -> host.keep(lesson.id(), Set.of()));
        home();
    }

    /** Opens a lesson, from 1 on. */
    public void open(int number) {
        show(lessons.get(number - 1), number);
    }

    /** Opens a lesson that is not in the list. */
    public void open(Lesson lesson) {
        show(lesson, 0);
    }

    private void show(Lesson lesson, int number) {
        stop();
        Optional<NetworkScene> network =
                lesson.network().map(spec -> networks.computeIfAbsent(spec, NetworkScene::new));
        LessonState state = new LessonState(lesson, network, host.done(lesson.id()));
        LessonPane shown =
                new LessonPane(
                        state,
                        number,
                        lessons.size(),
                        theme,
                        () -> behind(number),
                        () -> host.see(state),
                        () -> changed(state));
        pane = shown;
        setCenter(shown);
        list.setVisible(true);
        list.setManaged(true);
        place.setText("");
        changed(state);
        shown.requestFocus();
    }

    /** Behind the last page of a lesson comes the next one, behind the last lesson the list. */
    private void behind(int number) {
        if (number >= 1 && number < lessons.size()) {
            open(number + 1);
        } else {
            home();
        }
    }

    private void changed(LessonState state) {
        if (!state.done().equals(host.done(state.lesson().id()))) {
            host.keep(state.lesson().id(), state.done());
        }
        long solved = state.lesson().tasks().stream().filter(state::isDone).count();
        answered.setText(Texts.text("ui.lesson.answered", solved, state.lesson().tasks().size()));
    }

    /** Next and back by the keys of clickers, wherever the keyboard is. */
    private void turned(KeyEvent event) {
        switch (event.getCode()) {
            case PAGE_DOWN -> lesson().ifPresent(LessonPane::goOn);
            case PAGE_UP -> lesson().ifPresent(LessonPane::goBack);
            default -> {
                return;
            }
        }
        event.consume();
    }

    /** Escape leaves. */
    private void pressed(KeyEvent event) {
        switch (event.getCode()) {
            case F1 -> home();
            case ESCAPE -> host.leave();
            default -> {
                return;
            }
        }
        event.consume();
    }

    /** The lesson that is shown, unless the list is. */
    public Optional<LessonPane> lesson() {
        return Optional.ofNullable(pane);
    }

    private void stop() {
        if (pane != null) {
            pane.stop();
        }
    }

    private void applyTheme(boolean on) {
        getStyleClass().remove("dark");
        if (on) {
            getStyleClass().add("dark");
        }
        theme.set(on ? ChartTheme.DARK : ChartTheme.LIGHT);
    }

    /** Whether it is dark. */
    public BooleanProperty darkProperty() {
        return dark;
    }

    @Override
    public ObjectProperty<Integer> textPercentProperty() {
        return textPercent;
    }
}
