package org.eccexplorer.app.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eccexplorer.app.open.Experiment;
import org.eccexplorer.app.work.Cancellation;
import org.eccexplorer.convert.ConversionOptions;
import org.eccexplorer.convert.RewrittenCnn;
import org.eccexplorer.dataset.LabelledImages;
import org.eccexplorer.measure.CnnStage;
import org.eccexplorer.measure.RunSnapshot;
import org.eccexplorer.network.Layer;
import org.eccexplorer.network.forward.CnnEvaluator;

/**
 * What runs of one model on the same images have in common, computed once: what λ is taken from,
 * what the CNN says of the images, and whole results of settings that convert to the same network.
 * A run gives the same numbers to the last bit as by itself.
 */
public final class SharedWork {
    /** Settings whose networks may be the same follow each other. */
    private static final int RESULTS = 4;

    private final CalibrationCache calibrations = new CalibrationCache();
    private final CnnPasses passes;
    private final Map<Stage, int[]> stages = new HashMap<>();
    private final Map<Same, Done> results = new LinkedHashMap<>();

    /** A CNN by what was done to the trained one, and how many images it was asked about. */
    private record Stage(List<String> rewrites, int images) {}

    /** What decides a result, besides model and images. */
    private record Same(Settings settings, int images) {}

    /**
     * The result of a run on all of its images.
     *
     * @param closedForm accuracy of the closed form by T, 0 to 1
     * @param took how long the simulation took, where that is of interest
     */
    public record Done(RunSnapshot result, Map<Integer, Double> closedForm, Optional<Took> took) {}

    /** Seconds on so many threads, which change how long a run takes but not its result. */
    public record Took(int threads, double seconds) {}

    private SharedWork(CnnPasses passes) {
        this.passes = passes;
    }

    /** Of several runs: an image of a number is the same one in all of them. */
    public static SharedWork ofSeveral() {
        return new SharedWork(CnnPasses.kept());
    }

    /** Of one run. */
    public static SharedWork ofOne() {
        return new SharedWork(CnnPasses.once());
    }

    /** What λ is taken from, of the model's calibration images. */
    public CalibrationCache calibrations() {
        return calibrations;
    }

    /** What the CNN says of the images. */
    public CnnPasses passes() {
        return passes;
    }

    /** The result of a run that had the same network and the same images, if it is known. */
    public synchronized Optional<Done> result(Prepared prepared, LabelledImages images) {
        return Optional.ofNullable(results.get(same(prepared, images)));
    }

    /** Keeps the result of a run, if it is complete. */
    public synchronized void keep(Prepared prepared, LabelledImages images, Done done) {
        if (done.result().isComplete()) {
            results.put(same(prepared, images), done);
            if (results.size() > RESULTS) {
                results.remove(results.keySet().iterator().next());
            }
        }
    }

    /**
     * What is decisive to the last bit, and how classes are read. CMB is not decisive where each ε
     * is the one that takes its place.
     */
    private static Same same(Prepared prepared, LabelledImages images) {
        Settings own = prepared.settings();
        Settings settings = own.decisive().withKernels(own.kernels()).withReading(own.reading());
        ConversionOptions options = settings.conversion();
        boolean consistent =
                prepared.cnn().network().nodes().stream()
                        .map(node -> node.layer())
                        .filter(Layer.BatchNormalization.class::isInstance)
                        .map(Layer.BatchNormalization.class::cast)
                        .allMatch(layer -> layer.epsilon() == options.epsilon());
        ConversionOptions deciding =
                consistent ? options.with(ConversionOptions.BATCH_NORM_CONSISTENCY, true) : options;
        return new Same(settings.with(deciding.effective()), images.count());
    }

    /**
     * The accuracy of the trained CNN and of what each rewrite made of it; without labels the
     * trained CNN's answers count as right.
     *
     * @param images the test images, or the first of them
     * @param measured a run of them, whose CNN is not asked again
     * @return empty if the conversion changed nothing, or was cancelled
     */
    public List<CnnStage> stages(
            Prepared prepared,
            Experiment experiment,
            LabelledImages images,
            RunSnapshot measured,
            Cancellation cancellation) {
        List<CnnStage> found = new ArrayList<>();
        if (prepared.report().rewrites().isEmpty()) {
            return found;
        }
        int threads = prepared.settings().threads();
        CnnEvaluator original = experiment.model().cnn();
        List<String> made = new ArrayList<>();
        int[] trained = answers(made, original, images, threads, cancellation);
        int[] right = images.labels().length == 0 ? trained : images.labels();
        found.add(new CnnStage("as trained", Answers.share(trained, right)));
        for (RewrittenCnn rewrite : prepared.report().rewrites()) {
            made.add(rewrite.what());
            boolean run = rewrite.network().equals(prepared.cnn().network());
            int[] answers =
                    run && measured.images() == images.count()
                            ? measured.cnnAnswers()
                            : answers(
                                    made,
                                    original.with(rewrite.network()),
                                    images,
                                    threads,
                                    cancellation);
            found.add(new CnnStage(rewrite.what(), Answers.share(answers, right)));
        }
        return cancellation.isRequested() ? List.of() : found;
    }

    private int[] answers(
            List<String> made,
            CnnEvaluator cnn,
            LabelledImages images,
            int threads,
            Cancellation cancellation) {
        Stage stage = new Stage(List.copyOf(made), images.count());
        Optional<int[]> known =
                known(stage).or(() -> passes.answers(cnn.network(), images.count()));
        if (known.isPresent()) {
            return known.get();
        }
        int[] answers = CnnAccuracy.answers(cnn, images, threads, cancellation);
        if (!cancellation.isRequested()) {
            keep(stage, answers);
        }
        return answers;
    }

    private synchronized Optional<int[]> known(Stage stage) {
        return Optional.ofNullable(stages.get(stage));
    }

    private synchronized void keep(Stage stage, int[] answers) {
        stages.put(stage, answers);
    }
}
