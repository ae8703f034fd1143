package org.eccexplorer.app.open;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.eccexplorer.container.HdfContainer;
import org.eccexplorer.container.ModelFaults;
import org.eccexplorer.container.ModelFile;
import org.eccexplorer.files.FileKind;
import org.eccexplorer.keras.KerasModels;
import org.eccexplorer.keras.weights.ForeignFile;
import org.eccexplorer.network.Endings;
import org.eccexplorer.network.FlattenedImages;
import org.eccexplorer.network.ModelId;
import org.eccexplorer.network.Network;
import org.eccexplorer.network.OwnRule;
import org.eccexplorer.network.TrainedModel;
import org.eccexplorer.network.TwoClasses;
import org.eccexplorer.network.forward.CnnEvaluator;
import org.eccexplorer.nir.NirModels;
import org.eccexplorer.onnx.OnnxModels;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.tensor.DenseBackend;
import org.eccexplorer.tensor.DenseBackends;
import org.eccexplorer.tensor.Shape;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;
import org.eccexplorer.torch.ExportedPrograms;
import org.jspecify.annotations.Nullable;

/**
 * A model that was read, ready to be evaluated.
 *
 * @param cnn of the model as trained
 */
public record LoadedModel(ModelSource source, TrainedModel model, CnnEvaluator cnn) {

    /** Reads a model file; what kind it is, its content says and not its name. */
    public static LoadedModel open(Path file) throws ProblemException {
        return open(ModelSource.of(file));
    }

    /** Reads a model from one file, or from its parts. */
    public static LoadedModel open(ModelSource source) throws ProblemException {
        Path file = source.file();
        Path weights = source.weights();
        Shape size = source.size();
        TrainedModel stored =
                weights == null ? read(file, size) : KerasModels.read(file, weights, size);
        Network ended = Endings.of(stored.network());
        refuseMultiLabel(file, ended);
        TrainedModel model =
                stored.with(FlattenedImages.of(ended, stored.conventions().planesFirst()));
        if (size != null
                && !model.network().inputShape().equals(size)
                && !stored.network().inputShape().equals(size)) {
            throw new ProblemException(
                    Problem.Kind.USAGE,
                    file.toString(),
                    Texts.text("app.open.otherSize"),
                    Texts.text("app.open.otherSizeWhy", model.network().inputShape(), size),
                    Texts.text("app.open.leaveOutTheSize"));
        }
        TrainedModel read = withRule(withClasses(model));
        return new LoadedModel(
                source, read, new CnnEvaluator(read.network(), DenseBackends.chosen()));
    }

    /** What a network that spikes already is simulated with, in the form of the model. */
    private static TrainedModel withRule(TrainedModel model) {
        OwnRule rule = model.ownRule();
        if (rule == null) {
            return model;
        }
        boolean planes = model.conventions().planesFirst();
        Network currents = FlattenedImages.of(Endings.of(rule.currents()), planes);
        return model.with(rule.with(TwoClasses.of(currents)));
    }

    private static void refuseMultiLabel(Path file, Network network) throws ProblemException {
        int sigmoids = Endings.sigmoids(network);
        if (sigmoids > 1) {
            throw new ProblemException(
                    Problem.Kind.UNSUPPORTED,
                    file + ", " + network.nodes().getLast().name(),
                    Texts.text("app.open.multiLabel"),
                    Texts.text("app.open.multiLabelWhy", Numbers.count(sigmoids)),
                    Texts.text("app.open.multiLabelRemedy"));
        }
    }

    /** A model with one output as one of two classes. */
    private static TrainedModel withClasses(TrainedModel model) {
        Network network = TwoClasses.of(model.network());
        return network.equals(model.network())
                ? model
                : model.with(network).withWarning(Texts.text("app.open.oneOutput"));
    }

    private static TrainedModel read(Path file, @Nullable Shape size) throws ProblemException {
        if (!Files.isRegularFile(file)) {
            return KerasModels.read(file, size);
        }
        ModelFile bytes = ModelFile.read(file);
        try {
            return read(bytes, size);
        } catch (OutOfMemoryError e) {
            throw ModelFaults.limit(
                    file, Texts.text("app.open.tooLarge"), Texts.text("app.open.ranOutOfMemory"));
        }
    }

    private static TrainedModel read(ModelFile bytes, @Nullable Shape size)
            throws ProblemException {
        if (FileKind.NIR.matches(bytes.path()) || NirModels.isOne(bytes)) {
            return nir(bytes);
        }
        if (OnnxModels.isOne(bytes)) {
            return OnnxModels.read(bytes, size);
        }
        return ExportedPrograms.isOne(bytes)
                ? ExportedPrograms.read(bytes, size)
                : KerasModels.read(bytes, size);
    }

    private static TrainedModel nir(ModelFile bytes) throws ProblemException {
        if (HdfContainer.start(bytes.bytes()) < 0) {
            Optional<ProblemException> known = ForeignFile.known(bytes.path(), bytes.bytes());
            if (known.isPresent()) {
                throw known.get();
            }
        }
        return NirModels.read(bytes);
    }

    /** The same model, its matrices multiplied by another backend. */
    public LoadedModel with(DenseBackend backend) {
        return backend.equals(cnn.backend())
                ? this
                : new LoadedModel(source, model, new CnnEvaluator(model.network(), backend));
    }

    /** Whether arrays that go into the model have the channels before the rows: (N, C, H, W). */
    boolean hasPlanesFirst() {
        return model.conventions().planesFirst();
    }

    /** The model's file, or that of its architecture. */
    public Path file() {
        return source.file();
    }

    /** What it is, for results. */
    public ModelId id() {
        Path weights = source.weights();
        return new ModelId(
                file().toString(),
                weights == null ? null : weights.toString(),
                model.format(),
                model.sha256());
    }

    public Network network() {
        return model.network();
    }

    /** Whether it is simulated by its own rule, without a conversion. */
    public boolean spikesAlready() {
        return model.ownRule() != null;
    }
}
