package org.eccexplorer.ui.help;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.eccexplorer.files.Version;

/** The longer texts of the window, kept as files beside this class. */
public final class HelpTexts {
    private HelpTexts() {}

    /** What spiking networks, conversion and the charts are about. */
    public static String learn() {
        return read("learn.txt");
    }

    /** Version, licences and what it runs on. */
    public static String about() {
        return read("about.txt")
                .replace("${version}", Version.NUMBER)
                .replace(
                        "${java}",
                        System.getProperty("java.vm.name")
                                + " "
                                + System.getProperty("java.version"))
                .replace("${javafx}", System.getProperty("javafx.runtime.version", "?"))
                .replace(
                        "${system}",
                        System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    }

    private static String read(String name) {
        try (InputStream in = Objects.requireNonNull(HelpTexts.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
