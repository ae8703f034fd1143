package org.eccexplorer.app.open;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.eccexplorer.array.BytePixels;
import org.eccexplorer.array.DataSpec;
import org.eccexplorer.dataset.BundledModels;
import org.eccexplorer.dataset.DataCheck;
import org.eccexplorer.dataset.DataChoice;
import org.eccexplorer.dataset.DataNotes;
import org.eccexplorer.dataset.DataSets;
import org.eccexplorer.dataset.LabelledImages;
import org.eccexplorer.dataset.Preparation;
import org.eccexplorer.measure.RunSource;
import org.eccexplorer.network.Layer;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.tensor.DenseBackend;
import org.eccexplorer.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * A model with the images to test and to calibrate it on, all in the units that the model takes.
 *
 * @param dataSource as the user named the test images
 * @param calibrationSource as the user named the calibration images
 * @param classNames empty if unknown
 * @param warnings what looks wrong without being impossible
 * @param choices what was decided of the images and may have to be another way
 */
public record Experiment(
        LoadedModel model,
        LabelledImages test,
        LabelledImages calibration,
        String dataSource,
        String calibrationSource,
        List<String> classNames,
        List<String> warnings,
        List<DataChoice> choices) {

    public Experiment {
        classNames = List.copyOf(classNames);
        warnings = List.copyOf(warnings);
        choices = List.copyOf(choices);
    }

    /**
     * A bundled model, with at most this many test images. Their preparation is known to fit, so
     * nothing is tried.
     */
    public static Experiment sample(String name, int limit) throws ProblemException {
        BundledModels.Sample sample = BundledModels.open(name);
        return open(
                LoadedModel.open(sample.model()),
                sample.test(),
                sample.calibration(),
                limit,
                sample.classNames(),
                false);
    }

    /**
     * A model and data of the user's.
     *
     * @param calibration null: λ is measured on the test images
     */
    public static Experiment open(
            ModelSource model,
            String data,
            @Nullable String calibration,
            int limit,
            List<String> classNames)
            throws ProblemException {
        return open(LoadedModel.open(model), data, calibration, limit, classNames);
    }

    /**
     * As {@link #open(ModelSource, String, String, int, List)}, of a model that was read already.
     */
    public static Experiment open(
            LoadedModel model,
            String data,
            @Nullable String calibration,
            int limit,
            List<String> classNames)
            throws ProblemException {
        return open(model, data, calibration, limit, classNames, true);
    }

    private static Experiment open(
            LoadedModel model,
            String data,
            @Nullable String calibration,
            int limit,
            List<String> classNames,
            boolean tried)
            throws ProblemException {
        List<String> warnings = new ArrayList<>();
        List<DataChoice> choices = new ArrayList<>();
        LabelledImages test = tested(model, data, limit, warnings, choices, tried);
        warnings.addAll(model.model().warnings());
        if (test.labels().length == 0) {
            warnings.add(Texts.text("app.open.noLabels", test.name()));
        }
        LabelledImages calibrated =
                calibration == null ? test : calibrated(model, calibration, data, warnings);
        return new Experiment(
                model,
                test,
                calibrated,
                data,
                calibration == null ? data : calibration,
                classNames.isEmpty() ? test.classNames() : classNames,
                warnings,
                choices);
    }

    /**
     * A model that was read already with images; names of classes must be as many as its outputs.
     */
    public static Experiment open(LoadedModel model, ImageChoice images) throws ProblemException {
        int outputs = model.network().outputShape().size();
        Optional<String> refusal = ClassNames.refusal(images.classNames(), outputs);
        if (refusal.isPresent()) {
            throw new ProblemException(
                    Problem.Kind.USAGE,
                    images.data(),
                    Texts.text("app.open.namesDoNotFit"),
                    refusal.get(),
                    Texts.text("app.open.namesRemedy"));
        }
        return open(
                model,
                images.data(),
                images.calibration().isEmpty() ? null : images.calibration(),
                images.most(),
                images.classNames());
    }

    /** The same with at most this many test images, which are read again. */
    public Experiment withImages(int most) throws ProblemException {
        return open(model, ImageChoice.of(this).withMost(most));
    }

    /**
     * The same with the first test images alone; λ is measured on them too if it is on the test
     * images.
     *
     * @param images at most this many
     */
    public Experiment limited(int images) {
        LabelledImages some = test.limit(images);
        return new Experiment(
                model,
                some,
                calibration.equals(test) ? some : calibration,
                dataSource,
                calibrationSource,
                classNames,
                warnings,
                choices);
    }

    /** The same with other names of classes; empty: their numbers. */
    public Experiment withClassNames(List<String> names) {
        return new Experiment(
                model, test, calibration, dataSource, calibrationSource, names, warnings, choices);
    }

    /**
     * The same model and test images with λ measured on others.
     *
     * @param source as {@link DataSets} reads it
     */
    public Experiment calibratedOn(String source) throws ProblemException {
        List<String> more = new ArrayList<>(warnings);
        LabelledImages images = calibrated(model, source, dataSource, more);
        return new Experiment(model, test, images, dataSource, source, classNames, more, choices);
    }

    /** The images of a calibration as the user named them; empty: those of the experiment. */
    public String calibrationSource(String calibration) {
        return calibration.isEmpty() ? calibrationSource : calibration;
    }

    /**
     * Whether some of the test images are among those that λ is measured on. A network that spikes
     * already has no λ to measure.
     *
     * @param calibration empty: the images of the experiment
     */
    public boolean isCalibratedOnTest(String calibration) {
        DataSpec tested = DataSpec.of(dataSource);
        DataSpec measured = DataSpec.of(calibrationSource(calibration));
        DataSpec.Range some = measured.range();
        int first = tested.range() == null ? 0 : tested.range().from();
        boolean meets = some == null || (some.from() < first + test.count() && some.to() > first);
        return !model.spikesAlready()
                && tested.file().equals(measured.file())
                && tested.part().equals(measured.part())
                && meets;
    }

    /** The same, the matrices of its CNN multiplied by another backend. */
    public Experiment with(DenseBackend backend) {
        return new Experiment(
                model.with(backend),
                test,
                calibration,
                dataSource,
                calibrationSource,
                classNames,
                warnings,
                choices);
    }

    /** The name of a class; its number if it has none. */
    public String className(int label) {
        return label >= 0 && label < classNames.size()
                ? classNames.get(label)
                : String.valueOf(label);
    }

    /**
     * What is run, for its results.
     *
     * @param calibration empty: the images of the experiment
     */
    public RunSource source(String calibration) {
        return new RunSource(
                model.id(),
                dataSource,
                calibrationSource(calibration),
                isCalibratedOnTest(calibration),
                preparation());
    }

    /** The ε of the model's batch normalisations, each once, as text; a dash if it has none. */
    public String epsilons() {
        String all =
                model.network().nodes().stream()
                        .map(node -> node.layer())
                        .filter(Layer.BatchNormalization.class::isInstance)
                        .map(layer -> ((Layer.BatchNormalization) layer).epsilon())
                        .distinct()
                        .map(epsilon -> String.valueOf(epsilon).replace(".0E", "e"))
                        .collect(Collectors.joining(", "));
        return all.isEmpty() ? "–" : all;
    }

    /** What was done with the images before the model took them, as a formula. */
    public String preparation() {
        try {
            Optional<Preparation> said = Preparation.of(DataSpec.of(dataSource));
            if (said.isPresent()) {
                return said.get().text();
            }
        } catch (ProblemException e) {
            throw new IllegalStateException(e); // the images were read, so it was understood
        }
        return Texts.text(
                test.pixels() instanceof BytePixels bytes && bytes.isScaled()
                        ? "dataset.preparation.unit"
                        : "dataset.preparation.none");
    }

    /**
     * Test images, with all that their reader decided among the warnings.
     *
     * @param tried whether the CNN is to answer some of them, for a preparation that fits better
     */
    private static LabelledImages tested(
            LoadedModel model,
            String data,
            int limit,
            List<String> warnings,
            List<DataChoice> choices,
            boolean tried)
            throws ProblemException {
        int classes = model.network().outputShape().size();
        DataSpec spec = DataSpec.of(data);
        LabelledImages images = read(model, data, limit);
        Optional<Preparation> preparation = Preparation.of(spec);
        List<String> values = new ArrayList<>();
        LabelledImages prepared = prepared(model, images, classes, preparation, values);
        if (tried) {
            advice(model, images, spec)
                    .ifPresent(advice -> {
                        warnings.add(advice.sentence());
                        advice.choice().ifPresent(choices::add);
                    });
        }
        DataNotes labels = DataCheck.labelNotes(images, classes);
        boolean settled = !spec.said(DataSpec.LABELS_FROM).isEmpty();
        warnings.addAll(images.notes().said());
        choices.addAll(images.notes().choices());
        warnings.addAll(labels.said().stream().filter(said -> !settled).toList());
        choices.addAll(labels.choices().stream().filter(choice -> !settled).toList());
        warnings.addAll(values);
        boolean chosen = choices.stream().anyMatch(one -> one.key().equals(DataSpec.PREPARE));
        if (preparation.isEmpty() && !chosen) {
            DataCheck.rangeChoice(prepared, model.model().rescales()).ifPresent(choices::add);
        }
        return prepared;
    }

    private static Optional<PreparationTrial.Advice> advice(
            LoadedModel model, LabelledImages images, DataSpec spec) throws ProblemException {
        OptionalDouble expected = StatedAccuracy.of(model.file(), spec);
        Optional<Preparation> preparation = Preparation.of(spec);
        return preparation.isPresent()
                ? PreparationTrial.adviceOn(model, images, preparation.get(), expected)
                : PreparationTrial.advice(model, images, expected);
    }

    private static LabelledImages read(LoadedModel model, String data, int limit)
            throws ProblemException {
        return DataSets.open(data, model.network().inputShape(), limit, model.hasPlanesFirst());
    }

    /** Images whose labels do not matter, read as the test images are. */
    private static LabelledImages calibrated(
            LoadedModel model, String source, String tested, List<String> warnings)
            throws ProblemException {
        DataSpec spec = DataSpec.of(source).readLike(DataSpec.of(tested));
        String data = spec.reading().isEmpty() ? source : spec.toString();
        LabelledImages images = read(model, data, Integer.MAX_VALUE);
        return prepared(model, images, Integer.MAX_VALUE, Preparation.of(spec), warnings);
    }

    private static LabelledImages prepared(
            LoadedModel model,
            LabelledImages images,
            int classes,
            Optional<Preparation> preparation,
            List<String> warnings)
            throws ProblemException {
        boolean rescales = model.model().rescales();
        LabelledImages prepared =
                DataCheck.prepare(
                        images, model.network().inputShape(), classes, rescales, preparation);
        if (preparation.isEmpty()) {
            warnings.addAll(DataCheck.warnings(prepared, rescales));
        }
        return prepared;
    }
}
