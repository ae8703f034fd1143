package org.eccexplorer.ui.window;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.MenuBar;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.eccexplorer.plot.ChartTheme;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.text.Texts;
import org.eccexplorer.ui.command.Command;
import org.eccexplorer.ui.command.CommandPalette;
import org.eccexplorer.ui.command.Commands;
import org.eccexplorer.ui.desk.Workbench;
import org.eccexplorer.ui.dialog.Dialogs;
import org.eccexplorer.ui.dialog.Sheets;
import org.eccexplorer.ui.fx.Late;
import org.eccexplorer.ui.fx.TextSize;
import org.eccexplorer.ui.runs.RunMenu;
import org.eccexplorer.ui.runs.RunNotices;
import org.eccexplorer.ui.state.ExplorerViewModel;

/** The whole window's content: the explorer in its frame, and what is shown above it. */
public final class ExplorerView extends StackPane implements TextSize.Root {
    private static final PseudoClass LOW = PseudoClass.getPseudoClass("low");

    private final ExplorerViewModel model;
    private final BooleanProperty alone = new SimpleBooleanProperty();
    private final ObjectProperty<ChartTheme> theme = new SimpleObjectProperty<>(ChartTheme.LIGHT);
    private final Sheets sheets = new Sheets();
    private final StatusLine status;
    private final WindowCommands commands;
    private final Elsewhere elsewhere;
    private final ExplorerFrame frame;
    private final RunNotices notices;
    private final Late<CommandPalette> palette;
    private Optional<Node> cover = Optional.empty();

    /** Shows a view-model. */
    public ExplorerView(ExplorerViewModel model, Dialogs dialogs, Surroundings around) {
        this.model = model;
        status = new StatusLine(model, () -> commands().run(Command.SIDE), this::showHidden);
        Workbench bench =
                new Workbench(model, theme, dialogs, sheets, around.figures(), status::say, alone);
        RunMenu menu = new RunMenu(model, dialogs);
        commands = new WindowCommands(bench, menu, this::openPalette, around);
        palette = new Late<>(() -> new CommandPalette(commands.commands(), around::places));
        elsewhere = new Elsewhere(bench, around::openRun);
        frame =
                new ExplorerFrame(
                        bench,
                        ExplorerParts.of(bench, menu, commands, around, this::swap),
                        commands,
                        elsewhere,
                        status);
        notices = new RunNotices(model, dialogs, this::showsRuns);
        getStyleClass().add("explorer");
        getStylesheets()
                .add(
                        Objects.requireNonNull(getClass().getResource("explorer.css"))
                                .toExternalForm());
        getChildren().addAll(frame, sheets);
        watch();
    }

    private void watch() {
        model.runs()
                .problemsProperty()
                .addListener((property, before, problems) -> failed(problems));
        commands.darkProperty().addListener((property, before, on) -> applyTheme(on));
        commands.textPercentProperty().addListener((property, before, now) -> applyTextSize(now));
        addEventFilter(KeyEvent.KEY_PRESSED, this::turnImages);
        addEventHandler(KeyEvent.KEY_PRESSED, this::giveBack);
        widthProperty().addListener(o -> fit());
        heightProperty().addListener(o -> fit());
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
        frame.focusAgain();
    }

    /** Gives the window back that one chart has, or lets parts be chosen. */
    private void showHidden() {
        if (alone.get()) {
            alone.set(false);
        } else {
            commands().run(Command.PARTS);
        }
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
        if (event.getCode() != KeyCode.ESCAPE || !(alone.get() || elsewhere.isWanted().get())) {
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

    private void swap() {
        elsewhere.swap();
        frame.invalidate();
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
        frame.invalidate();
    }

    private void applyTextSize(int percent) {
        setStyle(TextSize.style(percent));
        fit();
    }

    private void fit() {
        WindowRoom room =
                new WindowRoom(
                        getWidth(), getHeight(), commands.textPercentProperty().get() / 100.0);
        pseudoClassStateChanged(LOW, room.isLow());
        frame.fit(room);
    }

    /** Puts a menu bar above everything, made when there is time for it. */
    void setMenuBar(Supplier<MenuBar> bar) {
        frame.setMenuBar(bar);
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
        return frame.isThere();
    }

    /** Whether all parts are there. */
    public boolean isWhole() {
        return frame.isWhole();
    }

    /** Does something once all is there that does not show runs. */
    public void whenThere(Runnable action) {
        frame.whenThere(action);
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
        frame.focusRun();
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
                        && !elsewhere.isWanted().get()
                        && model.currentPage().idProperty().get().showsRuns());
    }

    /** Whether the introduction for newcomers is shown. */
    public BooleanProperty introducedProperty() {
        return commands.introducedProperty();
    }

    /** Shows everything again, whether it changed or not, and all parts at once. */
    public void repaint() {
        frame.invalidate();
        pulse(false);
    }

    /** Called at every pulse: shows what changed since the last one, if anything did. */
    public void pulse() {
        pulse(isSeen());
    }

    private void pulse(boolean spread) {
        if (frame.pulse(spread)) {
            notices.refresh();
        }
    }
}
