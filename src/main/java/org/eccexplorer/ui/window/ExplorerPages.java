package org.eccexplorer.ui.window;

import java.util.function.Consumer;
import org.eccexplorer.app.session.PageId;
import org.eccexplorer.ui.command.Commands;
import org.eccexplorer.ui.data.DataPage;
import org.eccexplorer.ui.data.ImagesPage;
import org.eccexplorer.ui.desk.Page;
import org.eccexplorer.ui.desk.Pages;
import org.eccexplorer.ui.desk.Workbench;
import org.eccexplorer.ui.image.ImagePage;
import org.eccexplorer.ui.layer.LayerPage;
import org.eccexplorer.ui.neuron.NeuronPage;
import org.eccexplorer.ui.results.AnswersPage;
import org.eccexplorer.ui.results.CostPage;
import org.eccexplorer.ui.results.ErrorPage;
import org.eccexplorer.ui.results.LivePage;
import org.eccexplorer.ui.results.PaperPage;
import org.eccexplorer.ui.runs.RunMenu;
import org.eccexplorer.ui.runs.RunsPage;
import org.eccexplorer.ui.state.CurrentPage;

/**
 * Makes the pages of the explorer.
 *
 * @param calibrate measures λ on other images
 */
record ExplorerPages(Workbench bench, RunMenu menu, Commands commands, Consumer<String> calibrate) {
    /** All pages, each of which is made when it is first turned to. */
    Pages all() {
        Pages pages = new Pages();
        for (PageId id : PageId.values()) {
            pages.add(id, () -> page(id));
        }
        CurrentPage current = bench.model().currentPage();
        pages.turn(current.idProperty().get());
        pages.setOnTurned(id -> {
            bench.alone().set(false);
            current.show(id);
        });
        return pages;
    }

    private Page page(PageId id) {
        return switch (id) {
            case LIVE -> new LivePage(bench);
            case ERROR -> new ErrorPage(bench);
            case COST -> new CostPage(bench);
            case ANSWERS -> new AnswersPage(bench);
            case LAYER -> new LayerPage(bench);
            case IMAGE -> new ImagePage(bench);
            case NEURON -> new NeuronPage(bench);
            case SAMPLES -> new ImagesPage(bench);
            case DATA -> new DataPage(bench, commands, calibrate);
            case RUNS -> new RunsPage(bench, menu);
            case PAPER -> new PaperPage(bench);
        };
    }
}
