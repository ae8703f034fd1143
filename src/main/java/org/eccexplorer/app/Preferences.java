package org.eccexplorer.app;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.eccexplorer.export.AtomicFile;
import org.eccexplorer.problem.ProblemException;

/**
 * What the program remembers from one start to the next.
 *
 * @param theme light, dark, or as the system has it
 * @param width of the window in pixels
 * @param recent what was opened, the newest first
 */
public record Preferences(
        Theme theme, double x, double y, double width, double height, List<Recent> recent) {
    private static final int MOST_RECENT = 8;
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The look that was chosen. */
    public enum Theme {
        SYSTEM,
        LIGHT,
        DARK
    }

    /** A model that was opened, with its images. */
    public record Recent(String model, String data) {}

    public Preferences {
        recent = List.copyOf(recent);
    }

    /** Those of a first start; a negative place stands for anywhere. */
    public static Preferences standard() {
        return new Preferences(Theme.SYSTEM, -1, -1, 1440, 900, List.of());
    }

    /** The file for this user: as the system wants it, or as {@code ecc.preferences} says. */
    public static Path file() {
        String given = System.getProperty("ecc.preferences", "");
        if (!given.isEmpty()) {
            return Path.of(given);
        }
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        Path home = Path.of(System.getProperty("user.home", ""));
        String configured = System.getenv(system.startsWith("win") ? "APPDATA" : "XDG_CONFIG_HOME");
        Path folder =
                configured != null && !configured.isEmpty()
                        ? Path.of(configured)
                        : system.startsWith("mac")
                                ? home.resolve("Library/Application Support")
                                : home.resolve(".config");
        return folder.resolve("ecc-explorer").resolve("preferences.json");
    }

    /** What was written last; the standard ones if there is nothing that can be read. */
    public static Preferences read(Path file) {
        if (!Files.isRegularFile(file)) {
            return standard();
        }
        try {
            return JSON.readValue(file.toFile(), Preferences.class);
        } catch (IOException | IllegalArgumentException e) {
            return standard();
        }
    }

    /** Writes them, making the folder if it is missing. */
    public void write(Path file) throws ProblemException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null && folder.toFile().mkdirs()) {
            folder.toFile().setReadable(true, true);
        }
        AtomicFile.write(
                file,
                out -> out.write(JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(this)));
    }

    public Preferences withTheme(Theme other) {
        return new Preferences(other, x, y, width, height, recent);
    }

    public Preferences withWindow(double left, double top, double wide, double high) {
        return new Preferences(theme, left, top, wide, high, recent);
    }

    /** With something that was just opened. */
    public Preferences withRecent(Recent opened) {
        List<Recent> all = new ArrayList<>(recent);
        all.remove(opened);
        all.addFirst(opened);
        return new Preferences(
                theme, x, y, width, height, all.subList(0, Math.min(MOST_RECENT, all.size())));
    }
}
