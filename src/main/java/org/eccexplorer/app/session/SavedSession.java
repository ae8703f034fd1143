package org.eccexplorer.app.session;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eccexplorer.app.live.ClosedFormCurve;
import org.eccexplorer.app.live.RunState;
import org.eccexplorer.app.live.RunStyles;
import org.eccexplorer.app.open.Experiment;
import org.eccexplorer.app.open.ModelSource;
import org.eccexplorer.app.run.Prepared;
import org.eccexplorer.app.run.RunName;
import org.eccexplorer.app.run.Settings;
import org.eccexplorer.dataset.BundledModels;
import org.eccexplorer.dataset.LabelledImages;
import org.eccexplorer.files.FileKind;
import org.eccexplorer.measure.RunSnapshot;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.spiking.SpikingNetwork;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * A session that was read, before its model and images are opened: they may be elsewhere by now.
 *
 * @param file it was read from
 * @param model where the model is looked for
 * @param weights where its weights are looked for; null if they are in the model
 * @param data source of the test images
 * @param calibration source of the calibration images
 * @param chosen those of these places that a user has chosen; others may be the file's own idea
 */
public record SavedSession(
        Path file,
        SessionContent content,
        String model,
        @Nullable String weights,
        String data,
        String calibration,
        Set<String> chosen) {

    public SavedSession {
        chosen = Set.copyOf(chosen);
    }

    /**
     * A session with its model and images.
     *
     * @param warnings what is not as it was when it was saved
     */
    public record Opened(SessionState state, List<Problem> warnings) {
        public Opened {
            warnings = List.copyOf(warnings);
        }
    }

    /** Reads a session and looks where its model and images are. */
    public static SavedSession read(Path file) throws ProblemException {
        return of(file, SessionFile.read(file));
    }

    /** What a file says of a session, and where its model and images are. */
    static SavedSession of(Path file, SessionContent content) throws ProblemException {
        SessionPaths places = SessionPaths.of(file);
        String weights = content.weights();
        SavedSession saved =
                new SavedSession(
                        file,
                        content,
                        places.source(content.model()),
                        weights == null ? null : places.source(weights),
                        places.source(content.data()),
                        places.source(content.calibration()),
                        Set.of());
        boolean moved = !saved.hasModel() || !saved.hasData() || !saved.hasCalibration();
        String sample = content.sample();
        if (moved && sample != null && BundledModels.names().contains(sample)) {
            BundledModels.Sample bundled = BundledModels.open(sample);
            return new SavedSession(
                    file,
                    content,
                    bundled.model().toString(),
                    null,
                    bundled.test(),
                    bundled.calibration(),
                    Set.of());
        }
        return saved;
    }

    /** A file that a session consists of besides its own. */
    public enum Part {
        MODEL,
        WEIGHTS,
        DATA,
        CALIBRATION
    }

    /**
     * The first of its files that is not where it was; without one, those behind it are not needed.
     * Looks at the places, which may lie on a drive that does not answer.
     *
     * @param asked those that were asked for already
     */
    public Optional<Part> missing(Set<Part> asked) {
        if (!hasModel()) {
            return Optional.of(Part.MODEL).filter(part -> !asked.contains(part));
        }
        if (!hasWeights() && !asked.contains(Part.WEIGHTS)) {
            return Optional.of(Part.WEIGHTS);
        }
        if (!hasData()) {
            return Optional.of(Part.DATA).filter(part -> !asked.contains(part));
        }
        return hasCalibration() || asked.contains(Part.CALIBRATION)
                ? Optional.empty()
                : Optional.of(Part.CALIBRATION);
    }

    public boolean hasModel() {
        return exists(model);
    }

    /** Whether the weights are there, in the model or where they were apart from it. */
    public boolean hasWeights() {
        return weights == null || exists(weights);
    }

    public boolean hasData() {
        return exists(data);
    }

    public boolean hasCalibration() {
        return exists(calibration);
    }

    private boolean exists(String place) {
        SessionPaths places = SessionPaths.of(file);
        return chosen.contains(place) ? places.isThere(place) : places.exists(place);
    }

    private Set<String> chosenWith(String place) {
        return Stream.concat(chosen.stream(), Stream.of(place)).collect(Collectors.toSet());
    }

    /** Another machine is not asked because a file says so. */
    private void requireNear(String place) throws ProblemException {
        if (!chosen.contains(place) && SessionPaths.of(file).leadsAway(place)) {
            throw new ProblemException(
                    Problem.Kind.UNREADABLE,
                    file.toString(),
                    Texts.text("app.session.otherMachine"),
                    Texts.text("app.session.namesPlace", place),
                    Texts.text("app.session.otherMachineRemedy"));
        }
    }

    /** The same with the model at another place; a complete model needs no separate weights. */
    public SavedSession withModel(Path place) {
        boolean whole = !FileKind.JSON.matches(place);
        return new SavedSession(
                file,
                content,
                place.toString(),
                whole && !hasWeights() ? null : weights,
                data,
                calibration,
                chosenWith(place.toString()));
    }

    /** The same with the weights at another place. */
    public SavedSession withWeights(Path place) {
        String path = place.toString();
        return new SavedSession(file, content, model, path, data, calibration, chosenWith(path));
    }

    /** The same with the test images at another place; λ too if it was measured on them. */
    public SavedSession withData(String source) {
        return new SavedSession(
                file,
                content,
                model,
                weights,
                source,
                calibration.equals(data) ? source : calibration,
                chosenWith(source));
    }

    /** The same with the images for λ at another place. */
    public SavedSession withCalibration(String source) {
        return new SavedSession(file, content, model, weights, data, source, chosenWith(source));
    }

    /**
     * Opens model and images and converts the runs again. If the model is another one, the runs are
     * marked as stale.
     *
     * @throws ProblemException if model or images are missing, or cannot be opened
     */
    public Opened open() throws ProblemException {
        requireNear(model);
        requireNear(weights == null ? "" : weights);
        requireNear(data);
        requireNear(calibration);
        ModelSource source =
                new ModelSource(
                        Path.of(model),
                        weights == null ? null : Path.of(weights),
                        content.inputSize());
        Experiment experiment =
                Experiment.open(
                        source,
                        data,
                        calibration.equals(data) ? null : calibration,
                        content.limit(),
                        content.classNames());
        List<Problem> warnings = new ArrayList<>();
        compare(experiment, warnings);
        boolean stale = !warnings.isEmpty();
        SavedCalibrations calibrations = new SavedCalibrations(experiment, SessionPaths.of(file));
        List<RunState> runs = new ArrayList<>();
        for (SessionContent.Run run : content.runs()) {
            Settings settings = calibrations.found(run.settings());
            Prepared prepared = calibrations.prepared(settings);
            boolean same = !stale && calibrations.isThere(settings);
            Integer id = run.id();
            Integer style = run.style();
            runs.add(
                    new RunState(
                            id == null ? runs.size() : id,
                            style == null
                                    ? RunStyles.free(runs)
                                    : Math.floorMod(style, RunStyles.COUNT),
                            run.label(),
                            settings,
                            same ? run.phase() : RunState.Phase.STALE,
                            closedForm(run, experiment),
                            Optional.of(prepared),
                            fitting(run, prepared, experiment, warnings),
                            run.seconds()));
        }
        Settings current = calibrations.found(content.settings());
        boolean readable = calibrations.isThere(current);
        warnings.addAll(calibrations.missing());
        ViewState look = content.look();
        return new Opened(
                new SessionState(
                        experiment,
                        readable ? current : current.withCalibration(""),
                        content.hidden(),
                        look == null ? ViewState.first() : look,
                        runs),
                warnings);
    }

    private static ClosedFormCurve closedForm(SessionContent.Run run, Experiment experiment) {
        Integer images = run.closedFormImages();
        return new ClosedFormCurve(
                images == null
                        ? Math.min(ClosedFormCurve.PREVIEW, experiment.test().count())
                        : images,
                run.closedForm());
    }

    private void compare(Experiment experiment, List<Problem> warnings) {
        String hash = experiment.model().model().sha256();
        if (!hash.equals(content.modelSha256())) {
            warnings.add(
                    new Problem(
                            Problem.Kind.CORRUPT,
                            model,
                            Texts.text("app.session.otherModel"),
                            Texts.text(
                                    "app.session.otherHash",
                                    hash.substring(0, 12),
                                    shortened(content.modelSha256())),
                            Texts.text("app.session.otherModelRemedy")));
        }
        otherImages(experiment.test())
                .ifPresent(why ->
                        warnings.add(
                                new Problem(
                                        Problem.Kind.CORRUPT,
                                        data,
                                        Texts.text("app.session.otherImages"),
                                        why,
                                        Texts.text("app.session.otherImagesRemedy"))));
    }

    /** Why images cannot be those of the session; nothing where they are, or it does not say. */
    private Optional<String> otherImages(LabelledImages images) {
        if (images.count() != content.limit()) {
            return Optional.of(
                    Texts.text(
                            "app.session.otherCount",
                            Numbers.count(content.limit()),
                            Numbers.count(images.count())));
        }
        String was = content.imagesCrc32c();
        if (was == null) {
            return Optional.empty();
        }
        String now = images.checksum();
        return was.equals(now)
                ? Optional.empty()
                : Optional.of(Texts.text("app.session.otherChecksum", now, shortened(was)));
    }

    /** The beginning of a hash, whatever a damaged file says it is. */
    private static String shortened(String hash) {
        return hash.substring(0, Math.min(12, hash.length()));
    }

    /** The results, unless they cannot be those of this network and these images, which is said. */
    private Optional<RunSnapshot> fitting(
            SessionContent.Run run,
            Prepared prepared,
            Experiment experiment,
            List<Problem> warnings) {
        RunSnapshot results = run.snapshot();
        if (results == null) {
            return Optional.empty();
        }
        int images = experiment.test().count();
        if (results.images() > images || !fits(results, prepared.network())) {
            warnings.add(
                    new Problem(
                            Problem.Kind.CORRUPT,
                            file.toString(),
                            Texts.text(
                                    "app.session.resultsDropped",
                                    run.label().isEmpty()
                                            ? RunName.of(run.settings())
                                            : run.label()),
                            results.images() > images
                                    ? Texts.text(
                                            "app.session.resultsOfMore", results.images(), images)
                                    : Texts.text("app.session.resultsOfOtherLayers"),
                            Texts.text("app.session.runAgain")));
            return Optional.empty();
        }
        return Optional.of(
                content.hasOlderResults()
                        ? OlderResults.asToday(results, prepared.network())
                        : results);
    }

    /** Whether there is a result for each layer and class of a network, and no other. */
    private static boolean fits(RunSnapshot results, SpikingNetwork network) {
        boolean same =
                results.layers().size() == network.layers().size()
                        && results.outputs().length == results.images() * network.classes();
        for (int l = 0; same && l < network.layers().size(); l++) {
            same = results.layers().get(l).neurons() == network.layers().get(l).neurons();
        }
        return same;
    }
}
