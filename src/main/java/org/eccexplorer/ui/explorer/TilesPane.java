package org.eccexplorer.ui.explorer;

import eu.hansolo.tilesfx.Tile;
import eu.hansolo.tilesfx.TileBuilder;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import org.eccexplorer.app.RunState;
import org.eccexplorer.measure.Cost;
import org.eccexplorer.measure.EnergyModel;
import org.eccexplorer.measure.RunSnapshot;
import org.eccexplorer.plot.Colour;
import org.eccexplorer.plot.Theme;

/** Four figures: accuracy of CNN and SNN, the loss, the ratio of energies. */
final class TilesPane extends GridPane {
    private final Label cnn = new Label("–");
    private final Label snn = new Label("–");
    private final Label loss = new Label("–");
    private final Label energy = new Label("–");
    private final Label snnCaption = new Label("SNN");
    private final List<Tile> tiles =
            List.of(
                    tile(cnn, new Label("CNN accuracy"), "Of the CNN on the same images"),
                    tile(snn, snnCaption, "Of the spiking network at the timestep looked at"),
                    tile(loss, new Label("loss, points"), "SNN accuracy minus CNN accuracy"),
                    tile(
                            energy,
                            new Label("energy, SNN / CNN"),
                            "Energy of SNN over CNN up to the timestep; "
                                    + EnergyModel.HOROWITZ_45NM.source()));
    private Theme painted = Theme.LIGHT;

    TilesPane() {
        setHgap(8);
        setVgap(8);
        ColumnConstraints half = new ColumnConstraints();
        half.setPercentWidth(50);
        getColumnConstraints().addAll(half, half);
        snn.getStyleClass().add("accent");
        for (int i = 0; i < tiles.size(); i++) {
            add(tiles.get(i), i % 2, i / 2);
        }
        paint(Theme.LIGHT);
    }

    private static Tile tile(Label figure, Label caption, String tooltip) {
        figure.getStyleClass().add("figure");
        caption.getStyleClass().add("muted");
        VBox content = new VBox(1, figure, caption);
        content.getStyleClass().add("tile-content");
        Tile tile =
                TileBuilder.create()
                        .skinType(Tile.SkinType.CUSTOM)
                        .prefSize(130, 66)
                        .graphic(content)
                        .animated(false)
                        .textVisible(false)
                        .build();
        tile.setTooltip(new Tooltip(tooltip));
        return tile;
    }

    private void paint(Theme theme) {
        painted = theme;
        for (Tile tile : tiles) {
            tile.setBackgroundColor(color(theme.background()));
            tile.setBorderColor(color(theme.axis()));
            tile.setBorderWidth(1);
        }
    }

    private static Color color(Colour colour) {
        return Color.rgb(colour.red(), colour.green(), colour.blue());
    }

    /** Shows a run at a timestep. */
    void refresh(RunState focus, int timestep, Theme theme) {
        if (!theme.equals(painted)) {
            paint(theme);
        }
        if (focus.snapshot().isEmpty()) {
            return;
        }
        RunSnapshot run = focus.snapshot().get();
        int t = Math.min(timestep, run.timesteps());
        EnergyModel model = EnergyModel.HOROWITZ_45NM;
        Cost cost = run.cost();
        double accuracy = run.accuracy(t);
        cnn.setText("%.1f %%".formatted(100 * run.cnnAccuracy()));
        snn.setText("%.1f %%".formatted(100 * accuracy));
        snnCaption.setText("SNN at T = " + t);
        double points = 100 * (accuracy - run.cnnAccuracy());
        loss.setText("%+.1f".formatted(points).replace("-", "−"));
        energy.setText(
                "%.2f×".formatted(run.microjoulesUntil(model)[t - 1] / cost.cnnMicrojoules(model)));
    }
}
