package org.eccexplorer.ui.results;

import eu.hansolo.tilesfx.Tile;
import eu.hansolo.tilesfx.chart.ChartData;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.paint.Color;
import org.eccexplorer.app.live.CnnReference;
import org.eccexplorer.app.live.RunState;
import org.eccexplorer.figures.run.EnergyRow;
import org.eccexplorer.figures.words.CnnWords;
import org.eccexplorer.figures.words.EarlyStep;
import org.eccexplorer.figures.words.ReadingWords;
import org.eccexplorer.figures.words.RunWords;
import org.eccexplorer.figures.words.ScheduleWords;
import org.eccexplorer.measure.RunSnapshot;
import org.eccexplorer.measure.Schedule;
import org.eccexplorer.measure.energy.Accounting;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;
import org.eccexplorer.ui.state.Viewed;
import org.jspecify.annotations.Nullable;

/**
 * Four figures: accuracy of CNN and SNN, their difference, the ratio of energies; each with its
 * timestep and number of images, those of the SNN at an early timestep too. TilesFX draws the
 * course of the SNN's accuracy as a line; of the energy there are its parts.
 */
public final class TilesPane extends GridPane {
    /** Points of the line, no more than it has pixels. */
    private static final int LINE = 40;

    private final Tile course = TileGraphics.sparkline();
    private final TileCard cnn = new TileCard(Optional.empty());
    private final TileCard snn = new TileCard(Optional.of(course));
    private final TileCard difference = new TileCard(Optional.empty());
    private final EnergyTile energy = new EnergyTile();
    private @Nullable Seen seen;
    private boolean placed;

    /** The line as it is drawn, in whole percent: it is drawn anew when one of them changes. */
    private long[] drawn = {};

    /** What was shown last: nothing is drawn again that would look the same. */
    private record Seen(
            RunState run, int timestep, Optional<CnnReference> cnn, Accounting accounting) {}

    public TilesPane() {
        setHgap(8);
        setVgap(6);
        ColumnConstraints half = new ColumnConstraints();
        half.setPercentWidth(50);
        getColumnConstraints().addAll(half, half);
        add(cnn, 0, 0);
        add(snn, 1, 0);
        add(difference, 0, 1);
        add(energy, 1, 1);
        snn.figure().getStyleClass().add("accent");
        snn.figure().textFillProperty().addListener(o -> colour());
        snn.caption().textFillProperty().addListener(o -> colour());
        showCnn(Optional.empty());
        withoutRun(Numbers.NONE, Texts.text("ui.results.snn"), Texts.text("ui.results.notYet"));
    }

    /** A tile knows no style sheet: it gets the colours that the texts beside it have. */
    private void colour() {
        if (snn.figure().getTextFill() instanceof Color ink
                && snn.caption().getTextFill() instanceof Color track) {
            TileGraphics.colour(course, ink, track);
        }
    }

    private void withoutRun(String figure, String name, String explanation) {
        snn.say(figure, name, "", explanation);
        course.setVisible(false);
        String notYet = Texts.text("ui.results.notYet");
        difference.say(Numbers.NONE, Texts.text("ui.results.difference"), "", notYet);
        energy.show(Optional.empty());
    }

    /** Until the simulation has an image: what the closed form answers at T. */
    private void preview(RunState focus) {
        int last = focus.settings().timesteps();
        focus.closedForm()
                .at(last)
                .ifPresentOrElse(
                        answer ->
                                withoutRun(
                                        Numbers.percent(answer, 1),
                                        Texts.text(
                                                "ui.results.closedForm",
                                                last,
                                                Numbers.count(focus.closedForm().images())),
                                        Texts.text(
                                                "ui.results.closedFormMeaning",
                                                last,
                                                Numbers.count(focus.closedForm().images()))),
                        () ->
                                withoutRun(
                                        Numbers.NONE,
                                        Texts.text("ui.results.snn"),
                                        Texts.text("ui.results.notYet")));
    }

    /** Shows the focused run. States never change, so the same one shows the same. */
    public void refresh(Viewed viewed, Accounting accounting) {
        refresh(viewed.focus(), viewed.timestep(), viewed.cnn(), accounting);
    }

    /**
     * Shows a run at a timestep.
     *
     * @param reference the CNN that it is held against, once that is known
     */
    @SuppressWarnings("ReferenceEquality")
    void refresh(
            RunState focus, int timestep, Optional<CnnReference> reference, Accounting accounting) {
        if (seen != null
                && seen.timestep() == timestep
                && seen.run() == focus
                && seen.cnn().equals(reference)
                && seen.accounting().equals(accounting)) {
            return;
        }
        seen = new Seen(focus, timestep, reference, accounting);
        showCnn(reference);
        energy.show(EnergyRow.of(List.of(focus), accounting, timestep).stream().findFirst());
        focus.snapshot()
                .ifPresentOrElse(
                        run -> show(focus, run, run.knownUpTo(timestep)), () -> preview(focus));
    }

    private void showCnn(Optional<CnnReference> reference) {
        if (reference.isEmpty()) {
            cnn.say(
                    Numbers.NONE,
                    Texts.text("ui.results.cnn"),
                    "",
                    Texts.text("ui.results.notYet"));
            return;
        }
        CnnReference known = reference.get();
        String images = Numbers.count(known.images());
        cnn.say(
                Numbers.percent(known.accuracy(), 1),
                CnnWords.caption(known),
                "",
                known.isWhole()
                        ? Texts.text("ui.results.cnnMeaning", images)
                        : Texts.text(
                                "ui.results.cnnSoFarMeaning",
                                images,
                                Numbers.count(known.total())));
    }

    private void show(RunState focus, RunSnapshot run, int t) {
        String images = RunWords.images(run);
        String at = RunWords.at(t, run.timesteps());
        snn.say(
                Numbers.percent(run.accuracy(t), 1),
                Stream.of(
                                Texts.text("ui.results.snnAt", at, images),
                                ScheduleWords.latencyOf(focus, t))
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining("\n")),
                EarlyStep.accuracy(run),
                meaning(focus, run, t, images));
        line(course, run, t);
        difference.say(
                Numbers.difference(RunWords.points(run, t), 1),
                Texts.text("ui.results.differenceAt", at, images),
                EarlyStep.difference(run),
                Texts.text("ui.results.differenceMeaning", t, run.timesteps(), images));
    }

    private static String meaning(RunState focus, RunSnapshot run, int t, String images) {
        List<String> lines = new ArrayList<>();
        lines.add(Texts.text("ui.results.snnMeaning", t, run.timesteps(), images));
        lines.addAll(ReadingWords.sentences(run, focus.settings().reading()));
        if (focus.settings().schedule() == Schedule.SYNCHRONOUS) {
            focus.network()
                    .ifPresent(
                            network -> lines.add(ScheduleWords.sentence(network, run.timesteps())));
        }
        return String.join("\n", lines);
    }

    /** What was drawn before there was a place for it is drawn again. */
    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        if (!placed && getWidth() > 0) {
            placed = true;
            seen = null;
            drawn = new long[0];
        }
    }

    /** Accuracy in percent from the first timestep to the one looked at. */
    private void line(Tile tile, RunSnapshot run, int t) {
        int count = Math.max(2, Math.min(LINE, t));
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            int at = 1 + (int) ((long) i * (t - 1) / (count - 1));
            values[i] = 100 * run.accuracy(run.knownUpTo(at));
        }
        // A pixel is some percent high, and each drawing of the line is a layout of the tile.
        long[] percents = Arrays.stream(values).mapToLong(Math::round).toArray();
        if (!Arrays.equals(percents, drawn)) {
            drawn = percents;
            tile.setChartData(Arrays.stream(values).mapToObj(ChartData::new).toList());
        }
    }
}
