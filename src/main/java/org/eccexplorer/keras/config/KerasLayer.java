package org.eccexplorer.keras.config;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;

/**
 * A layer as the configuration describes it.
 *
 * @param node its part of the configuration
 * @param path name, prefixed by the names of the models around it: "inner/conv2d"
 * @param storage where a Keras 3 archive keeps its weights, such as "layers/conv2d_1"
 * @param group in which a Keras 2 file keeps its weights: the outermost layer's name
 * @param children layers of a nested model, else empty
 */
public record KerasLayer(
        JsonNode node,
        String name,
        String path,
        String storage,
        String group,
        List<KerasLayer> children) {
    private static final Set<String> KERAS_PACKAGES =
            Set.of("keras", "keras_core", "tf_keras", "tensorflow");

    public KerasLayer {
        children = List.copyOf(children);
    }

    /** Keras's class, such as "Conv2D". */
    public String className() {
        return node.path("class_name").asText();
    }

    /** Its settings. */
    public JsonNode config() {
        return node.path("config");
    }

    /** Its calls: none in a Sequential. */
    public JsonNode inbound() {
        return node.path("inbound_nodes");
    }

    /** The layers of a nested Sequential or Functional model are flattened into those around it. */
    public boolean isModel() {
        return isModel(node);
    }

    static boolean isModel(JsonNode node) {
        return switch (node.path("class_name").asText()) {
            case "Sequential", "Functional", "Model" -> !isCustom(node);
            default -> false;
        };
    }

    public boolean isSequential() {
        return className().equals("Sequential");
    }

    public boolean isInput() {
        return isInput(node);
    }

    static boolean isInput(JsonNode node) {
        return node.path("class_name").asText().equals("InputLayer");
    }

    public boolean isOperator() {
        return isOperator(node);
    }

    /** What an operator computes, by the name that Keras 3 gives it; else TensorFlow's. */
    public String operator() {
        if (!TensorFlowCall.isOne(node)) {
            return className();
        }
        String operator = TensorFlowCall.operator(node);
        return operator == null ? config().path("function").asText() : operator;
    }

    /**
     * Whether it is an operator such as x + y, which keeps no weights. Archives name its module; in
     * .h5 files only the lack of the settings that every layer has tells it from the layer Add.
     */
    static boolean isOperator(JsonNode node) {
        if (TensorFlowCall.isOne(node)) {
            return true;
        }
        if (node.has("module")) {
            String module = node.path("module").asText();
            return module.startsWith("keras.src.ops")
                    || module.startsWith("keras.ops")
                    || module.startsWith("keras.src.activations");
        }
        return InboundNode.isKeras3(node.path("inbound_nodes").path(0))
                && !node.path("config").has("trainable")
                && !node.path("config").has("layers");
    }

    public boolean isCustom() {
        return isCustom(node);
    }

    /**
     * Whether the class comes from elsewhere than Keras, even if it has the name of one of Keras's.
     * Files without modules name such classes with their package: "package&gt;Conv2D".
     */
    static boolean isCustom(JsonNode node) {
        JsonNode module = node.path("module");
        String root = module.asText().split("\\.", 2)[0];
        boolean foreign =
                !module.isMissingNode() && !(module.isTextual() && KERAS_PACKAGES.contains(root));
        return foreign || node.path("registered_name").asText().contains(">");
    }
}
