package org.eccexplorer.keras;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.eccexplorer.problem.ProblemException;

/** Turns the configuration of a model into a tree of layers. */
final class LayerTree {
    private static final int MOST_LAYERS = 20_000;
    private static final int MOST_NESTING = 16;
    private static final int MOST_NAME = 512;

    private final String where;
    private int layers;

    private LayerTree(String where) {
        this.where = where;
    }

    /**
     * Reads the whole model.
     *
     * @throws ProblemException if it is no Sequential or Functional model, or not well formed
     */
    static KerasLayer read(String where, JsonNode root) throws ProblemException {
        String className = text(where, root, "class_name");
        if (!KerasLayer.isModelClass(className)) {
            throw Faults.unsupported(
                    where,
                    "The model is of the class " + className,
                    "only Sequential and Functional models say how their layers are connected",
                    "Rebuild it with keras.Sequential or the functional API and save it again");
        }
        return new LayerTree(where).model(root, className, "", "", "", 0);
    }

    private KerasLayer model(
            JsonNode node, String className, String path, String storage, String group, int depth)
            throws ProblemException {
        if (depth > MOST_NESTING) {
            throw Faults.limit(
                    where, "Models are nested too deeply", "more than %d".formatted(MOST_NESTING));
        }
        JsonNode config = node.path("config");
        JsonNode list = config.isArray() ? config : config.path("layers");
        if (!list.isArray()) {
            throw Faults.corrupt(
                    where, "The model has no list of layers", "config.layers is missing");
        }
        boolean sequential = className.equals("Sequential");
        Map<String, Integer> counters = new HashMap<>();
        Set<String> names = new HashSet<>();
        List<KerasLayer> children = new ArrayList<>();
        for (JsonNode child : list) {
            KerasLayer layer = layer(child, path, storage, group, sequential, counters, depth);
            if (!names.add(layer.name())) {
                throw Faults.corrupt(
                        where,
                        "Two layers have the same name",
                        "\"" + printable(layer.name()) + "\"");
            }
            children.add(layer);
        }
        String name = config.path("name").asText(node.path("name").asText("model"));
        return new KerasLayer(
                className,
                node.path("module").asText(""),
                name,
                path.isEmpty() ? name : path,
                storage,
                group,
                config.isArray() ? MissingNode.getInstance() : config,
                node.path("inbound_nodes"),
                children);
    }

    private KerasLayer layer(
            JsonNode node,
            String path,
            String storage,
            String group,
            boolean sequential,
            Map<String, Integer> counters,
            int depth)
            throws ProblemException {
        if (++layers > MOST_LAYERS) {
            throw Faults.limit(where, "The model has too many layers", "more than " + MOST_LAYERS);
        }
        String className = text(where, node, "class_name");
        JsonNode config = node.path("config");
        String name = config.path("name").asText(node.path("name").asText(""));
        if (name.isEmpty()) {
            name = className.toLowerCase(Locale.ROOT) + "_" + layers;
        }
        if (name.length() > MOST_NAME) {
            throw Faults.limit(
                    where, "A layer's name is too long", "%,d characters".formatted(name.length()));
        }
        String shown = printable(name);
        String inner = path.isEmpty() ? shown : path + "/" + shown;
        String module = node.path("module").asText("");
        boolean operator = module.startsWith("keras.src.ops") || module.startsWith("keras.ops");
        boolean stored = !operator && !(sequential && className.equals("InputLayer"));
        String place = stored ? storage + "layers/" + numbered(className, counters) : "";
        String outer = group.isEmpty() ? name : group;
        if (KerasLayer.isModelClass(className)) {
            KerasLayer model = model(node, className, inner, place + "/", outer, depth + 1);
            return new KerasLayer(
                    className,
                    module,
                    name,
                    inner,
                    place,
                    outer,
                    model.config(),
                    node.path("inbound_nodes"),
                    model.children());
        }
        return new KerasLayer(
                className,
                module,
                name,
                inner,
                place,
                outer,
                config,
                node.path("inbound_nodes"),
                List.of());
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

    private static String text(String where, JsonNode node, String key) throws ProblemException {
        JsonNode value = node.path(key);
        if (!value.isTextual() || value.asText().isEmpty()) {
            throw Faults.corrupt(
                    where,
                    "A layer has no " + key,
                    value.isMissingNode() ? "it is missing" : "it is " + value.getNodeType());
        }
        return value.asText();
    }

    /** A name from a file as it may be shown: no line breaks or other control characters. */
    static String printable(String name) {
        return name.replaceAll("\\p{Cntrl}", "?");
    }
}
