package org.eccexplorer.ui.window;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.eccexplorer.app.live.RunState;
import org.eccexplorer.app.session.PageId;
import org.eccexplorer.app.session.WindowPart;
import org.eccexplorer.figures.words.Introduction;
import org.eccexplorer.text.Texts;
import org.eccexplorer.ui.desk.Workbench;
import org.eccexplorer.ui.fx.Late;
import org.eccexplorer.ui.fx.LateParts;
import org.eccexplorer.ui.fx.LiveScroll;
import org.eccexplorer.ui.fx.Shown;
import org.eccexplorer.ui.settings.SettingsPane;
import org.eccexplorer.ui.state.CurrentPage;
import org.eccexplorer.ui.state.ExplorerViewModel;
import org.eccexplorer.ui.state.Memo;
import org.eccexplorer.ui.state.RunList;
import org.eccexplorer.ui.state.Selection;
import org.eccexplorer.ui.state.Viewed;

/**
 * The parts of the explorer in their places, into which they come one after the other: bars above,
 * settings and runs at the left, pages in the middle, an image at the right, the status below.
 */
final class ExplorerFrame extends BorderPane {
    private final ExplorerViewModel model;
    private final BooleanProperty alone;
    private final ExplorerParts parts;
    private final WindowCommands commands;
    private final Elsewhere elsewhere;
    private final StatusLine status;
    private final VBox bars = new VBox();
    private final VBox leftSide = new VBox();
    private final ScrollPane left = scroll(leftSide, "left");
    private final Label nothing = new Label(Texts.text("ui.window.noRunYet"));
    private final StackPane middle = new StackPane(nothing);
    private final VBox centre = new VBox(10, middle);
    private final ExplorerPlace place = new ExplorerPlace(centre, this::lay);
    private final Late<ScrollPane> right;
    private final Memo<List<RunState>, String> introductions;

    /** What is there before any run. */
    private final LateParts first;

    /** What shows runs. */
    private final LateParts late;

    private Supplier<Optional<MenuBar>> menus = Optional::empty;
    private Runnable there = () -> {};
    private WindowRoom room = new WindowRoom(0, 0, 1);
    private boolean runFocused;

    /** Whether a page that was turned to is not yet in sight. */
    private boolean turnsPage;

    private boolean stale = true;

    /**
     * Empty as yet.
     *
     * @param elsewhere what may have the place of the explorer
     */
    ExplorerFrame(
            Workbench bench,
            ExplorerParts parts,
            WindowCommands commands,
            Elsewhere elsewhere,
            StatusLine status) {
        model = bench.model();
        alone = bench.alone();
        this.parts = parts;
        this.commands = commands;
        this.elsewhere = elsewhere;
        this.status = status;
        right = new Late<>(() -> scroll(parts.side().get(), "right-scroll"));
        int[] labels = model.experiment().test().labels();
        introductions = new Memo<>(all -> Introduction.figures(all, labels));
        leftSide.getStyleClass().add("side");
        nothing.getStyleClass().add("nothing");
        centre.getStyleClass().add("centre");
        VBox.setVgrow(middle, Priority.ALWAYS);
        setTop(bars);
        setLeft(left);
        setCenter(place);
        setBottom(status);
        first = new LateParts(firstParts());
        late = new LateParts(lateParts());
        lay();
        watch();
    }

    private static ScrollPane scroll(VBox content, String style) {
        ScrollPane scroll = LiveScroll.column(content, style);
        scroll.setFitToHeight(true);
        return scroll;
    }

    private List<LateParts.Part> firstParts() {
        List<LateParts.Part> all = new ArrayList<>();
        all.add(() -> List.of(this));
        all.add(this::putMenus);
        all.add(this::putTop);
        all.add(() -> putLeft(parts.settings().get()));
        all.addAll(SettingsPane.parts(parts.settings()::get));
        all.add(() -> putLeft(parts.runs().get()));
        all.add(this::putCentre);
        all.add(() -> {
            there.run();
            return List.of();
        });
        return all;
    }

    private List<LateParts.Part> lateParts() {
        List<LateParts.Part> all = new ArrayList<>();
        all.add(this::putPages);
        all.addAll(RightSide.parts(parts.side()::get));
        return all;
    }

    private List<Node> putMenus() {
        List<Node> bar = menus.get().stream().map(Node.class::cast).toList();
        bars.getChildren().addAll(0, bar);
        return bar;
    }

    private List<Node> putTop() {
        bars.getChildren().add(parts.top().get());
        if (runFocused) {
            parts.top().get().focusRun();
        }
        return List.of(parts.top().get());
    }

    private List<Node> putLeft(Node part) {
        leftSide.getChildren().add(part);
        showParts();
        return List.of(part);
    }

    /** With the side that comes later, so that nothing moves when it does. */
    private List<Node> putCentre() {
        centre.getChildren()
                .setAll(
                        parts.strip().get(),
                        parts.introduction().get(),
                        middle,
                        parts.time().get());
        setRight(right.get());
        fold();
        lay();
        showParts();
        return List.of(centre, right.get());
    }

    private List<Node> putPages() {
        middle.getChildren().addFirst(parts.pages().get());
        showParts();
        return List.of(parts.pages().get());
    }

    /** Puts a menu bar above everything, made when there is time for it. */
    void setMenuBar(Supplier<MenuBar> bar) {
        menus = () -> Optional.of(bar.get());
    }

    /** Does something once all is there that does not show runs. */
    void whenThere(Runnable action) {
        there = action;
    }

    /** Whether all is there that does not show runs. */
    boolean isThere() {
        return !first.areLeft();
    }

    /** Whether all parts are there. */
    boolean isWhole() {
        return isThere() && (!late.areLeft() || model.runs().all().isEmpty());
    }

    /** Whether the explorer has its place, and nothing else. */
    boolean explores() {
        return place.other().isEmpty();
    }

    /** Puts the keyboard where a newcomer needs it first. */
    void focusRun() {
        runFocused = true;
        parts.top().ifMade(TopBar::focusRun);
    }

    /** Puts the keyboard there again where it was to be: what is hidden takes no focus. */
    void focusAgain() {
        if (runFocused) {
            parts.top().ifMade(TopBar::focusRun);
        }
    }

    /** All is shown again at the next pulse. */
    void invalidate() {
        stale = true;
    }

    /** Makes the best of the room there is. */
    void fit(WindowRoom now) {
        room = now;
        fold();
        lay();
    }

    private void fold() {
        parts.introduction().ifMade(banner -> banner.brief(room.isLow()));
        parts.strip().ifMade(shown -> shown.low(room.isLow()));
        showIntroduction();
    }

    /** Which parts are there: the comparison takes all of the width, a small window the middle. */
    private void lay() {
        boolean wide = room.isWide();
        boolean rightOnly = !wide && commands.sideProperty().get();
        commands.narrowProperty().set(!wide && !elsewhere.isWanted().get());
        boolean sides = explores() && !alone.get();
        boolean some = !model.runs().all().isEmpty();
        Shown.set(left, sides && !rightOnly);
        right.ifMade(pane -> {
            pane.setManaged(sides && (wide || rightOnly));
            pane.setVisible(pane.isManaged() && some);
        });
        stale = true;
    }

    /** Shows the parts that are not hidden. */
    private void showParts() {
        parts.settings().ifMade(pane -> pane.show(part -> !isHidden(part)));
        parts.runs().ifMade(pane -> Shown.set(pane, !isHidden(WindowPart.RUNS)));
        parts.strip().ifMade(pane -> Shown.set(pane, !isHidden(WindowPart.STRIP) && !alone.get()));
        showIntroduction();
        parts.side().ifMade(RightSide::showParts);
        parts.pages()
                .ifMade(all -> all.showOnly(page -> page.part().filter(this::isHidden).isEmpty()));
        stale = true;
    }

    /** Where there is little room, results need it more. */
    private void showIntroduction() {
        boolean wanted = commands.introducedProperty().get() && !alone.get();
        parts.introduction().ifMade(banner -> Shown.set(banner, wanted && room.hasIntroduction()));
    }

    private boolean isHidden(WindowPart part) {
        return model.hiddenParts().contains(part);
    }

    /** Whatever changes is shown at the next pulse. */
    private void watch() {
        RunList list = model.runs();
        Selection selection = model.selection();
        CurrentPage page = model.currentPage();
        InvalidationListener repaint = o -> stale = true;
        for (Observable shown :
                List.of(
                        list.all(),
                        list.undrawn(),
                        list.focusProperty(),
                        list.pausedProperty(),
                        list.problemsProperty(),
                        selection.layerProperty(),
                        selection.neuronProperty(),
                        selection.imageProperty(),
                        model.playback().timestepProperty(),
                        model.accountingProperty(),
                        page.firstComparedProperty(),
                        page.secondComparedProperty(),
                        model.sweepProperty(),
                        model.finding().runningProperty())) {
            shown.addListener(repaint);
        }
        page.idProperty().addListener((property, was, now) -> turn(now));
        elsewhere.onTurned(() -> {
            alone.set(false);
            lay();
        });
        alone.addListener(o -> {
            lay();
            showParts();
        });
        commands.introducedProperty().addListener(o -> showParts());
        model.hiddenParts().addListener((InvalidationListener) o -> showParts());
        commands.sideProperty().addListener(o -> lay());
    }

    private void turn(PageId page) {
        parts.pages().ifMade(all -> all.turn(page));
        stale = true;
    }

    /**
     * Shows what changed.
     *
     * @param spread whether parts that are still to come may do so in later pulses
     * @return whether anything had
     */
    boolean pulse(boolean spread) {
        stale |= model.pulse();
        if (first.areLeft()) {
            first.next(spread);
            stale = true;
            if (first.areLeft()) {
                return false;
            }
        }
        boolean empty = model.runs().all().isEmpty();
        boolean come = !empty && late.areLeft();
        if (come) {
            late.next(spread);
        }
        place.pulse(elsewhere.wanted(), spread);
        boolean all = stale;
        stale = false;
        if (all) {
            refresh(empty);
        }
        if (explores()) {
            model.viewed().ifPresent(viewed -> explore(viewed, all, come, spread));
        }
        return all;
    }

    private void refresh(boolean empty) {
        nothing.setVisible(empty);
        parts.pages().ifMade(all -> all.setVisible(!empty));
        right.ifMade(pane -> pane.setVisible(!empty && pane.isManaged()));
        parts.top().ifMade(TopBar::refresh);
        status.refresh(commands.narrowProperty().get(), alone.get());
        parts.introduction()
                .made()
                .filter(Node::isVisible)
                .ifPresent(
                        banner -> banner.show(introductions.of(List.copyOf(model.runs().all()))));
        place.other()
                .ifPresentOrElse(
                        shown -> shown.refresh().run(),
                        () -> parts.runs().ifMade(pane -> pane.refresh()));
    }

    /**
     * Shows runs in the explorer.
     *
     * @param all whether something has changed; else only what came since is shown
     * @param come whether parts of the right side have
     */
    private void explore(Viewed viewed, boolean all, boolean come, boolean spread) {
        if (all) {
            parts.settings().ifMade(pane -> pane.refresh(viewed.focus()));
            parts.strip().ifMade(pane -> pane.refresh(viewed.focus()));
            parts.time().ifMade(bar -> bar.refresh(viewed.focus()));
        }
        if (all || turnsPage) {
            turnsPage =
                    parts.pages().made().filter(made -> made.refresh(viewed, spread)).isPresent();
        }
        if ((all || come) && right.made().filter(Node::isManaged).isPresent()) {
            parts.side().get().refresh(viewed);
        }
    }
}
