package org.eccexplorer.ui.window;

import java.util.List;
import java.util.Objects;
import javafx.scene.image.Image;

/** The icon of the program, in the sizes that desktops ask a window for. */
final class WindowIcons {
    /** Pixels of a side. */
    static final List<Integer> SIZES = List.of(16, 24, 32, 48, 64, 128);

    private WindowIcons() {}

    static List<Image> all() {
        return SIZES.stream().map(WindowIcons::address).map(Image::new).toList();
    }

    private static String address(int size) {
        String name = "icons/ecc-explorer-" + size + ".png";
        return Objects.requireNonNull(WindowIcons.class.getResource(name), name).toExternalForm();
    }
}
