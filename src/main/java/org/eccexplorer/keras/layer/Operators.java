package org.eccexplorer.keras.layer;

import java.util.ArrayList;
import java.util.List;
import org.eccexplorer.keras.config.Argument;
import org.eccexplorer.keras.config.Refusal;
import org.eccexplorer.network.Layer;
import org.eccexplorer.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Operators that stand between layers: x + y, arithmetic with numbers, relu(x), a mean over the
 * image, a list of tensors put one after the other. The names are those of Keras 3.
 */
final class Operators {
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
            case "ReLU" -> Activations::relu;
            case "Clip" -> Activations::clip;
            case "Softmax" -> Activations::softmax;
            case "Negative" -> call -> Affine.constant(call, List.of(-1.0), List.of(0.0));
            case "Mean" -> Poolings::mean;
            case "Reshape" -> Rearrangements::reshapeWithImages;
            case "Cast", "Identity" -> Operators::same;
            default -> null;
        };
    }

    private static List<Stage> same(LayerCall call) throws Refusal {
        String type = call.config().text("dtype", "float32");
        if (!type.contains("float")) {
            call.config().complain(Texts.text("keras.layer.roundsTo", type));
        }
        return List.of(Stage.same(new Layer.Identity("same"), call.input()));
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
