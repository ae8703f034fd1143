package org.eccexplorer.ui.desk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import org.eccexplorer.app.session.PageId;
import org.eccexplorer.text.Texts;
import org.eccexplorer.ui.state.Viewed;
import org.jspecify.annotations.Nullable;

/**
 * The pages in the centre of the window, as tabs. A page is made when it is first turned to and
 * there is something to show: all of them at once would take longer than the rest of the window.
 */
public final class Pages extends TabPane {
    private final Map<Tab, Supplier<Page>> makers = new LinkedHashMap<>();

    /** Whether there was something to show. */
    private boolean used;

    public Pages() {
        getStyleClass().add("charts");
        setTabClosingPolicy(TabClosingPolicy.UNAVAILABLE);
        onTab(tab -> {
            if (used) {
                var _ = make(tab);
            }
        });
    }

    /** Tells whenever a page is turned to. */
    public void setOnTurned(Consumer<PageId> action) {
        onTab(tab -> action.accept(page(tab)));
    }

    private void onTab(Consumer<Tab> action) {
        getSelectionModel()
                .selectedItemProperty()
                .addListener((property, before, tab) -> {
                    if (tab != null) {
                        action.accept(tab);
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

    private Page make(Tab tab) {
        if (tab.getContent() instanceof Page made) {
            return made;
        }
        Page page = Objects.requireNonNull(makers.get(tab)).get();
        tab.setContent(page);
        return page;
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

    /** Shows runs as they are now on the page that is seen. */
    public void refresh(Viewed viewed) {
        used = true;
        @Nullable Tab seen = getSelectionModel().getSelectedItem();
        if (seen != null) {
            make(seen).refresh(viewed);
        }
    }
}
