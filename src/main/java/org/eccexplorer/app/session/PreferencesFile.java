package org.eccexplorer.app.session;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.eccexplorer.files.AtomicFile;
import org.eccexplorer.files.HostSystem;
import org.eccexplorer.problem.ProblemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The file that preferences are kept in. */
public final class PreferencesFile {
    private static final Logger LOG = LoggerFactory.getLogger(Preferences.class);
    private static final long MAX_BYTES = 1 << 20;
    private static final ObjectMapper JSON =
            JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    private PreferencesFile() {}

    /** The file for this user: as the system wants it, or as {@code ecc.preferences} says. */
    public static Path own() {
        String given = System.getProperty("ecc.preferences", "");
        if (!given.isEmpty()) {
            return Path.of(given);
        }
        Path home = Path.of(System.getProperty("user.home", ""));
        Path folder = HostSystem.current().configuration(home, System::getenv);
        return folder.resolve("ecc-explorer").resolve("preferences.json");
    }

    /**
     * What was written last; the standard ones if there is nothing that can be read. A file that is
     * damaged stays beside them, its name ending in {@code .bad}.
     */
    public static Preferences read(Path file) {
        if (!Files.isRegularFile(file)) {
            return Preferences.standard();
        }
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw new IllegalArgumentException("too large");
            }
            return JSON.readValue(Files.readAllBytes(file), Preferences.class);
        } catch (JsonProcessingException | IllegalArgumentException e) {
            LOG.warn("The preferences {} are damaged: {}", file, e.getMessage());
            setAside(file);
            return Preferences.standard();
        } catch (IOException e) {
            LOG.warn("The preferences {} cannot be read: {}", file, e.getMessage());
            return Preferences.standard();
        }
    }

    private static void setAside(Path file) {
        Path kept = file.resolveSibling(file.getFileName() + ".bad");
        try {
            Files.move(file, kept, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.warn("They cannot be kept as {}: {}", kept, e.getMessage());
        }
    }

    /** Writes them, making the folder if it is missing. */
    public static void write(Path file, Preferences preferences) throws ProblemException {
        AtomicFile.requireOwnFolder(file);
        AtomicFile.write(
                file,
                out ->
                        out.write(
                                JSON.writerWithDefaultPrettyPrinter()
                                        .writeValueAsBytes(preferences)));
    }
}
