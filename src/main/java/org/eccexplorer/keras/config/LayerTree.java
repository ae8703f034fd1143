package org.eccexplorer.keras.config;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.eccexplorer.container.ModelFaults;
import org.eccexplorer.container.SafeText;
import org.eccexplorer.problem.ProblemException;

/** Turns the configuration of a model into a tree of layers. */
public final class LayerTree {
    private static final int MOST_LAYERS = 20_000;
    private static final int MOST_NESTING = 16;
    private static final int MOST_NAME = 512;

    private final String where;
    private int layers;

    private LayerTree(String where) {
        this.where = where;
    }

    /**
     * Where a model stands in the one around it.
     *
     * @param prefix of the paths of its layers
     * @param storage of a Keras 3 archive in which the storage of its layers lies
     * @param group of a Keras 2 file; empty in the outermost model, whose layers have their own
     */
    private record Surroundings(String prefix, String storage, String group, int depth) {}

    /**
     * Reads the whole model.
     *
     * @throws ProblemException if it is no Sequential or Functional model, or not well formed
     */
    public static KerasLayer read(String where, JsonNode root) throws ProblemException {
        LayerTree tree = new LayerTree(where);
        String className = tree.text(root, "class_name");
        if (!KerasLayer.isModel(root)) {
            throw ModelFaults.unsupported(
                    where,
                    "The model is of the class " + SafeText.text(className),
                    "only Sequential and Functional models say how their layers are connected",
                    "Rebuild it with keras.Sequential or the functional API and save it again");
        }
        String name = root.path("config").path("name").asText("model");
        List<KerasLayer> children = tree.children(root, new Surroundings("", "", "", 0));
        return new KerasLayer(root, name, name, "", "", children);
    }

    private List<KerasLayer> children(JsonNode model, Surroundings around) throws ProblemException {
        if (around.depth() > MOST_NESTING) {
            throw ModelFaults.limit(
                    where,
                    "Models are nested too deeply",
                    "more than %d levels".formatted(MOST_NESTING));
        }
        JsonNode config = model.path("config");
        // Up to Keras 2.2 the configuration of a Sequential was the list itself.
        JsonNode list = config.isArray() ? config : config.path("layers");
        if (!list.isArray() || list.isEmpty()) {
            throw ModelFaults.corrupt(
                    where,
                    "A model has no layers",
                    "%s has %s as its list of layers"
                            .formatted(
                                    around.prefix().isEmpty()
                                            ? "it"
                                            : SafeText.text(around.prefix()),
                                    list.isMissingNode() ? "nothing" : SafeText.json(list)));
        }
        boolean sequential = model.path("class_name").asText().equals("Sequential");
        Map<String, Integer> counters = new HashMap<>();
        Set<String> names = new HashSet<>();
        List<KerasLayer> children = new ArrayList<>();
        for (JsonNode node : list) {
            boolean stored =
                    !KerasLayer.isOperator(node) && !(sequential && KerasLayer.isInput(node));
            String className = text(node, "class_name");
            String storage =
                    stored ? around.storage() + "layers/" + numbered(className, counters) : "";
            KerasLayer layer = layer(node, storage, around);
            if (!names.add(layer.name())) {
                throw ModelFaults.corrupt(
                        where,
                        "Two layers have the same name",
                        "\"" + SafeText.text(layer.path()) + "\"");
            }
            children.add(layer);
        }
        return children;
    }

    private KerasLayer layer(JsonNode node, String storage, Surroundings around)
            throws ProblemException {
        if (++layers > MOST_LAYERS) {
            throw ModelFaults.limit(
                    where, "The model has too many layers", "more than %,d".formatted(MOST_LAYERS));
        }
        String name = name(node);
        String path = around.prefix() + name;
        String group = around.group().isEmpty() ? name : around.group();
        List<KerasLayer> children = List.of();
        if (KerasLayer.isModel(node)) {
            children =
                    children(
                            node,
                            new Surroundings(path + "/", storage + "/", group, around.depth() + 1));
        }
        return new KerasLayer(node, name, path, storage, group, children);
    }

    private String name(JsonNode node) throws ProblemException {
        String name = node.path("config").path("name").asText(node.path("name").asText());
        if (name.length() > MOST_NAME) {
            throw ModelFaults.limit(
                    where,
                    "A layer's name is too long",
                    "%,d characters, at most %d are read: %s"
                            .formatted(name.length(), MOST_NAME, SafeText.text(name)));
        }
        return name.isEmpty() ? "unnamed_" + layers : name;
    }

    /** Keras 3 keeps weights under the class's name in snake case, counted per model. */
    private static String numbered(String className, Map<String, Integer> counters) {
        String base = snakeCase(className);
        int count = counters.merge(base, 1, Integer::sum) - 1;
        return count == 0 ? base : base + "_" + count;
    }

    static String snakeCase(String className) {
        return className
                .replaceAll("\\W+", "")
                .replaceAll("(.)([A-Z][a-z]+)", "$1_$2")
                .replaceAll("([a-z])([A-Z])", "$1_$2")
                .toLowerCase(Locale.ROOT);
    }

    private String text(JsonNode node, String key) throws ProblemException {
        JsonNode value = node.path(key);
        if (!value.isTextual() || value.asText().isEmpty()) {
            throw ModelFaults.corrupt(
                    where,
                    "A layer has no " + key,
                    "it is %s, after %d layers".formatted(SafeText.json(value), layers));
        }
        return value.asText();
    }
}
