package org.eccexplorer.app;

import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.eccexplorer.export.AtomicFile;
import org.eccexplorer.export.Version;
import org.eccexplorer.measure.RunSnapshot;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * A session as a file: which model and images, the settings, and the runs with their results. JSON
 * in gzip; the model itself stays where it is and is recognised by its hash.
 */
public final class SessionFile {
    private static final int FORMAT = 1;
    private static final long MOST_BYTES = 1L << 30;
    private static final ObjectMapper JSON = mapper();

    private SessionFile() {}

    private static ObjectMapper mapper() {
        JsonMapper mapper =
                JsonMapper.builder()
                        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                        .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                        .build();
        mapper.getFactory()
                .setStreamReadConstraints(
                        StreamReadConstraints.builder().maxDocumentLength(MOST_BYTES).build());
        return mapper;
    }

    /**
     * What the file holds.
     *
     * @param model path, relative to the session's file where it can be
     * @param limit at most so many test images
     * @param hidden parts of the window that are not shown
     */
    public record Content(
            int format,
            String program,
            String model,
            String modelSha256,
            String data,
            String calibration,
            int limit,
            List<String> classNames,
            Settings settings,
            Set<Part> hidden,
            List<Run> runs) {
        public Content {
            classNames = List.copyOf(classNames);
            hidden = Set.copyOf(hidden);
            runs = List.copyOf(runs);
        }
    }

    /** One run with its results; without snapshot if it had none yet. */
    public record Run(
            String label,
            Settings settings,
            RunState.Phase phase,
            Map<Integer, Double> closedForm,
            @Nullable RunSnapshot snapshot,
            double seconds) {}

    /**
     * A session as the window has it.
     *
     * @param runs the oldest first
     */
    public record State(
            Experiment experiment, Settings settings, Set<Part> hidden, List<RunState> runs) {
        public State {
            hidden = Set.copyOf(hidden);
            runs = List.copyOf(runs);
        }
    }

    /** Writes a session; a run that is going on is written as it is, as stopped. */
    public static void write(Path file, State state) throws ProblemException {
        Experiment experiment = state.experiment();
        List<Run> saved = new ArrayList<>();
        for (RunState run : state.runs()) {
            saved.add(
                    new Run(
                            run.label(),
                            run.settings(),
                            run.isActive() ? RunState.Phase.STOPPED : run.phase(),
                            run.closedForm(),
                            run.snapshot().orElse(null),
                            run.seconds()));
        }
        Content content =
                new Content(
                        FORMAT,
                        Version.NUMBER,
                        relative(file, experiment.model().file()),
                        experiment.model().model().sha256(),
                        experiment.dataSource(),
                        experiment.calibrationSource(),
                        experiment.test().count(),
                        experiment.classNames(),
                        state.settings(),
                        state.hidden(),
                        saved);
        AtomicFile.write(
                file,
                out -> {
                    GZIPOutputStream zipped = new GZIPOutputStream(out);
                    zipped.write(JSON.writeValueAsBytes(content));
                    zipped.finish();
                });
    }

    private static String relative(Path file, Path model) {
        Path folder = file.toAbsolutePath().getParent();
        Path target = model.toAbsolutePath();
        return folder != null && target.startsWith(folder)
                ? folder.relativize(target).toString()
                : target.toString();
    }

    /**
     * Reads a session, opens its model and images and converts its runs again.
     *
     * @throws ProblemException if it is not a session, or its model is missing or another one
     */
    public static State read(Path file) throws ProblemException {
        Content content = content(file);
        Path folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(Path.of(""));
        Experiment experiment =
                Experiment.open(
                        folder.resolve(content.model()),
                        content.data(),
                        content.calibration(),
                        content.limit(),
                        content.classNames());
        if (!experiment.model().model().sha256().equals(content.modelSha256())) {
            throw new ProblemException(
                    Problem.Kind.UNSUPPORTED,
                    content.model(),
                    "The model is not the one of this session",
                    "its SHA-256 begins with %.12s, that of the session's with %.12s"
                            .formatted(experiment.model().model().sha256(), content.modelSha256()),
                    "Put the original model back, or open the changed one by itself");
        }
        CalibrationCache cache = new CalibrationCache();
        List<RunState> runs = new ArrayList<>();
        for (Run run : content.runs()) {
            Prepared prepared =
                    Prepared.of(
                            experiment.model(),
                            experiment.calibration(),
                            run.settings(),
                            cache,
                            new Cancellation());
            runs.add(
                    new RunState(
                            runs.size(),
                            run.label(),
                            run.settings(),
                            run.phase(),
                            run.closedForm(),
                            Optional.of(prepared),
                            Optional.ofNullable(run.snapshot()),
                            run.seconds()));
        }
        return new State(experiment, content.settings(), content.hidden(), runs);
    }

    private static Content content(Path file) throws ProblemException {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (IOException e) {
            throw problem(
                    Problem.Kind.UNREADABLE,
                    file,
                    "The session cannot be read",
                    e,
                    "Check the path");
        }
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            Content content = JSON.readValue(in, Content.class);
            if (content.format() != FORMAT) {
                throw new ProblemException(
                        Problem.Kind.UNSUPPORTED,
                        file.toString(),
                        "The session was written by another version",
                        "its format is %d, this program knows %d"
                                .formatted(content.format(), FORMAT),
                        "Open it with version " + content.program());
            }
            return content;
        } catch (IOException | IllegalArgumentException e) {
            throw problem(
                    Problem.Kind.CORRUPT,
                    file,
                    "This is not a session, or it is damaged",
                    e,
                    "Choose a file that ECC Explorer saved");
        }
    }

    private static ProblemException problem(
            Problem.Kind kind, Path file, String what, Exception cause, String remedy) {
        return new ProblemException(
                new Problem(
                        kind, file.toString(), what, String.valueOf(cause.getMessage()), remedy),
                cause);
    }
}
