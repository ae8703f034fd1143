package org.eccexplorer.keras.weights;

import io.jhdf.api.Dataset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.eccexplorer.container.HdfContainer;
import org.eccexplorer.container.ModelFaults;
import org.eccexplorer.container.SafeText;
import org.eccexplorer.keras.config.KerasLayer;
import org.eccexplorer.keras.layer.WeightSpec;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * The weights of an .h5 file: a group for each outermost layer, which lists them by name. A nested
 * model's group holds those of all its layers.
 */
public final class LegacyWeights implements WeightSource {
    private final HdfContainer file;
    private final String root;

    private LegacyWeights(HdfContainer file, String root) {
        this.file = file;
        this.root = root;
    }

    /** Those of a whole model. */
    public static LegacyWeights ofModel(HdfContainer file) {
        return new LegacyWeights(file, "/model_weights");
    }

    /** Those of a file that holds nothing else. */
    static LegacyWeights alone(HdfContainer file) {
        return new LegacyWeights(file, "");
    }

    @Override
    public String where() {
        return file.where();
    }

    @Override
    public long trailing() {
        return file.trailing();
    }

    @Override
    public @Nullable Found find(KerasLayer layer, WeightSpec spec) throws ProblemException {
        String group = root + "/" + layer.group();
        List<String> names = file.texts(group, "weight_names");
        if (names == null) {
            return null;
        }
        List<String> matches = named(names, spec.name());
        if (matches.isEmpty() && spec.name().equals("depthwise_kernel")) {
            matches = named(names, "kernel");
        }
        boolean nested = !layer.group().equals(layer.path());
        int best = matches.stream().mapToInt(name -> agreement(name, layer)).max().orElse(0);
        if (matches.isEmpty() || (nested && best < 2)) {
            return null;
        }
        List<String> nearest =
                matches.stream().filter(name -> agreement(name, layer) == best).toList();
        if (nearest.size() > 1) {
            throw ModelFaults.corrupt(
                    where(),
                    Texts.text("keras.weights.ambiguous"),
                    Texts.text(
                            "keras.weights.candidates",
                            spec.name(),
                            SafeText.text(layer.path()),
                            nearest));
        }
        String path = group + "/" + nearest.getFirst();
        Dataset dataset = file.dataset(path);
        if (dataset == null) {
            throw ModelFaults.corrupt(
                    where(),
                    Texts.text("keras.weights.listedButMissing"),
                    Texts.text(
                            "keras.weights.weightOf",
                            SafeText.text(path),
                            SafeText.text(layer.path())));
        }
        return new Found(path, dataset);
    }

    /** Those whose last part is a name, without the ":0" of Keras 2. */
    private static List<String> named(List<String> names, String wanted) {
        return names.stream()
                .filter(name -> {
                    String last = name.substring(name.lastIndexOf('/') + 1);
                    int colon = last.indexOf(':');
                    String bare = colon < 0 ? last : last.substring(0, colon);
                    return bare.equals(wanted);
                })
                .toList();
    }

    /**
     * How well a weight's path fits a layer's, compared from their ends: the number of parts that
     * agree, doubled, and one more if none contradicts (one path may be longer than the other).
     */
    private static int agreement(String name, KerasLayer layer) {
        String[] weight = name.split("/", -1);
        String[] path = layer.path().split("/", -1);
        int same = 0;
        int most = Math.min(weight.length - 1, path.length);
        while (same < most
                && weight[weight.length - 2 - same].equals(path[path.length - 1 - same])) {
            same++;
        }
        return same == most ? 2 * same + 1 : 2 * same;
    }

    @Override
    public List<String> unused(Set<String> used) throws ProblemException {
        List<String> unused = new ArrayList<>();
        List<String> layers = file.texts(root.isEmpty() ? "/" : root, "layer_names");
        for (String layer : Objects.requireNonNullElse(layers, List.<String>of())) {
            String group = root + "/" + layer;
            List<String> names = file.texts(group, "weight_names");
            for (String name : Objects.requireNonNullElse(names, List.<String>of())) {
                String path = group + "/" + name;
                // Normalization counts the images that it has seen.
                if (!used.contains(path) && named(List.of(name), "count").isEmpty()) {
                    unused.add(path);
                }
            }
        }
        return unused;
    }
}
