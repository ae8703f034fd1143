package org.eccexplorer.ui.window;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
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
import org.eccexplorer.ui.fx.Late;
import org.eccexplorer.ui.fx.LateParts;
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
    private final BorderPane frame = new BorderPane();
    private final VBox bars = new VBox();
    private final VBox leftSide = new VBox();
    private final ScrollPane left = scroll(leftSide, "left");
    private final Label nothing = new Label(Texts.text("ui.window.noRunYet"));
    private final StackPane middle = new StackPane(nothing);
    private final VBox centre = new VBox(10, middle);

    private final ExplorerPlace place = new ExplorerPlace(centre, this::applyCss, this::lay);

    private final RunNotices notices;
    private final BooleanProperty alone = new SimpleBooleanProperty();
    private final Memo<List<RunState>, String> introductions;

    private final Late<CommandPalette> palette;
    private final Late<TopBar> top;
    private final Late<SettingsPane> settings;
    private final Late<RunsPane> runs;
    private final Late<NetworkStrip> strip;
    private final Late<IntroductionBanner> introduction;
    private final Late<TimeBar> time;
    private final Late<Pages> pages;
    private final Late<RightSide> side;
    private final Late<ScrollPane> right;
    private final ExplorerPlace.Other compare;
    private final ExplorerPlace.Other find;
    private final ExplorerPlace.Other sweep;

    /** What is there before any run. */
    private final LateParts first;

    /** What shows runs. */
    private final LateParts late;

    private final Runnable swap;

    private Supplier<Optional<MenuBar>> menus = Optional::empty;
    private Optional<Node> cover = Optional.empty();
    private Runnable there = () -> {};
    private boolean runFocused;

    /** Whether a page that was turned to is not yet in sight. */
    private boolean turnsPage;

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
        getStyleClass().add("explorer");
        getStylesheets()
                .add(
                        Objects.requireNonNull(getClass().getResource("explorer.css"))
                                .toExternalForm());
        palette = new Late<>(() -> new CommandPalette(commands.commands(), around::places));
        top = new Late<>(() -> new TopBar(model, commands.commands(), around, this::swap));
        settings = new Late<>(() -> new SettingsPane(model));
        runs = new Late<>(() -> new RunsPane(bench, menu));
        strip = new Late<>(() -> new NetworkStrip(model));
        introduction = new Late<>(this::banner);
        time = new Late<>(() -> new TimeBar(model, model::selectNextChanged));
        pages = new Late<>(() -> pages(bench, menu, around));
        side = new Late<>(() -> new RightSide(bench));
        right = new Late<>(() -> scroll(side.get(), "right-scroll"));
        Late<ComparePane> comparison = new Late<>(() -> new ComparePane(bench));
        Late<FindPane> search = new Late<>(() -> new FindPane(bench));
        Late<SweepPane> opened = new Late<>(() -> new SweepPane(bench, around::openRun));
        compare = new ExplorerPlace.Other(comparison, () -> comparison.get().refresh());
        find = new ExplorerPlace.Other(search, () -> search.get().refresh());
        sweep = new ExplorerPlace.Other(opened, () -> opened.get().refresh());
        swap = () -> comparison.get().swap();
        notices = new RunNotices(model, dialogs, this::showsRuns);
        leftSide.getStyleClass().add("side");
        nothing.getStyleClass().add("nothing");
        centre.getStyleClass().add("centre");
        VBox.setVgrow(middle, Priority.ALWAYS);
        frame.setTop(bars);
        frame.setLeft(left);
        frame.setCenter(place);
        frame.setBottom(status);
        getChildren().addAll(frame, sheets);
        first = new LateParts(firstParts(), this::applyCss);
        late = new LateParts(lateParts(), this::applyCss);
        lay();
        watch();
    }

    private static ScrollPane scroll(VBox content, String style) {
        ScrollPane scroll = LiveScroll.column(content, style);
        scroll.setFitToHeight(true);
        return scroll;
    }

    private IntroductionBanner banner() {
        return new IntroductionBanner(
                () -> commands().run(Command.LEARN),
                () -> commands.introducedProperty().set(false));
    }

    private Pages pages(Workbench bench, RunMenu menu, Surroundings around) {
        Pages made = new Pages();
        for (PageId page : PageId.values()) {
            made.add(page, () -> page(page, bench, menu, around));
        }
        made.turn(model.currentPage().idProperty().get());
        made.setOnTurned(this::turned);
        return made;
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

    private List<Runnable> firstParts() {
        List<Runnable> parts = new ArrayList<>();
        parts.add(() -> menus.get().ifPresent(bars.getChildren()::addFirst));
        parts.add(this::putTop);
        parts.add(() -> put(leftSide, settings.get()));
        parts.addAll(SettingsPane.parts(settings::get));
        parts.add(() -> put(leftSide, runs.get()));
        parts.add(this::putCentre);
        parts.add(() -> there.run());
        return parts;
    }

    private List<Runnable> lateParts() {
        List<Runnable> parts = new ArrayList<>();
        parts.add(this::putPages);
        parts.addAll(RightSide.parts(side::get));
        return parts;
    }

    private void putPages() {
        middle.getChildren().addFirst(pages.get());
        showParts();
    }

    private void put(VBox into, Node part) {
        into.getChildren().add(part);
        showParts();
    }

    private void putTop() {
        bars.getChildren().add(top.get());
        if (runFocused) {
            top.get().focusRun();
        }
    }

    /** With the side that comes later, so that nothing moves when it does. */
    private void putCentre() {
        centre.getChildren().setAll(strip.get(), introduction.get(), middle, time.get());
        frame.setRight(right.get());
        fold();
        lay();
        showParts();
    }

    /** Shows something in the place of all until {@link #uncover}. */
    public void cover(Node shown) {
        cover = Optional.of(shown);
        frame.setVisible(false);
        getChildren().add(shown);
    }

    /** Shows the content. */
    public void uncover() {
        cover.ifPresent(getChildren()::remove);
        frame.setVisible(true);
        // What is hidden takes no focus.
        if (runFocused) {
            top.ifMade(TopBar::focusRun);
        }
    }

    /** Shows the parts that are not hidden. */
    private void showParts() {
        settings.ifMade(pane -> pane.show(part -> !isHidden(part)));
        runs.ifMade(pane -> show(pane, !isHidden(WindowPart.RUNS)));
        strip.ifMade(pane -> show(pane, !isHidden(WindowPart.STRIP) && !alone.get()));
        showIntroduction();
        side.ifMade(RightSide::showParts);
        pages.ifMade(all -> all.showOnly(page -> page.part().filter(this::isHidden).isEmpty()));
        stale = true;
    }

    /** Where there is little room, results need it more. */
    private void showIntroduction() {
        boolean room = getHeight() == 0 || getHeight() > INTRODUCED * textSize();
        boolean shown = commands.introducedProperty().get() && !alone.get() && room;
        introduction.ifMade(banner -> show(banner, shown));
    }

    private boolean isHidden(WindowPart part) {
        return model.hiddenParts().contains(part);
    }

    static void show(Node node, boolean shown) {
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
        boolean sides = place.other().isEmpty() && !alone.get();
        boolean some = !model.runs().all().isEmpty();
        show(left, sides && !rightOnly);
        right.ifMade(pane -> {
            pane.setManaged(sides && (wide || rightOnly));
            pane.setVisible(pane.isManaged() && some);
        });
        stale = true;
    }

    /** What is to have the place of the explorer. */
    private Optional<ExplorerPlace.Other> elsewhere() {
        if (comparing.get()) {
            return Optional.of(compare);
        }
        if (finding.get()) {
            return Optional.of(find);
        }
        return sweeping.get() ? Optional.of(sweep) : Optional.empty();
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
        page.idProperty().addListener((property, was, now) -> pages.ifMade(all -> all.turn(now)));
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
        swap.run();
        stale = true;
    }

    private void openPalette() {
        CommandPalette opened = palette.get();
        if (!getChildren().contains(opened)) {
            getChildren().add(opened);
            // A key that is pressed before the next pulse is for its field, which has a skin now.
            opened.applyCss();
        }
        opened.open();
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
        introduction.ifMade(banner -> banner.brief(low));
        strip.ifMade(shown -> shown.low(low));
        showIntroduction();
    }

    /** Puts a menu bar above everything, made when there is time for it. */
    void setMenuBar(Supplier<MenuBar> bar) {
        menus = () -> Optional.of(bar.get());
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

    /** Whether all is there that does not show runs. */
    boolean isThere() {
        return !first.areLeft();
    }

    /** Whether all parts are there. */
    public boolean isWhole() {
        return isThere() && (!late.areLeft() || model.runs().all().isEmpty());
    }

    /** Does something once all is there that does not show runs. */
    public void whenThere(Runnable action) {
        there = action;
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
        runFocused = true;
        top.ifMade(TopBar::focusRun);
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

    /** Shows everything again, whether it changed or not, and all parts at once. */
    public void repaint() {
        stale = true;
        pulse(false);
    }

    /** Called at every pulse: shows what changed since the last one, if anything did. */
    public void pulse() {
        pulse(isSeen());
    }

    /**
     * Shows what changed.
     *
     * @param spread whether parts that are still to come may do so in later pulses
     */
    private void pulse(boolean spread) {
        stale |= model.pulse();
        if (first.areLeft()) {
            first.next(spread);
            stale = true;
            if (first.areLeft()) {
                return;
            }
        }
        boolean empty = model.runs().all().isEmpty();
        boolean come = !empty && late.areLeft();
        if (come) {
            late.next(spread);
        }
        place.pulse(elsewhere(), spread);
        boolean all = stale;
        stale = false;
        if (all) {
            refresh(empty);
        }
        if (place.other().isEmpty()) {
            model.viewed().ifPresent(viewed -> explore(viewed, all, come, spread));
        }
    }

    private void refresh(boolean empty) {
        notices.refresh();
        nothing.setVisible(empty);
        pages.ifMade(all -> all.setVisible(!empty));
        right.ifMade(pane -> pane.setVisible(!empty && pane.isManaged()));
        top.ifMade(TopBar::refresh);
        status.refresh(commands.narrowProperty().get(), alone.get());
        introduction
                .made()
                .filter(Node::isVisible)
                .ifPresent(
                        banner -> banner.show(introductions.of(List.copyOf(model.runs().all()))));
        place.other()
                .ifPresentOrElse(
                        shown -> shown.refresh().run(), () -> runs.ifMade(RunsPane::refresh));
    }

    /**
     * Shows runs in the explorer.
     *
     * @param all whether something has changed; else only what came since is shown
     * @param come whether parts of the right side have
     */
    private void explore(Viewed viewed, boolean all, boolean come, boolean spread) {
        if (all) {
            settings.ifMade(pane -> pane.refresh(viewed.focus()));
            strip.ifMade(pane -> pane.refresh(viewed.focus()));
            time.ifMade(bar -> bar.refresh(viewed.focus()));
        }
        if (all || turnsPage) {
            turnsPage = pages.made().filter(made -> made.refresh(viewed, spread)).isPresent();
        }
        if ((all || come) && right.made().filter(Node::isManaged).isPresent()) {
            side.get().refresh(viewed);
        }
    }
}
