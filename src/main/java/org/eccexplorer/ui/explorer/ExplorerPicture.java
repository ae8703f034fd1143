package org.eccexplorer.ui.explorer;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.eccexplorer.app.Combinations;
import org.eccexplorer.convert.ConversionOptions;
import org.eccexplorer.problem.ProblemException;

/** A picture of the explorer after real runs, rendered without a display. */
public final class ExplorerPicture {
    private ExplorerPicture() {}

    /**
     * Runs three settings of the bundled sample and renders the window as it then is.
     *
     * @param errorPage the page of charts on errors in place of the live one
     */
    public static BufferedImage render(
            boolean errorPage, boolean dark, int width, int height, int images)
            throws ProblemException {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        ExplorerViewModel model = ExplorerViewModel.sample(images);
        List<ConversionOptions> conversions =
                Combinations.named(
                        model.settings().conversion(), List.of("cn+cmb", "cn+tre", "cn+tre+cmb"));
        CompletableFuture<BufferedImage> picture = new CompletableFuture<>();
        Platform.startup(() -> {
            ExplorerView view = new ExplorerView(model, () -> {});
            view.darkProperty().set(dark);
            Stage stage = new Stage();
            stage.setScene(new Scene(view, width, height));
            stage.show();
            if (errorPage) {
                view.showErrors();
            }
            model.runAll(conversions);
            new AnimationTimer() {
                private int settled;

                @Override
                public void handle(long now) {
                    view.pulse();
                    settled = model.isRunning() ? 0 : settled + 1;
                    if (settled == 5) {
                        stop();
                        picture.complete(
                                SwingFXUtils.fromFXImage(view.getScene().snapshot(null), null));
                    }
                }
            }.start();
        });
        BufferedImage result = picture.join();
        model.close();
        Platform.exit();
        return result;
    }
}
