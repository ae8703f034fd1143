package org.eccexplorer.app.open;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eccexplorer.array.DataSpec;
import org.eccexplorer.dataset.LabelFile;
import org.eccexplorer.files.FileKind;
import org.eccexplorer.keras.KerasPart;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.text.Texts;

/**
 * What files that are opened together are for: of each kind the first.
 *
 * @param sweep the folder of one, or a file in it
 * @param result what the program wrote of a run, such as run.json
 * @param architecture of a model whose weights are in a separate file
 * @param weights in a separate file from their model; an index of files before those files
 * @param data test images
 * @param labels of the test images, in a file of their own
 */
public record FilesToOpen(
        Optional<Path> session,
        Optional<Path> sweep,
        Optional<Path> result,
        Optional<Path> picture,
        Optional<Path> model,
        Optional<Path> architecture,
        Optional<Path> weights,
        Optional<Path> data,
        Optional<Path> labels) {
    /** What the folder of a sweep has. */
    public static final String SWEEP = "sweep.json";

    private static final JsonFactory JSON = new JsonFactory();

    /**
     * Tells files apart by their names, and by their content where a name says too little.
     *
     * @throws ProblemException if some are not there, or are for nothing
     */
    public static FilesToOpen of(List<Path> files) throws ProblemException {
        requireThere(files);
        List<Path> sessions = new ArrayList<>();
        List<Path> sweeps = new ArrayList<>();
        List<Path> results = new ArrayList<>();
        List<Path> pictures = new ArrayList<>();
        List<Path> models = new ArrayList<>();
        List<Path> architectures = new ArrayList<>();
        List<Path> weights = new ArrayList<>();
        List<Path> data = new ArrayList<>();
        List<Path> labels = new ArrayList<>();
        for (Path file : files) {
            if (FileKind.SESSION.matches(file)) {
                sessions.add(file);
            } else if (isSweep(file)) {
                sweeps.add(file);
            } else if (isResult(file)) {
                results.add(file);
            } else if (FileKind.PICTURE.matches(file)) {
                pictures.add(file);
            } else if (FileKind.EXPORTED_PROGRAM.matches(file)
                    || FileKind.ONNX.matches(file)
                    || FileKind.NIR.matches(file)) {
                models.add(file);
            } else if (!FileKind.ONNX_DATA.matches(file)) {
                switch (KerasPart.of(file)) {
                    case WHOLE -> models.add(file);
                    case ARCHITECTURE -> architectures.add(file);
                    case WEIGHTS ->
                            weights.add(FileKind.JSON.matches(file) ? 0 : weights.size(), file);
                    case NONE -> (LabelFile.isNamedSo(file) ? labels : data).add(requireData(file));
                }
            }
        }
        return new FilesToOpen(
                first(sessions),
                first(sweeps),
                first(results),
                first(pictures),
                first(models),
                first(architectures),
                first(weights),
                first(data),
                first(labels));
    }

    /** Names all files that are not there. */
    public static void requireThere(List<Path> files) throws ProblemException {
        List<Problem> missing =
                files.stream().filter(file -> !isThere(file)).map(FilesToOpen::missing).toList();
        if (!missing.isEmpty()) {
            throw new ProblemException(missing);
        }
    }

    /** Whether there is such a file, of which a part may be named: images.npz#x,y. */
    private static boolean isThere(Path file) {
        return Files.exists(file) || Files.exists(Path.of(DataSpec.of(file.toString()).file()));
    }

    private static Problem missing(Path file) {
        return new Problem(
                Problem.Kind.UNREADABLE,
                file.toString(),
                Texts.text("app.open.cannotBeOpened"),
                Texts.text("app.open.noSuchFile"),
                Texts.text("app.open.checkPath"));
    }

    /** Images are in many kinds of files, but in no JSON. */
    private static Path requireData(Path file) throws ProblemException {
        if (FileKind.JSON.matches(file)) {
            throw new ProblemException(
                    Problem.Kind.UNSUPPORTED,
                    file.toString(),
                    Texts.text("app.open.cannotBeOpened"),
                    Texts.text("app.open.jsonOfNothing"),
                    Texts.text("app.open.chooseModelOrRun"));
        }
        return file;
    }

    /** Whether it is the folder of a sweep, or one of the tables in it. */
    private static boolean isSweep(Path file) {
        if (Files.isDirectory(file)) {
            return Files.exists(file.resolve(SWEEP));
        }
        String name = String.valueOf(file.getFileName());
        boolean table = FileKind.TABLE.matches(file) && Files.exists(file.resolveSibling(SWEEP));
        return Files.exists(file) && (name.equals(SWEEP) || table);
    }

    /** Whether a file is a result of this program: they all begin with their schema. */
    private static boolean isResult(Path file) {
        if (!FileKind.JSON.matches(file) || !Files.isRegularFile(file)) {
            return false;
        }
        try (InputStream in = Files.newInputStream(file);
                JsonParser parser = JSON.createParser(in)) {
            return parser.nextToken() == JsonToken.START_OBJECT
                    && "schema".equals(parser.nextFieldName())
                    && parser.nextToken() == JsonToken.VALUE_NUMBER_INT;
        } catch (IOException otherContent) {
            return false;
        }
    }

    private static Optional<Path> first(List<Path> files) {
        return files.stream().findFirst();
    }

    /** The model, if its file is among them; with weights in a separate file if those are too. */
    public Optional<ModelSource> source() {
        return model.or(() -> architecture)
                .map(ModelSource::of)
                .map(source -> weights.map(source::withWeights).orElse(source));
    }

    /** Whether the model cannot be read before its weights are known. */
    public boolean needsWeights() {
        return model.isEmpty() && architecture.isPresent() && weights.isEmpty();
    }
}
