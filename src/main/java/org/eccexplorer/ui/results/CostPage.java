package org.eccexplorer.ui.results;

import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.eccexplorer.figures.CostCharts;
import org.eccexplorer.measure.Accounting;
import org.eccexplorer.measure.EnergyModel;
import org.eccexplorer.text.Texts;
import org.eccexplorer.ui.chart.ChartView;
import org.eccexplorer.ui.desk.ChartGrid;
import org.eccexplorer.ui.desk.Freshness;
import org.eccexplorer.ui.desk.Page;
import org.eccexplorer.ui.desk.Workbench;
import org.eccexplorer.ui.fx.Choices;
import org.eccexplorer.ui.state.Viewed;

/** What accuracy costs: energy, and synaptic operations, as the timesteps go by. */
public final class CostPage extends Page {
    private final Freshness freshness = new Freshness();
    private final ChartView energy;
    private final ChartView operations;
    private final ChoiceBox<EnergyModel> models = Choices.of(EnergyModel.ALL, EnergyModel::name);
    private final Label source = new Label();

    public CostPage(Workbench bench) {
        energy = bench.timeChart();
        operations = bench.timeChart();
        models.setValue(EnergyModel.STANDARD);
        models.setAccessibleText(Texts.text("ui.results.energyModel"));
        models.setTooltip(new Tooltip(Texts.text("ui.results.energyModelTooltip")));
        source.getStyleClass().add("muted");
        source.textProperty().bind(models.valueProperty().map(EnergyModel::source));
        HBox line = new HBox(10, models, source);
        line.getStyleClass().add("page-line");
        setTop(line);
        setCenter(new ChartGrid(bench, 1, energy, operations));
    }

    /** The choice, to be watched. */
    public ChoiceBox<EnergyModel> models() {
        return models;
    }

    @Override
    public void refresh(Viewed viewed) {
        int t = viewed.timestep();
        if (viewed.shown().stream().noneMatch(run -> run.snapshot().isPresent())) {
            freshness.ofRun(viewed, energy, operations);
            return;
        }
        Accounting accounting = Accounting.STANDARD.with(models.getValue());
        energy.show(CostCharts.energy(viewed.shown(), viewed.cnn(), accounting, t));
        operations.show(CostCharts.operations(viewed.shown(), viewed.cnn(), accounting, t));
    }
}
