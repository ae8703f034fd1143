package org.eccexplorer.ui.runs;

import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.eccexplorer.app.live.RunState;
import org.eccexplorer.app.session.RunCommandLine;
import org.eccexplorer.text.Texts;
import org.eccexplorer.ui.dialog.Dialogs;
import org.eccexplorer.ui.state.ExplorerViewModel;
import org.eccexplorer.ui.state.RunList;

/** What can be done with one run. */
public final class RunMenu {
    private final ExplorerViewModel model;
    private final Dialogs dialogs;

    public RunMenu(ExplorerViewModel model, Dialogs dialogs) {
        this.model = model;
        this.dialogs = dialogs;
    }

    /** A menu for a run as it is now. */
    ContextMenu of(RunState run) {
        RunList runs = model.runs();
        MenuItem focus = item(Texts.text("ui.runs.show"), () -> runs.focus(run));
        MenuItem use =
                item(
                        Texts.text("ui.runs.useItsSettings"),
                        () -> model.settings().set(run.settings()));
        MenuItem copy = item(Texts.text("ui.runs.copyCommand"), () -> copyCommand(run));
        MenuItem duplicate =
                item(Texts.text("ui.runs.duplicate"), () -> runs.edits().duplicate(run));
        MenuItem rename = item(Texts.text("ui.runs.rename"), () -> rename(run));
        MenuItem delete = item(Texts.text("ui.runs.delete"), () -> runs.edits().delete(run));
        MenuItem again = item(Texts.text("ui.runs.again"), () -> runs.again(run));
        again.setDisable(run.isActive());
        duplicate.setDisable(run.isActive());
        rename.setDisable(run.isActive());
        delete.setDisable(run.isActive());
        return new ContextMenu(
                focus, use, again, copy, new SeparatorMenuItem(), duplicate, rename, delete);
    }

    private static MenuItem item(String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setOnAction(event -> action.run());
        return item;
    }

    /** Puts the command that repeats a run into the clipboard. */
    public void copyCommand(RunState run) {
        ClipboardContent content = new ClipboardContent();
        content.putString(
                RunCommandLine.of(
                        model.experiment(),
                        run.settings(),
                        model.accountingProperty().get().inputMacs()));
        Clipboard.getSystemClipboard().setContent(content);
    }

    /** Asks for another name. */
    public void rename(RunState run) {
        dialogs.ask(
                        Texts.text("ui.runs.renameTitle"),
                        Texts.text("ui.runs.nameOfTheRun"),
                        run.name())
                .ifPresent(name -> model.runs().edits().rename(run, name));
    }
}
