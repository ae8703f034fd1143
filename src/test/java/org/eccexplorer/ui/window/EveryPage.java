package org.eccexplorer.ui.window;

import static org.eccexplorer.ui.fx.FxThread.fx;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.eccexplorer.Resources;
import org.eccexplorer.app.sweep.results.SweepResults;
import org.eccexplorer.convert.ConversionOptions;
import org.eccexplorer.ui.command.Command;
import org.eccexplorer.ui.fx.Answers;
import org.eccexplorer.ui.fx.FxThread;
import org.eccexplorer.ui.state.ExplorerViewModel;
import org.eccexplorer.ui.state.SampleModel;

/** A window after two runs, to be looked at page by page. */
final class EveryPage {
    static final List<Command> PAGES =
            List.of(
                    Command.LIVE,
                    Command.ERROR,
                    Command.COST,
                    Command.ANSWERS,
                    Command.LAYER,
                    Command.IMAGE,
                    Command.NEURON,
                    Command.SAMPLES,
                    Command.DATA,
                    Command.RUNS,
                    Command.PAPER,
                    Command.PARTS,
                    Command.VERIFY,
                    Command.LEARN,
                    Command.COMPARE,
                    Command.FIND,
                    Command.SWEEP);

    final ExplorerViewModel model;
    final ExplorerView view;

    /** What is done with a page, on the FX thread. */
    interface Visit {
        void to(Command page) throws Exception;
    }

    EveryPage(double width, double height) throws Exception {
        FxThread.start();
        model = SampleModel.of(6, 8);
        SweepResults sweep = SweepResults.read(Resources.path("sweep"));
        fx(() -> model.sweepProperty().set(Optional.of(sweep)));
        view =
                fx(() -> {
                    ExplorerView made = new ExplorerView(model, new Answers(), Surroundings.NONE);
                    made.introducedProperty().set(true);
                    Stage stage = new Stage();
                    stage.setScene(new Scene(made, width, height));
                    stage.show();
                    model.runs().start();
                    return made;
                });
        until(() -> !model.runs().all().isEmpty() && !model.runs().isRunning());
        fx(() ->
                SampleModel.change(
                        model.settings(), ConversionOptions.RESIDUAL_ELIMINATION, false));
        until(() -> !model.runs().isRunning());
        until(() ->
                model.runs().focusProperty().get().flatMap(model.selection()::trace).isPresent());
    }

    private void until(Callable<Boolean> condition) throws Exception {
        FxThread.until(() -> {
            view.pulse();
            return condition.call();
        });
    }

    /** Turns to each page, and to what lies above one. */
    void visit(Visit visit) throws Exception {
        for (Command page : PAGES) {
            fx(() -> {
                view.commands().run(page);
                view.repaint();
                view.applyCss();
                view.layout();
                view.repaint();
                view.applyCss();
                view.layout();
                visit.to(page);
                if (view.sheets().isVisible()) {
                    view.sheets().close();
                }
            });
        }
    }

    void close() throws Exception {
        fx(() -> view.getScene().getWindow().hide());
        model.close();
    }
}
