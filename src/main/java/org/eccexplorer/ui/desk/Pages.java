package org.eccexplorer.ui.desk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import org.eccexplorer.app.session.PageId;
import org.eccexplorer.text.Texts;
import org.eccexplorer.ui.fx.Late;
import org.eccexplorer.ui.fx.LateParts;
import org.eccexplorer.ui.state.Viewed;
import org.jspecify.annotations.Nullable;

/**
 * The pages in the centre of the window, as tabs. A page is made when it is first turned to and
 * there is something to show: all of them at once would take longer than the rest of the window.
 * The page before stays in sight until the new one is made, styled and has its content, each in a
 * pulse of its own.
 */
public final class Pages extends TabPane {
    private final Map<Tab, Supplier<Page>> makers = new LinkedHashMap<>();

    /** What is still done to the page that was turned to. */
    private Optional<Coming> coming = Optional.empty();

    /** The page that is in sight. */
    private Optional<Page> sight = Optional.empty();

    private record Coming(Tab tab, LateParts parts) {}

    public Pages() {
        getStyleClass().add("charts");
        setTabClosingPolicy(TabClosingPolicy.UNAVAILABLE);
    }

    /** Tells whenever a page is turned to. */
    public void setOnTurned(Consumer<PageId> action) {
        getSelectionModel()
                .selectedItemProperty()
                .addListener((property, before, tab) -> {
                    if (tab != null) {
                        action.accept(page(tab));
                    }
                });
    }

    /** Adds a page behind those that are there. */
    public void add(PageId page, Supplier<Page> maker) {
        Tab tab = new Tab(Texts.name(page));
        tab.setId(page.name());
        makers.put(tab, maker);
        getTabs().add(tab);
    }

    private static PageId page(Tab tab) {
        return PageId.valueOf(tab.getId());
    }

    /** Leaves only some of the pages. */
    public void showOnly(Predicate<PageId> wanted) {
        List<Tab> shown = makers.keySet().stream().filter(t -> wanted.test(page(t))).toList();
        if (!shown.equals(getTabs())) {
            getTabs().setAll(shown);
        }
    }

    /** Turns to a page, if it is shown. */
    public void turn(PageId page) {
        for (Tab tab : getTabs()) {
            if (page == page(tab)) {
                getSelectionModel().select(tab);
            }
        }
    }

    /**
     * Shows runs as they are now on the page that is turned to.
     *
     * @param spread whether what a new page takes may be done in several pulses
     * @return whether there is more to do at the next pulse
     */
    public boolean refresh(Viewed viewed, boolean spread) {
        @Nullable Tab seen = getSelectionModel().getSelectedItem();
        if (seen == null) {
            return false;
        }
        if (coming.filter(one -> one.tab().equals(seen)).isEmpty()) {
            coming = seen.getContent() == null ? Optional.of(coming(seen)) : Optional.empty();
        }
        coming.ifPresent(one -> one.parts().next(spread));
        boolean more = coming.filter(one -> one.parts().areLeft()).isPresent();
        if (more) {
            sight.ifPresent(before -> show(before, true));
            return true;
        }
        coming = Optional.empty();
        if (seen.getContent() instanceof Page page) {
            page.refresh(viewed);
            page.setVisible(true);
            sight.filter(before -> !before.equals(page)).ifPresent(before -> show(before, false));
            sight = Optional.of(page);
        }
        return false;
    }

    private Coming coming(Tab tab) {
        Late<Page> page = new Late<>(Objects.requireNonNull(makers.get(tab)));
        LateParts.Part make =
                () -> {
                    page.get();
                    return List.of();
                };
        LateParts.Part put =
                () -> {
                    page.get().setVisible(false);
                    tab.setContent(page.get());
                    return List.of(page.get());
                };
        return new Coming(tab, new LateParts(List.of(make, put, List::of)));
    }

    /** Whether a page is in sight: its place in the tabs is, which is hidden with its tab. */
    private static void show(Page page, boolean shown) {
        if (page.getParent() != null) {
            page.getParent().setVisible(shown);
        }
    }
}
