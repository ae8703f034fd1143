package org.eccexplorer.ui.state;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.eccexplorer.app.find.LiveSearch;
import org.eccexplorer.app.find.Without;
import org.eccexplorer.app.find.query.Query;
import org.eccexplorer.app.find.result.SearchView;
import org.eccexplorer.app.find.trial.Point;
import org.eccexplorer.app.open.Experiment;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** The search for a setting as the window shows it. Belongs to the FX thread. */
public final class Finding implements AutoCloseable {
    private final LiveSearch search = new LiveSearch(this::published, this::failed);
    private final AtomicReference<@Nullable SearchView> latest = new AtomicReference<>();
    private final ConcurrentLinkedQueue<Runnable> events = new ConcurrentLinkedQueue<>();
    private final ReadOnlyObjectWrapper<Optional<SearchView>> view =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<Problem>> problems =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private Optional<Query> query = Optional.empty();
    private Optional<Experiment> experiment = Optional.empty();

    private void published(SearchView now) {
        latest.set(now);
    }

    private void failed(Exception failure) {
        events.add(() -> {
            running.set(false);
            problems.set(ProblemException.of("", failure));
        });
    }

    /** Starts a search; one that goes on is stopped. */
    public void start(Experiment images, Query wanted) {
        query = Optional.of(wanted);
        experiment = Optional.of(images);
        problems.set(List.of());
        view.set(Optional.empty());
        latest.set(null);
        running.set(true);
        search.start(images, wanted);
    }

    /** Stops the search; what was found by then stays. */
    public void stop() {
        search.stop();
    }

    /** Leaves one part of a setting out after the other; the search has to be over. */
    public void explain(Point point, Consumer<List<Without>> done) {
        running.set(true);
        search.explain(
                experiment.orElseThrow(),
                query.orElseThrow(),
                point,
                parts ->
                        events.add(() -> {
                            running.set(false);
                            done.accept(parts);
                        }));
    }

    /** What is searched for, or was. */
    public Optional<Query> query() {
        return query;
    }

    /** The model and images that it is of, or was. */
    public Optional<Experiment> experiment() {
        return experiment;
    }

    /** How the search stands. */
    public ReadOnlyObjectProperty<Optional<SearchView>> viewProperty() {
        return view.getReadOnlyProperty();
    }

    /** What ended the last search, if it was not its end. */
    public ReadOnlyObjectProperty<List<Problem>> problemsProperty() {
        return problems.getReadOnlyProperty();
    }

    /** Whether a search or an explanation goes on. */
    public ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    /** Shows what the threads have done since the last pulse. */
    boolean pulse() {
        boolean changed = false;
        for (Runnable event = events.poll(); event != null; event = events.poll()) {
            event.run();
            changed = true;
        }
        SearchView now = latest.getAndSet(null);
        if (now != null) {
            view.set(Optional.of(now));
            if (now.phase() == SearchView.Phase.ENDED) {
                running.set(false);
            }
            changed = true;
        }
        return changed;
    }

    @Override
    public void close() {
        search.close();
    }
}
