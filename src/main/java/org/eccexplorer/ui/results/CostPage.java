package org.eccexplorer.ui.results;

import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.eccexplorer.app.live.RunState;
import org.eccexplorer.figures.chart.BreakEvenChart;
import org.eccexplorer.figures.chart.CostCharts;
import org.eccexplorer.figures.chart.EarlyExitChart;
import org.eccexplorer.figures.run.EnergyRow;
import org.eccexplorer.measure.energy.Accounting;
import org.eccexplorer.measure.energy.EnergyModel;
import org.eccexplorer.measure.energy.InputMacs;
import org.eccexplorer.measure.votes.StoredVotes;
import org.eccexplorer.plot.Chart;
import org.eccexplorer.text.Texts;
import org.eccexplorer.ui.chart.ChartView;
import org.eccexplorer.ui.desk.ChartGrid;
import org.eccexplorer.ui.desk.Freshness;
import org.eccexplorer.ui.desk.Page;
import org.eccexplorer.ui.desk.Workbench;
import org.eccexplorer.ui.fx.Choices;
import org.eccexplorer.ui.fx.LiveScroll;
import org.eccexplorer.ui.fx.TextSize;
import org.eccexplorer.ui.fx.WrappedText;
import org.eccexplorer.ui.state.ExplorerViewModel;
import org.eccexplorer.ui.state.Memo;
import org.eccexplorer.ui.state.Viewed;

/** What accuracy costs: energy and operations as the timesteps go by, and what they are made of. */
public final class CostPage extends Page {
    /** Height of both charts in a low window, which scrolls, with text of the usual size. */
    private static final double LEAST = 380;

    private final Freshness freshness = new Freshness();
    private final ObjectProperty<Accounting> accounting;
    private final ChartView energy;
    private final ChartView operations;
    private final ChartView breakEven;
    private final ChartView early;
    private final ExplorerViewModel model;
    private final ChoiceBox<EnergyModel> models = Choices.of(EnergyModel.ALL, EnergyModel::name);
    private final ChoiceBox<InputMacs> inputs =
            Choices.of(InputMacs.OPTION.values(), InputMacs.OPTION::shown);
    private final EnergyTable table = new EnergyTable();

    /** Of as many readings as there are ε: made anew only for other results. */
    private final Memo<Curve, Chart> curves =
            new Memo<>(curve -> EarlyExitChart.of(curve.run(), curve.basis()));

    /** What the chart of early exits is made of. */
    private record Curve(RunState run, Optional<StoredVotes> basis) {}

    public CostPage(Workbench bench) {
        accounting = bench.model().accountingProperty();
        energy = bench.timeChart();
        operations = bench.timeChart();
        breakEven = bench.timeChart();
        early = bench.timeChart();
        model = bench.model();
        models.setAccessibleText(Texts.text("ui.results.energyModel"));
        models.setTooltip(new Tooltip(Texts.text("ui.results.energyModelTooltip")));
        inputs.setAccessibleText(InputMacs.OPTION.name());
        inputs.setTooltip(new Tooltip(InputMacs.OPTION.tooltip()));
        Label inputName = new Label(InputMacs.OPTION.name());
        inputName.getStyleClass().add("muted");
        inputName.setLabelFor(inputs);
        HBox line = new HBox(10, models, inputName, inputs);
        line.getStyleClass().add("page-line");
        Label source = WrappedText.wrapped("", "muted");
        source.textProperty().bind(accounting.map(chosen -> chosen.model().source()));
        setTop(new VBox(4, line, source));
        ChartGrid charts = new ChartGrid(bench, 1, energy, operations);
        ChartGrid more = new ChartGrid(bench, 1, breakEven, early);
        TextSize.scale(more.minHeightProperty(), more, LEAST);
        TextSize.scale(charts.minHeightProperty(), charts, LEAST);
        VBox content = new VBox(10, charts, table, more);
        VBox.setVgrow(charts, Priority.ALWAYS);
        setCenter(LiveScroll.filled(content));
        choose(accounting.get());
        models.setOnAction(event -> accounting.set(accounting.get().with(models.getValue())));
        inputs.setOnAction(event -> accounting.set(accounting.get().with(inputs.getValue())));
    }

    private void choose(Accounting chosen) {
        models.setValue(chosen.model());
        inputs.setValue(chosen.inputMacs());
    }

    @Override
    public void refresh(Viewed viewed) {
        int t = viewed.timestep();
        Accounting chosen = accounting.get();
        choose(chosen);
        table.show(EnergyRow.of(viewed.shown(), chosen, t));
        if (viewed.shown().stream().noneMatch(run -> run.snapshot().isPresent())) {
            freshness.ofRun(viewed, energy, operations, breakEven, early);
            return;
        }
        RunState focus = viewed.focus();
        breakEven.show(BreakEvenChart.of(viewed.shown(), focus, chosen, t));
        early.show(
                curves.of(
                        new Curve(
                                focus,
                                // Of a run that goes on all of them would be read at each pulse.
                                focus.isActive()
                                        ? Optional.empty()
                                        : model.runs().readings().basis(focus))));
        energy.show(CostCharts.energy(viewed.shown(), viewed.cnn(), chosen, t));
        operations.show(CostCharts.operations(viewed.shown(), viewed.cnn(), chosen, t));
    }
}
