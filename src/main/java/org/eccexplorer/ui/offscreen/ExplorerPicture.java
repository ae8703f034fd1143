package org.eccexplorer.ui.offscreen;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.eccexplorer.app.find.query.Query;
import org.eccexplorer.app.open.Experiment;
import org.eccexplorer.app.open.LoadedModel;
import org.eccexplorer.app.run.Combinations;
import org.eccexplorer.app.run.Settings;
import org.eccexplorer.app.sweep.results.SweepResults;
import org.eccexplorer.convert.ConversionOptions;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.text.Texts;
import org.eccexplorer.ui.command.Command;
import org.eccexplorer.ui.dialog.ProblemList;
import org.eccexplorer.ui.dialog.SilentDialogs;
import org.eccexplorer.ui.fx.Background;
import org.eccexplorer.ui.state.ExplorerViewModel;
import org.eccexplorer.ui.window.ExplorerView;
import org.eccexplorer.ui.window.Surroundings;
import org.jspecify.annotations.Nullable;

/** A picture of the explorer after real runs, rendered without a display. */
public final class ExplorerPicture {
    /** Pulses after the last change until the traces of an image are there too. */
    private static final int SETTLED = 60;

    /** Lessons are there, as in a window. */
    private static final Surroundings AS_IN_A_WINDOW =
            Surroundings.alone(commands -> commands.on(Command.LEARN, () -> {}));

    private ExplorerPicture() {}

    /** What the picture shows. */
    public enum Scenery {
        MAIN(Command.LIVE),
        ERROR(Command.ERROR),
        COST(Command.COST),
        ANSWERS(Command.ANSWERS),
        LAYER(Command.LAYER),
        IMAGE(Command.IMAGE),
        NEURON(Command.NEURON),
        SAMPLES(Command.SAMPLES),
        DATA(Command.DATA),
        RUNS(Command.RUNS),
        PAPER(Command.PAPER),
        COMPARE(Command.COMPARE),
        FIND(Command.FIND),
        /** The sweep of a folder. */
        SWEEP(Command.SWEEP),
        PALETTE(Command.PALETTE),
        VERIFY(Command.VERIFY),
        LEARN(Command.OVERVIEW),
        ABOUT(Command.ABOUT),
        /** The problem of a model that cannot be opened, above the first page. */
        PROBLEM(Command.LIVE);

        private final Command command;

        Scenery(Command command) {
            this.command = command;
        }
    }

    /**
     * Runs three settings of a bundled model and renders the window as it then is. JavaFX runs
     * already, see {@link Headless}.
     *
     * @param sample name of the bundled model
     * @param opened a model to open, whose problem {@link Scenery#PROBLEM} shows, or the folder of
     *     {@link Scenery#SWEEP}
     */
    public static BufferedImage render(
            Scenery scenery,
            String sample,
            @Nullable Path opened,
            boolean dark,
            int textPercent,
            int width,
            int height,
            int images)
            throws ProblemException {
        SweepResults sweep =
                scenery == Scenery.SWEEP && opened != null ? SweepResults.read(opened) : null;
        ExplorerViewModel model = new ExplorerViewModel(Experiment.sample(sample, images));
        List<ConversionOptions> conversions =
                Combinations.named(
                        model.settings().get().conversion(),
                        List.of("cn+tre", "cn+cmb", "cn+tre+cmb"));
        CompletableFuture<BufferedImage> picture = new CompletableFuture<>();
        Platform.runLater(() -> {
            ExplorerView view = new ExplorerView(model, new SilentDialogs(), AS_IN_A_WINDOW);
            view.darkProperty().set(dark);
            view.textPercentProperty().set(textPercent);
            view.introducedProperty().set(scenery == Scenery.MAIN);
            Stage stage = new Stage();
            stage.setScene(new Scene(view, width, height));
            stage.show();
            view.focusRun();
            if (scenery == Scenery.SWEEP) {
                model.sweepProperty().set(Optional.ofNullable(sweep));
            } else if (opened != null) {
                open(view, opened);
            }
            model.runs().startAll(conversions);
            model.selection().layerProperty().set(1);
            new AnimationTimer() {
                private int settled;
                private boolean shown = scenery == Scenery.PROBLEM;

                @Override
                public void handle(long now) {
                    view.pulse();
                    if (!shown && view.commands().isPossible(scenery.command)) {
                        view.commands().run(scenery.command);
                        shown = true;
                        if (scenery == Scenery.FIND) {
                            model.finding()
                                    .start(
                                            model.experiment(),
                                            Query.standard(Settings.standard().threads()));
                        }
                    }
                    boolean busy =
                            model.runs().isRunning() || model.finding().runningProperty().get();
                    settled = busy ? 0 : settled + 1;
                    if (settled == SETTLED) {
                        stop();
                        if (!shown) {
                            picture.completeExceptionally(
                                    new IllegalStateException(scenery + " cannot be shown"));
                        }
                        picture.complete(
                                SwingFXUtils.fromFXImage(view.getScene().snapshot(null), null));
                    }
                }
            }.start();
        });
        BufferedImage result = picture.join();
        model.close();
        return result;
    }

    private static void open(ExplorerView view, Path model) {
        Background.run(
                () -> LoadedModel.open(model),
                loaded -> view.say(Texts.text("ui.offscreen.opened", model)),
                failure ->
                        view.sheets()
                                .show(
                                        Texts.text("ui.offscreen.refused", model.getFileName()),
                                        new ProblemList(
                                                ProblemException.of(model.toString(), failure))));
    }
}
