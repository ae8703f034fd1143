package org.eccexplorer.keras.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eccexplorer.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * A TensorFlow function that Keras 2 wrote as a layer of the class TFOpLambda, such as x + y. Only
 * functions of the list below are read, by what they compute; nothing is looked up by name.
 */
public final class TensorFlowCall {
    /** Functions, and the operator of Keras 3 that does the same. */
    private static final Map<String, String> OPERATORS =
            Map.ofEntries(
                    Map.entry("math.add", "Add"),
                    Map.entry("__operators__.add", "Add"),
                    Map.entry("nn.bias_add", "Add"),
                    Map.entry("math.subtract", "Subtract"),
                    Map.entry("math.multiply", "Multiply"),
                    Map.entry("math.truediv", "TrueDivide"),
                    Map.entry("math.divide", "Divide"),
                    Map.entry("math.negative", "Negative"),
                    Map.entry("math.maximum", "Maximum"),
                    Map.entry("math.reduce_mean", "Mean"),
                    Map.entry("clip_by_value", "Clip"),
                    Map.entry("nn.relu", "Relu"),
                    Map.entry("nn.relu6", "Relu6"),
                    Map.entry("nn.softmax", "Softmax"),
                    Map.entry("nn.leaky_relu", "LeakyRelu"),
                    Map.entry("nn.elu", "Elu"),
                    Map.entry("nn.selu", "Selu"),
                    Map.entry("nn.silu", "Silu"),
                    Map.entry("nn.gelu", "Gelu"),
                    Map.entry("nn.softsign", "Softsign"),
                    Map.entry("math.softplus", "Softplus"),
                    Map.entry("math.sigmoid", "Sigmoid"),
                    Map.entry("math.tanh", "Tanh"),
                    Map.entry("concat", "Concatenate"),
                    Map.entry("reshape", "Reshape"),
                    Map.entry("cast", "Cast"),
                    Map.entry("identity", "Identity"),
                    Map.entry("__operators__.getitem", "GetItem"));

    /** What the functions call their second operand. */
    private static final Set<String> OPERANDS = Set.of("y", "bias");

    /** Stands where the first operand is a number. */
    private static final String NUMBER = "_CONSTANT_VALUE";

    private TensorFlowCall() {}

    public static boolean isOne(JsonNode layer) {
        String name = layer.path("class_name").asText();
        return name.equals("TFOpLambda") || name.equals("SlicingOpLambda");
    }

    /** The operator of Keras 3 that does what a function does; null if there is none. */
    static @Nullable String operator(JsonNode layer) {
        return OPERATORS.get(layer.path("config").path("function").asText());
    }

    /**
     * Reads [name, node, tensor, {settings}] into its operands.
     *
     * @return the settings that are left
     */
    static JsonNode read(String where, JsonNode triple, List<Argument> arguments)
            throws ProblemException {
        Argument first =
                triple.path(0).asText().equals(NUMBER) ? Constants.of(triple.path(2)) : null;
        arguments.add(first == null ? tensor(where, triple) : first);
        ObjectNode settings = JsonNodeFactory.instance.objectNode();
        for (var named : triple.path(3).properties()) {
            JsonNode value = named.getValue();
            Argument.Constant constant = Constants.of(value);
            if (named.getKey().equals("slice_spec")) {
                arguments.add(new Argument.Part(value));
            } else if (OPERANDS.contains(named.getKey()) && value.path(0).isTextual()) {
                arguments.add(tensor(where, value));
            } else if (OPERANDS.contains(named.getKey()) && constant != null) {
                arguments.add(constant);
            } else {
                settings.set(named.getKey(), value);
            }
        }
        return settings;
    }

    private static Argument tensor(String where, JsonNode triple) throws ProblemException {
        return new Argument.Tensor(TensorReference.of(where, triple));
    }
}
