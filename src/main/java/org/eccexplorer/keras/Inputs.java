package org.eccexplorer.keras;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.eccexplorer.keras.LayerConfig.Refusal;
import org.eccexplorer.tensor.Shape;

/** What layers ask of their inputs. */
final class Inputs {
    private Inputs() {}

    static Shape one(List<Value> inputs) throws Refusal {
        if (inputs.size() != 1) {
            throw new Refusal("it takes one input, was given %d".formatted(inputs.size()));
        }
        return shape(inputs.getFirst());
    }

    static Shape shape(Value value) throws Refusal {
        Shape shape = value.shape();
        if (shape == null) {
            throw new Refusal("its input has no known shape");
        }
        return shape;
    }

    /** Refuses an axis that is not the one of the channels; an axis may be written as [3]. */
    static void channelAxis(JsonNode node, int otherwise, Value input, boolean planes)
            throws Refusal {
        JsonNode single = node.isArray() && node.size() == 1 ? node.get(0) : node;
        int axis = single.isIntegralNumber() ? single.asInt() : otherwise;
        if (node.isArray() && node.size() != 1) {
            throw new Refusal("axis is " + node);
        }
        int positive = axis < 0 ? input.rank() + axis : axis;
        int channels = planes && input.rank() > 2 ? 1 : input.rank() - 1;
        if (positive != channels) {
            throw new Refusal("axis %d is not that of the channels (%d)".formatted(axis, channels));
        }
    }
}
