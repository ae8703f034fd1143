package org.eccexplorer.ui.explorer;

import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.eccexplorer.app.RunState;
import org.eccexplorer.measure.Cost;
import org.eccexplorer.measure.EnergyModel;
import org.eccexplorer.measure.RunSnapshot;

/** Four figures: accuracy of CNN and SNN, the loss, the ratio of energies. */
final class TilesPane extends GridPane {
    private final Label cnn = new Label("–");
    private final Label snn = new Label("–");
    private final Label loss = new Label("–");
    private final Label energy = new Label("–");
    private final Label snnCaption = new Label("SNN");

    TilesPane() {
        setHgap(8);
        setVgap(8);
        ColumnConstraints half = new ColumnConstraints();
        half.setPercentWidth(50);
        getColumnConstraints().addAll(half, half);
        snn.getStyleClass().add("accent");
        add(tile(cnn, new Label("CNN accuracy"), "Of the CNN on the same images"), 0, 0);
        add(tile(snn, snnCaption, "Of the spiking network after the last timestep"), 1, 0);
        add(tile(loss, new Label("loss, points"), "SNN accuracy minus CNN accuracy"), 0, 1);
        add(
                tile(
                        energy,
                        new Label("energy ratio"),
                        "Energy of SNN over CNN; " + EnergyModel.HOROWITZ_45NM.source()),
                1,
                1);
    }

    private static VBox tile(Label figure, Label caption, String tooltip) {
        figure.getStyleClass().add("figure");
        caption.getStyleClass().add("muted");
        VBox tile = new VBox(2, figure, caption);
        tile.getStyleClass().add("card");
        Tooltip.install(tile, new Tooltip(tooltip));
        return tile;
    }

    void refresh(RunState focus) {
        snnCaption.setText("SNN at T = " + focus.settings().timesteps());
        if (focus.snapshot().isEmpty()) {
            return;
        }
        RunSnapshot run = focus.snapshot().get();
        double accuracy = run.accuracy(run.timesteps());
        cnn.setText("%.1f %%".formatted(100 * run.cnnAccuracy()));
        snn.setText("%.1f %%".formatted(100 * accuracy));
        double points = 100 * (accuracy - run.cnnAccuracy());
        loss.setText("%+.1f".formatted(points).replace("-", "−"));
        Cost cost = run.cost();
        EnergyModel model = EnergyModel.HOROWITZ_45NM;
        energy.setText(
                "%.2f×"
                        .formatted(
                                cost.snnMicrojoules(model, run.timesteps())
                                        / cost.cnnMicrojoules(model)));
    }
}
