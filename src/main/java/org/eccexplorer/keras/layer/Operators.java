package org.eccexplorer.keras.layer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.eccexplorer.keras.config.Argument;
import org.eccexplorer.keras.config.LayerConfig;
import org.eccexplorer.keras.config.Refusal;
import org.eccexplorer.network.ActivationFunctions;
import org.eccexplorer.network.Layer;
import org.eccexplorer.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Operators that stand between layers: x + y, arithmetic with numbers, relu(x), a mean over the
 * image, a list of tensors put one after the other. The names are those of Keras 3.
 */
final class Operators {
    /** Activations without settings, as Keras 3 calls their operators. */
    private static final Set<String> ACTIVATIONS =
            Set.of(
                    "Sigmoid",
                    "Silu",
                    "HardSilu",
                    "HardSigmoid",
                    "HardTanh",
                    "Tanh",
                    "Softplus",
                    "Softsign",
                    "SoftSign",
                    "Selu",
                    "Mish",
                    "Exp");

    /** Where a word begins inside of a name. */
    private static final Pattern SNAKE = Pattern.compile("(?<=[a-z])(?=[A-Z])");

    private Operators() {}

    /** How an operator of this name is read; null if it is not. */
    static @Nullable LayerReader reader(String name, List<Argument> arguments) {
        List<Argument> others = new ArrayList<>();
        int tensors = 0;
        for (Argument argument : arguments) {
            switch (argument) {
                case Argument.Tensor _ -> tensors++;
                case Argument.Constant _, Argument.Part _ -> others.add(argument);
            }
        }
        if (others.isEmpty()) {
            return tensors == 1 ? unary(name) : several(name);
        }
        if (tensors != 1 || others.size() != 1) {
            return null;
        }
        boolean first = arguments.getFirst() instanceof Argument.Tensor;
        return switch (others.getFirst()) {
            case Argument.Constant number ->
                    first ? withNumber(name, number) : ofNumber(name, number);
            case Argument.Part part ->
                    name.equals("GetItem") ? call -> Channels.part(call, part.slices()) : null;
            case Argument.Tensor _ -> null;
        };
    }

    private static @Nullable LayerReader unary(String name) {
        return switch (name) {
            case "Relu" -> relu(Float.POSITIVE_INFINITY);
            case "Relu6" -> relu(6);
            case "ReLU" -> Slopes.reader(name);
            case "Clip" -> Activations::clip;
            case "Softmax" -> Activations::softmax;
            case "Negative" -> call -> Affine.constant(call, List.of(-1.0), List.of(0.0));
            case "Mean" -> Poolings::mean;
            case "Reshape" -> Rearrangements::reshapeWithImages;
            case "Cast", "Identity" -> Operators::same;
            case "LogSoftmax" -> Activations.operation("log_softmax");
            case "LeakyRelu" -> Operators::leaky;
            case "Elu", "Celu" -> call -> exponential(call, name);
            case "Gelu" -> Operators::gelu;
            default ->
                    ACTIVATIONS.contains(name)
                            ? Activations.operation(
                                    SNAKE.matcher(name).replaceAll("_").toLowerCase(Locale.ROOT))
                            : null;
        };
    }

    private static List<Stage> same(LayerCall call) throws Refusal {
        String type = call.config().text("dtype", "float32");
        if (!type.contains("float")) {
            call.config().complain(Texts.text("keras.layer.roundsTo", type));
        }
        return List.of(Stage.same(new Layer.Identity("same"), call.input()));
    }

    /** TensorFlow calls the slope alpha. */
    private static List<Stage> leaky(LayerCall call) throws Refusal {
        LayerConfig config = call.config();
        double slope = config.number("negative_slope", config.number("alpha", 0.2));
        return List.of(Stage.same(ActivationFunctions.leaky(slope), call.input()));
    }

    private static List<Stage> exponential(LayerCall call, String name) throws Refusal {
        double alpha = call.config().number("alpha", 1);
        Layer layer =
                name.equals("Elu")
                        ? ActivationFunctions.elu(alpha)
                        : ActivationFunctions.celu(alpha);
        return List.of(Stage.same(layer, call.input()));
    }

    /** Keras approximates where nothing is said, TensorFlow does not. */
    private static List<Stage> gelu(LayerCall call) throws Refusal {
        boolean approximate = call.config().flag("approximate", !call.isOld());
        return List.of(Stage.same(ActivationFunctions.gelu(approximate), call.input()));
    }

    private static LayerReader relu(float ceiling) {
        return call -> List.of(Stage.same(new Layer.Relu(ceiling), call.input()));
    }

    private static @Nullable LayerReader several(String name) {
        return switch (name) {
            case "Add" -> Merges::add;
            case "Subtract" -> Merges::subtract;
            case "Concatenate" -> Merges::concatenation;
            case "Stack" -> Channels::stack;
            default -> null;
        };
    }

    /** x + c, x − c, c·x, x/c, max(x, 0). */
    private static @Nullable LayerReader withNumber(String name, Argument.Constant constant) {
        List<Double> c = constant.values();
        return switch (name) {
            case "Subtract" ->
                    call -> Affine.constant(call, List.of(1.0), c.stream().map(v -> -v).toList());
            case "TrueDivide", "Divide" ->
                    call ->
                            Affine.constant(
                                    call, c.stream().map(v -> 1 / v).toList(), List.of(0.0));
            default -> commuting(name, c);
        };
    }

    /** c + x, c − x, c·x, max(0, x). */
    private static @Nullable LayerReader ofNumber(String name, Argument.Constant constant) {
        return name.equals("Subtract")
                ? call -> Affine.constant(call, List.of(-1.0), constant.values())
                : commuting(name, constant.values());
    }

    private static @Nullable LayerReader commuting(String name, List<Double> c) {
        return switch (name) {
            case "Add" -> call -> Affine.constant(call, List.of(1.0), c);
            case "Multiply" -> call -> Affine.constant(call, c, List.of(0.0));
            case "Maximum" -> c.equals(List.of(0.0)) ? relu(Float.POSITIVE_INFINITY) : null;
            default -> null;
        };
    }
}
