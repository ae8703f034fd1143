package org.eccexplorer.ui.state;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.eccexplorer.app.live.RunState;
import org.eccexplorer.app.open.Experiment;
import org.eccexplorer.app.open.ViewedImage;
import org.eccexplorer.app.session.PageId;
import org.eccexplorer.app.session.ViewState;
import org.eccexplorer.dataset.LabelledImages;
import org.eccexplorer.figures.Confusion;

/** Which page is shown; and all that one looks at as a value, to be kept and restored. */
public final class CurrentPage {
    private final ObjectProperty<PageId> page = new SimpleObjectProperty<>(PageId.LIVE);
    private final BooleanProperty comparing = new SimpleBooleanProperty();
    private final ObjectProperty<Optional<Confusion>> confusion =
            new SimpleObjectProperty<>(Optional.empty());
    private final IntegerProperty firstCompared = new SimpleIntegerProperty(-1);
    private final IntegerProperty secondCompared = new SimpleIntegerProperty(-1);

    /** The page in the centre. */
    public ObjectProperty<PageId> pageProperty() {
        return page;
    }

    /** Turns to a page. */
    public void show(PageId turned) {
        comparing.set(false);
        page.set(turned);
    }

    /** Whether two runs are compared in place of the explorer. */
    public BooleanProperty comparingProperty() {
        return comparing;
    }

    /** Id of the run that is compared as A, −1 until one was. */
    public IntegerProperty firstComparedProperty() {
        return firstCompared;
    }

    /** Id of the run that is compared as B, −1 until one was. */
    public IntegerProperty secondComparedProperty() {
        return secondCompared;
    }

    /** Which images the page of samples shows, if not all. */
    public ObjectProperty<Optional<Confusion>> confusionProperty() {
        return confusion;
    }

    /** What one looks at now. */
    public ViewState now(ExplorerViewModel model) {
        ViewedImage sample = model.sampleProperty().get();
        return new ViewState(
                page.get(),
                comparing.get(),
                List.of(firstCompared.get(), secondCompared.get()),
                model.selectedLayerProperty().get(),
                model.selectedNeuronProperty().get(),
                sample.index(),
                sample.index() == ViewedImage.OWN ? sample.pixels() : null,
                model.playback().timestepProperty().get(),
                model.focusProperty().get().map(RunState::id).orElse(-1),
                model.hidden());
    }

    /** Looks at what was looked at, as far as it is there. */
    void restore(ExplorerViewModel model, ViewState look) {
        model.hidden().setAll(look.undrawn());
        Optional<RunState> focus =
                model.runs().stream().filter(run -> run.id() == look.focus()).findFirst();
        if (focus.isPresent()) {
            model.focusProperty().set(focus);
        }
        int layers =
                model.focusProperty()
                        .get()
                        .flatMap(RunState::network)
                        .map(network -> network.layers().size())
                        .orElse(0);
        model.selectedLayerProperty().set(Math.max(0, Math.min(look.layer(), layers - 1)));
        restoreSample(model, look);
        model.selectedNeuronProperty().set(look.neuron());
        model.playback().goTo(look.timestep());
        page.set(look.page());
        firstCompared.set(look.compared().getFirst());
        secondCompared.set(look.compared().getLast());
        comparing.set(look.comparing() && model.runs().size() > 1);
    }

    private static void restoreSample(ExplorerViewModel model, ViewState look) {
        Experiment experiment = model.experiment();
        LabelledImages test = experiment.test();
        float[] own = look.own();
        if (own != null && own.length == test.shape().size()) {
            model.sampleProperty().set(ViewedImage.own(own));
        } else if (look.sample() > 0 && look.sample() < test.count()) {
            model.selectSample(look.sample());
        }
    }
}
