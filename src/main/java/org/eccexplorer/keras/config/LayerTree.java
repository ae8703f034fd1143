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
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;

/** Turns the configuration of a model into a tree of layers. */
public final class LayerTree {
    private static final int MAX_LAYERS = 20_000;
    private static final int MAX_NESTING = 16;
    private static final int MAX_NAME = 512;

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
                    Texts.text("keras.config.modelClass", SafeText.text(className)),
                    Texts.text("keras.config.onlyTwoClasses"),
                    Texts.text("keras.config.rebuildModel"));
        }
        String name = root.path("config").path("name").asText("model");
        List<KerasLayer> children = tree.children(root, new Surroundings("", "", "", 0));
        return new KerasLayer(root, name, name, "", "", children);
    }

    private List<KerasLayer> children(JsonNode model, Surroundings around) throws ProblemException {
        if (around.depth() > MAX_NESTING) {
            throw ModelFaults.limit(
                    where,
                    Texts.text("keras.config.nestedTooDeeply"),
                    Texts.text("keras.config.nestingLimit", MAX_NESTING));
        }
        JsonNode config = model.path("config");
        // Up to Keras 2.2 the configuration of a Sequential was the list itself.
        JsonNode list = config.isArray() ? config : config.path("layers");
        if (!list.isArray() || list.isEmpty()) {
            throw ModelFaults.corrupt(
                    where,
                    Texts.text("keras.config.noLayers"),
                    Texts.text(
                            "keras.config.listOfLayers",
                            around.prefix().isEmpty()
                                    ? Texts.text("keras.config.it")
                                    : SafeText.text(around.prefix()),
                            list.isMissingNode()
                                    ? Texts.text("keras.config.nothing")
                                    : SafeText.json(list)));
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
                        Texts.text("keras.config.sameName"),
                        "\"" + SafeText.text(layer.path()) + "\"");
            }
            children.add(layer);
        }
        return children;
    }

    private KerasLayer layer(JsonNode node, String storage, Surroundings around)
            throws ProblemException {
        if (++layers > MAX_LAYERS) {
            throw ModelFaults.limit(
                    where,
                    Texts.text("keras.config.tooManyLayers"),
                    Texts.text("keras.config.moreLayersThan", Numbers.count(MAX_LAYERS)));
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
        if (name.length() > MAX_NAME) {
            throw ModelFaults.limit(
                    where,
                    Texts.text("keras.config.nameTooLong"),
                    Texts.text(
                            "keras.config.nameLength",
                            Numbers.count(name.length()),
                            MAX_NAME,
                            SafeText.text(name)));
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
                    Texts.text("keras.config.layerLacks", key),
                    Texts.text("keras.config.foundAfterLayers", SafeText.json(value), layers));
        }
        return value.asText();
    }
}
