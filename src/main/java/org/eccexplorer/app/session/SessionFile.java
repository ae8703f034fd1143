package org.eccexplorer.app.session;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.CharConversionException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;
import org.eccexplorer.app.live.RunState;
import org.eccexplorer.app.open.Experiment;
import org.eccexplorer.app.open.ModelSource;
import org.eccexplorer.app.run.Settings;
import org.eccexplorer.container.SafeText;
import org.eccexplorer.dataset.LabelledImages;
import org.eccexplorer.export.OptionsJson;
import org.eccexplorer.files.AtomicFile;
import org.eccexplorer.files.Version;
import org.eccexplorer.measure.RunSnapshot;
import org.eccexplorer.measure.votes.StoredVotes;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.problem.Reason;
import org.eccexplorer.tensor.Shape;
import org.eccexplorer.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * A session as a file: which model and images, the settings, the runs with their results and what
 * was shown. JSON in gzip; the model itself stays where it is and is recognised by its hash, the
 * images by their checksum.
 */
public final class SessionFile {
    /**
     * 2 added bundled models by name, ids of runs and what was shown; 3 has errors in units of λ
     * where they were in units of the scale.
     */
    private static final int FORMAT = 3;

    /** The first format whose errors are in units of λ. */
    private static final int LAMBDA_UNITS = 3;

    private static final long MAX_BYTES = Math.min(1L << 30, Runtime.getRuntime().maxMemory() / 4);
    private static final ObjectMapper JSON = mapper();

    private SessionFile() {}

    private static ObjectMapper mapper() {
        JsonMapper mapper =
                JsonMapper.builder()
                        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                        .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                        .enable(DeserializationFeature.READ_UNKNOWN_ENUM_VALUES_USING_DEFAULT_VALUE)
                        .addModule(OptionsJson.module())
                        .addMixIn(Settings.class, OwnCalibrationIsNotSaid.class)
                        .addMixIn(StoredVotes.class, SavedVotes.Form.class)
                        .build();
        mapper.getFactory()
                .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                .setStreamReadConstraints(
                        StreamReadConstraints.builder().maxDocumentLength(MAX_BYTES).build());
        return mapper;
    }

    /** Settings name calibration images only if they are not those of the session. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    private interface OwnCalibrationIsNotSaid {}

    /**
     * What the file holds.
     *
     * @param format of the file; it comes first
     * @param program version that wrote it
     * @param sample name of the bundled model that model and images belong to, null if none
     * @param model path, relative to the session's file where it can be
     * @param weights path of the model's weights, null if they are in the model's own file
     * @param inputSize that the model was opened with, null if it says its own
     * @param data the images as {@code DataSets} reads them, the path like the model's
     * @param limit at most this many test images
     * @param imagesCrc32c of the test images, as {@link LabelledImages#checksum} gives it; null in
     *     files of version 0.1.0 and where no runs are kept
     * @param hidden parts of the window that are not shown
     * @param look null in files of format 1
     */
    public record Content(
            int format,
            String program,
            @Nullable String sample,
            String model,
            @Nullable String weights,
            @Nullable Shape inputSize,
            String modelSha256,
            String data,
            String calibration,
            int limit,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String imagesCrc32c,
            List<String> classNames,
            Settings settings,
            Set<WindowPart> hidden,
            @Nullable ViewState look,
            List<Run> runs) {
        public Content {
            // What is missing in them is said by its place when all is read.
            classNames = asRead(classNames, "classNames");
            hidden = WindowPart.inOrder(Objects.requireNonNull(hidden, "hidden"));
            runs = asRead(runs, "runs");
        }

        private static <T> List<T> asRead(List<T> given, String name) {
            return Collections.unmodifiableList(
                    new ArrayList<>(Objects.requireNonNull(given, name)));
        }

        /** Without runs and without a look, as a run's own results say it. */
        static Content recorded(
                @Nullable String sample,
                String model,
                @Nullable String weights,
                String modelSha256,
                String data,
                String calibration,
                int limit,
                List<String> classNames,
                Settings settings) {
            return new Content(
                    FORMAT,
                    Version.NUMBER,
                    sample,
                    model,
                    weights,
                    null,
                    modelSha256,
                    data,
                    calibration,
                    limit,
                    null,
                    classNames,
                    settings,
                    Set.of(),
                    null,
                    List.of());
        }

        /**
         * Model, images and what is set and hidden, for a class pack: no runs, nobody's own
         * calibration images, and the first page.
         *
         * @param model file in the pack
         * @param weights file in the pack, null if they are in the model's own
         */
        static Content packed(
                Experiment experiment,
                String model,
                @Nullable String weights,
                String data,
                String calibration,
                Settings settings,
                Set<WindowPart> hidden) {
            return new Content(
                    FORMAT,
                    Version.NUMBER,
                    null,
                    model,
                    weights,
                    experiment.model().source().size(),
                    experiment.model().model().sha256(),
                    data,
                    calibration,
                    experiment.test().count(),
                    null,
                    experiment.classNames(),
                    settings.withCalibration("").withImages(Settings.ALL_IMAGES).withThreads(1),
                    hidden,
                    ViewState.first(),
                    List.of());
        }

        /** What a pack may say: where its files are it does not. */
        Content withoutRuns() {
            return new Content(
                    format,
                    program,
                    null,
                    model,
                    weights,
                    inputSize,
                    modelSha256,
                    data,
                    calibration,
                    limit,
                    null,
                    classNames,
                    settings.withCalibration("")
                            .withThreads(Settings.THREADS.standard().intValue()),
                    hidden,
                    look,
                    List.of());
        }

        /** Whether errors are in units of the scale, as they were. */
        boolean hasOlderResults() {
            return format < LAMBDA_UNITS;
        }
    }

    /**
     * One run with its results; without snapshot if it had none yet.
     *
     * @param id null in files of format 1
     * @param closedFormImages null in files of version 0.1.0, which has evaluated at most 200
     * @param style which decides its colour; null in files of version 0.1.0
     */
    public record Run(
            @Nullable Integer id,
            @Nullable Integer style,
            String label,
            Settings settings,
            RunState.Phase phase,
            Map<Integer, Double> closedForm,
            @Nullable Integer closedFormImages,
            @Nullable RunSnapshot snapshot,
            double seconds) {}

    /**
     * A session as the window has it.
     *
     * @param runs the oldest first
     */
    public record State(
            Experiment experiment,
            Settings settings,
            Set<WindowPart> hidden,
            ViewState look,
            List<RunState> runs) {
        public State {
            hidden = Set.copyOf(hidden);
            runs = List.copyOf(runs);
        }

        /** A session without runs. */
        public static State of(Experiment experiment, Settings settings, Set<WindowPart> hidden) {
            return new State(experiment, settings, hidden, ViewState.first(), List.of());
        }
    }

    /**
     * Writes a session; a run that is going on is written as it is, as stopped. A file of an older
     * format that it takes the place of stays beside it.
     */
    public static void write(Path file, State state) throws ProblemException {
        Content content = content(file, state);
        keepOlder(file);
        AtomicFile.write(
                file,
                out -> {
                    GZIPOutputStream zipped = new GZIPOutputStream(out);
                    JSON.writeValue(zipped, content);
                    zipped.finish();
                },
                SessionFile::readThrough);
    }

    private static Content content(Path file, State state) {
        SessionPaths places = SessionPaths.of(file);
        List<Run> saved = new ArrayList<>();
        for (RunState run : state.runs()) {
            saved.add(
                    new Run(
                            run.id(),
                            run.style(),
                            run.label(),
                            stored(run.settings(), places),
                            run.isActive() ? RunState.Phase.STOPPED : run.phase(),
                            run.closedForm().accuracy(),
                            run.closedForm().images(),
                            run.snapshot().map(SavedVotes::fitting).orElse(null),
                            run.seconds()));
        }
        Experiment experiment = state.experiment();
        ModelSource model = experiment.model().source();
        Path weights = model.weights();
        return new Content(
                FORMAT,
                Version.NUMBER,
                SessionPaths.sample(experiment),
                places.stored(model.file().toString()),
                weights == null ? null : places.stored(weights.toString()),
                model.size(),
                experiment.model().model().sha256(),
                places.stored(experiment.dataSource()),
                places.stored(experiment.calibrationSource()),
                experiment.test().count(),
                experiment.test().checksum(),
                experiment.classNames(),
                stored(state.settings(), places),
                state.hidden(),
                state.look(),
                saved);
    }

    private static Settings stored(Settings settings, SessionPaths places) {
        String calibration = settings.calibration();
        return settings.withCalibration(
                calibration.isEmpty() ? calibration : places.stored(calibration));
    }

    private static void keepOlder(Path file) throws ProblemException {
        if (Files.notExists(file) || Files.isDirectory(file)) {
            return;
        }
        int format;
        try {
            format = format(file);
        } catch (IOException e) {
            if (isDamage(e)) {
                return; // the user chose to write over something else
            }
            throw olderNotKept(file, Reason.of(e));
        }
        if (format > FORMAT) {
            throw newer(file, format);
        }
        if (format < FORMAT) {
            Path kept = file.resolveSibling(file.getFileName() + ".v" + format + ".bak");
            try {
                AtomicFile.write(kept, out -> Files.copy(file, out));
            } catch (ProblemException e) {
                throw olderNotKept(kept, e.problems().getFirst().why());
            }
        }
    }

    private static ProblemException olderNotKept(Path place, String why) {
        return problem(
                Problem.Kind.UNWRITABLE,
                place,
                Texts.text("app.session.olderNotKept"),
                why,
                Texts.text("app.session.saveUnderAnotherName"));
    }

    private static void readThrough(Path written) throws IOException {
        try (JsonParser parser = open(written)) {
            while (parser.nextToken() != null) {
                // to its end, so that length and checksum are compared too
            }
        }
    }

    private static JsonParser open(Path file) throws IOException {
        InputStream in = Files.newInputStream(file);
        try {
            return JSON.getFactory().createParser(new GZIPInputStream(in, 1 << 16));
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    /** The format says first of all whether the rest can be understood. */
    private static int format(Path file) throws IOException {
        try (JsonParser parser = open(file)) {
            boolean first =
                    parser.nextToken() == JsonToken.START_OBJECT
                            && "format".equals(parser.nextFieldName());
            int format = first ? parser.nextIntValue(-1) : -1;
            if (format < 1) {
                throw new JsonParseException(parser, Texts.text("app.session.noFormat"));
            }
            return format;
        }
    }

    /**
     * Reads what a file holds, and opens nothing else.
     *
     * @throws ProblemException if it is not a session, or one of a newer version
     */
    static Content read(Path file) throws ProblemException {
        if (!Files.isRegularFile(file)) {
            throw problem(
                    Problem.Kind.UNREADABLE,
                    file,
                    Texts.text("app.session.cannotBeRead"),
                    Texts.text("app.session.noSuchFile"),
                    Texts.text("app.session.checkThePath"));
        }
        try {
            int format = format(file);
            if (format > FORMAT) {
                throw newer(file, format);
            }
            try (JsonParser parser = open(file)) {
                Content content = JSON.readValue(parser, Content.class);
                parser.nextToken();
                SessionCheck.check(file, content);
                return content;
            }
        } catch (StreamConstraintsException e) {
            throw tooLarge(file, firstLine(e));
        } catch (OutOfMemoryError e) {
            throw tooLarge(file, Texts.text("app.session.notInMemory"));
        } catch (IOException | IllegalArgumentException e) {
            if (!isDamage(e)) {
                throw problem(
                        Problem.Kind.UNREADABLE,
                        file,
                        Texts.text("app.session.cannotBeRead"),
                        Reason.of(e),
                        Texts.text("app.session.tryAgain"));
            }
            throw problem(
                    Problem.Kind.CORRUPT,
                    file,
                    Texts.text("app.session.damaged"),
                    reason(e),
                    Texts.text("app.session.chooseASession"));
        }
    }

    /** A session as a member of a class pack. */
    static byte[] bytes(Content content) {
        try {
            return JSON.writeValueAsBytes(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // records always become JSON
        }
    }

    /**
     * The same, read again.
     *
     * @param pack for messages
     */
    static Content content(Path pack, byte[] json) throws ProblemException {
        try {
            int format = PackMembers.format(pack, json);
            if (format > FORMAT) {
                throw newer(pack, format);
            }
            Content content = JSON.readValue(json, Content.class);
            SessionCheck.check(pack, content);
            return content;
        } catch (IOException | IllegalArgumentException e) {
            throw PackMembers.damaged(pack, reason(e));
        }
    }

    /** Whether it is the content that is at fault, and not the disk, the network or the rights. */
    private static boolean isDamage(Exception failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            boolean content =
                    cause instanceof JsonProcessingException
                            || cause instanceof ZipException
                            || cause instanceof EOFException
                            || cause instanceof CharConversionException;
            if (cause instanceof IOException && !content) {
                return false;
            }
        }
        return true;
    }

    private static ProblemException tooLarge(Path file, String why) {
        return problem(
                Problem.Kind.LIMIT,
                file,
                Texts.text("app.session.tooLarge"),
                why,
                Texts.text("app.session.moreMemory"));
    }

    /** Why JSON could not be read. */
    static String reason(Exception e) {
        return switch (e) {
            case EOFException _ -> Texts.text("app.session.endsTooEarly");
            case JsonEOFException _ -> Texts.text("app.session.endsTooEarly");
            case JsonMappingException mapping -> reason(mapping);
            default -> firstLine(e);
        };
    }

    /** Which field could not be read, and why. */
    private static String reason(JsonMappingException e) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference part : e.getPath()) {
            String name = part.getFieldName();
            path.append(name == null ? "[" + part.getIndex() + "]" : "." + name);
        }
        String field = path.isEmpty() ? "" : path.substring(path.charAt(0) == '.' ? 1 : 0);
        Throwable cause = e.getCause();
        String lacks = cause instanceof NullPointerException ? cause.getMessage() : null;
        // Records say by its name what they lack.
        boolean named = lacks != null && lacks.matches("\\w+");
        return Texts.text(
                        "app.session.field",
                        named ? (field + "." + lacks).replaceAll("^\\.", "") : field,
                        named ? Texts.text("app.session.fieldIsMissing") : reason(e, cause))
                .strip();
    }

    private static String reason(JsonMappingException e, @Nullable Throwable cause) {
        return switch (cause) {
            case NullPointerException _ -> Texts.text("app.session.partIsMissing");
            case JsonEOFException _ -> Texts.text("app.session.endsTooEarly");
            case IllegalArgumentException range when range.getMessage() != null ->
                    SafeText.text(range.getMessage());
            case null, default ->
                    switch (e) {
                        case InvalidFormatException value ->
                                Texts.text(
                                        "app.session.fieldCannotBe",
                                        SafeText.text(String.valueOf(value.getValue())));
                        case InvalidNullException _ -> Texts.text("app.session.fieldIsMissing");
                        case MismatchedInputException _
                                when String.valueOf(e.getOriginalMessage())
                                        .contains("map `null`") ->
                                Texts.text("app.session.fieldIsMissing");
                        case MismatchedInputException _ ->
                                Texts.text("app.session.fieldOfOtherKind");
                        default -> SafeText.text(String.valueOf(e.getOriginalMessage()));
                    };
        };
    }

    private static String firstLine(Exception e) {
        String message = String.valueOf(e.getMessage());
        int end = message.indexOf('\n');
        return end < 0 ? message : message.substring(0, end);
    }

    private static ProblemException newer(Path file, int format) {
        return problem(
                Problem.Kind.UNSUPPORTED,
                file,
                Texts.text("app.session.newer"),
                Texts.text("app.session.newerWhy", format, FORMAT),
                Texts.text("app.session.newerRemedy"));
    }

    private static ProblemException problem(
            Problem.Kind kind, Path file, String what, String why, String remedy) {
        return new ProblemException(kind, file.toString(), what, why, remedy);
    }
}
