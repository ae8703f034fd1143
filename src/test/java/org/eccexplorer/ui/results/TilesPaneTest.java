package org.eccexplorer.ui.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eccexplorer.ui.fx.FxThread.fx;

import eu.hansolo.tilesfx.Tile;
import eu.hansolo.tilesfx.chart.ChartData;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import javafx.scene.Scene;
import org.eccexplorer.app.live.ClosedFormCurve;
import org.eccexplorer.app.live.CnnReference;
import org.eccexplorer.app.live.LiveRuns;
import org.eccexplorer.app.live.RunState;
import org.eccexplorer.app.open.Experiment;
import org.eccexplorer.app.run.Settings;
import org.eccexplorer.figures.words.EnergyWords;
import org.eccexplorer.measure.RunSnapshot;
import org.eccexplorer.measure.energy.Accounting;
import org.eccexplorer.measure.energy.EnergyModel;
import org.eccexplorer.measure.energy.EnergyParts;
import org.eccexplorer.measure.energy.InputMacs;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.ui.fx.FxThread;
import org.junit.jupiter.api.Test;

/** What the tiles say and draw of a run, and that they draw nothing twice. */
class TilesPaneTest {
    private static final int IMAGES = 12;
    private static final int TIMESTEPS = 16;

    private static RunState run() throws Exception {
        BlockingQueue<RunState> states = new LinkedBlockingQueue<>();
        try (LiveRuns live =
                new LiveRuns(Experiment.sample("digits", IMAGES), 0, states::add, failure -> {})) {
            live.start(Settings.standard().withTimesteps(TIMESTEPS), 0);
            RunState state = states.take();
            while (state.isActive()) {
                state = states.take();
            }
            return state;
        }
    }

    private static TileCard card(TilesPane tiles, int index) {
        return (TileCard) tiles.getChildren().get(index);
    }

    @Test
    void theEnergyIsShownWithItsParts() throws Exception {
        FxThread.start();
        RunState run = run();
        RunSnapshot measured = run.snapshot().orElseThrow();
        fx(() -> {
            TilesPane tiles = new TilesPane();
            EnergyTile tile = (EnergyTile) tiles.getChildren().getLast();
            assertThat(tile.bar().isVisible()).isFalse();
            tiles.refresh(run, TIMESTEPS, Optional.empty(), Accounting.STANDARD);
            EnergyParts parts = measured.energy(Accounting.STANDARD);
            assertThat(tile.getAccessibleText())
                    .startsWith(
                            "energy SNN / CNN, T = 16, input once: "
                                    + EnergyWords.ratio(measured.energyRatio(Accounting.STANDARD)))
                    .contains("t = 16 of T = 16, 12 images", "input MACs: 3872, 0.01781 µJ");
            assertThat(tile.bar().isVisible()).isTrue();
            assertThat(tile.early())
                    .isEqualTo(
                            EnergyWords.ratio(measured.energyRatio(Accounting.STANDARD, 2))
                                    + " at t = 2");
            assertThat(tile.bar().shares())
                    .containsExactly(
                            parts.inputMacs().microjoules() / parts.microjoules(),
                            parts.synapticOperations().microjoules() / parts.microjoules(),
                            parts.neuronUpdates().microjoules() / parts.microjoules());
            tiles.refresh(
                    run,
                    TIMESTEPS,
                    Optional.empty(),
                    new Accounting(EnergyModel.LOIHI, InputMacs.EVERY_TIMESTEP));
            assertThat(tile.getAccessibleText())
                    .startsWith("energy SNN on Loihi / CNN at 45 nm, T = 16, input at every t: ")
                    .contains("not like with like");
            return tiles;
        });
    }

    @Test
    void theyShowARunAtATimestep() throws Exception {
        FxThread.start();
        RunState run = run();
        RunSnapshot measured = run.snapshot().orElseThrow();
        fx(() -> {
            TilesPane tiles = new TilesPane();
            new Scene(tiles);
            tiles.refresh(run, 4, CnnReference.soFar(run), Accounting.STANDARD);
            assertThat(card(tiles, 0).tile()).isEmpty();
            assertThat(card(tiles, 2).tile()).isEmpty();
            assertThat(card(tiles, 1).getAccessibleText())
                    .startsWith(
                            "SNN, t = 4, n = 12: "
                                    + Numbers.percent(measured.accuracy(4), 1)
                                    + "; ")
                    .contains("t = 4 of T = 16, 12 images");
            assertThat(card(tiles, 1).early())
                    .isEqualTo(Numbers.percent(measured.accuracy(2), 1) + " at t = 2");
            Tile line = card(tiles, 1).tile().orElseThrow();
            assertThat(line.getChartData())
                    .extracting(ChartData::getValue)
                    .containsExactly(
                            100 * measured.accuracy(1),
                            100 * measured.accuracy(2),
                            100 * measured.accuracy(3),
                            100 * measured.accuracy(4));
            double cnn = measured.cnnAccuracy();
            assertThat(card(tiles, 2).getAccessibleText())
                    .startsWith(
                            "SNN − CNN, points, t = 4, n = 12: "
                                    + Numbers.difference(100 * (measured.accuracy(4) - cnn), 1));
            assertThat(card(tiles, 2).early())
                    .isEqualTo(
                            Numbers.difference(100 * (measured.accuracy(2) - cnn), 1)
                                    + " at t = 2");
            List<ChartData> drawn = List.copyOf(line.getChartData());
            tiles.refresh(run, 4, CnnReference.soFar(run), Accounting.STANDARD);
            assertThat(line.getChartData().getFirst()).isSameAs(drawn.getFirst());
            tiles.refresh(run, TIMESTEPS + 5, CnnReference.soFar(run), Accounting.STANDARD);
            assertThat(line.getChartData()).hasSize(TIMESTEPS);
            assertThat(card(tiles, 1).getAccessibleText()).startsWith("SNN, T = 16, n = 12: ");
            return tiles;
        });
    }

    @Test
    void theCnnIsThatOnAllImagesAndARunWithoutImagesShowsNoneOfAnother() throws Exception {
        FxThread.start();
        RunState run = run();
        RunState empty =
                new RunState(
                        7,
                        7,
                        "",
                        run.settings(),
                        RunState.Phase.STOPPED,
                        ClosedFormCurve.none(),
                        Optional.empty(),
                        Optional.empty(),
                        0);
        fx(() -> {
            TilesPane tiles = new TilesPane();
            new Scene(tiles);
            tiles.refresh(
                    run, 4, Optional.of(new CnnReference(915, 1000, 1000)), Accounting.STANDARD);
            assertThat(card(tiles, 0).getAccessibleText()).startsWith("CNN · 1000 images: 91.5 %");
            tiles.refresh(run, 4, Optional.of(new CnnReference(80, 91, 1000)), Accounting.STANDARD);
            assertThat(card(tiles, 0).getAccessibleText())
                    .startsWith("CNN · first 91 of 1000: 87.9 %");
            tiles.refresh(empty, 4, Optional.empty(), Accounting.STANDARD);
            for (int i = 0; i < 4; i++) {
                assertThat(tiles.getChildren().get(i).getAccessibleText()).contains(": –. ");
            }
            assertThat(card(tiles, 1).tile().orElseThrow().isVisible()).isFalse();
            assertThat(card(tiles, 1).early()).isEmpty();
            assertThat(card(tiles, 2).early()).isEmpty();
            assertThat(((EnergyTile) tiles.getChildren().get(3)).bar().isVisible()).isFalse();
            return tiles;
        });
    }
}
