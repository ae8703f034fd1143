package org.eccexplorer.keras;

import io.jhdf.api.Dataset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eccexplorer.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** Finds, checks and reads the weights of each layer; what a layer shares is read once. */
final class Weights {
    private final String where;
    private final HdfModel file;

    /** Where the layers are: "/model_weights" in Keras 2 files, "" in Keras 3 archives. */
    private final String root;

    private final boolean archive;
    private final Map<String, float[]> read = new HashMap<>();
    private final Set<String> zeroLayers = new HashSet<>();

    Weights(String where, HdfModel file, boolean archive) {
        this.where = where;
        this.file = file;
        this.archive = archive;
        root = archive ? "" : "/model_weights";
    }

    /** The weights of a step, in the order in which it wants them. */
    List<float[]> of(Step step) throws ProblemException {
        List<float[]> weights = new ArrayList<>();
        for (WeightSpec spec : step.stage().weights()) {
            String key = step.owner().path() + "\n" + spec.name();
            float[] values = read.get(key);
            if (values == null) {
                values = file.floats(dataset(step.owner(), spec), spec.shape());
                check(step.owner(), spec, values);
                read.put(key, values);
            }
            weights.add(values);
        }
        return weights;
    }

    private Dataset dataset(KerasLayer layer, WeightSpec spec) throws ProblemException {
        Dataset dataset = archive ? inArchive(layer, spec) : inGroup(layer, spec);
        if (dataset == null) {
            throw Faults.corrupt(
                    where,
                    "The weights of a layer are missing",
                    "%s of layer %s".formatted(spec.name(), LayerTree.printable(layer.path())));
        }
        return dataset;
    }

    /** In an archive weights lie by class and number, not by name; a name, if given, must agree. */
    private @Nullable Dataset inArchive(KerasLayer layer, WeightSpec spec) throws ProblemException {
        for (String prefix : List.of("", "_layer_checkpoint_dependencies/")) {
            String storage =
                    prefix.isEmpty() ? layer.storage() : layer.storage().replace("layers/", prefix);
            String group = root + "/" + storage + "/vars";
            String name = file.text(group, "name");
            if (name != null && !name.equals(layer.name())) {
                throw Faults.corrupt(
                        where,
                        "The archive contradicts itself",
                        "%s holds weights of %s, not of %s"
                                .formatted(
                                        group,
                                        LayerTree.printable(name),
                                        LayerTree.printable(layer.name())));
            }
            Dataset dataset = file.dataset(group + "/" + spec.index());
            if (dataset != null) {
                return dataset;
            }
        }
        return null;
    }

    /**
     * In a Keras 2 file the outermost layer's group lists its weights by name. Inside a nested
     * model the name of the layer stands before that of the weight.
     */
    private @Nullable Dataset inGroup(KerasLayer layer, WeightSpec spec) throws ProblemException {
        String group = root + "/" + layer.group();
        List<String> names = file.texts(group, "weight_names");
        if (names == null) {
            return null;
        }
        List<String> matches = names.stream().filter(name -> isWeight(name, spec)).toList();
        if (matches.size() > 1) {
            matches =
                    matches.stream()
                            .filter(name -> ("/" + name).contains("/" + layer.name() + "/"))
                            .toList();
        }
        if (matches.size() > 1) {
            throw Faults.corrupt(
                    where,
                    "Several weights could be meant",
                    "%s of layer %s: %s".formatted(spec.name(), layer.path(), matches));
        }
        return matches.isEmpty() ? null : file.dataset(group + "/" + matches.getFirst());
    }

    private static boolean isWeight(String name, WeightSpec spec) {
        String last = name.substring(name.lastIndexOf('/') + 1);
        int colon = last.indexOf(':');
        return (colon < 0 ? last : last.substring(0, colon)).equals(spec.name());
    }

    private void check(KerasLayer layer, WeightSpec spec, float[] values) throws ProblemException {
        int broken = 0;
        int negative = 0;
        boolean zero = true;
        for (float value : values) {
            broken += Float.isFinite(value) ? 0 : 1;
            negative += value < 0 ? 1 : 0;
            zero &= value == 0;
        }
        if (broken > 0) {
            throw Faults.corrupt(
                    where,
                    "Some weights are not numbers",
                    "%,d of %,d values of %s in layer %s are NaN or infinite"
                            .formatted(
                                    broken,
                                    values.length,
                                    spec.name(),
                                    LayerTree.printable(layer.path())));
        }
        if (spec.name().equals("moving_variance") && negative > 0) {
            throw Faults.corrupt(
                    where,
                    "A variance is negative",
                    "%,d of %,d in layer %s"
                            .formatted(negative, values.length, LayerTree.printable(layer.path())));
        }
        if (zero && spec.name().endsWith("kernel")) {
            zeroLayers.add(layer.path());
        }
    }

    /** Layers whose kernel is all zeros. */
    Set<String> zeroLayers() {
        return zeroLayers;
    }
}
