package org.eccexplorer.dataset;

import java.util.List;
import java.util.Set;

/**
 * Which arrays of a file are the images and their labels.
 *
 * @param images empty if none is known
 * @param labels empty if there are none
 */
record ArrayKeys(String images, String labels) {
    private static final List<String> IMAGES =
            List.of("x_test", "images", "x", "in0", "x_train", "data");
    private static final List<String> LABELS =
            List.of("y_test", "labels", "y", "y_train", "targets");

    /**
     * As a user names them, or else as they are usually called.
     *
     * @param part one name or two, separated by a comma; empty for the usual ones
     * @param names what the file has
     */
    static ArrayKeys of(String part, Set<String> names) {
        if (part.isEmpty()) {
            return new ArrayKeys(known(IMAGES, names), known(LABELS, names));
        }
        String[] given = part.split(",", 2);
        return new ArrayKeys(given[0], given.length > 1 ? given[1] : "");
    }

    private static String known(List<String> usual, Set<String> names) {
        return usual.stream().filter(names::contains).findFirst().orElse("");
    }
}
