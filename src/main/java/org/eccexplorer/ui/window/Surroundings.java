package org.eccexplorer.ui.window;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Menu;
import org.eccexplorer.app.sweep.results.SweepRun;
import org.eccexplorer.ui.chart.FigureMemory;
import org.eccexplorer.ui.command.Commands;

/** What the window around an {@link ExplorerView} adds to it. */
public interface Surroundings {
    /** Nothing: for measurements. */
    Surroundings NONE = alone(commands -> {});

    /**
     * Nothing that opens, saves or remembers: for pictures, and for what a lesson shows.
     *
     * @param more commands that there are all the same
     */
    static Surroundings alone(Consumer<Commands> more) {
        return new Surroundings() {
            @Override
            public void addTo(Commands commands) {
                more.accept(commands);
            }

            @Override
            public List<Menu> places() {
                return List.of();
            }

            @Override
            public FigureMemory figures() {
                return FigureMemory.brief();
            }

            @Override
            public void calibrate(String source) {
                // the experiment stays
            }

            @Override
            public void takeImages(int most) {
                // the experiment stays
            }

            @Override
            public void openRun(SweepRun run) {
                // the experiment stays
            }
        };
    }

    /** Adds what only the window can do. */
    void addTo(Commands commands);

    /** New menus of things to open, such as bundled models and recent files. */
    List<Menu> places();

    /** How charts were saved the last time. */
    FigureMemory figures();

    /** Measures λ on other images from the next run on. */
    void calibrate(String source);

    /** Runs on at most this many test images. */
    void takeImages(int most);

    /** Opens the model and the images of a run of the sweep, and runs it again. */
    void openRun(SweepRun run);
}
