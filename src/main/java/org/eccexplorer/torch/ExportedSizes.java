package org.eccexplorer.torch;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.LongBinaryOperator;
import org.eccexplorer.channelsfirst.Unreadable;
import org.eccexplorer.channelsfirst.Value;

/**
 * Whole numbers that a program computes from the sizes of its input, for view and reshape. The
 * number of images stays open, and so does what is computed from it.
 */
final class ExportedSizes {
    private final Map<String, Long> known = new HashMap<>();

    void keep(String name, long size) {
        known.put(name, size);
    }

    /** A number that is given or that an operation of this name computed. */
    OptionalLong whole(JsonNode given) {
        JsonNode number = given.path("as_int");
        Long computed = known.get(given.path("as_name").asText());
        return number.isIntegralNumber()
                ? OptionalLong.of(number.asLong())
                : computed == null ? OptionalLong.empty() : OptionalLong.of(computed);
    }

    /** The size of a tensor in one of its dimensions, 0 being the images. */
    static List<Value> ofTensor(ExportedCall call) throws Unreadable {
        int[] dims = call.value().arrangement().dims();
        long given = call.dimension();
        long dimension = given < 0 ? given + dims.length + 1 : given;
        if (dimension > 0 && dimension <= dims.length) {
            call.keep(dims[(int) dimension - 1]);
        }
        return List.of();
    }

    /** How two numbers are joined; nothing is known of the result if one of them is open. */
    static ExportedReader joined(LongBinaryOperator operation) {
        return call -> {
            OptionalLong a = call.size("a");
            OptionalLong b = call.size("b");
            if (a.isPresent() && b.isPresent()) {
                call.keep(operation.applyAsLong(a.getAsLong(), b.getAsLong()));
            }
            return List.of();
        };
    }

    /** Division as Python's //; by 0, which no program holds, it leaves 0. */
    static long quotient(long a, long b) {
        return b == 0 ? 0 : Math.floorDiv(a, b);
    }
}
