package org.eccexplorer.ui.window;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import org.eccexplorer.app.sweep.results.SweepRun;
import org.eccexplorer.ui.compare.ComparePane;
import org.eccexplorer.ui.desk.Workbench;
import org.eccexplorer.ui.find.FindPane;
import org.eccexplorer.ui.fx.Late;
import org.eccexplorer.ui.state.CurrentPage;
import org.eccexplorer.ui.sweep.SweepPane;

/** What may have the place of the explorer: a comparison of runs, a search, a sweep. */
final class Elsewhere {
    private final CurrentPage page;
    private final BooleanBinding wanted;
    private final Late<ComparePane> comparison;
    private final ExplorerPlace.Other compare;
    private final ExplorerPlace.Other find;
    private final ExplorerPlace.Other sweep;

    /**
     * Nothing of it is made yet.
     *
     * @param openRun opens the model and the images of a run of a sweep
     */
    Elsewhere(Workbench bench, Consumer<SweepRun> openRun) {
        page = bench.model().currentPage();
        wanted = page.comparingProperty().or(page.findingProperty()).or(page.sweepingProperty());
        comparison = new Late<>(() -> new ComparePane(bench));
        Late<FindPane> search = new Late<>(() -> new FindPane(bench));
        Late<SweepPane> opened = new Late<>(() -> new SweepPane(bench, openRun));
        compare = new ExplorerPlace.Other(comparison, () -> comparison.get().refresh());
        find = new ExplorerPlace.Other(search, () -> search.get().refresh());
        sweep = new ExplorerPlace.Other(opened, () -> opened.get().refresh());
    }

    /** Whether any of it is wanted instead of the explorer. */
    ObservableBooleanValue isWanted() {
        return wanted;
    }

    /** Does something whenever something else is wanted. */
    void onTurned(Runnable action) {
        for (BooleanProperty one :
                List.of(
                        page.comparingProperty(),
                        page.findingProperty(),
                        page.sweepingProperty())) {
            one.addListener((property, before, now) -> action.run());
        }
    }

    /** What is wanted; empty: the explorer. */
    Optional<ExplorerPlace.Other> wanted() {
        if (page.comparingProperty().get()) {
            return Optional.of(compare);
        }
        if (page.findingProperty().get()) {
            return Optional.of(find);
        }
        return page.sweepingProperty().get() ? Optional.of(sweep) : Optional.empty();
    }

    /** Lets the two runs that are compared change places. */
    void swap() {
        comparison.get().swap();
    }
}
