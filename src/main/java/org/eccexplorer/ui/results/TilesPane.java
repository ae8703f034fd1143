package org.eccexplorer.ui.results;

import eu.hansolo.tilesfx.Tile;
import eu.hansolo.tilesfx.TileBuilder;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import org.eccexplorer.app.live.RunState;
import org.eccexplorer.measure.EnergyModel;
import org.eccexplorer.measure.RunSnapshot;

/** Four figures: accuracy of CNN and SNN, the loss, the ratio of energies. */
public final class TilesPane extends GridPane {
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

    public TilesPane() {
        setHgap(8);
        setVgap(8);
        ColumnConstraints half = new ColumnConstraints();
        half.setPercentWidth(50);
        getColumnConstraints().addAll(half, half);
        snn.getStyleClass().add("accent");
        for (int i = 0; i < tiles.size(); i++) {
            StackPane card = new StackPane(tiles.get(i));
            card.getStyleClass().add("tile-card");
            add(card, i % 2, i / 2);
        }
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
        tile.setBackgroundColor(Color.TRANSPARENT);
        tile.setBorderColor(Color.TRANSPARENT);
        return tile;
    }

    /** Until the simulation has an image: what the closed form answers at T. */
    private void preview(RunState focus) {
        int last = focus.settings().timesteps();
        Double answer = focus.closedForm().get(last);
        snn.setText(answer == null ? "–" : "%.1f %%".formatted(100 * answer));
        snnCaption.setText(answer == null ? "SNN" : "closed form, T = " + last);
        loss.setText("–");
        energy.setText("–");
    }

    /** Shows a run at a timestep. */
    public void refresh(RunState focus, int timestep) {
        if (focus.snapshot().isEmpty()) {
            preview(focus);
            return;
        }
        RunSnapshot run = focus.snapshot().get();
        int t = Math.min(timestep, run.timesteps());
        double accuracy = run.accuracy(t);
        cnn.setText("%.1f %%".formatted(100 * run.cnnAccuracy()));
        snn.setText("%.1f %%".formatted(100 * accuracy));
        snnCaption.setText("SNN at T = " + t);
        double points = 100 * (accuracy - run.cnnAccuracy());
        loss.setText("%+.1f".formatted(points).replace("-", "−"));
        energy.setText("%.2f×".formatted(run.energyRatio(EnergyModel.HOROWITZ_45NM, t)));
    }
}
