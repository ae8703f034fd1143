package org.eccexplorer.ui.state;

import java.util.List;
import org.eccexplorer.app.live.RunState;
import org.eccexplorer.app.open.ViewedImage;
import org.eccexplorer.app.session.ViewState;
import org.eccexplorer.dataset.LabelledImages;

/** What a window shows as a value, to be kept in a session and restored. */
public final class ViewStates {
    private ViewStates() {}

    /** What is shown now. */
    public static ViewState now(ExplorerViewModel model) {
        CurrentPage page = model.currentPage();
        Selection selection = model.selection();
        ViewedImage image = selection.imageProperty().get();
        return new ViewState(
                page.idProperty().get(),
                page.comparingProperty().get(),
                List.of(page.firstComparedProperty().get(), page.secondComparedProperty().get()),
                selection.layerProperty().get(),
                selection.neuronProperty().get(),
                image.index(),
                image.index() == ViewedImage.OWN ? image.pixels() : null,
                model.playback().timestepProperty().get(),
                model.runs().focusProperty().get().map(RunState::id).orElse(-1),
                model.runs().undrawn());
    }

    /** Shows what was shown then, as far as it is there. */
    static void restore(ExplorerViewModel model, ViewState view) {
        RunList runs = model.runs();
        runs.undrawn().setAll(view.undrawn());
        runs.all().stream()
                .filter(run -> run.id() == view.focus())
                .findFirst()
                .ifPresent(runs::focus);
        int layers =
                runs.focusProperty()
                        .get()
                        .flatMap(RunState::network)
                        .map(network -> network.layers().size())
                        .orElse(0);
        Selection selection = model.selection();
        selection.layerProperty().set(Math.clamp(view.layer(), 0, Math.max(0, layers - 1)));
        restoreImage(model.experiment().test(), selection, view);
        int neurons =
                runs.focusProperty()
                        .get()
                        .flatMap(RunState::network)
                        .map(network ->
                                network.layers().get(selection.layerProperty().get()).neurons())
                        .orElse(0);
        selection.neuronProperty().set(view.neuron() < neurons ? Math.max(-1, view.neuron()) : -1);
        model.playback().goTo(view.timestep());
        CurrentPage page = model.currentPage();
        page.idProperty().set(view.page());
        page.firstComparedProperty().set(view.compared().getFirst());
        page.secondComparedProperty().set(view.compared().getLast());
        page.comparingProperty().set(view.comparing() && runs.all().size() > 1);
    }

    private static void restoreImage(LabelledImages test, Selection selection, ViewState view) {
        float[] own = view.own();
        if (own != null && own.length == test.shape().size()) {
            selection.imageProperty().set(ViewedImage.own(own));
        } else if (view.sample() > 0 && view.sample() < test.count()) {
            selection.selectImage(view.sample());
        }
    }
}
