package org.eccexplorer.ui.window;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableStringValue;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.eccexplorer.app.find.result.SearchView;
import org.eccexplorer.app.live.RunState;
import org.eccexplorer.app.session.PageId;
import org.eccexplorer.figures.table.TableKind;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.text.Texts;
import org.eccexplorer.ui.chart.AllCharts;
import org.eccexplorer.ui.command.Command;
import org.eccexplorer.ui.command.Commands;
import org.eccexplorer.ui.command.Condition;
import org.eccexplorer.ui.data.VerifyPane;
import org.eccexplorer.ui.desk.Workbench;
import org.eccexplorer.ui.dialog.ProblemList;
import org.eccexplorer.ui.fx.FormattedText;
import org.eccexplorer.ui.fx.TextSize;
import org.eccexplorer.ui.help.HelpTexts;
import org.eccexplorer.ui.runs.NirTools;
import org.eccexplorer.ui.runs.ReportTools;
import org.eccexplorer.ui.runs.RunMenu;
import org.eccexplorer.ui.runs.TableTools;
import org.eccexplorer.ui.settings.Decisions;
import org.eccexplorer.ui.state.CurrentPage;
import org.eccexplorer.ui.state.ExplorerViewModel;
import org.eccexplorer.ui.state.History;
import org.eccexplorer.ui.state.Playback;
import org.eccexplorer.ui.state.RunList;
import org.eccexplorer.ui.state.Selection;
import org.eccexplorer.ui.state.Viewed;

/** Puts together everything that can be done in a window, before any control asks for it. */
final class WindowCommands {
    private final Workbench bench;
    private final ExplorerViewModel model;
    private final RunMenu menu;
    private final Commands commands = new Commands();
    private final BooleanProperty introduced = new SimpleBooleanProperty();
    private final BooleanProperty dark = new SimpleBooleanProperty();
    private final BooleanProperty side = new SimpleBooleanProperty();
    private final BooleanProperty narrow = new SimpleBooleanProperty();
    private final ObjectProperty<Integer> textPercent = new SimpleObjectProperty<>(100);
    private final ObjectProperty<List<Problem>> explained = new SimpleObjectProperty<>(List.of());

    /**
     * The commands of the content, and those of the window around it.
     *
     * @param palette opens the palette of all commands
     */
    WindowCommands(Workbench bench, RunMenu menu, Runnable palette, Surroundings around) {
        this.bench = bench;
        this.menu = menu;
        model = bench.model();
        history();
        runs();
        results();
        playback();
        pages();
        help();
        commands.on(Command.PALETTE, palette);
        commands.on(Command.THEME, () -> dark.set(!dark.get()));
        look();
        around.addTo(commands);
    }

    Commands commands() {
        return commands;
    }

    /** Whether the introduction for newcomers is shown. */
    BooleanProperty introducedProperty() {
        return introduced;
    }

    /** Whether the window is dark. */
    BooleanProperty darkProperty() {
        return dark;
    }

    /** Size of text in percent of the usual one. */
    ObjectProperty<Integer> textPercentProperty() {
        return textPercent;
    }

    /** Whether a window that is too narrow for both shows its right side, not its left one. */
    BooleanProperty sideProperty() {
        return side;
    }

    /** Whether the window is too narrow for both sides. */
    BooleanProperty narrowProperty() {
        return narrow;
    }

    private void look() {
        commands.on(
                        Command.LARGER_TEXT,
                        () -> textPercent.set(TextSize.beside(textPercent.get(), 1)),
                        when(
                                Texts.text("ui.window.largestText"),
                                () -> textPercent.get() < TextSize.PERCENT.getLast(),
                                textPercent))
                .on(
                        Command.SMALLER_TEXT,
                        () -> textPercent.set(TextSize.beside(textPercent.get(), -1)),
                        when(
                                Texts.text("ui.window.smallestText"),
                                () -> textPercent.get() > TextSize.PERCENT.getFirst(),
                                textPercent))
                .on(Command.USUAL_TEXT, () -> textPercent.set(TextSize.PERCENT.getFirst()))
                .on(
                        Command.SIDE,
                        () -> side.set(!side.get()),
                        new Condition(narrow, Texts.text("ui.window.bothSidesAreShown")))
                .on(
                        Command.PARTS,
                        () ->
                                bench.sheets()
                                        .show(
                                                Texts.name(Command.PARTS),
                                                new ShownParts(model.hiddenParts())));
    }

    private void history() {
        History history = model.history();
        commands.on(
                        Command.UNDO,
                        history::undo,
                        new Condition(
                                history.undoableProperty(), Texts.text("ui.window.nothingToUndo")))
                .titled(Command.UNDO, named(history.undoNameProperty(), Texts.name(Command.UNDO)))
                .on(
                        Command.REDO,
                        history::redo,
                        new Condition(
                                history.redoableProperty(), Texts.text("ui.window.nothingToRedo")))
                .titled(Command.REDO, named(history.redoNameProperty(), Texts.name(Command.REDO)));
    }

    /** "Undo" and what would be undone. */
    private static ObservableValue<String> named(ObservableStringValue what, String verb) {
        return Bindings.createStringBinding(() -> (verb + " " + what.get()).strip(), what);
    }

    private static Condition when(String otherwise, Callable<Boolean> holds, Observable... on) {
        BooleanBinding binding = Bindings.createBooleanBinding(holds, on);
        return new Condition(binding, otherwise);
    }

    private void runs() {
        RunList runs = model.runs();
        Condition ended =
                when(
                        Texts.text("ui.window.needsAnEndedRun"),
                        () -> runs.focusProperty().get().filter(r -> !r.isActive()).isPresent(),
                        runs.focusProperty());
        commands.on(Command.RUN, this::toggleRun)
                .titled(
                        Command.RUN,
                        runs.runningProperty()
                                .map(on ->
                                        Texts.text(
                                                on ? "ui.window.stopRun" : "ui.window.startRun")))
                .on(
                        Command.PAUSE,
                        () -> runs.pausedProperty().set(!runs.pausedProperty().get()),
                        new Condition(
                                runs.runningProperty(),
                                Texts.text("ui.window.needsARunInProgress")))
                .titled(
                        Command.PAUSE,
                        runs.pausedProperty()
                                .map(on -> Texts.text(on ? "ui.window.resume" : "ui.window.pause")))
                .on(Command.RUN_ALL, runs::startAllCombinations)
                .on(
                        Command.COPY_COMMAND,
                        () -> onFocus(menu::copyCommand),
                        when(
                                Texts.text("ui.window.needsARun"),
                                () -> runs.focusProperty().get().isPresent(),
                                runs.focusProperty()))
                .on(Command.RUN_AGAIN, () -> onFocus(runs::again), ended)
                .on(Command.DUPLICATE_RUN, () -> onFocus(runs.edits()::duplicate), ended)
                .on(Command.RENAME_RUN, () -> onFocus(menu::rename), ended)
                .on(Command.DELETE_RUN, () -> onFocus(runs.edits()::delete), ended);
    }

    /** What is taken out of the window for papers. */
    private void results() {
        TableTools tables = new TableTools(bench);
        ReportTools report = new ReportTools(bench);
        NirTools nir = new NirTools(bench);
        Condition some =
                when(
                        Texts.text("ui.window.needsARun"),
                        () -> !model.runs().all().isEmpty(),
                        model.runs().all());
        commands.on(Command.SAVE_TABLE, () -> tables.save(tables.shown()), some)
                .on(
                        Command.SAVE_REPORT,
                        report::save,
                        when(
                                Texts.text("ui.window.needsImages"),
                                () ->
                                        model.currentPage().sweepingProperty().get()
                                                || (model.currentPage().findingProperty().get()
                                                        ? hasFound()
                                                        : model.runs().all().stream()
                                                                .anyMatch(r -> r.images() > 0)),
                                model.runs().all(),
                                model.currentPage().findingProperty(),
                                model.currentPage().sweepingProperty(),
                                model.finding().viewProperty()))
                .on(
                        Command.EXPORT_NIR,
                        nir::ask,
                        when(
                                Texts.text("ui.window.needsImages"),
                                () -> model.runs().all().stream().anyMatch(r -> r.images() > 0),
                                model.runs().all()))
                .on(Command.COPY_TABLE_CSV, () -> tables.copy(tables.shown(), TableKind.CSV), some)
                .on(
                        Command.COPY_TABLE_MARKDOWN,
                        () -> tables.copy(tables.shown(), TableKind.MARKDOWN),
                        some)
                .on(
                        Command.COPY_TABLE_LATEX,
                        () -> tables.copy(tables.shown(), TableKind.LATEX),
                        some)
                .on(
                        Command.EXPORT_CHARTS,
                        () -> model.viewed().ifPresent(this::exportCharts),
                        when(
                                Texts.text("ui.window.needsImages"),
                                () -> model.runs().all().stream().anyMatch(r -> r.images() > 0),
                                model.runs().all()));
    }

    private boolean hasFound() {
        return model.finding().viewProperty().get().flatMap(SearchView::found).isPresent();
    }

    /** Of the runs that are drawn and have images; with none drawn, of the newest that has some. */
    private void exportCharts(Viewed viewed) {
        List<RunState> drawn = viewed.shown().stream().filter(run -> run.images() > 0).toList();
        List<RunState> shown =
                drawn.isEmpty()
                        ? model.runs().all().stream()
                                .filter(run -> run.images() > 0)
                                .limit(1)
                                .toList()
                        : drawn;
        if (!shown.isEmpty()) {
            RunState focus = viewed.focus().images() > 0 ? viewed.focus() : shown.getLast();
            new AllCharts(bench.dialogs(), bench.sheets(), bench.figures(), bench.say())
                    .export(shown, focus, model.accountingProperty().get());
        }
    }

    private void toggleRun() {
        Optional<RunState> begun = model.runs().takeJustBegun();
        if (begun.isPresent()) {
            bench.say().accept(Texts.text("ui.window.runsAlready", begun.get().name()));
        } else if (model.runs().isRunning()) {
            model.runs().stop();
        } else {
            model.runs()
                    .known()
                    .ifPresent(
                            run -> bench.say().accept(Texts.text("ui.window.hasRun", run.name())));
            model.runs().start();
        }
    }

    private void onFocus(Consumer<RunState> action) {
        model.runs().focusProperty().get().ifPresent(action);
    }

    private void playback() {
        Playback playback = model.playback();
        Selection selection = model.selection();
        RunList runs = model.runs();
        commands.on(
                        Command.STEP,
                        () -> playback.step(1),
                        new Condition(
                                playback.timestepProperty().lessThan(playback.lastProperty()),
                                Texts.text("ui.window.lastTimestep")))
                .on(
                        Command.STEP_BACK,
                        () -> playback.step(-1),
                        new Condition(
                                playback.timestepProperty().greaterThan(1),
                                Texts.text("ui.window.firstTimestep")))
                .on(
                        Command.PLAY,
                        playback::toggle,
                        new Condition(
                                playback.lastProperty().greaterThan(1),
                                Texts.text("ui.window.needsARun")))
                .on(Command.NEXT_IMAGE, () -> selection.moveImage(1))
                .on(Command.PREVIOUS_IMAGE, () -> selection.moveImage(-1))
                .on(
                        Command.NEXT_CHANGED,
                        model::selectNextChanged,
                        when(
                                Texts.text("ui.window.noAnswerChanged"),
                                () -> !model.changedImages().isEmpty(),
                                runs.focusProperty(),
                                playback.timestepProperty()));
    }

    private void pages() {
        CurrentPage current = model.currentPage();
        for (PageId page : PageId.values()) {
            commands.on(
                    Command.turningTo(page),
                    () -> current.show(page),
                    when(
                            Texts.text("ui.window.pageIsHidden"),
                            () -> page.part().filter(model.hiddenParts()::contains).isEmpty(),
                            model.hiddenParts()));
        }
        commands.on(Command.FIND, () -> toggle(current.findingProperty()))
                .on(
                        Command.SWEEP,
                        () -> toggle(current.sweepingProperty()),
                        when(
                                Texts.text("ui.window.needsASweep"),
                                () -> model.sweepProperty().get().isPresent(),
                                model.sweepProperty()));
        commands.on(
                Command.COMPARE,
                this::toggleComparison,
                when(
                        Texts.text("ui.window.needsARun"),
                        () -> current.comparingProperty().get() || !model.runs().all().isEmpty(),
                        current.comparingProperty(),
                        model.runs().all()));
    }

    private static void toggle(BooleanProperty on) {
        on.set(!on.get());
    }

    private void toggleComparison() {
        if (model.currentPage().comparingProperty().get()) {
            model.currentPage().comparingProperty().set(false);
        } else {
            model.compare();
        }
    }

    private void help() {
        commands.on(
                        Command.VERIFY,
                        () ->
                                bench.sheets()
                                        .show(
                                                Texts.text("ui.window.verifyTheImport"),
                                                new VerifyPane(
                                                        model.experiment().model(),
                                                        bench.dialogs())))
                .on(
                        Command.OVERVIEW,
                        () ->
                                bench.sheets()
                                        .show(
                                                Texts.name(Command.OVERVIEW),
                                                new FormattedText(HelpTexts.learn())))
                .on(Command.INTRODUCTION, () -> introduced.set(true))
                .on(
                        Command.ABOUT,
                        () ->
                                bench.sheets()
                                        .show(
                                                Texts.name(Command.ABOUT),
                                                new FormattedText(HelpTexts.about())))
                .on(
                        Command.PROBLEMS,
                        () -> explain(Texts.name(Command.PROBLEMS), explained.get()),
                        when(
                                Texts.text("ui.window.noProblems"),
                                () -> !explained.get().isEmpty(),
                                explained));
    }

    /** Explains problems above the content; they can be read again later. */
    void explain(String title, List<Problem> problems) {
        explained.set(problems);
        VBox content = new VBox(10, new ProblemList(problems));
        FlowPane decisions = Decisions.of(model, bench.sheets()::close);
        if (!problems.isEmpty() && !decisions.getChildren().isEmpty()) {
            content.getChildren().add(decisions);
        }
        bench.sheets().show(title, content);
    }
}
