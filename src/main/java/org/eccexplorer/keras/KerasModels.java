package org.eccexplorer.keras;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.eccexplorer.container.ArchiveReader;
import org.eccexplorer.container.Faults;
import org.eccexplorer.container.HdfContainer;
import org.eccexplorer.container.ModelFile;
import org.eccexplorer.container.PythonJson;
import org.eccexplorer.container.Shown;
import org.eccexplorer.network.TrainedModel;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.tensor.Shape;
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
        if (Files.isDirectory(file)) {
            throw Container.folder(file);
        }
        return read(ModelFile.read(file), size);
    }

    /** Reads a model from a file that was read already. */
    public static TrainedModel read(ModelFile model, @Nullable Shape size) throws ProblemException {
        try {
            return switch (Container.of(model.path(), model.bytes())) {
                case HDF5 -> hdf5(model, size);
                case KERAS_ARCHIVE -> archive(model, size);
            };
        } catch (OutOfMemoryError e) {
            throw Faults.limit(model.path(), "The model does not fit into memory", "it ran out");
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
        Plan plan = ModelGraph.of(where, LayerTree.read(where, root), size);
        String version = hdf.text("/", "keras_version");
        String format =
                "Keras %s (.h5)".formatted(version == null ? "2 or older" : Shown.text(version));
        return assembled(file, root, plan, format, hdf, new LegacyWeights(hdf));
    }

    private static ProblemException withoutArchitecture(String where, HdfContainer hdf)
            throws ProblemException {
        var groups = hdf.children("/").keySet();
        boolean weights =
                hdf.texts("/", "layer_names") != null
                        || groups.contains("layers")
                        || groups.contains("_layer_checkpoint_dependencies");
        return Faults.unsupported(
                where,
                weights
                        ? "The file holds weights without an architecture"
                        : "This is an HDF5 file, but no Keras model",
                "it has no model_config",
                "Save the whole model: model.save(\"model.keras\")");
    }

    private static TrainedModel archive(ModelFile file, @Nullable Shape size)
            throws ProblemException {
        String where = file.path().toString();
        long json = PythonJson.MOST_BYTES;
        ArchiveReader archive =
                ArchiveReader.read(
                        file, Map.of(CONFIG, json, METADATA, json, WEIGHTS, ModelFile.mostBytes()));
        byte[] config = archive.member(CONFIG);
        if (config == null) {
            throw ForeignArchive.refusal(archive);
        }
        JsonNode root = PythonJson.parse(where + ", " + CONFIG, config);
        Plan plan = ModelGraph.of(where, LayerTree.read(where, root), size);
        byte[] metadata = archive.member(METADATA);
        byte[] weights = archive.member(WEIGHTS);
        if (metadata == null || weights == null) {
            throw incomplete(archive, metadata == null ? METADATA : WEIGHTS);
        }
        String version =
                PythonJson.parse(where + ", " + METADATA, metadata)
                        .path("keras_version")
                        .asText("3");
        HdfContainer hdf = HdfContainer.open(where + ", " + WEIGHTS, weights);
        String format = "Keras %s (.keras)".formatted(Shown.text(version));
        return assembled(file, root, plan, format, hdf, new ArchiveWeights(hdf));
    }

    private static ProblemException incomplete(ArchiveReader archive, String missing) {
        if (missing.equals(WEIGHTS) && archive.contains("model.weights.npz")) {
            return Faults.unsupported(
                    archive.where(),
                    "The weights are pickled",
                    "they are in model.weights.npz, and pickles can run code",
                    "Save the model again with model.save(\"model.keras\")");
        }
        return Faults.corrupt(archive.where(), "The archive is incomplete", "it has no " + missing);
    }

    private static TrainedModel assembled(
            ModelFile file,
            JsonNode root,
            Plan plan,
            String format,
            HdfContainer hdf,
            WeightSource source)
            throws ProblemException {
        Assembly.checkMemory(file.path().toString(), plan);
        String name = root.path("config").path("name").asText("model");
        TrainedModel model =
                Assembly.assemble(name, format, file.sha256(), plan, new Weights(source));
        return hdf.trailing() == 0
                ? model
                : model.withWarning(
                        "%,d bytes behind the end of the HDF5 data were ignored"
                                .formatted(hdf.trailing()));
    }
}
