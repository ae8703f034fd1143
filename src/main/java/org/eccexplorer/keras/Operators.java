package org.eccexplorer.keras;

import java.util.List;
import org.eccexplorer.network.Layer;
import org.jspecify.annotations.Nullable;

/** Operators that Keras 3 writes as nodes: x + y, x − y, arithmetic with a number, and relu(x). */
final class Operators {
    private Operators() {}

    /** How an operator of this name is read, called like this; null if it is not. */
    static @Nullable LayerReader reader(String name, List<Argument> arguments) {
        return switch (arguments.size()) {
            case 1 -> arguments.getFirst() instanceof Argument.Tensor ? unary(name) : null;
            case 2 -> binary(name, arguments.getFirst(), arguments.getLast());
            default -> null;
        };
    }

    private static @Nullable LayerReader unary(String name) {
        return switch (name) {
            case "Relu" -> relu(Float.POSITIVE_INFINITY);
            case "Relu6" -> relu(6);
            case "Negative" -> call -> Affine.constant(call, -1, 0);
            default -> null;
        };
    }

    private static LayerReader relu(float ceiling) {
        return call -> List.of(Stage.same(new Layer.Relu(ceiling), call.input()));
    }

    private static @Nullable LayerReader binary(String name, Argument left, Argument right) {
        return switch (left) {
            case Argument.Tensor _ ->
                    switch (right) {
                        case Argument.Tensor _ -> tensors(name);
                        case Argument.Constant c -> tensorAndConstant(name, c.value());
                    };
            case Argument.Constant c ->
                    right instanceof Argument.Tensor ? constantAndTensor(name, c.value()) : null;
        };
    }

    private static @Nullable LayerReader tensors(String name) {
        return switch (name) {
            case "Add" -> Merges::add;
            case "Subtract" -> Merges::subtract;
            default -> null;
        };
    }

    private static @Nullable LayerReader tensorAndConstant(String name, double number) {
        return switch (name) {
            case "Add" -> call -> Affine.constant(call, 1, number);
            case "Subtract" -> call -> Affine.constant(call, 1, -number);
            case "Multiply" -> call -> Affine.constant(call, number, 0);
            case "TrueDivide", "Divide" -> call -> Affine.constant(call, 1 / number, 0);
            default -> null;
        };
    }

    private static @Nullable LayerReader constantAndTensor(String name, double number) {
        return switch (name) {
            case "Add" -> call -> Affine.constant(call, 1, number);
            case "Subtract" -> call -> Affine.constant(call, -1, number);
            case "Multiply" -> call -> Affine.constant(call, number, 0);
            default -> null;
        };
    }
}
