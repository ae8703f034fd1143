package org.eccexplorer.keras.weights;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.eccexplorer.container.HdfContainer;
import org.eccexplorer.container.ModelFaults;
import org.eccexplorer.container.ModelFile;
import org.eccexplorer.container.PythonJson;
import org.eccexplorer.container.SafeText;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.text.Texts;

/**
 * Weights in files of their own, as model.save_weights() writes them.
 *
 * @param files that they were read from
 */
public record SeparateWeights(WeightSource source, List<ModelFile> files) {

    public SeparateWeights {
        files = List.copyOf(files);
    }

    /** Those of Keras 3 or 2, in one file or by the index of several, or those of a whole .h5. */
    public static SeparateWeights open(Path path) throws ProblemException {
        ModelFile file = ModelFile.read(path);
        if (Container.isJson(file.bytes())) {
            return sharded(file);
        }
        String where = path.toString();
        return switch (Container.of(path, file.bytes())) {
            case HDF5 -> {
                HdfContainer hdf = HdfContainer.open(where, file.bytes());
                yield new SeparateWeights(source(hdf), List.of(file));
            }
            case KERAS_ARCHIVE ->
                    throw ModelFaults.unsupported(
                            where,
                            Texts.text("keras.weights.archiveInsteadOfWeights"),
                            Texts.text("keras.weights.saveWeightsWrites"),
                            Texts.text("keras.weights.openAlone"));
        };
    }

    /** How the weights of an HDF5 file are laid out. */
    private static WeightSource source(HdfContainer hdf) throws ProblemException {
        if (hdf.children("/").containsKey("model_weights")) {
            return LegacyWeights.ofModel(hdf);
        }
        if (hdf.texts("/", "layer_names") != null) {
            return LegacyWeights.alone(hdf);
        }
        if (ArchiveWeights.isIn(hdf)) {
            return new ArchiveWeights(hdf);
        }
        throw ModelFaults.unsupported(
                hdf.where(),
                Texts.text("keras.weights.noWeightsInHdf"),
                Texts.text("keras.weights.noLayersInHdf"),
                Texts.text("keras.weights.saveWeights"));
    }

    /** The index of Keras 3.10 and later: which file holds the variables of which layer. */
    private static SeparateWeights sharded(ModelFile index) throws ProblemException {
        String where = index.path().toString();
        JsonNode map = PythonJson.parse(where, index.bytes()).path("weight_map");
        Set<String> names = new LinkedHashSet<>();
        for (JsonNode entry : map) {
            for (JsonNode name : entry.isArray() ? entry : List.of(entry)) {
                if (!name.isTextual()) {
                    throw ModelFaults.corrupt(
                            where, Texts.text("keras.weights.shardUnnamed"), SafeText.json(name));
                }
                names.add(name.asText());
            }
        }
        if (names.isEmpty()) {
            throw ModelFaults.unsupported(
                    where,
                    Texts.text("keras.weights.notAnIndex"),
                    Texts.text("keras.weights.noWeightMap"),
                    Texts.text("keras.weights.nameSavedFile"));
        }
        List<ModelFile> files = new ArrayList<>(List.of(index));
        List<ArchiveWeights> shards = new ArrayList<>();
        for (String name : names) {
            ModelFile shard = ModelFile.beside(index.path(), name);
            files.add(shard);
            String place = shard.path().toString();
            shards.add(new ArchiveWeights(HdfContainer.open(place, shard.bytes())));
        }
        return new SeparateWeights(new ShardedWeights(where, shards), files);
    }
}
