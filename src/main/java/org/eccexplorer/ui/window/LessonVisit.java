package org.eccexplorer.ui.window;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import org.eccexplorer.app.lesson.AnswersCsv;
import org.eccexplorer.app.lesson.Attempt;
import org.eccexplorer.app.lesson.LessonState;
import org.eccexplorer.app.lesson.NetworkScene;
import org.eccexplorer.app.lesson.Progress;
import org.eccexplorer.app.open.Experiment;
import org.eccexplorer.app.run.Settings;
import org.eccexplorer.app.session.ClassPack;
import org.eccexplorer.files.AtomicFile;
import org.eccexplorer.lesson.Lesson;
import org.eccexplorer.lesson.NetworkSpec;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.text.Texts;
import org.eccexplorer.ui.command.Command;
import org.eccexplorer.ui.dialog.Dialogs;
import org.eccexplorer.ui.fx.Background;
import org.eccexplorer.ui.fx.FormattedText;
import org.eccexplorer.ui.help.HelpTexts;
import org.eccexplorer.ui.lesson.Course;
import org.eccexplorer.ui.lesson.LessonHost;
import org.eccexplorer.ui.lesson.LessonPane;
import org.eccexplorer.ui.lesson.LessonScreen;
import org.jspecify.annotations.Nullable;

/**
 * Lessons in the place of a window's content. The content stays as it is, its runs go on; what a
 * lesson shows in the network is an experiment of its own. Belongs to the FX thread.
 */
final class LessonVisit implements LessonHost {
    /** What a lesson without a network shows. */
    private static final NetworkSpec USUAL = new NetworkSpec("digits", 100, 64, 0, false, false);

    private final OpenWindow window;
    private final Dialogs dialogs;
    private Optional<Course> packed = Optional.empty();
    private @Nullable LessonScreen screen;
    private @Nullable NetworkVisit visit;
    private @Nullable Node focused;
    private @Nullable EditedLesson edited;

    /** Answers to lessons that another class pack has taken the place of. */
    private final List<Attempt> before = new ArrayList<>();

    LessonVisit(OpenWindow window, Dialogs dialogs) {
        this.window = window;
        this.dialogs = dialogs;
    }

    /** Shows the list of lessons. */
    void home() {
        enter().home();
    }

    /** From now on the lessons are those of a class pack; without any, those of the program. */
    void teach(Optional<ClassPack> pack) {
        if (screen().isPresent()) {
            leave();
        }
        before.addAll(screen == null ? List.of() : screen.answers());
        screen = null;
        packed = pack.filter(one -> !one.lessons().isEmpty()).map(LessonVisit::course);
        if (packed.isPresent()) {
            home();
        }
    }

    private static Course course(ClassPack pack) {
        return new Course(pack.title(), PackWords.lead(pack), pack.lessons(), pack.notes());
    }

    /** Opens a lesson, from 1 on. */
    void open(int number) {
        enter().open(number);
    }

    /** Opens a lesson of a teacher's own, and shows what is changed in its file. */
    void open(Path lesson) {
        EditedLesson.of(
                lesson,
                found -> {
                    edited = found;
                    found.read(
                            opened -> enter().open(opened),
                            problems -> window.explain(lesson.toString(), problems));
                });
    }

    /** What is shown of lessons; empty while the experiment is. */
    Optional<LessonScreen> screen() {
        boolean shown = screen != null && window.scene().getRoot() == screen;
        return shown ? Optional.ofNullable(screen) : Optional.empty();
    }

    /** The explorer that a lesson shows; empty unless it does. */
    Optional<ExplorerView> visited() {
        return Optional.ofNullable(visit).map(NetworkVisit::view);
    }

    private LessonScreen enter() {
        endVisit();
        Scene scene = window.scene();
        LessonScreen own = screen;
        if (own == null) {
            own = new LessonScreen(this, packed.orElseGet(Course::shipped));
            screen = own;
        }
        if (scene.getRoot() != own) {
            focused = scene.getFocusOwner();
            ExplorerView view = window.view();
            own.darkProperty().bindBidirectional(view.darkProperty());
            own.darkProperty().set(view.darkProperty().get());
            presents(false);
            view.commands().release(scene);
            scene.setRoot(own);
        }
        return own;
    }

    @Override
    public void leave() {
        endVisit();
        LessonScreen own = screen;
        if (own != null) {
            own.present(false);
            ExplorerView view = window.view();
            own.darkProperty().unbindBidirectional(view.darkProperty());
            own.textPercentProperty().unbindBidirectional(view.textPercentProperty());
            window.scene().setRoot(view);
            view.commands().listen(window.scene());
            if (focused != null) {
                focused.requestFocus();
            }
        }
    }

    @Override
    public void pack() {
        leave();
        window.view().commands().run(Command.CLASS_PACK);
    }

    @Override
    public Optional<Experiment> opened() {
        return Optional.of(window.model().experiment());
    }

    @Override
    public void overview() {
        enter().read(new FormattedText(HelpTexts.learn()));
    }

    @Override
    public Progress progress(String lesson) {
        return new Progress(window.preferences().done(lesson), window.preferences().scores(lesson));
    }

    @Override
    public void keep(String lesson, Progress progress) {
        window.remember(
                window.preferences()
                        .withDone(lesson, progress.done())
                        .withScores(lesson, progress.best()));
    }

    @Override
    public boolean forgets() {
        return dialogs.confirm(Texts.text("ui.window.resetProgress"));
    }

    /** Larger text for a class is not what the window remembers. */
    @Override
    public void presents(boolean on) {
        if (screen != null) {
            ObjectProperty<Integer> usual = window.view().textPercentProperty();
            if (on) {
                screen.textPercentProperty().unbindBidirectional(usual);
            } else {
                screen.textPercentProperty().bindBidirectional(usual);
            }
        }
    }

    @Override
    public void fullScreen() {
        window.fullScreen();
    }

    @Override
    public void save(List<Attempt> answers) {
        List<Attempt> all = new ArrayList<>(before);
        all.addAll(answers);
        String csv = AnswersCsv.of(all);
        dialogs.saveFile(Texts.text("ui.window.saveAnswers"), "answers.csv", List.of("*.csv"))
                .ifPresent(chosen ->
                        Background.save(
                                () -> {
                                    AtomicFile.write(
                                            chosen,
                                            out -> out.write(csv.getBytes(StandardCharsets.UTF_8)));
                                    return chosen;
                                },
                                done -> tell(Texts.text("ui.window.answersSaved", done)),
                                failure -> tell(String.valueOf(failure.getMessage()))));
    }

    private void tell(String message) {
        screen().ifPresent(shown -> shown.tell(message));
    }

    @Override
    public void see(LessonState state) {
        NetworkScene network = state.network().orElseGet(() -> new NetworkScene(USUAL));
        Background.run(
                network::opened,
                experiment -> show(experiment, network.settings(state.now()), state),
                failure -> {
                    leave();
                    window.explain(
                            state.lesson().title(),
                            ProblemException.of(state.lesson().title(), failure));
                });
    }

    /** Runs what the lesson is about, in a window content of its own. */
    private void show(Experiment experiment, Settings settings, LessonState state) {
        LessonScreen own = screen;
        if (own == null || window.scene().getRoot() != own) {
            return;
        }
        NetworkVisit made =
                new NetworkVisit(experiment, settings, state.lesson().title(), dialogs, this::back);
        made.view().darkProperty().set(own.darkProperty().get());
        made.view().textPercentProperty().set(own.textPercentProperty().get());
        visit = made;
        made.begin(window.scene(), state);
    }

    /** Back from the network to the page of the lesson. */
    void back() {
        endVisit();
        if (screen != null) {
            window.scene().setRoot(screen);
        }
    }

    private void endVisit() {
        if (visit != null) {
            visit.end(window.scene());
        }
        visit = null;
    }

    /** Called at every pulse. */
    void pulse() {
        if (visit != null) {
            visit.view().pulse();
        }
        if (edited != null) {
            edited.pulse(this::reload, this::warn);
        }
    }

    private void warn(List<Problem> problems) {
        String first = problems.stream().map(Problem::message).findFirst().orElse("");
        screen().ifPresent(shown -> shown.warn(first));
    }

    private void reload(Lesson changed) {
        screen().ifPresent(shown -> {
            shown.warn("");
            shown.lesson()
                    .filter(pane -> pane.state().lesson().id().equals(changed.id()))
                    .ifPresentOrElse(
                            (LessonPane pane) -> pane.reload(changed), () -> shown.open(changed));
        });
    }

    /** Ends what runs for a lesson. */
    void close() {
        endVisit();
    }
}
