package org.eccexplorer.app.session;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.eccexplorer.app.run.Settings;
import org.eccexplorer.measure.RunSnapshot;
import org.eccexplorer.measure.layer.Distribution;
import org.eccexplorer.measure.layer.LayerMeasures;
import org.eccexplorer.measure.votes.EarlyAnswers;
import org.eccexplorer.measure.votes.StoredVotes;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * What a session has to be before anything is done with it: nothing is missing, numbers are numbers
 * and in their ranges, and arrays have the lengths that images, timesteps, classes and layers
 * demand. Only what the model and the images say is left to {@link SavedSession}.
 */
final class SessionCheck {
    private final Path file;
    private final RecordValues values = new RecordValues(this::wrong);

    private SessionCheck(Path file) {
        this.file = file;
    }

    /**
     * Checks what a file holds.
     *
     * @throws ProblemException that names the first field that is wrong
     */
    static void check(Path file, SessionContent content) throws ProblemException {
        new SessionCheck(file).check(content);
    }

    private ProblemException wrong(String field, String why) {
        return new ProblemException(
                Problem.Kind.CORRUPT,
                file.toString(),
                Texts.text("app.session.damaged"),
                Texts.text("app.session.field", field, why),
                Texts.text("app.session.chooseASession"));
    }

    private void check(SessionContent content) throws ProblemException {
        values.check(content);
        path("model", content.model());
        path("weights", content.weights());
        path("data", content.data());
        path("calibration", content.calibration());
        within("limit", content.limit(), 1, Integer.MAX_VALUE);
        path("settings.calibration", content.settings().calibration());
        Set<Integer> ids = new HashSet<>();
        for (int i = 0; i < content.runs().size(); i++) {
            SessionContent.Run run = content.runs().get(i);
            String at = "runs[" + i + "]";
            Integer id = run.id();
            if (id != null) {
                within(at + ".id", id, 0, Integer.MAX_VALUE);
                if (!ids.add(id)) {
                    throw wrong(at + ".id", Texts.text("app.session.fieldTwice", id));
                }
            }
            check(at, run, content.limit());
        }
    }

    private void check(String at, SessionContent.Run run, int limit) throws ProblemException {
        path(at + ".settings.calibration", run.settings().calibration());
        Integer images = run.closedFormImages();
        within(at + ".closedFormImages", images == null ? 0 : images, 0, Integer.MAX_VALUE);
        within(at + ".seconds", run.seconds(), 0, Double.MAX_VALUE);
        for (Map.Entry<Integer, Double> point : run.closedForm().entrySet()) {
            String field = at + ".closedForm." + point.getKey();
            within(field, point.getKey(), 1, Settings.MAX_TIMESTEPS);
            within(field, point.getValue(), 0, 1);
        }
        RunSnapshot snapshot = run.snapshot();
        if (snapshot != null) {
            within(at + ".snapshot.total", snapshot.total(), 1, Integer.MAX_VALUE);
            int most = Math.min(snapshot.total(), limit);
            within(at + ".snapshot.images", snapshot.images(), 0, most);
            int timesteps = run.settings().timesteps();
            within(at + ".snapshot.timesteps", snapshot.timesteps(), timesteps, timesteps);
            check(at + ".snapshot", snapshot);
        }
    }

    private void check(String at, RunSnapshot run) throws ProblemException {
        int images = run.images();
        int timesteps = run.timesteps();
        within(at + ".cnnRight", run.cnnRight(), 0, images);
        counts(at + ".right", run.right(), timesteps, 0, images);
        counts(at + ".agreeing", run.agreeing(), timesteps, 0, images);
        length(at + ".cnnAnswers", run.cnnAnswers().length, images);
        length(at + ".answers", run.answers().length, images);
        int classes = run.outputs().length / Math.max(1, images);
        length(at + ".outputs", run.outputs().length, images * Math.max(1, classes));
        counts(at + ".cnnAnswers", run.cnnAnswers(), images, 0, classes - 1);
        for (int i = 0; i < images; i++) {
            String field = at + ".answers[" + i + "]";
            counts(field, run.answers()[i], timesteps, StoredVotes.UNKNOWN, classes - 1);
        }
        within(at + ".layers", run.layers().size(), 1, Integer.MAX_VALUE);
        for (int l = 0; l < run.layers().size(); l++) {
            check(at + ".layers[" + l + "]", run.layers().get(l), timesteps);
        }
        within(at + ".cost.macs", (double) run.cost().macs(), 0, Double.MAX_VALUE);
        within(at + ".cost.synOps", run.cost().synOps(), 0, Double.MAX_VALUE);
        within(at + ".cost.inputNeurons", run.cost().inputNeurons(), 0, Double.MAX_VALUE);
        within(at + ".reading.from", run.reading().from(), 0, timesteps - 1);
        int thresholds = run.reading().thresholds().size();
        length(at + ".reading.thresholds", thresholds, thresholds == 0 ? 0 : timesteps);
        check(at + ".early", run.early(), images, timesteps);
        check(at + ".votes", run.votes(), run, classes);
    }

    private void check(String at, LayerMeasures layer, int timesteps) throws ProblemException {
        length(at + ".spikesPerStep", layer.spikesPerStep().length, timesteps);
        length(at + ".residualPerStep", layer.residualPerStep().length, timesteps);
        length(at + ".remainderPerStep", layer.remainderPerStep().length, timesteps);
        length(at + ".operationsPerStep", layer.operationsPerStep().length, timesteps);
        within(at + ".threshold", layer.threshold(), Double.MIN_VALUE, Double.MAX_VALUE);
        within(at + ".clippedShare", layer.clippedShare(), 0, 1);
        int points = layer.agreement().activations().length;
        length(at + ".agreement.rates", layer.agreement().rates().length, points);
        check(at + ".current", layer.current());
        check(at + ".rate", layer.rate());
        check(at + ".residual", layer.residual());
    }

    private void check(String at, @Nullable Distribution distribution) throws ProblemException {
        if (distribution != null) {
            length(at + ".counts", distribution.counts().length, Distribution.BINS);
            for (int bin = 0; bin < Distribution.BINS; bin++) {
                long count = distribution.counts()[bin];
                within(at + ".counts[" + bin + "]", (double) count, 0, Double.MAX_VALUE);
            }
            double low = distribution.low();
            within(at + ".high", distribution.high(), Math.nextUp(low), Double.MAX_VALUE);
        }
    }

    private void check(String at, @Nullable EarlyAnswers early, int images, int timesteps)
            throws ProblemException {
        if (early != null) {
            counts(at + ".exits", early.exits(), images, 1, timesteps);
            length(at + ".timesteps", early.timesteps().length, timesteps);
            length(at + ".spikes", early.spikes().length, timesteps);
            length(at + ".synOps", early.synOps().length, timesteps);
        }
    }

    private void check(String at, @Nullable StoredVotes votes, RunSnapshot run, int classes)
            throws ProblemException {
        if (votes == null) {
            return;
        }
        within(at + ".kept", votes.timesteps(), run.timesteps(), run.timesteps());
        length(at + ".images", votes.images().size(), run.images());
        within(at + ".classes", votes.classes(), 1, Integer.MAX_VALUE);
        if (run.images() > 0) {
            within(at + ".classes", votes.classes(), classes, classes);
        }
        values.check(votes.images(), "votes", at + ".images");
        for (int i = 0; i < run.images(); i++) {
            StoredVotes.Image image = votes.images().get(i);
            String field = at + ".images[" + i + "]";
            within(field + ".cnn", image.cnn(), 0, classes - 1);
            counts(
                    field + ".answers",
                    image.answers(),
                    run.timesteps(),
                    StoredVotes.UNKNOWN,
                    classes - 1);
        }
    }

    /** A place that is read from a file; a line break in it is no part of any path. */
    private void path(String field, @Nullable String path) throws ProblemException {
        if (path != null && path.chars().anyMatch(Character::isISOControl)) {
            throw wrong(field, Texts.text("app.session.fieldIsNoPath"));
        }
    }

    private void length(String field, int found, int wanted) throws ProblemException {
        if (found != wanted) {
            throw wrong(field, Texts.text("app.session.fieldLength", found, wanted));
        }
    }

    private void counts(String field, int[] found, int wanted, int low, int high)
            throws ProblemException {
        length(field, found.length, wanted);
        for (int i = 0; i < found.length; i++) {
            within(field + "[" + i + "]", found[i], low, high);
        }
    }

    private void within(String field, double value, double low, double high)
            throws ProblemException {
        if (!(value >= low && value <= high)) {
            throw wrong(
                    field,
                    low == high
                            ? Texts.text("app.session.fieldIs", text(value), text(low))
                            : high >= Integer.MAX_VALUE
                                    ? Texts.text(
                                            "app.session.fieldTooSmall", text(value), text(low))
                                    : Texts.text(
                                            "app.session.fieldRange",
                                            text(value),
                                            text(low),
                                            text(high)));
        }
    }

    private static String text(double value) {
        return value == Math.rint(value) && Math.abs(value) < Long.MAX_VALUE
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
