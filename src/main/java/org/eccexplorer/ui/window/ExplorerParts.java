package org.eccexplorer.ui.window;

import org.eccexplorer.ui.command.Command;
import org.eccexplorer.ui.desk.Pages;
import org.eccexplorer.ui.desk.TimeBar;
import org.eccexplorer.ui.desk.Workbench;
import org.eccexplorer.ui.fx.Late;
import org.eccexplorer.ui.help.IntroductionBanner;
import org.eccexplorer.ui.layer.NetworkStrip;
import org.eccexplorer.ui.runs.RunMenu;
import org.eccexplorer.ui.runs.RunsPane;
import org.eccexplorer.ui.settings.SettingsPane;
import org.eccexplorer.ui.state.ExplorerViewModel;

/**
 * The parts of the explorer, each of which is made when it is first needed.
 *
 * @param top bar above everything
 * @param settings at the left
 * @param runs at the left, below the settings
 * @param strip the network above the pages
 * @param introduction for newcomers
 * @param time bar below the pages
 * @param pages in the middle
 * @param side at the right
 */
record ExplorerParts(
        Late<TopBar> top,
        Late<SettingsPane> settings,
        Late<RunsPane> runs,
        Late<NetworkStrip> strip,
        Late<IntroductionBanner> introduction,
        Late<TimeBar> time,
        Late<Pages> pages,
        Late<RightSide> side) {

    /**
     * Those of a window.
     *
     * @param swap lets the two runs that are compared change places
     */
    static ExplorerParts of(
            Workbench bench,
            RunMenu menu,
            WindowCommands commands,
            Surroundings around,
            Runnable swap) {
        ExplorerViewModel model = bench.model();
        ExplorerPages pages =
                new ExplorerPages(bench, menu, commands.commands(), around::calibrate);
        return new ExplorerParts(
                new Late<>(() -> new TopBar(model, commands.commands(), around, swap)),
                new Late<>(() -> new SettingsPane(model)),
                new Late<>(() -> new RunsPane(bench, menu)),
                new Late<>(() -> new NetworkStrip(model)),
                new Late<>(() -> banner(commands)),
                new Late<>(() -> new TimeBar(model, model::selectNextChanged)),
                new Late<>(pages::all),
                new Late<>(() -> new RightSide(bench)));
    }

    private static IntroductionBanner banner(WindowCommands commands) {
        return new IntroductionBanner(
                () -> commands.commands().run(Command.LEARN),
                () -> commands.introducedProperty().set(false));
    }
}
