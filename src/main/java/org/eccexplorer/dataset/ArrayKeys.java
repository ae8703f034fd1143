package org.eccexplorer.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Which arrays of a file are the images and their labels.
 *
 * @param images empty if none is known
 * @param labels empty if there are none
 * @param others what else the file has, if no labels are named
 */
record ArrayKeys(String images, String labels, List<String> others) {
    private static final List<String> IMAGES =
            List.of(
                    "x_test",
                    "test_images",
                    "test_x",
                    "test_data",
                    "xtest",
                    "test",
                    "images",
                    "image",
                    "x",
                    "in0",
                    "inputs",
                    "input",
                    "data",
                    "features",
                    "imgs",
                    "img",
                    "x_val",
                    "val_images",
                    "x_valid",
                    "x_train",
                    "train_images",
                    "train_x",
                    "train_data",
                    "xtrain",
                    "arr_0");
    private static final List<String> LABELS =
            List.of(
                    "y_test",
                    "test_labels",
                    "test_y",
                    "ytest",
                    "test_targets",
                    "labels",
                    "label",
                    "y",
                    "targets",
                    "target",
                    "classes",
                    "class",
                    "y_val",
                    "val_labels",
                    "y_valid",
                    "y_train",
                    "train_labels",
                    "train_y",
                    "ytrain",
                    "train_targets",
                    "arr_1");

    ArrayKeys {
        others = List.copyOf(others);
    }

    /**
     * As a user names them, or else as they are usually called, in letters of either case.
     *
     * @param part one name or two, separated by a comma; empty for the usual ones
     * @param names what the file has
     */
    static ArrayKeys of(String part, Set<String> names) {
        if (!part.isEmpty()) {
            String[] given = part.split(",", 2);
            return new ArrayKeys(given[0], given.length > 1 ? given[1] : "", List.of());
        }
        String images = names.size() == 1 ? names.iterator().next() : known(IMAGES, names);
        String labels = known(beside(images), names);
        List<String> others = new ArrayList<>(labels.isEmpty() ? names : Set.of());
        others.remove(images);
        return new ArrayKeys(images, labels.equals(images) ? "" : labels, others);
    }

    /** Which array of a file of labels is the labels; empty if that is unclear. */
    static String labels(String part, Set<String> names) {
        if (!part.isEmpty()) {
            return part;
        }
        return names.size() == 1 ? names.iterator().next() : known(LABELS, names);
    }

    /** Labels that are named as the images are, before all others. */
    private static List<String> beside(String images) {
        String lower = images.toLowerCase(Locale.ROOT);
        List<String> first = new ArrayList<>();
        for (String word : List.of("images", "image", "data", "inputs", "input")) {
            for (String label : List.of("labels", "label", "targets", "target")) {
                first.add(lower.replace(word, label));
            }
        }
        first.add(lower.replace('x', 'y'));
        first.removeIf(lower::equals);
        first.addAll(LABELS);
        return first;
    }

    private static String known(List<String> usual, Set<String> names) {
        for (String one : usual) {
            for (String name : names) {
                if (name.toLowerCase(Locale.ROOT).equals(one)) {
                    return name;
                }
            }
        }
        return "";
    }
}
