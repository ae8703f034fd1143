package org.eccexplorer.app.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eccexplorer.app.run.Settings;
import org.eccexplorer.array.DataSpec;
import org.eccexplorer.container.ModelFile;
import org.eccexplorer.dataset.BundledModels;
import org.eccexplorer.export.OptionsJson;
import org.eccexplorer.export.ReadingJson;
import org.eccexplorer.export.RunJson;
import org.eccexplorer.files.RemotePath;
import org.eccexplorer.measure.Schedule;
import org.eccexplorer.measure.energy.InputMacs;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.sim.ClosedForm;
import org.eccexplorer.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * A run.json as a session that has its model, images and settings, to be run again.
 *
 * @param inputMacs how its energy was counted; empty if an older version did not say
 */
public record RecordedRun(SavedSession session, Optional<InputMacs> inputMacs) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * Reads a run.json, and opens nothing else.
     *
     * @throws ProblemException if it is none, is damaged or of a newer version
     */
    public static RecordedRun read(Path file) throws ProblemException {
        byte[] bytes = ModelFile.read(file).bytes();
        try {
            JsonNode json = JSON.readTree(bytes);
            int schema = json.path("schema").asInt();
            if (schema > RunJson.SCHEMA) {
                throw new ProblemException(
                        Problem.Kind.UNSUPPORTED,
                        file.toString(),
                        Texts.text("app.session.newerRun"),
                        Texts.text("app.session.newerWhy", schema, RunJson.SCHEMA),
                        Texts.text("app.session.newerRunRemedy"));
            }
            return new RecordedRun(session(file, json), inputMacs(json));
        } catch (IOException | IllegalArgumentException e) {
            throw damaged(file, String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
        }
    }

    private static ProblemException damaged(Path file, String why) {
        return new ProblemException(
                Problem.Kind.CORRUPT,
                file.toString(),
                Texts.text("app.session.notARun"),
                why,
                Texts.text("app.session.chooseARun"));
    }

    /** How a result says that the input's MACs were counted; empty if it does not say so. */
    public static Optional<InputMacs> inputMacs(JsonNode json) {
        String key = json.path("inputMacsCounted").asText();
        return InputMacs.OPTION.values().stream()
                .filter(known -> known.key().equals(key))
                .findFirst();
    }

    private static SavedSession session(Path file, JsonNode json) throws ProblemException {
        for (String field : List.of("model", "data", "calibration", "settings", "images")) {
            if (json.path(field).isMissingNode()) {
                throw damaged(file, Texts.text("app.session.lacks", field));
            }
        }
        int images = json.path("images").asInt();
        if (images < 1) {
            throw damaged(file, Texts.text("app.session.noImageRun"));
        }
        JsonNode model = json.path("model");
        String weights = model.path("weights").textValue();
        String hash = model.path("sha256").asText();
        Bundled bundled = Bundled.of(hash);
        SessionContent content =
                SessionContent.recorded(
                        bundled == null ? null : bundled.name(),
                        here(model.path("file").asText()),
                        weights == null ? null : here(weights),
                        hash,
                        here(json.path("data").asText()),
                        here(json.path("calibration").asText()),
                        images,
                        bundled == null ? List.of() : bundled.classNames(),
                        settings(json));
        SessionCheck.check(file, content);
        return SavedSession.of(file, content);
    }

    /**
     * The settings of a run.json.
     *
     * @throws IllegalArgumentException if a value is none of its option
     */
    public static Settings settings(JsonNode json) {
        JsonNode settings = json.path("settings");
        JsonNode closedForm = json.path("closedForm");
        return Settings.standard()
                .with(OptionsJson.read(settings))
                .withTimesteps(settings.path("timesteps").asInt())
                .withSeed(settings.path("seed").asLong())
                .withReading(ReadingJson.read(settings))
                .with(schedule(settings))
                .withClosedForm(
                        new ClosedForm.Variant(
                                closedForm.path("extension").asInt(),
                                closedForm.path("rounded").asBoolean(true)));
    }

    private static Schedule schedule(JsonNode settings) {
        return settings.has(Schedule.OPTION.key())
                ? Schedule.OPTION.parse(settings.path(Schedule.OPTION.key()).asText())
                : Schedule.OPTION.standard();
    }

    /** A place as the command line took it, from where the program was started. */
    private static String here(String source) {
        return DataSpec.of(source).withFiles(RecordedRun::absolute).toString();
    }

    private static String absolute(String file) {
        try {
            Path place = Path.of(file).toAbsolutePath();
            boolean away = RemotePath.leadsAway(file, Path.of(""));
            return !away && Files.exists(place) ? place.toString() : file;
        } catch (InvalidPathException otherSystem) {
            return file;
        }
    }

    /** The bundled model of a hash. */
    private record Bundled(String name, List<String> classNames) {
        private Bundled {
            classNames = List.copyOf(classNames);
        }

        static @Nullable Bundled of(String hash) throws ProblemException {
            for (String name : BundledModels.names()) {
                BundledModels.Sample sample = BundledModels.open(name);
                if (ModelFile.read(sample.model()).sha256().equals(hash)) {
                    return new Bundled(name, sample.classNames());
                }
            }
            return null;
        }
    }
}
