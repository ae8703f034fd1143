package org.eccexplorer.ui.window;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.collections.SetChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.eccexplorer.app.live.RunState;
import org.eccexplorer.app.run.ImageTrace;
import org.eccexplorer.app.session.PageId;
import org.eccexplorer.app.session.WindowPart;
import org.eccexplorer.plot.ChartTheme;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.ui.command.Command;
import org.eccexplorer.ui.command.CommandPalette;
import org.eccexplorer.ui.command.Commands;
import org.eccexplorer.ui.compare.ComparePane;
import org.eccexplorer.ui.data.DataPage;
import org.eccexplorer.ui.data.ImagesPage;
import org.eccexplorer.ui.data.VerifyPane;
import org.eccexplorer.ui.desk.Pages;
import org.eccexplorer.ui.desk.TimeBar;
import org.eccexplorer.ui.desk.Workbench;
import org.eccexplorer.ui.dialog.Dialogs;
import org.eccexplorer.ui.dialog.ProblemList;
import org.eccexplorer.ui.dialog.Sheets;
import org.eccexplorer.ui.fx.FormattedText;
import org.eccexplorer.ui.fx.LiveScroll;
import org.eccexplorer.ui.help.Greeting;
import org.eccexplorer.ui.help.Texts;
import org.eccexplorer.ui.image.FeatureMapsPane;
import org.eccexplorer.ui.image.ImagePage;
import org.eccexplorer.ui.image.ImagePane;
import org.eccexplorer.ui.image.SpikesPane;
import org.eccexplorer.ui.layer.LayerPage;
import org.eccexplorer.ui.layer.NetworkStrip;
import org.eccexplorer.ui.neuron.NeuronPage;
import org.eccexplorer.ui.neuron.NeuronPane;
import org.eccexplorer.ui.results.AnswersPage;
import org.eccexplorer.ui.results.CostPage;
import org.eccexplorer.ui.results.ErrorPage;
import org.eccexplorer.ui.results.LivePage;
import org.eccexplorer.ui.results.TilesPane;
import org.eccexplorer.ui.runs.RunNotices;
import org.eccexplorer.ui.runs.RunsPage;
import org.eccexplorer.ui.runs.RunsPane;
import org.eccexplorer.ui.settings.SettingsPane;
import org.eccexplorer.ui.state.ExplorerViewModel;
import org.eccexplorer.ui.state.Viewed;

/** The whole window's content: the explorer, or the comparison of two runs in its place. */
public final class ExplorerView extends StackPane {
    /** Below this height the cards of the techniques do without their sentences. */
    private static final double HIGH = 800;

    private static final PseudoClass LOW = PseudoClass.getPseudoClass("low");

    private final ExplorerViewModel model;
    private final BooleanProperty dark = new SimpleBooleanProperty();
    private final BooleanProperty comparing;
    private final ObjectProperty<ChartTheme> theme = new SimpleObjectProperty<>(ChartTheme.LIGHT);
    private final Sheets sheets = new Sheets();
    private final Workbench bench;
    private final BorderPane frame = new BorderPane();
    private final TopBar top;
    private final RunsPane runs;
    private final NetworkStrip strip;
    private final SettingsPane settings;
    private final Pages pages = new Pages();
    private final TimeBar time;
    private final TilesPane tiles = new TilesPane();
    private final ImagePane sample;
    private final FeatureMapsPane maps;
    private final SpikesPane spikes;
    private final NeuronPane neuron;
    private final ComparePane compare;
    private final StatusLine status;
    private final CommandPalette palette;
    private final ScrollPane left;
    private final VBox centre;
    private final ScrollPane right;
    private final RunNotices notices;
    private final Label nothing = new Label("No run yet. Press Run, or F5.");
    private List<Problem> explained = List.of();
    private boolean stale = true;

    /**
     * Shows a view-model.
     *
     * @param commands what the rest of the window can do; the view adds what it does itself
     * @param calibrate opens the experiment anew with λ measured on other images
     */
    public ExplorerView(
            ExplorerViewModel model,
            Dialogs dialogs,
            Commands commands,
            Consumer<String> calibrate) {
        this.model = model;
        comparing = model.currentPage().comparingProperty();
        bench = new Workbench(model, theme, dialogs, sheets, this::say);
        getStyleClass().add("explorer");
        getStylesheets()
                .add(
                        Objects.requireNonNull(getClass().getResource("explorer.css"))
                                .toExternalForm());
        top = new TopBar(model, commands, comparing, this::swap);
        runs = new RunsPane(bench);
        strip = new NetworkStrip(model);
        time = new TimeBar(model, model::selectNextChanged);
        sample = new ImagePane(model, () -> show(PageId.SAMPLES));
        maps = new FeatureMapsPane(model);
        spikes = new SpikesPane(bench);
        neuron = new NeuronPane(bench, () -> show(PageId.NEURON));
        compare = new ComparePane(bench);
        status = new StatusLine(model);
        palette = new CommandPalette(commands);
        notices = new RunNotices(model, dialogs, this::showsRuns);
        settings = new SettingsPane(model);
        left = scroll(new VBox(settings, runs), "left", "side");
        right = scroll(new VBox(12, tiles, sample, maps, spikes, neuron), "right-scroll", "right");
        nothing.getStyleClass().add("nothing");
        StackPane middle = new StackPane(pages, nothing);
        centre = new VBox(10, strip, middle, time);
        centre.getStyleClass().add("centre");
        VBox.setVgrow(middle, Priority.ALWAYS);
        addPages(calibrate);
        pages.turn(model.currentPage().idProperty().get());
        lay();
        showParts();
        comparing.addListener(o -> lay());
        widthProperty().addListener(o -> lay());
        heightProperty().addListener(o -> pseudoClassStateChanged(LOW, getHeight() < HIGH));
        getChildren().addAll(frame, sheets, palette);
        dark.addListener((property, before, on) -> applyTheme(on));
        addCommands(commands);
        watch();
    }

    private static ScrollPane scroll(VBox content, String style, String contentStyle) {
        content.getStyleClass().add(contentStyle);
        ScrollPane scroll = new LiveScroll(content);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add(style);
        return scroll;
    }

    /** Puts the menu bar above everything. */
    void setMenuBar(MenuBar bar) {
        frame.setTop(new VBox(bar, top));
    }

    private void addPages(Consumer<String> calibrate) {
        pages.add(PageId.LIVE, "Live", () -> new LivePage(bench));
        pages.add(PageId.ERROR, "Error", () -> new ErrorPage(bench));
        pages.add(PageId.COST, "Cost", this::costPage);
        pages.add(PageId.ANSWERS, "Answers", () -> new AnswersPage(bench));
        pages.add(PageId.LAYER, "Layer", () -> new LayerPage(bench));
        pages.add(PageId.IMAGE, "Image", () -> new ImagePage(bench));
        pages.add(PageId.NEURON, "Neuron", () -> new NeuronPage(bench));
        pages.add(PageId.SAMPLES, "Samples", () -> new ImagesPage(bench));
        pages.add(PageId.DATA, "Data", () -> new DataPage(bench, calibrate));
        pages.add(PageId.RUNS, "Runs", () -> new RunsPage(bench, runs::menu));
    }

    private CostPage costPage() {
        CostPage page = new CostPage(bench);
        page.models().valueProperty().addListener(o -> stale = true);
        return page;
    }

    /** Shows the parts that are not hidden; the charts of the live page always are. */
    private void showParts() {
        settings.show(part -> !isHidden(part));
        show(WindowPart.RUNS, runs);
        show(WindowPart.STRIP, strip);
        show(WindowPart.TILES, tiles);
        show(WindowPart.SAMPLE, sample);
        show(WindowPart.FEATURE_MAPS, maps);
        show(WindowPart.SPIKES, spikes);
        show(WindowPart.MEMBRANE, neuron);
        pages.showOnly(page -> page.part().filter(this::isHidden).isEmpty());
    }

    private boolean isHidden(WindowPart part) {
        return model.hiddenParts().contains(part);
    }

    private void show(WindowPart part, Node node) {
        boolean shown = !isHidden(part);
        node.setVisible(shown);
        node.setManaged(shown);
    }

    /** Which parts are there: the comparison takes all of the width, a small window the middle. */
    private void lay() {
        boolean wide = getWidth() == 0 || getWidth() > Workbench.WIDE;
        frame.setLeft(comparing.get() ? null : left);
        frame.setCenter(comparing.get() ? compare : centre);
        frame.setRight(comparing.get() || !wide ? null : right);
        if (frame.getTop() == null) {
            frame.setTop(top);
        }
        frame.setBottom(status);
        stale = true;
    }

    private void addCommands(Commands commands) {
        for (PageId page : PageId.values()) {
            commands.on(Command.turningTo(page), () -> show(page));
        }
        commands.on(Command.RUN, this::toggleRun)
                .on(
                        Command.PAUSE,
                        () ->
                                model.runs()
                                        .pausedProperty()
                                        .set(!model.runs().pausedProperty().get()))
                .on(Command.RUN_ALL, model.runs()::startAllCombinations)
                .on(Command.STEP, () -> model.playback().step(1))
                .on(Command.STEP_BACK, () -> model.playback().step(-1))
                .on(Command.PLAY, model.playback()::toggle)
                .on(Command.UNDO, model.history()::undo)
                .on(Command.REDO, model.history()::redo)
                .on(Command.DUPLICATE_RUN, () -> onFocus(model.runs()::duplicate))
                .on(Command.RENAME_RUN, () -> onFocus(runs::rename))
                .on(Command.DELETE_RUN, () -> onFocus(model.runs()::delete))
                .on(Command.NEXT_SAMPLE, () -> moveSample(1))
                .on(Command.PREVIOUS_SAMPLE, () -> moveSample(-1))
                .on(Command.NEXT_CHANGED, model::selectNextChanged)
                .on(Command.COMPARE, () -> comparing.set(!comparing.get()))
                .on(Command.THEME, () -> dark.set(!dark.get()))
                .on(
                        Command.VERIFY,
                        () ->
                                sheets.show(
                                        "Verify the import",
                                        new VerifyPane(
                                                model.experiment().model(), bench.dialogs())))
                .on(Command.LEARN, this::learn)
                .on(Command.PROBLEMS, () -> explain("Problems met last", explained))
                .on(Command.ABOUT, () -> sheets.show("About", new FormattedText(Texts.about())))
                .on(Command.PALETTE, palette::open);
    }

    private void onFocus(Consumer<RunState> action) {
        model.runs().focusProperty().get().ifPresent(action);
    }

    private void moveSample(int by) {
        model.selection().moveImage(by);
    }

    private void swap() {
        compare.swap();
        stale = true;
    }

    public BooleanProperty darkProperty() {
        return dark;
    }

    /** Whether two runs are compared in place of the explorer. */
    public BooleanProperty comparingProperty() {
        return comparing;
    }

    private void applyTheme(boolean on) {
        getStyleClass().remove("dark");
        if (on) {
            getStyleClass().add("dark");
        }
        theme.set(on ? ChartTheme.DARK : ChartTheme.LIGHT);
        stale = true;
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

    /** Turns to a page. */
    void show(PageId page) {
        model.currentPage().show(page);
    }

    /** Explains problems above the content; they can be read again later. */
    public void explain(String title, List<Problem> problems) {
        explained = problems;
        sheets.show(title, new ProblemList(problems));
    }

    /** Whether one looks at the window. */
    public boolean isLookedAt() {
        return getScene() != null
                && getScene().getWindow() != null
                && getScene().getWindow().isFocused();
    }

    /** Whether one looks at runs and their figures, and so sees when one ends. */
    private boolean showsRuns() {
        return isLookedAt()
                && !sheets.isVisible()
                && !comparing.get()
                && model.currentPage().idProperty().get().showsRuns();
    }

    /** Puts a hint for newcomers above the charts, until it is closed. */
    void greet(Runnable closed) {
        Greeting greeting = new Greeting(this::learn, closed);
        centre.getChildren().addFirst(greeting);
    }

    private void learn() {
        sheets.show("Learn", new FormattedText(Texts.learn()));
    }

    /** Runs with the settings as they are, or stops what runs. */
    public void toggleRun() {
        if (model.runs().isRunning()) {
            model.runs().stop();
        } else {
            model.runs().start();
        }
    }

    /** Whatever changes is repainted at the next pulse. */
    private void watch() {
        model.selection().layerProperty().addListener(o -> stale = true);
        model.selection().neuronProperty().addListener(o -> stale = true);
        model.selection().imageProperty().addListener(o -> stale = true);
        model.playback().timestepProperty().addListener(o -> stale = true);
        model.runs().focusProperty().addListener(o -> stale = true);
        model.runs().pausedProperty().addListener(o -> stale = true);
        model.currentPage().firstComparedProperty().addListener(o -> stale = true);
        model.currentPage().secondComparedProperty().addListener(o -> stale = true);
        model.currentPage().idProperty().addListener((property, was, page) -> pages.turn(page));
        model.runs().problemsProperty().addListener((property, before, now) -> failed(now));
        pages.setOnTurned(this::turned);
        model.runs().all().addListener((ListChangeListener<RunState>) change -> stale = true);
        model.hiddenParts()
                .addListener(
                        (SetChangeListener<WindowPart>)
                                change -> {
                                    showParts();
                                    stale = true;
                                });
        model.runs().hidden().addListener((ListChangeListener<Integer>) change -> stale = true);
    }

    private void failed(List<Problem> problems) {
        stale = true;
        if (!problems.isEmpty()) {
            explain("The run could not go on", problems);
        }
    }

    private void turned(PageId page) {
        model.currentPage().show(page);
        stale = true;
    }

    /** Shows everything anew, whether it changed or not. */
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
        boolean empty = model.runs().focusProperty().get().isEmpty();
        nothing.setVisible(empty);
        pages.setVisible(!empty);
        right.setVisible(!empty);
        top.refresh();
        status.refresh();
        if (comparing.get()) {
            compare.refresh();
        } else {
            runs.refresh();
            model.viewed().ifPresent(this::show);
        }
    }

    private void show(Viewed viewed) {
        RunState focus = viewed.focus();
        strip.refresh(focus);
        pages.refresh(viewed);
        time.refresh(focus);
        tiles.refresh(focus, viewed.timestep());
        Optional<ImageTrace> trace =
                frame.getRight() == null ? Optional.empty() : model.selection().trace(focus);
        sample.refresh(viewed, trace);
        if (trace.isPresent()) {
            maps.refresh(viewed, trace.get());
            spikes.refresh(viewed, trace.get());
            neuron.refresh(viewed, trace.get());
        }
    }
}
