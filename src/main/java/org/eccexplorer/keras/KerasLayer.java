package org.eccexplorer.keras;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * A layer as the configuration describes it.
 *
 * @param className Keras's class, such as "Conv2D"
 * @param module of the class; empty in files of Keras 2
 * @param path name, prefixed by the names of the models around it: "inner/conv2d"
 * @param storage where a Keras 3 archive keeps its weights, such as "layers/conv2d_1"
 * @param group in which a Keras 2 file keeps its weights: the outermost layer's name
 * @param config its settings
 * @param inbound its calls: [] in a Sequential
 * @param children layers of a nested model, else empty
 */
record KerasLayer(
        String className,
        String module,
        String name,
        String path,
        String storage,
        String group,
        JsonNode config,
        JsonNode inbound,
        List<KerasLayer> children) {

    /** The layers of a nested Sequential or Functional model are flattened into those around it. */
    boolean isModel() {
        return isModelClass(className);
    }

    static boolean isModelClass(String className) {
        return switch (className) {
            case "Sequential", "Functional", "Model" -> true;
            default -> false;
        };
    }

    boolean isSequential() {
        return className.equals("Sequential");
    }

    boolean isInput() {
        return className.equals("InputLayer");
    }

    /** Operators such as x + y appear as nodes of this module; they keep no weights. */
    boolean isOperator() {
        return module.startsWith("keras.src.ops") || module.startsWith("keras.ops");
    }
}
