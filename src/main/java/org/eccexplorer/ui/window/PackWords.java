package org.eccexplorer.ui.window;

import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.eccexplorer.app.session.ClassPack;
import org.eccexplorer.app.session.WindowPart;
import org.eccexplorer.text.Texts;

/** What is said of a class pack. */
final class PackWords {
    private PackWords() {}

    /** What is in it, and what of the window it hides. */
    static String lead(ClassPack pack) {
        String content =
                Texts.text(
                        "ui.window.packLead",
                        Path.of(pack.session().model()).getFileName(),
                        Texts.counted("ui.files.testImage", pack.images()));
        Set<WindowPart> hidden = pack.session().content().hidden();
        return hidden.isEmpty()
                ? content
                : content + " " + Texts.text("ui.window.packHides", names(hidden));
    }

    /** The names of parts, in their order. */
    static String names(Set<WindowPart> parts) {
        return parts.stream().sorted().map(Texts::name).collect(Collectors.joining(", "));
    }
}
