package org.eccexplorer.app.sweep.plan;

import org.eccexplorer.array.DataSpec;

/**
 * Some of the test images.
 *
 * @param from the first, counted from 0
 * @param to the first that is left out; there may be fewer
 */
public record Slice(int from, int to) {
    /** All of them. */
    static final Slice ALL = new Slice(0, Integer.MAX_VALUE);

    /** As plans and tables have it: {@code 0:200}; without an end where that is the last image. */
    public String text() {
        return from + ":" + (to == Integer.MAX_VALUE ? "" : to);
    }

    /** Whether it begins with the first image, so that it is what {@code --limit} leaves. */
    boolean isLimit() {
        return from == 0;
    }

    /** These images of others. */
    String of(String data) {
        return DataSpec.of(data).within(from, to).toString();
    }
}
