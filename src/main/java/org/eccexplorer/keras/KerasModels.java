package org.eccexplorer.keras;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eccexplorer.network.Layer;
import org.eccexplorer.network.Network;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.tensor.Shape;
import org.jspecify.annotations.Nullable;

/** Opens models that Keras saved. */
public final class KerasModels {
    private static final String WEIGHTS = "model.weights.h5";

    private KerasModels() {}

    /** Reads a model whose input shape is fixed. */
    public static KerasModel read(Path file) throws ProblemException {
        return read(file, null);
    }

    /**
     * Reads a model.
     *
     * @param size of the images, for a model that leaves it open
     * @throws ProblemException naming everything in it that cannot be read
     */
    public static KerasModel read(Path file, @Nullable Shape size) throws ProblemException {
        if (Files.isDirectory(file)) {
            throw Container.folder(file);
        }
        byte[] bytes = ModelBytes.read(file);
        String sha256 = ModelBytes.sha256(bytes);
        return switch (Container.of(file, bytes)) {
            case HDF5 -> hdf5(file, bytes, sha256, size);
            case KERAS_ARCHIVE -> archive(file, sha256, size);
        };
    }

    private static KerasModel hdf5(Path file, byte[] bytes, String sha256, @Nullable Shape size)
            throws ProblemException {
        String where = file.toString();
        HdfModel hdf = HdfModel.open(where, bytes);
        String config = hdf.text("/", "model_config");
        if (config == null) {
            throw Faults.unsupported(
                    where,
                    "The file holds weights without an architecture",
                    "it has no model_config",
                    "Save the whole model: model.save(\"model.keras\")");
        }
        String version = hdf.text("/", "keras_version");
        Weights weights = new Weights(where, hdf, false);
        String format =
                "Keras %s (.h5)".formatted(version == null ? "of unknown version" : version);
        return model(file, PythonJson.parse(where, config), weights, format, sha256, size);
    }

    private static KerasModel archive(Path file, String sha256, @Nullable Shape size)
            throws ProblemException {
        String where = file.toString();
        ArchiveReader archive =
                ArchiveReader.read(file, List.of("config.json", "metadata.json", WEIGHTS));
        byte[] config = archive.member("config.json");
        byte[] metadata = archive.member("metadata.json");
        if (config == null) {
            throw otherArchive(where, archive);
        }
        JsonNode root = PythonJson.parse(where + ", config.json", config);
        // The architecture is judged before the weights, so that a refusal names the layer.
        List<Step> steps = ModelGraph.of(where, LayerTree.read(where, root), size);
        byte[] weights = archive.member(WEIGHTS);
        if (weights == null) {
            throw Faults.unsupported(
                    where,
                    "The archive has no " + WEIGHTS,
                    archive.contains("model.weights.npz")
                            ? "its weights are pickled, and pickles can run code"
                            : "it is incomplete",
                    "Save the model again with model.save(\"model.keras\")");
        }
        String version =
                metadata == null
                        ? "3"
                        : PythonJson.parse(where + ", metadata.json", metadata)
                                .path("keras_version")
                                .asText("3");
        HdfModel hdf = HdfModel.open(where + ", " + WEIGHTS, weights);
        return assembled(
                file,
                root,
                steps,
                new Weights(where, hdf, true),
                "Keras %s (.keras)".formatted(LayerTree.printable(version)),
                sha256);
    }

    private static ProblemException otherArchive(String where, ArchiveReader archive) {
        if (archive.hasEnding("data.pkl")) {
            return Faults.unsupported(
                    where,
                    "This is a PyTorch checkpoint",
                    "it holds pickled Python objects, which can run code, and no architecture",
                    "Export it: torch.export.save(torch.export.export(model, (x,)), \"model.pt2\")");
        }
        return Faults.unsupported(
                where,
                "This is no Keras archive",
                "it has no config.json",
                "Save the model with model.save(\"model.keras\")");
    }

    private static KerasModel model(
            Path file,
            JsonNode root,
            Weights weights,
            String format,
            String sha256,
            @Nullable Shape size)
            throws ProblemException {
        String where = file.toString();
        List<Step> steps = ModelGraph.of(where, LayerTree.read(where, root), size);
        return assembled(file, root, steps, weights, format, sha256);
    }

    private static KerasModel assembled(
            Path file,
            JsonNode root,
            List<Step> steps,
            Weights weights,
            String format,
            String sha256)
            throws ProblemException {
        checkTotal(file, steps);
        Network.Builder builder = new Network.Builder(steps.getFirst().stage().shape());
        boolean rescales = false;
        for (Step step : steps.subList(1, steps.size())) {
            Layer layer = step.stage().make().apply(weights.of(step));
            builder.add(
                    step.name(),
                    layer,
                    step.inputs().stream().mapToInt(Integer::intValue).toArray());
            rescales |= layer instanceof Layer.ChannelAffine;
        }
        List<String> warnings = new ArrayList<>();
        for (String layer : weights.zeroLayers()) {
            warnings.add("layer %s: all weights are zero".formatted(LayerTree.printable(layer)));
        }
        String name = root.path("config").path("name").asText("model");
        return new KerasModel(
                builder.build(LayerTree.printable(name)), format, sha256, rescales, warnings);
    }

    private static void checkTotal(Path file, List<Step> steps) throws ProblemException {
        long total = 0;
        for (Step step : steps) {
            for (WeightSpec spec : step.stage().weights()) {
                long size = 4;
                for (int length : spec.shape()) {
                    size *= length;
                }
                total += size;
            }
        }
        long most = Runtime.getRuntime().maxMemory() / 2;
        if (total > most) {
            throw Faults.limit(
                    file,
                    "The weights do not fit into memory",
                    "%,d bytes, at most %,d".formatted(total, most));
        }
    }
}
