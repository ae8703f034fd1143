package org.eccexplorer.ui.runs;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.eccexplorer.app.live.RunState;
import org.eccexplorer.text.Texts;
import org.eccexplorer.ui.desk.Workbench;
import org.eccexplorer.ui.fx.Rows;
import org.eccexplorer.ui.state.ExplorerViewModel;

/** The runs of this session: tick to draw, click to focus, right-click for more. */
public final class RunsPane extends VBox {
    private final Workbench bench;
    private final ExplorerViewModel model;
    private final RunMenu menu;
    private final VBox rows = new VBox(2);
    private final Label none = new Label(Texts.text("ui.runs.pressRun"));
    private final Map<Integer, RunLine> lines = new HashMap<>();

    /**
     * The list.
     *
     * @param menu of what can be done with a run
     */
    public RunsPane(Workbench bench, RunMenu menu) {
        this.bench = bench;
        this.menu = menu;
        model = bench.model();
        getStyleClass().add("settings");
        none.getStyleClass().add("muted");
        rows.getChildren().add(none);
        Hyperlink all = new Hyperlink(Texts.text("ui.runs.runAllCombinations"));
        all.setOnAction(event -> model.runs().startAllCombinations());
        Label columns = new Label();
        columns.getStyleClass().addAll("muted", "run-columns");
        columns.setText(Texts.text("ui.runs.columns"));
        columns.setTooltip(new Tooltip(Texts.text("ui.runs.columnsTooltip")));
        getChildren()
                .addAll(Rows.row(Rows.heading(Texts.text("ui.runs.runs")), columns), rows, all);
    }

    /** Shows the runs as they are now; a run keeps its line for as long as it is there. */
    public void refresh() {
        List<RunState> runs = model.runs().all();
        lines.keySet().removeIf(id -> runs.stream().noneMatch(run -> run.id() == id));
        int focused = model.runs().focusProperty().get().map(RunState::id).orElse(-1);
        for (RunState run : runs) {
            lines.computeIfAbsent(run.id(), id -> new RunLine(model, menu))
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
}
