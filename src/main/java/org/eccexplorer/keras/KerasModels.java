package org.eccexplorer.keras;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eccexplorer.container.ArchiveReader;
import org.eccexplorer.container.HdfContainer;
import org.eccexplorer.container.ModelFaults;
import org.eccexplorer.container.ModelFile;
import org.eccexplorer.container.PythonJson;
import org.eccexplorer.container.SafeText;
import org.eccexplorer.keras.config.LayerTree;
import org.eccexplorer.keras.graph.ModelGraph;
import org.eccexplorer.keras.graph.Plan;
import org.eccexplorer.keras.weights.ArchiveWeights;
import org.eccexplorer.keras.weights.Container;
import org.eccexplorer.keras.weights.ForeignArchive;
import org.eccexplorer.keras.weights.ForeignFile;
import org.eccexplorer.keras.weights.LegacyWeights;
import org.eccexplorer.keras.weights.SeparateWeights;
import org.eccexplorer.keras.weights.WeightSource;
import org.eccexplorer.keras.weights.Weights;
import org.eccexplorer.network.TrainedModel;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.tensor.Shape;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;
import org.jspecify.annotations.Nullable;

/** Opens models that Keras saved. */
public final class KerasModels {
    private static final String CONFIG = "config.json";
    private static final String METADATA = "metadata.json";
    private static final String WEIGHTS = "model.weights.h5";

    private KerasModels() {}

    /** Reads a model whose input shape is fixed. */
    public static TrainedModel read(Path file) throws ProblemException {
        return read(file, null);
    }

    /**
     * Reads a model. Everything that stands in the way is found before any weight is read.
     *
     * @param size of the input, for a model that leaves it open
     * @throws ProblemException naming everything in it that cannot be read
     */
    public static TrainedModel read(Path file, @Nullable Shape size) throws ProblemException {
        if (!Files.isDirectory(file)) {
            return read(ModelFile.read(file), size);
        }
        if (!Files.exists(file.resolve(CONFIG))) {
            throw Container.folder(file);
        }
        return guarded(file, () -> unpacked(file, size));
    }

    /**
     * Reads a model whose weights are in a separate file.
     *
     * @param architecture what model.to_json() gives, or a whole model
     * @param weights what model.save_weights() wrote, or the index of such files
     * @param size of the input, for a model that leaves it open
     */
    public static TrainedModel read(Path architecture, Path weights, @Nullable Shape size)
            throws ProblemException {
        return guarded(architecture, () -> parts(architecture, weights, size));
    }

    /** Reads a model from a file that was read already. */
    public static TrainedModel read(ModelFile model, @Nullable Shape size) throws ProblemException {
        return guarded(
                model.path(),
                () ->
                        switch (Container.of(model.path(), model.bytes())) {
                            case HDF5 -> hdf5(model, size);
                            case KERAS_ARCHIVE -> archive(model, size);
                        });
    }

    private interface Reading {
        TrainedModel read() throws ProblemException;
    }

    private static TrainedModel guarded(Path file, Reading reading) throws ProblemException {
        try {
            return reading.read();
        } catch (OutOfMemoryError e) {
            throw ModelFaults.limit(
                    file,
                    Texts.text("keras.tooLargeForMemory"),
                    Texts.text("keras.ranOutOfMemory"));
        }
    }

    private static TrainedModel hdf5(ModelFile file, @Nullable Shape size) throws ProblemException {
        String where = file.path().toString();
        HdfContainer hdf = HdfContainer.open(where, file.bytes());
        String config = hdf.text("/", "model_config");
        if (config == null) {
            throw withoutArchitecture(where, hdf);
        }
        JsonNode root = PythonJson.parse(where, config);
        String version = hdf.text("/", "keras_version");
        Plan plan = plan(where, root, size, version == null ? "" : version);
        String format =
                Texts.text(
                        "keras.formatOfHdf",
                        version == null
                                ? Texts.text("keras.versionUnknown")
                                : SafeText.text(version));
        return assembled(root, plan, format, LegacyWeights.ofModel(hdf), List.of(file));
    }

    /** Where a model of Keras 1 cannot be read, its layers, named otherwise, are not the reason. */
    private static Plan plan(String where, JsonNode root, @Nullable Shape size, String version)
            throws ProblemException {
        try {
            return ModelGraph.of(where, LayerTree.read(where, root), size, version);
        } catch (ProblemException refusal) {
            if (!version.startsWith("1.")) {
                throw refusal;
            }
            throw ModelFaults.unsupported(
                    where,
                    Texts.text("keras.firstKeras"),
                    Texts.text("keras.firstKerasNames", SafeText.text(version)),
                    Texts.text("keras.saveWithSecondKeras"));
        }
    }

    private static ProblemException withoutArchitecture(String where, HdfContainer hdf)
            throws ProblemException {
        boolean weights = hdf.texts("/", "layer_names") != null || ArchiveWeights.isIn(hdf);
        return ModelFaults.unsupported(
                where,
                weights ? Texts.text("keras.onlyWeights") : Texts.text("keras.noModelInHdf"),
                Texts.text("keras.noModelConfig"),
                weights ? ForeignFile.architectureNeeded() : Texts.text("keras.saveWholeModel"));
    }

    private static TrainedModel archive(ModelFile file, @Nullable Shape size)
            throws ProblemException {
        String where = file.path().toString();
        long json = PythonJson.MAX_BYTES;
        ArchiveReader archive =
                ArchiveReader.read(
                        file, Map.of(CONFIG, json, METADATA, json, WEIGHTS, ModelFile.maxBytes()));
        byte[] config = archive.member(CONFIG);
        if (config == null) {
            throw ForeignArchive.refusal(archive);
        }
        JsonNode root = PythonJson.parse(where + ", " + CONFIG, config);
        byte[] metadata = archive.member(METADATA);
        String version =
                metadata == null
                        ? ""
                        : version(PythonJson.parse(where + ", " + METADATA, metadata));
        Plan plan = ModelGraph.of(where, LayerTree.read(where, root), size, version);
        byte[] weights = archive.member(WEIGHTS);
        if (metadata == null || weights == null) {
            throw incomplete(archive, metadata == null ? METADATA : WEIGHTS);
        }
        String format = format(version, ".keras");
        HdfContainer hdf = HdfContainer.open(where + ", " + WEIGHTS, weights);
        return assembled(root, plan, format, new ArchiveWeights(hdf), List.of(file));
    }

    /** An archive that was unpacked, or never packed: the same three files in a folder. */
    private static TrainedModel unpacked(Path folder, @Nullable Shape size)
            throws ProblemException {
        ModelFile config = ModelFile.within(folder, CONFIG);
        String where = config.path().toString();
        JsonNode root = PythonJson.parse(where, config.bytes());
        ModelFile metadata = ModelFile.within(folder, METADATA);
        ModelFile weights = ModelFile.within(folder, WEIGHTS);
        String version = version(PythonJson.parse(metadata.path().toString(), metadata.bytes()));
        Plan plan = ModelGraph.of(where, LayerTree.read(where, root), size, version);
        HdfContainer hdf = HdfContainer.open(weights.path().toString(), weights.bytes());
        return assembled(
                root,
                plan,
                format(version, Texts.text("keras.folder")),
                new ArchiveWeights(hdf),
                List.of(config, weights));
    }

    private static TrainedModel parts(Path architecture, Path weights, @Nullable Shape size)
            throws ProblemException {
        ModelFile file = ModelFile.read(architecture);
        Architecture read = Architecture.of(file);
        String version = version(read.root());
        Plan plan =
                ModelGraph.of(
                        read.where(), LayerTree.read(read.where(), read.root()), size, version);
        SeparateWeights separate = SeparateWeights.open(weights);
        List<ModelFile> files = new ArrayList<>(List.of(file));
        files.addAll(separate.files());
        String format = format(version, Texts.text("keras.weightsIn", weights.getFileName()));
        return assembled(read.root(), plan, format, separate.source(), files);
    }

    private static String version(JsonNode said) {
        return said.path("keras_version").asText("3");
    }

    private static String format(String version, String container) {
        return Texts.text("keras.format", SafeText.text(version), container);
    }

    private static ProblemException incomplete(ArchiveReader archive, String missing) {
        if (missing.equals(WEIGHTS) && archive.contains("model.weights.npz")) {
            return ModelFaults.unsupported(
                    archive.where(),
                    Texts.text("keras.weightsPickled"),
                    Texts.text("keras.picklesRunCode"),
                    Texts.text("keras.saveAgain"));
        }
        return ModelFaults.corrupt(
                archive.where(),
                Texts.text("keras.archiveIncomplete"),
                Texts.text("keras.archiveLacks", missing));
    }

    private static TrainedModel assembled(
            JsonNode root, Plan plan, String format, WeightSource source, List<ModelFile> files)
            throws ProblemException {
        Assembly.checkMemory(files.getFirst().path().toString(), plan);
        String name = root.path("config").path("name").asText("model");
        String sha256 = ModelFile.sha256(files);
        TrainedModel model =
                Assembly.assemble(source.where(), name, format, sha256, plan, new Weights(source));
        return source.trailing() == 0
                ? model
                : model.withWarning(
                        Texts.text("keras.trailingBytes", Numbers.count(source.trailing())));
    }
}
