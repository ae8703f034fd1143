package org.eccexplorer.app.session;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.eccexplorer.app.live.RunState;
import org.eccexplorer.app.open.Experiment;
import org.eccexplorer.app.open.ModelSource;
import org.eccexplorer.app.run.Settings;
import org.eccexplorer.dataset.LabelledImages;
import org.eccexplorer.files.Version;
import org.eccexplorer.measure.RunSnapshot;
import org.eccexplorer.tensor.Shape;
import org.jspecify.annotations.Nullable;

/**
 * What the file of a session holds.
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
public record SessionContent(
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
    /**
     * 2 added bundled models by name, ids of runs and what was shown; 3 has errors in units of λ
     * where they were in units of the scale.
     */
    static final int FORMAT = 3;

    /** The first format whose errors are in units of λ. */
    private static final int LAMBDA_UNITS = 3;

    public SessionContent {
        // What is missing in them is said by its place when all is read.
        classNames = asRead(classNames, "classNames");
        hidden = WindowPart.inOrder(Objects.requireNonNull(hidden, "hidden"));
        runs = asRead(runs, "runs");
    }

    private static <T> List<T> asRead(List<T> given, String name) {
        return Collections.unmodifiableList(new ArrayList<>(Objects.requireNonNull(given, name)));
    }

    /** Without runs and without a look, as a run's own results say it. */
    static SessionContent recorded(
            @Nullable String sample,
            String model,
            @Nullable String weights,
            String modelSha256,
            String data,
            String calibration,
            int limit,
            List<String> classNames,
            Settings settings) {
        return new SessionContent(
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
     * Model, images and what is set and hidden, for a class pack: no runs, nobody's own calibration
     * images, and the first page.
     *
     * @param model file in the pack
     * @param weights file in the pack, null if they are in the model's own
     */
    static SessionContent packed(
            Experiment experiment,
            String model,
            @Nullable String weights,
            String data,
            String calibration,
            Settings settings,
            Set<WindowPart> hidden) {
        return new SessionContent(
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
    SessionContent withoutRuns() {
        return new SessionContent(
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
                settings.withCalibration("").withThreads(Settings.THREADS.standard().intValue()),
                hidden,
                look,
                List.of());
    }

    /** Whether errors are in units of the scale, as they were. */
    boolean hasOlderResults() {
        return format < LAMBDA_UNITS;
    }

    /** A session as it is kept in a file: a run that is going on is stopped in it. */
    static SessionContent of(Path file, SessionState state) {
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
        return new SessionContent(
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
}
