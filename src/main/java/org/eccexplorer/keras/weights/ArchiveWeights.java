package org.eccexplorer.keras.weights;

import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eccexplorer.container.HdfContainer;
import org.eccexplorer.container.HdfNumbers;
import org.eccexplorer.container.ModelFaults;
import org.eccexplorer.container.SafeText;
import org.eccexplorer.keras.config.KerasLayer;
import org.eccexplorer.keras.layer.WeightSpec;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * The weights of a .keras archive. They lie by class and number, not by the layer's name; since
 * Keras 3.6 the name stands beside them, and must then agree.
 */
public final class ArchiveWeights implements WeightSource {
    private static final int MAX_DEPTH = 32;
    private static final String ROOT = "layers/";

    /** What Keras 2.12 called the groups of layers. */
    private static final String OLD_ROOT = "_layer_checkpoint_dependencies/";

    private final HdfContainer file;
    private final boolean old;

    public ArchiveWeights(HdfContainer file) throws ProblemException {
        this.file = file;
        Map<String, Node> groups = file.children("/");
        old = !groups.containsKey("layers") && groups.containsKey(OLD_ROOT.replace("/", ""));
    }

    /** Whether a file is laid out like this. */
    public static boolean isIn(HdfContainer file) throws ProblemException {
        Set<String> groups = file.children("/").keySet();
        return groups.contains("layers") || groups.contains(OLD_ROOT.replace("/", ""));
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
        String storage = old ? layer.storage().replace(ROOT, OLD_ROOT) : layer.storage();
        String group = storage + "/vars";
        String name = file.text(group, "name");
        if (name != null && !name.equals(layer.name())) {
            throw ModelFaults.corrupt(
                    where(),
                    Texts.text("keras.weights.contradiction"),
                    Texts.text(
                            "keras.weights.groupOfAnother",
                            group,
                            SafeText.text(name),
                            SafeText.text(layer.name())));
        }
        String path = group + "/" + spec.index();
        Dataset dataset = file.dataset(path);
        return dataset == null ? null : new Found(path, dataset);
    }

    @Override
    public List<String> unused(Set<String> used) throws ProblemException {
        List<String> unused = new ArrayList<>();
        collect(old ? OLD_ROOT : ROOT, used, unused, new HashSet<>());
        return unused;
    }

    /**
     * Goes through the groups, each once, however often they contain each other. Variables that are
     * no floating-point numbers are counters and seeds, not weights.
     */
    private void collect(String prefix, Set<String> used, List<String> unused, Set<Long> visited)
            throws ProblemException {
        for (Map.Entry<String, Node> child : file.children(prefix).entrySet()) {
            String path = prefix + child.getKey();
            switch (child.getValue()) {
                case Node link when link.isLink() -> {}
                case Group group when visited.add(group.getAddress()) -> {
                    checkDepth(path);
                    collect(path + "/", used, unused, visited);
                }
                case Dataset dataset
                        when !used.contains(path) && HdfNumbers.isFloating(path, dataset) ->
                        unused.add(path);
                default -> {}
            }
        }
    }

    private void checkDepth(String path) throws ProblemException {
        if (path.chars().filter(c -> c == '/').count() > MAX_DEPTH) {
            throw ModelFaults.limit(
                    where(),
                    Texts.text("keras.weights.nestedTooDeeply"),
                    Texts.text("keras.weights.nestingLimit", MAX_DEPTH));
        }
    }
}
