package org.eccexplorer.ui.window;

import javafx.scene.Scene;
import org.eccexplorer.app.lesson.LessonState;
import org.eccexplorer.app.open.Experiment;
import org.eccexplorer.app.run.Settings;
import org.eccexplorer.app.session.PageId;
import org.eccexplorer.lesson.LessonPage;
import org.eccexplorer.ui.command.Command;
import org.eccexplorer.ui.dialog.Dialogs;
import org.eccexplorer.ui.state.ExplorerViewModel;

/** What a lesson shows in the network: an explorer of its own, with runs of its own. */
final class NetworkVisit {
    private final ExplorerViewModel model;
    private final ExplorerView view;
    private final VisitRoot root;

    /**
     * An explorer that runs nothing yet.
     *
     * @param back leads back to the lesson
     */
    NetworkVisit(
            Experiment experiment,
            Settings settings,
            String lesson,
            Dialogs dialogs,
            Runnable back) {
        model = new ExplorerViewModel(experiment);
        model.settings().set(settings);
        view =
                new ExplorerView(
                        model,
                        dialogs,
                        Surroundings.alone(commands -> commands.on(Command.LEARN, back)));
        root = new VisitRoot(view, lesson, back);
    }

    ExplorerView view() {
        return view;
    }

    /** Takes the place of a scene's content and runs what the lesson is about. */
    void begin(Scene scene, LessonState state) {
        scene.setRoot(root);
        view.commands().listen(scene);
        LessonPage.See see =
                state.page().see().orElse(new LessonPage.See(LessonPage.Place.LIVE, 0));
        model.currentPage().show(page(see.place()));
        model.runs().start();
        model.selection().layerProperty().set(Math.min(see.layer(), lastLayer(state)));
        double t = state.now().of("T");
        if (t >= 1) {
            model.playback()
                    .lastProperty()
                    .addListener((property, before, last) -> model.playback().goTo((int) t));
            model.playback().goTo((int) t);
        }
    }

    /** Of the network as far as it was run: what is open may have fewer than a lesson names. */
    private static int lastLayer(LessonState state) {
        return state.network().stream()
                .flatMap(network -> network.all().stream())
                .mapToInt(run -> run.network().orElseThrow().layers().size() - 1)
                .max()
                .orElse(Integer.MAX_VALUE);
    }

    private static PageId page(LessonPage.Place place) {
        return switch (place) {
            case LIVE -> PageId.LIVE;
            case ERROR -> PageId.ERROR;
            case COST -> PageId.COST;
            case ANSWERS -> PageId.ANSWERS;
            case LAYER -> PageId.LAYER;
            case IMAGE -> PageId.IMAGE;
            case NEURON -> PageId.NEURON;
        };
    }

    /** Ends its runs. */
    void end(Scene scene) {
        view.commands().release(scene);
        model.close();
    }
}
