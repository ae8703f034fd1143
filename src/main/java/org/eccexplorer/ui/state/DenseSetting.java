package org.eccexplorer.ui.state;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.eccexplorer.app.run.DenseChoice;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.tensor.DenseBackend;
import org.eccexplorer.ui.fx.Background;

/**
 * The backend that multiplies dense matrices. No setting of a run, since it changes no results: it
 * holds for the runs that follow, and belongs to the machine. What is chosen is loaded in the
 * background; where that fails the choice goes back to what is always there.
 */
public final class DenseSetting {
    private final ObjectProperty<DenseChoice> choice =
            new SimpleObjectProperty<>(DenseChoice.VECTOR);
    private final Consumer<DenseBackend> use;
    private Consumer<DenseChoice> loaded = done -> {};
    private BiConsumer<DenseChoice, List<Problem>> failed = (wanted, problems) -> {};

    /**
     * Nothing is loaded yet.
     *
     * @param use gets what was loaded
     */
    DenseSetting(Consumer<DenseBackend> use) {
        this.use = use;
        choice.addListener((property, before, wanted) -> load(wanted));
    }

    /** What is chosen, though perhaps not loaded yet. */
    public ObjectProperty<DenseChoice> choiceProperty() {
        return choice;
    }

    /** Sets what is called, on the FX thread, with what was loaded or why it could not be. */
    public void onLoaded(
            Consumer<DenseChoice> done, BiConsumer<DenseChoice, List<Problem>> problems) {
        loaded = done;
        failed = problems;
    }

    private void load(DenseChoice wanted) {
        Background.run(
                wanted::load,
                backend -> {
                    if (choice.get() == wanted) {
                        use.accept(backend);
                        loaded.accept(wanted);
                    }
                },
                failure -> {
                    if (choice.get() == wanted) {
                        choice.set(DenseChoice.VECTOR);
                        failed.accept(wanted, ProblemException.of(wanted.name(), failure));
                    }
                });
    }
}
