package org.eccexplorer.ui.offscreen;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.function.BooleanSupplier;
import org.eccexplorer.app.live.RunState;
import org.eccexplorer.app.run.Combinations;
import org.eccexplorer.app.run.Settings;
import org.eccexplorer.app.session.PageId;
import org.eccexplorer.convert.ConversionOptions;
import org.eccexplorer.ui.state.ExplorerViewModel;
import org.eccexplorer.ui.window.UnattendedWindow;

/**
 * What a user may do, at random from a seed: runs, stops, comparisons, pages, layers and images,
 * playing, good and bad files. Each begins at once and says when it is over.
 */
final class SoakActions {
    private static final int MOST_RUNS = 8;
    private static final int LEAST_TIMESTEPS = 8;
    private static final int MOST_TIMESTEPS = 32;

    private final UnattendedWindow window;
    private final SoakFiles files;
    private final Random random;

    SoakActions(UnattendedWindow window, SoakFiles files, long seed) {
        this.window = window;
        this.files = files;
        random = new Random(seed);
    }

    /** Begins the next one; what is given back says whether it is over, asked at every frame. */
    BooleanSupplier next() {
        ExplorerViewModel model = window.model();
        if (model.runs().all().size() > MOST_RUNS) {
            return discard(model);
        }
        return switch (random.nextInt(9)) {
            case 0, 1 -> run(model);
            case 2 -> stopped(model);
            case 3 -> all(model);
            case 4 -> compared(model);
            case 5 -> page(model);
            case 6 -> played(model);
            case 7 -> opened(any(files.good()));
            default -> opened(any(files.bad()));
        };
    }

    private <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private BooleanSupplier run(ExplorerViewModel model) {
        Settings now = model.settings().get();
        int timesteps = LEAST_TIMESTEPS + random.nextInt(MOST_TIMESTEPS - LEAST_TIMESTEPS + 1);
        ConversionOptions options = any(Combinations.all(now.conversion()));
        model.settings().set(now.withTimesteps(timesteps).with(options));
        model.runs().start();
        return () -> !model.runs().isRunning();
    }

    private BooleanSupplier stopped(ExplorerViewModel model) {
        run(model);
        BooleanSupplier later = after(random.nextInt(300));
        return () -> {
            if (!later.getAsBoolean()) {
                return false;
            }
            model.runs().stop();
            return !model.runs().isRunning();
        };
    }

    private static BooleanSupplier all(ExplorerViewModel model) {
        model.runs().startAllCombinations();
        return () -> !model.runs().isRunning();
    }

    private BooleanSupplier compared(ExplorerViewModel model) {
        List<RunState> runs = model.runs().all();
        if (runs.size() < 2) {
            return run(model);
        }
        model.currentPage().firstComparedProperty().set(any(runs).id());
        model.currentPage().secondComparedProperty().set(any(runs).id());
        model.currentPage().comparingProperty().set(true);
        return afterwards(after(400), () -> model.currentPage().comparingProperty().set(false));
    }

    private BooleanSupplier page(ExplorerViewModel model) {
        model.currentPage().show(any(List.of(PageId.values())));
        model.selection().moveImage(1 + random.nextInt(5));
        return after(400);
    }

    private static BooleanSupplier played(ExplorerViewModel model) {
        model.playback().toggle();
        return afterwards(after(400), () -> model.playback().playingProperty().set(false));
    }

    private BooleanSupplier opened(Path file) {
        ExplorerViewModel before = window.model();
        window.open(List.of(file));
        BooleanSupplier answered = () -> window.isAsking() || window.model() != before;
        return afterwards(answered, window::dismiss);
    }

    /** Makes room for others. */
    private static BooleanSupplier discard(ExplorerViewModel model) {
        model.runs().stop();
        return () -> {
            if (model.runs().isRunning()) {
                return false;
            }
            List<RunState> runs = List.copyOf(model.runs().all());
            runs.subList(0, runs.size() / 2).forEach(run -> model.runs().edits().delete(run));
            model.history().forget();
            return true;
        };
    }

    private static BooleanSupplier after(int milliseconds) {
        long end = System.nanoTime() + milliseconds * 1_000_000L;
        return () -> System.nanoTime() > end;
    }

    private static BooleanSupplier afterwards(BooleanSupplier over, Runnable then) {
        return () -> {
            if (!over.getAsBoolean()) {
                return false;
            }
            then.run();
            return true;
        };
    }
}
