package org.eccexplorer.ui.window;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import org.eccexplorer.app.lesson.AnswersCsv;
import org.eccexplorer.app.lesson.Attempt;
import org.eccexplorer.app.lesson.LessonFiles;
import org.eccexplorer.app.lesson.LessonState;
import org.eccexplorer.app.lesson.NetworkScene;
import org.eccexplorer.app.lesson.Progress;
import org.eccexplorer.app.open.Experiment;
import org.eccexplorer.app.run.Settings;
import org.eccexplorer.app.session.ClassPack;
import org.eccexplorer.app.session.PageId;
import org.eccexplorer.files.AtomicFile;
import org.eccexplorer.lesson.Lesson;
import org.eccexplorer.lesson.LessonPage;
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
import org.eccexplorer.ui.state.ExplorerViewModel;
import org.jspecify.annotations.Nullable;

/**
 * Lessons in the place of a window's content. The content stays as it is, its runs go on; what a
 * lesson shows in the network is an experiment of its own. Belongs to the FX thread.
 */
final class LessonVisit implements LessonHost {
    /** What a lesson without a network shows. */
    private static final NetworkSpec USUAL = new NetworkSpec("digits", 100, 64, 0, false, false);

    /** Pulses between two looks at a file that a teacher edits. */
    private static final int LOOK = 30;

    private final OpenWindow window;
    private final Dialogs dialogs;
    private Optional<Course> packed = Optional.empty();
    private @Nullable LessonScreen screen;
    private @Nullable VisitRoot visit;
    private @Nullable ExplorerViewModel visited;
    private @Nullable Node focused;
    private @Nullable Path file;
    private Optional<FileTime> read = Optional.empty();

    /** The drive of that file is being asked, and may not answer. */
    private boolean looking;

    private int pulses;

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
        Background.run(
                () -> changed(lesson),
                time -> {
                    file = lesson;
                    read = time;
                    show(lesson);
                },
                failure -> {
                    throw new IllegalStateException(failure);
                });
    }

    private void show(Path lesson) {
        Background.run(
                () -> LessonFiles.read(lesson),
                opened -> enter().open(opened),
                failure ->
                        window.explain(
                                lesson.toString(),
                                ProblemException.of(lesson.toString(), failure)));
    }

    /** What is shown of lessons; empty while the experiment is. */
    Optional<LessonScreen> screen() {
        boolean shown = screen != null && window.scene().getRoot() == screen;
        return shown ? Optional.ofNullable(screen) : Optional.empty();
    }

    /** The explorer that a lesson shows; empty unless it does. */
    Optional<ExplorerView> visited() {
        return Optional.ofNullable(visit).map(VisitRoot::view);
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
        ExplorerViewModel model = new ExplorerViewModel(experiment);
        model.settings().set(settings);
        ExplorerView view =
                new ExplorerView(
                        model,
                        dialogs,
                        Surroundings.alone(commands -> commands.on(Command.LEARN, this::back)));
        view.darkProperty().set(own.darkProperty().get());
        view.textPercentProperty().set(own.textPercentProperty().get());
        LessonPage.See see =
                state.page().see().orElse(new LessonPage.See(LessonPage.Place.LIVE, 0));
        VisitRoot root = new VisitRoot(view, state.lesson().title(), this::back);
        visit = root;
        visited = model;
        window.scene().setRoot(root);
        view.commands().listen(window.scene());
        model.currentPage().show(page(see.place()));
        model.runs().start();
        model.selection().layerProperty().set(Math.min(see.layer(), lastLayer(state)));
        double t = state.now().of("T");
        if (t >= 1) {
            model.playback()
                    .lastProperty()
                    .addListener((property, before, last) -> model.playback().goTo((int) t));
            model.playback().goTo((int) t);
        }
    }

    /** Of the network as far as it was run: what is open may have fewer than a lesson names. */
    private static int lastLayer(LessonState state) {
        return state.network().stream()
                .flatMap(network -> network.all().stream())
                .mapToInt(run -> run.network().orElseThrow().layers().size() - 1)
                .max()
                .orElse(Integer.MAX_VALUE);
    }

    private static PageId page(LessonPage.Place place) {
        return switch (place) {
            case LIVE -> PageId.LIVE;
            case ERROR -> PageId.ERROR;
            case COST -> PageId.COST;
            case ANSWERS -> PageId.ANSWERS;
            case LAYER -> PageId.LAYER;
            case IMAGE -> PageId.IMAGE;
            case NEURON -> PageId.NEURON;
        };
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
            visit.view().commands().release(window.scene());
        }
        if (visited != null) {
            visited.close();
        }
        visit = null;
        visited = null;
    }

    /** Called at every pulse. */
    void pulse() {
        if (visit != null) {
            visit.view().pulse();
        }
        pulses++;
        if (file != null && pulses % LOOK == 0) {
            look(file);
        }
    }

    /** Reads the file of the lesson again if it was changed. */
    private void look(Path own) {
        if (looking) {
            return;
        }
        looking = true;
        Background.run(
                () -> changed(own),
                now -> {
                    looking = false;
                    if (now.isPresent() && !now.equals(read)) {
                        read = now;
                        readAgain(own);
                    }
                },
                failure -> {
                    throw new IllegalStateException(failure);
                });
    }

    private void readAgain(Path own) {
        Background.run(
                () -> LessonFiles.read(own),
                this::reload,
                failure ->
                        screen().ifPresent(shown ->
                                shown.warn(
                                        ProblemException.of(own.toString(), failure).stream()
                                                .map(Problem::message)
                                                .findFirst()
                                                .orElse(""))));
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

    private static Optional<FileTime> changed(Path own) {
        try {
            return Optional.of(Files.getLastModifiedTime(own));
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    /** Ends what runs for a lesson. */
    void close() {
        endVisit();
    }
}
