package org.eccexplorer.ui.window;

import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.eccexplorer.app.live.RunState;
import org.eccexplorer.app.session.PageId;
import org.eccexplorer.app.session.WindowPart;
import org.eccexplorer.figures.words.Introduction;
import org.eccexplorer.plot.ChartTheme;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.text.Texts;
import org.eccexplorer.ui.command.Command;
import org.eccexplorer.ui.command.CommandPalette;
import org.eccexplorer.ui.command.Commands;
import org.eccexplorer.ui.compare.ComparePane;
import org.eccexplorer.ui.data.DataPage;
import org.eccexplorer.ui.data.ImagesPage;
import org.eccexplorer.ui.desk.Page;
import org.eccexplorer.ui.desk.Pages;
import org.eccexplorer.ui.desk.TimeBar;
import org.eccexplorer.ui.desk.Workbench;
import org.eccexplorer.ui.dialog.Dialogs;
import org.eccexplorer.ui.dialog.Sheets;
import org.eccexplorer.ui.find.FindPane;
import org.eccexplorer.ui.fx.LiveScroll;
import org.eccexplorer.ui.fx.TextSize;
import org.eccexplorer.ui.help.IntroductionBanner;
import org.eccexplorer.ui.image.ImagePage;
import org.eccexplorer.ui.layer.LayerPage;
import org.eccexplorer.ui.layer.NetworkStrip;
import org.eccexplorer.ui.neuron.NeuronPage;
import org.eccexplorer.ui.results.AnswersPage;
import org.eccexplorer.ui.results.CostPage;
import org.eccexplorer.ui.results.ErrorPage;
import org.eccexplorer.ui.results.LivePage;
import org.eccexplorer.ui.results.PaperPage;
import org.eccexplorer.ui.runs.RunMenu;
import org.eccexplorer.ui.runs.RunNotices;
import org.eccexplorer.ui.runs.RunsPage;
import org.eccexplorer.ui.runs.RunsPane;
import org.eccexplorer.ui.settings.SettingsPane;
import org.eccexplorer.ui.state.CurrentPage;
import org.eccexplorer.ui.state.ExplorerViewModel;
import org.eccexplorer.ui.state.Memo;
import org.eccexplorer.ui.state.RunList;
import org.eccexplorer.ui.state.Selection;
import org.eccexplorer.ui.state.Viewed;
import org.eccexplorer.ui.sweep.SweepPane;
import org.jspecify.annotations.Nullable;

/** The whole window's content: the explorer, or the comparison of two runs in its place. */
public final class ExplorerView extends StackPane implements TextSize.Root {
    /** Below this height the cards of the techniques do without their sentences. */
    private static final double HIGH = 800;

    /** Below this one there is no introduction. */
    private static final double INTRODUCED = 520;

    private static final PseudoClass LOW = PseudoClass.getPseudoClass("low");

    private final ExplorerViewModel model;
    private final BooleanProperty comparing;
    private final BooleanProperty finding;
    private final BooleanProperty sweeping;

    /** Whether something else has the place of the explorer. */
    private final BooleanBinding elsewhere;

    private final ObjectProperty<ChartTheme> theme = new SimpleObjectProperty<>(ChartTheme.LIGHT);
    private final Sheets sheets = new Sheets();
    private final StatusLine status;
    private final WindowCommands commands;
    private final CommandPalette palette;
    private final BorderPane frame = new BorderPane();
    private final TopBar top;
    private final RunsPane runs;
    private final NetworkStrip strip;
    private final SettingsPane settings;
    private final Pages pages = new Pages();
    private final TimeBar time;
    private final RightSide side;
    private final Supplier<ComparePane> made;
    private @Nullable ComparePane compare;
    private final Supplier<FindPane> search;
    private @Nullable FindPane find;
    private final Supplier<SweepPane> opened;
    private @Nullable SweepPane sweep;
    private final ScrollPane left;
    private final VBox centre;
    private final ScrollPane right;
    private final RunNotices notices;
    private final StackPane middle;
    private final LateParts late = new LateParts(List.of(this::putPages, this::putSide));
    private boolean sided;
    private final Label nothing = new Label(Texts.text("ui.window.noRunYet"));
    private final BooleanProperty alone = new SimpleBooleanProperty();
    private final IntroductionBanner introduction;
    private final Memo<List<RunState>, String> introductions;
    private boolean stale = true;

    /** Shows a view-model. */
    public ExplorerView(ExplorerViewModel model, Dialogs dialogs, Surroundings around) {
        this.model = model;
        comparing = model.currentPage().comparingProperty();
        finding = model.currentPage().findingProperty();
        sweeping = model.currentPage().sweepingProperty();
        elsewhere = comparing.or(finding).or(sweeping);
        int[] labels = model.experiment().test().labels();
        introductions = new Memo<>(all -> Introduction.figures(all, labels));
        status = new StatusLine(model, () -> commands().run(Command.SIDE), this::showHidden);
        Workbench bench =
                new Workbench(model, theme, dialogs, sheets, around.figures(), status::say, alone);
        RunMenu menu = new RunMenu(model, dialogs);
        commands = new WindowCommands(bench, menu, this::openPalette, around);
        palette = new CommandPalette(commands.commands(), around::places);
        getStyleClass().add("explorer");
        getStylesheets()
                .add(
                        Objects.requireNonNull(getClass().getResource("explorer.css"))
                                .toExternalForm());
        top = new TopBar(model, commands.commands(), around, this::swap);
        runs = new RunsPane(bench, menu);
        strip = new NetworkStrip(model);
        time = new TimeBar(model, model::selectNextChanged);
        side = new RightSide(bench);
        made = () -> new ComparePane(bench);
        search = () -> new FindPane(bench);
        opened = () -> new SweepPane(bench, around::openRun);
        notices = new RunNotices(model, dialogs, this::showsRuns);
        settings = new SettingsPane(model);
        VBox leftSide = new VBox(settings, runs);
        leftSide.getStyleClass().add("side");
        left = scroll(leftSide, "left");
        right = scroll(side, "right-scroll");
        nothing.getStyleClass().add("nothing");
        middle = new StackPane(nothing);
        introduction =
                new IntroductionBanner(
                        () -> commands().run(Command.LEARN),
                        () -> commands.introducedProperty().set(false));
        centre = new VBox(10, strip, introduction, middle, time);
        centre.getStyleClass().add("centre");
        VBox.setVgrow(middle, Priority.ALWAYS);
        addPages(bench, menu, around);
        pages.turn(model.currentPage().idProperty().get());
        lay();
        showParts();
        getChildren().addAll(frame, sheets, palette);
        watch();
    }

    private static ScrollPane scroll(VBox content, String style) {
        ScrollPane scroll = LiveScroll.column(content, style);
        scroll.setFitToHeight(true);
        return scroll;
    }

    private void addPages(Workbench bench, RunMenu menu, Surroundings around) {
        for (PageId page : PageId.values()) {
            pages.add(page, () -> page(page, bench, menu, around));
        }
    }

    private Page page(PageId page, Workbench bench, RunMenu menu, Surroundings around) {
        return switch (page) {
            case LIVE -> new LivePage(bench);
            case ERROR -> new ErrorPage(bench);
            case COST -> new CostPage(bench);
            case ANSWERS -> new AnswersPage(bench);
            case LAYER -> new LayerPage(bench);
            case IMAGE -> new ImagePage(bench);
            case NEURON -> new NeuronPage(bench);
            case SAMPLES -> new ImagesPage(bench);
            case DATA -> new DataPage(bench, commands.commands(), around::calibrate);
            case RUNS -> new RunsPage(bench, menu);
            case PAPER -> new PaperPage(bench);
        };
    }

    /** Shows the parts that are not hidden. */
    private void showParts() {
        settings.show(part -> !isHidden(part));
        show(WindowPart.RUNS, runs);
        show(strip, !isHidden(WindowPart.STRIP) && !alone.get());
        showIntroduction();
        side.showParts();
        pages.showOnly(page -> page.part().filter(this::isHidden).isEmpty());
        stale = true;
    }

    /** Where there is little room, results need it more. */
    private void showIntroduction() {
        boolean room = getHeight() == 0 || getHeight() > INTRODUCED * textSize();
        show(introduction, commands.introducedProperty().get() && !alone.get() && room);
    }

    private boolean isHidden(WindowPart part) {
        return model.hiddenParts().contains(part);
    }

    private void show(WindowPart part, Node node) {
        show(node, !isHidden(part));
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    /** One chart takes the whole window, or gives it back. */
    private void layAlone() {
        lay();
        showParts();
    }

    /** Gives the window back that one chart has, or lets parts be chosen. */
    private void showHidden() {
        if (alone.get()) {
            alone.set(false);
        } else {
            commands().run(Command.PARTS);
        }
    }

    /** Which parts are there: the comparison takes all of the width, a small window the middle. */
    private void lay() {
        boolean wide = getWidth() == 0 || getWidth() > Workbench.WIDE * textSize();
        boolean rightOnly = !wide && commands.sideProperty().get();
        commands.narrowProperty().set(!wide && !elsewhere.get());
        frame.setLeft(elsewhere.get() || alone.get() || rightOnly ? null : left);
        frame.setCenter(inTheMiddle());
        boolean sideways = sided && (wide || rightOnly);
        frame.setRight(elsewhere.get() || alone.get() || !sideways ? null : right);
        if (frame.getTop() == null) {
            frame.setTop(top);
        }
        frame.setBottom(status);
        stale = true;
    }

    private void putPages() {
        middle.getChildren().addFirst(pages);
    }

    private void putSide() {
        sided = true;
        lay();
    }

    private Node inTheMiddle() {
        if (comparing.get()) {
            return compare();
        }
        return finding.get() ? find() : sweeping.get() ? sweep() : centre;
    }

    /** Made when it is first shown. */
    private SweepPane sweep() {
        SweepPane pane = sweep;
        if (pane == null) {
            pane = opened.get();
            sweep = pane;
        }
        return pane;
    }

    /** Made when it is first shown. */
    private ComparePane compare() {
        ComparePane pane = compare;
        if (pane == null) {
            pane = made.get();
            compare = pane;
        }
        return pane;
    }

    /** Made when it is first shown. */
    private FindPane find() {
        FindPane pane = find;
        if (pane == null) {
            pane = search.get();
            find = pane;
        }
        return pane;
    }

    /** Whatever changes is repainted at the next pulse. */
    private void watch() {
        RunList list = model.runs();
        Selection selection = model.selection();
        CurrentPage page = model.currentPage();
        InvalidationListener repaint = o -> stale = true;
        for (Observable shown :
                List.of(
                        list.all(),
                        list.undrawn(),
                        list.focusProperty(),
                        list.pausedProperty(),
                        list.problemsProperty(),
                        selection.layerProperty(),
                        selection.neuronProperty(),
                        selection.imageProperty(),
                        model.playback().timestepProperty(),
                        model.accountingProperty(),
                        page.firstComparedProperty(),
                        page.secondComparedProperty())) {
            shown.addListener(repaint);
        }
        list.problemsProperty().addListener((property, before, now) -> failed(now));
        page.idProperty().addListener((property, was, now) -> pages.turn(now));
        pages.setOnTurned(this::turned);
        InvalidationListener turned =
                o -> {
                    alone.set(false);
                    lay();
                };
        comparing.addListener(turned);
        finding.addListener(turned);
        sweeping.addListener(turned);
        model.sweepProperty().addListener(repaint);
        model.finding().runningProperty().addListener(repaint);
        alone.addListener(o -> layAlone());
        commands.introducedProperty().addListener(o -> showParts());
        model.hiddenParts().addListener((InvalidationListener) o -> showParts());
        commands.darkProperty().addListener((property, before, on) -> applyTheme(on));
        commands.textPercentProperty().addListener((property, before, now) -> applyTextSize(now));
        commands.sideProperty().addListener(o -> lay());
        addEventFilter(KeyEvent.KEY_PRESSED, this::turnImages);
        addEventHandler(KeyEvent.KEY_PRESSED, this::giveBack);
        widthProperty().addListener(o -> lay());
        heightProperty().addListener(o -> fold());
    }

    /** Tables would move their own columns by the keys of the next and the previous image. */
    private void turnImages(KeyEvent event) {
        if (event.getTarget() instanceof TextInputControl || sheets.isVisible()) {
            return;
        }
        for (Command command : List.of(Command.NEXT_IMAGE, Command.PREVIOUS_IMAGE)) {
            KeyCombination keys = command.keys();
            if (keys != null && keys.match(event)) {
                commands().run(command);
                event.consume();
            }
        }
    }

    /** Escape gives the window back that one chart has, and leads back to the explorer. */
    private void giveBack(KeyEvent event) {
        if (event.getCode() != KeyCode.ESCAPE || !(alone.get() || elsewhere.get())) {
            return;
        }
        event.consume();
        if (alone.get()) {
            alone.set(false);
        } else {
            model.currentPage().explore();
        }
    }

    private void failed(List<Problem> problems) {
        if (!problems.isEmpty()) {
            explain(Texts.text("ui.window.runFailed"), problems);
        }
    }

    private void turned(PageId page) {
        alone.set(false);
        model.currentPage().show(page);
        stale = true;
    }

    private void swap() {
        compare().swap();
        stale = true;
    }

    private void openPalette() {
        palette.open();
    }

    private void applyTheme(boolean dark) {
        getStyleClass().remove("dark");
        if (dark) {
            getStyleClass().add("dark");
        }
        theme.set(dark ? ChartTheme.DARK : ChartTheme.LIGHT);
        stale = true;
    }

    private double textSize() {
        return commands.textPercentProperty().get() / 100.0;
    }

    private void applyTextSize(int percent) {
        setStyle(TextSize.style(percent));
        lay();
        fold();
    }

    private void fold() {
        boolean low = getHeight() < HIGH * textSize();
        pseudoClassStateChanged(LOW, low);
        introduction.brief(low);
        strip.low(low);
        showIntroduction();
    }

    /** Puts the menu bar above everything. */
    void setMenuBar(MenuBar bar) {
        frame.setTop(new VBox(bar, top));
    }

    /** Everything that can be done here. */
    public Commands commands() {
        return commands.commands();
    }

    public BooleanProperty darkProperty() {
        return commands.darkProperty();
    }

    @Override
    public ObjectProperty<Integer> textPercentProperty() {
        return commands.textPercentProperty();
    }

    /** Puts a message into the status line. */
    public void say(String message) {
        status.say(message);
    }

    /** What is read or filled in above the content. */
    public Sheets sheets() {
        return sheets;
    }

    /** Puts the keyboard where a newcomer needs it first. */
    public void focusRun() {
        top.focusRun();
    }

    /** Explains problems above the content; they can be read again later. */
    public void explain(String title, List<Problem> problems) {
        commands.explain(title, problems);
    }

    /** Whether it is in a window that is open. */
    private boolean isSeen() {
        return getScene() != null
                && getScene().getWindow() != null
                && getScene().getWindow().isShowing();
    }

    /** Whether the user is looking at the window. */
    public boolean isLookedAt() {
        return getScene() != null
                && getScene().getWindow() != null
                && getScene().getWindow().isFocused();
    }

    /**
     * Whether the user is looking at runs and their figures, and so sees when a run ends, or at
     * lessons in their place, which no notice is to cover.
     */
    private boolean showsRuns() {
        return getScene() == null
                || (isLookedAt()
                        && !sheets.isVisible()
                        && !elsewhere.get()
                        && model.currentPage().idProperty().get().showsRuns());
    }

    /** Whether the introduction for newcomers is shown. */
    public BooleanProperty introducedProperty() {
        return commands.introducedProperty();
    }

    /** Shows everything again, whether it changed or not. */
    public void repaint() {
        stale = true;
        pulse();
    }

    /** Called at every pulse: shows what changed since the last one, if anything did. */
    public void pulse() {
        if (!model.pulse() && !stale) {
            return;
        }
        stale = false;
        notices.refresh();
        boolean empty = model.runs().all().isEmpty();
        if (!empty && late.areLeft()) {
            late.next(isSeen());
            stale = late.areLeft();
        }
        nothing.setVisible(empty);
        pages.setVisible(!empty);
        right.setVisible(!empty);
        top.refresh();
        status.refresh(commands.narrowProperty().get(), alone.get());
        if (introduction.isVisible()) {
            introduction.show(introductions.of(List.copyOf(model.runs().all())));
        }
        if (comparing.get()) {
            compare().refresh();
        } else if (finding.get()) {
            find().refresh();
        } else if (sweeping.get()) {
            sweep().refresh();
        } else {
            runs.refresh();
            model.viewed().ifPresent(this::show);
        }
    }

    private void show(Viewed viewed) {
        settings.refresh(viewed.focus());
        strip.refresh(viewed.focus());
        pages.refresh(viewed);
        time.refresh(viewed.focus());
        if (frame.getRight() != null) {
            side.refresh(viewed);
        }
    }
}
