package org.eccexplorer.ui.runs;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.eccexplorer.app.live.RunState;
import org.eccexplorer.figures.run.RunTables;
import org.eccexplorer.figures.table.SavedTable;
import org.eccexplorer.figures.table.TableKind;
import org.eccexplorer.measure.energy.Accounting;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.text.Texts;
import org.eccexplorer.ui.desk.Workbench;
import org.eccexplorer.ui.dialog.ProblemList;
import org.eccexplorer.ui.fx.Background;
import org.eccexplorer.ui.state.CurrentPage;

/** Takes tables of runs out of the window: into the clipboard and into files. */
public final class TableTools {
    /** Copies what is selected of a table that has the keyboard. */
    static final KeyCombination COPY = KeyCombination.keyCombination("Shortcut+C");

    private final Workbench bench;

    public TableTools(Workbench bench) {
        this.bench = bench;
    }

    /** What the runs of the window are of. */
    String model() {
        return bench.model().experiment().model().source().title();
    }

    /** The two runs that are compared, if any are; else all runs. */
    public SavedTable shown() {
        List<RunState> runs = bench.model().runs().all();
        int t = bench.model().playback().timestepProperty().get();
        Accounting accounting = bench.model().accountingProperty().get();
        CurrentPage page = bench.model().currentPage();
        Optional<RunState> a = withId(runs, page.firstComparedProperty().get());
        Optional<RunState> b = withId(runs, page.secondComparedProperty().get());
        return page.comparingProperty().get() && a.isPresent() && b.isPresent()
                ? RunTables.comparison(a.get(), b.get(), t, accounting, model())
                : RunTables.runs(runs, t, accounting, model());
    }

    private static Optional<RunState> withId(List<RunState> runs, int id) {
        return runs.stream().filter(run -> run.id() == id).findFirst();
    }

    /** Puts a table into the clipboard. */
    public void copy(SavedTable table, TableKind kind) {
        copy(table.text(kind), Texts.name(kind));
    }

    /** Puts the values of a table into the clipboard, as spreadsheets take them. */
    void copyTabbed(SavedTable table) {
        copy(table.tabbed(), Texts.text("ui.runs.tabs"));
    }

    private void copy(String text, String as) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
        bench.say().accept(Texts.text("ui.runs.copiedTable", as));
    }

    /** Asks for a file; its ending says what is written. */
    public void save(SavedTable table) {
        boolean two = bench.model().currentPage().comparingProperty().get();
        bench.dialogs()
                .saveFile(
                        Texts.text("ui.runs.saveTable"),
                        Texts.text(two ? "ui.runs.fileOfTwo" : "ui.runs.file"),
                        TableKind.patterns())
                .ifPresent(file -> write(table, file));
    }

    private void write(SavedTable table, Path file) {
        Background.save(
                () -> {
                    table.write(file);
                    return file;
                },
                done -> bench.say().accept(Texts.text("ui.runs.savedTable", done)),
                failure ->
                        bench.sheets()
                                .show(
                                        Texts.text("ui.runs.tableNotSaved"),
                                        new ProblemList(
                                                ProblemException.of(file.toString(), failure))));
    }

    /**
     * The line above a table: a hint, and what can be done with it.
     *
     * @param table what is copied or saved
     */
    public HBox line(Label hint, Supplier<SavedTable> table) {
        hint.getStyleClass().add("muted");
        hint.setWrapText(true);
        hint.setMinHeight(Region.USE_PREF_SIZE);
        hint.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(hint, Priority.ALWAYS);
        MenuButton copy = new MenuButton(Texts.text("ui.runs.copyTable"));
        for (TableKind kind : TableKind.values()) {
            MenuItem item = new MenuItem(Texts.text("ui.runs.as", Texts.name(kind)));
            item.setOnAction(event -> copy(table.get(), kind));
            copy.getItems().add(item);
        }
        copy.setMinWidth(Region.USE_PREF_SIZE);
        copy.setTooltip(new Tooltip(Texts.text("ui.runs.copyTableTooltip", COPY.getDisplayText())));
        Button save = new Button(Texts.text("ui.runs.saveTable"));
        save.setMinWidth(Region.USE_PREF_SIZE);
        save.setTooltip(new Tooltip(Texts.text("ui.runs.saveTableTooltip")));
        save.setOnAction(event -> save(table.get()));
        HBox line = new HBox(8, hint, copy, save);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }
}
