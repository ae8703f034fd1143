package org.eccexplorer.ui.lesson;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.eccexplorer.app.lesson.Attempt;
import org.eccexplorer.app.lesson.LessonState;
import org.eccexplorer.app.lesson.NetworkScene;
import org.eccexplorer.app.lesson.Progress;
import org.eccexplorer.lesson.Lesson;
import org.eccexplorer.lesson.NetworkSpec;
import org.eccexplorer.plot.ChartTheme;
import org.eccexplorer.text.Texts;
import org.eccexplorer.ui.fx.Shown;
import org.eccexplorer.ui.fx.TextSize;
import org.jspecify.annotations.Nullable;

/** Lessons in place of the explorer, which goes on behind them unchanged. */
public final class LessonScreen extends StackPane implements TextSize.Root {
    /** Size of text for a class, in percent; it may be larger. */
    private static final int PRESENTED = 150;

    /** Below this width, at the usual size of text, the name of the program makes room. */
    private static final double WIDE = 900;

    /** Below this width answers are saved from the list of lessons. */
    private static final double NARROW = 760;

    private final LessonHost host;
    private final Course course;
    private final List<Lesson> lessons;
    private final Map<NetworkSpec, NetworkScene> networks = new HashMap<>();
    private final ObjectProperty<ChartTheme> theme = new SimpleObjectProperty<>(ChartTheme.LIGHT);
    private final BooleanProperty dark = new SimpleBooleanProperty();
    private final ObjectProperty<Integer> textPercent = new SimpleObjectProperty<>(100);
    private final Label place = new Label();
    private final Label answered = new Label();
    private final Label kept = new Label();
    private final Button leave = new Button(Texts.text("ui.lesson.explorer"));
    private final Button list = new Button(Texts.text("ui.lesson.lessons"));
    private final Button present = new Button();
    private final ToggleButton light = new ToggleButton(Texts.text("ui.lesson.spotlight"));
    private final ToggleButton notes = new ToggleButton(Texts.text("ui.lesson.notes"));
    private final Button pack = new Button(Texts.text("ui.lesson.pack"));
    private final Label title = new Label(Texts.text("ui.lesson.program"));
    private final Button save = new Button(Texts.text("ui.lesson.saveAnswers"));
    private final BorderPane frame = new BorderPane();
    private final Spotlight spotlight = new Spotlight(this);
    private final List<LessonState> begun = new ArrayList<>();
    private String problem = "";
    private String told = "";
    private int usualPercent = 100;
    private @Nullable LessonPane pane;

    /**
     * Shows the list of lessons.
     *
     * @param course the lessons and what is said of them
     */
    public LessonScreen(LessonHost host, Course course) {
        this.host = host;
        this.course = course;
        lessons = course.lessons();
        getStyleClass().addAll("explorer", "lessons");
        getStylesheets()
                .addAll(sheet("/org/eccexplorer/ui/window/explorer.css"), sheet("lesson.css"));
        frame.setTop(bar());
        kept.setWrapText(true);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox status = new HBox(10, kept, space, answered);
        status.getStyleClass().add("status");
        frame.setBottom(status);
        getChildren().addAll(frame, spotlight);
        dark.addListener((property, before, on) -> applyTheme(on));
        textPercent.addListener((property, before, now) -> {
            setStyle(TextSize.style(now));
            offer();
        });
        widthProperty().addListener(o -> offer());
        addEventFilter(KeyEvent.KEY_PRESSED, this::turned);
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        home();
    }

    private String sheet(String name) {
        return Objects.requireNonNull(LessonScreen.class.getResource(name)).toExternalForm();
    }

    private HBox bar() {
        title.getStyleClass().add("app-title");
        title.setMinWidth(USE_PREF_SIZE);
        leave.setTooltip(new Tooltip(Texts.text("ui.lesson.explorerTooltip")));
        leave.setOnAction(event -> host.leave());
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
        present.setTooltip(new Tooltip(Texts.text("ui.lesson.presentTooltip")));
        present.setOnAction(event -> lesson().ifPresent(own -> present(!own.isPresenting())));
        light.setTooltip(new Tooltip(Texts.text("ui.lesson.spotlightTooltip")));
        light.selectedProperty().addListener((property, before, on) -> spotlight.on(on));
        notes.setTooltip(new Tooltip(Texts.text("ui.lesson.notesTooltip")));
        notes.selectedProperty()
                .addListener((property, before, on) ->
                        lesson().ifPresent(own -> own.note(on ? said(own) : "")));
        pack.setTooltip(new Tooltip(Texts.text("ui.lesson.packTooltip")));
        pack.setOnAction(event -> host.pack());
        save.setTooltip(new Tooltip(Texts.text("ui.lesson.saveAnswersTooltip")));
        save.setOnAction(event -> host.save(answers()));
        HBox bar =
                new HBox(
                        8, title, leave, list, place, space, notes, light, present, pack, save,
                        smaller, larger, look);
        for (Node node : bar.getChildren()) {
            if (node instanceof ButtonBase button) {
                button.setMinWidth(USE_PREF_SIZE);
            }
        }
        bar.getStyleClass().add("top-bar");
        return bar;
    }

    /** Every answer that was given since the lessons were opened, in order. */
    public List<Attempt> answers() {
        return begun.stream().flatMap(state -> state.attempts().stream()).toList();
    }

    /** One chart fills the window and text is larger, for a class; or all is as it was. */
    public void present(boolean on) {
        lesson().filter(own -> own.isPresenting() != on)
                .ifPresent(own -> {
                    if (on) {
                        host.presents(true);
                        usualPercent = textPercent.get();
                        textPercent.set(Math.max(PRESENTED, textPercent.get()));
                    } else {
                        textPercent.set(usualPercent);
                        host.presents(false);
                        light.setSelected(false);
                        notes.setSelected(false);
                    }
                    own.present(on);
                    offer();
                    say();
                    // Else the keyboard would fall to a button beside one that is gone now.
                    own.requestFocus();
                });
    }

    /**
     * What is wrong with the lesson or was done last; else where a class is in it, which its own
     * text says.
     */
    private void say() {
        LessonPane own = pane;
        String usual =
                own != null && own.isPresenting()
                        ? Texts.text(
                                "ui.lesson.place",
                                own.state().lesson().title(),
                                own.state().pageIndex() + 1,
                                own.state().lesson().pages().size())
                        : Texts.text("ui.lesson.kept");
        kept.setText(!problem.isEmpty() ? problem : !told.isEmpty() ? told : usual);
    }

    /** Which buttons there are now. */
    private void offer() {
        boolean shown = pane != null;
        boolean presenting = pane != null && pane.isPresenting();
        present.setText(Texts.text(presenting ? "ui.lesson.endPresenting" : "ui.lesson.present"));
        Shown.set(present, shown);
        Shown.set(light, presenting);
        Shown.set(notes, presenting && !lesson().map(this::said).orElse("").isEmpty());
        double width = getWidth() / (textPercent.get() / 100.0);
        boolean measured = getWidth() > 0;
        Shown.set(title, !measured || width > WIDE);
        Shown.set(save, !presenting && (!shown || !measured || width > NARROW));
        Shown.set(leave, !presenting);
        Shown.set(list, pane != null && !presenting);
        Shown.set(pack, !shown && (!measured || width > NARROW));
    }

    /** The teacher's notes on a lesson, and on all lessons. */
    private String said(LessonPane own) {
        return Stream.of(own.state().lesson().notes(), course.notes())
                .filter(text -> !text.isBlank())
                .map(String::strip)
                .collect(Collectors.joining("\n\n"));
    }

    /** Shows all lessons. */
    public void home() {
        present(false);
        stop();
        pane = null;
        frame.setCenter(
                new LessonHome(
                        course,
                        lesson -> host.progress(lesson.id()),
                        this::open,
                        host::overview,
                        this::forget));
        offer();
        place.setText(Texts.text("ui.lesson.lessons"));
        answered.setText("");
        told = "";
        say();
    }

    /** Shows something to read. */
    public void read(Node text) {
        present(false);
        stop();
        pane = null;
        frame.setCenter(text);
        offer();
        Shown.set(list, true);
        place.setText(Texts.text("ui.lesson.overview"));
    }

    /** Says what is wrong with the file of the lesson; empty if nothing is. */
    public void warn(String said) {
        problem = said;
        say();
    }

    /** Says what was done, until something else is. */
    public void tell(String done) {
        told = done;
        say();
    }

    private void forget() {
        if (host.forgets()) {
            lessons.forEach(lesson -> host.keep(lesson.id(), Progress.NONE));
            home();
        }
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
        boolean presenting = pane != null && pane.isPresenting();
        stop();
        Optional<NetworkScene> network = lesson.network().map(this::network);
        LessonState state = new LessonState(lesson, network, host.progress(lesson.id()));
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
        frame.setCenter(shown);
        begun.add(state);
        shown.present(presenting);
        shown.note(notes.isSelected() ? said(shown) : "");
        offer();
        place.setText("");
        changed(state);
        shown.requestFocus();
    }

    /** Runs of a bundled network are kept; what the window has open may be another each time. */
    private NetworkScene network(NetworkSpec spec) {
        return spec.isOpen()
                ? new NetworkScene(spec, host.opened())
                : networks.computeIfAbsent(spec, NetworkScene::new);
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
        if (!state.progress().equals(host.progress(state.lesson().id()))) {
            host.keep(state.lesson().id(), state.progress());
        }
        if (pane == null || pane.state() != state) {
            return;
        }
        told = "";
        say();
        long solved = state.lesson().tasks().stream().filter(state::isDone).count();
        answered.setText(Texts.text("ui.lesson.someDone", solved, state.lesson().tasks().size()));
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
            case F5 -> lesson().ifPresent(own -> present(!own.isPresenting()));
            case F11 -> host.fullScreen();
            case ESCAPE -> {
                if (lesson().filter(LessonPane::isPresenting).isPresent()) {
                    present(false);
                } else {
                    host.leave();
                }
            }
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
