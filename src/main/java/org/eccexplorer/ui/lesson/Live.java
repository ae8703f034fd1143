package org.eccexplorer.ui.lesson;

import java.util.ArrayList;
import java.util.List;

/** What has to be said anew when a number changes. */
final class Live {
    private final List<Runnable> parts = new ArrayList<>();

    /** Adds a part and says it for the first time. */
    void add(Runnable part) {
        parts.add(part);
        part.run();
    }

    void refresh() {
        parts.forEach(Runnable::run);
    }

    void clear() {
        parts.clear();
    }
}
