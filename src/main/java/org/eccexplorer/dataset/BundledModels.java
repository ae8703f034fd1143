package org.eccexplorer.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.eccexplorer.array.DataFaults;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.problem.Reason;
import org.eccexplorer.text.Texts;

/** The models that come with the program, each with test and calibration images. */
public final class BundledModels {
    /** The one that is used where none is named. */
    public static final String STANDARD = "fashion-mnist";

    /** The name of the folder that they lie in. */
    public static final String FOLDER = "sample-models";

    /** So many of its test images are opened in the window. */
    public static final int STANDARD_IMAGES = 1000;

    private BundledModels() {}

    /**
     * One of them, as its {@code sample.json} says.
     *
     * @param test spec of the test images for {@link DataSets}
     * @param calibration spec of the calibration images
     */
    public record Sample(
            String name,
            String title,
            Path model,
            String test,
            String calibration,
            List<String> classNames) {
        public Sample {
            classNames = List.copyOf(classNames);
        }
    }

    /**
     * The folder of bundled models beside the program: under {@code ecc.home}, or where it was
     * started.
     */
    public static Path folder() {
        return Path.of(System.getProperty("ecc.home", "")).resolve(FOLDER);
    }

    /** Names of the bundled models, in alphabetical order. */
    public static List<String> names() throws ProblemException {
        try (Stream<Path> folders = Files.list(folder())) {
            return folders.filter(folder -> Files.exists(folder.resolve("sample.json")))
                    .map(folder -> String.valueOf(folder.getFileName()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw DataFaults.unreadable(folder(), Reason.of(e));
        }
    }

    /** Whether there is a bundled model of this name. */
    static boolean has(String name) {
        return Files.isRegularFile(folder().resolve(name).resolve("sample.json"));
    }

    /**
     * The CNN's accuracy, 0 to 1, as a {@code sample.json} beside a model states it in percent;
     * empty if none does.
     */
    public static OptionalDouble statedAccuracy(Path model) {
        Path file = model.resolveSibling("sample.json");
        if (!Files.isRegularFile(file)) {
            return OptionalDouble.empty();
        }
        try {
            JsonNode json = new ObjectMapper().readTree(file.toFile());
            double percent = json.path("accuracy").asDouble(-1);
            boolean own = json.path("model").asText().equals(String.valueOf(model.getFileName()));
            return own && percent >= 0 && percent <= 100
                    ? OptionalDouble.of(percent / 100)
                    : OptionalDouble.empty();
        } catch (IOException otherContent) {
            return OptionalDouble.empty();
        }
    }

    /** Finds a bundled model by name. */
    public static Sample open(String name) throws ProblemException {
        Path folder = folder().resolve(name);
        Path file = folder.resolve("sample.json");
        if (!has(name)) {
            throw new ProblemException(
                    Problem.Kind.USAGE,
                    name,
                    Texts.text("dataset.noSuchModel"),
                    Texts.text("dataset.bundledModels", String.join(", ", names())),
                    Texts.text("dataset.chooseModel"));
        }
        try {
            JsonNode json = new ObjectMapper().readTree(file.toFile());
            List<String> classes = new ArrayList<>();
            json.path("classNames").forEach(node -> classes.add(node.asText()));
            return new Sample(
                    name,
                    json.path("title").asText(),
                    folder.resolve(json.path("model").asText()),
                    folder.resolve(json.path("test").asText()).toString(),
                    folder.resolve(json.path("calibration").asText()).toString(),
                    classes);
        } catch (IOException e) {
            throw DataFaults.corrupt(file, Texts.text("dataset.notJson"), Reason.of(e));
        }
    }
}
