package org.eccexplorer.ui.runs;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.VBox;
import org.eccexplorer.app.live.RunState;
import org.eccexplorer.ui.desk.Workbench;
import org.eccexplorer.ui.fx.Rows;
import org.eccexplorer.ui.state.ExplorerViewModel;

/** The runs of this session: tick to draw, click to focus, right-click for more. */
public final class RunsPane extends VBox {
    private final Workbench bench;
    private final ExplorerViewModel model;
    private final VBox rows = new VBox(2);
    private final Label none = new Label("No run yet. Press Run.");
    private final Map<Integer, RunLine> lines = new HashMap<>();

    public RunsPane(Workbench bench) {
        this.bench = bench;
        model = bench.model();
        getStyleClass().add("settings");
        none.getStyleClass().add("muted");
        rows.getChildren().add(none);
        Hyperlink all = new Hyperlink("+ Run all 8 combinations");
        all.setOnAction(event -> model.runs().startAllCombinations());
        getChildren().addAll(Rows.heading("Runs"), rows, all);
    }

    /** Shows the runs as they are now; a run keeps its line for as long as it is there. */
    public void refresh() {
        List<RunState> runs = model.runs().all();
        lines.keySet().removeIf(id -> runs.stream().noneMatch(run -> run.id() == id));
        int focused = model.runs().focusProperty().get().map(RunState::id).orElse(-1);
        for (RunState run : runs) {
            lines.computeIfAbsent(run.id(), id -> new RunLine(model, this::menu))
                    .show(run, run.id() == focused, bench.theme().get());
        }
        List<Node> shown =
                runs.isEmpty()
                        ? List.of(none)
                        : runs.stream().<Node>map(run -> lines.get(run.id())).toList();
        if (!rows.getChildren().equals(shown)) {
            rows.getChildren().setAll(shown);
        }
    }

    /** What can be done with a run. */
    public ContextMenu menu(RunState run) {
        MenuItem look =
                item("Look at it", () -> model.runs().focusProperty().set(Optional.of(run)));
        MenuItem use = item("Take over its settings", () -> model.settings().set(run.settings()));
        MenuItem duplicate = item("Duplicate", () -> model.runs().duplicate(run));
        MenuItem rename = item("Rename …", () -> rename(run));
        MenuItem delete = item("Delete", () -> model.runs().delete(run));
        duplicate.setDisable(run.isActive());
        rename.setDisable(run.isActive());
        delete.setDisable(run.isActive());
        return new ContextMenu(look, use, new SeparatorMenuItem(), duplicate, rename, delete);
    }

    private static MenuItem item(String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setOnAction(event -> action.run());
        return item;
    }

    /** Asks for another name. */
    public void rename(RunState run) {
        bench.dialogs()
                .ask("Name of the run:", run.name())
                .ifPresent(name -> model.runs().rename(run, name));
    }
}
