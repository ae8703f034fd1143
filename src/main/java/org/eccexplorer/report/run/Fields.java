package org.eccexplorer.report.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eccexplorer.text.Texts;

/**
 * The fields of a result, each with the type that it has to have.
 *
 * @param path of the node in its file, for faults
 */
record Fields(JsonNode node, String path) {

    /** A whole result. */
    static Fields of(JsonNode result) {
        return new Fields(result, "");
    }

    private IllegalArgumentException fault(String name) {
        return new IllegalArgumentException(
                Texts.text("report.run.badField", path + name, shortened(node.path(name))));
    }

    private static String shortened(JsonNode value) {
        String text = value.isMissingNode() ? Texts.text("report.run.missing") : value.toString();
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }

    boolean has(String name) {
        return node.hasNonNull(name);
    }

    /** What stands below. */
    Fields in(String name) {
        if (!node.path(name).isObject()) {
            throw fault(name);
        }
        return new Fields(node.path(name), path + name + ".");
    }

    /** All objects of a list. */
    List<Fields> all(String name) {
        if (!node.path(name).isArray()) {
            throw fault(name);
        }
        List<Fields> all = new ArrayList<>();
        for (int i = 0; i < node.path(name).size(); i++) {
            if (!node.path(name).get(i).isObject()) {
                throw fault(name);
            }
            all.add(new Fields(node.path(name).get(i), path + name + "[" + i + "]."));
        }
        return all;
    }

    /** The numbers of a list; NaN for null. */
    double[] numbers(String name) {
        JsonNode list = node.path(name);
        double[] numbers = new double[list.size()];
        for (int i = 0; i < numbers.length; i++) {
            if (!list.isArray() || !(list.get(i).isNumber() || list.get(i).isNull())) {
                throw fault(name);
            }
            numbers[i] = list.get(i).isNull() ? Double.NaN : list.get(i).doubleValue();
        }
        if (!list.isArray()) {
            throw fault(name);
        }
        return numbers;
    }

    String text(String name) {
        if (!node.path(name).isTextual()) {
            throw fault(name);
        }
        return node.path(name).textValue();
    }

    Optional<String> optionalText(String name) {
        return has(name) ? Optional.of(text(name)) : Optional.empty();
    }

    boolean isTrue(String name) {
        return node.path(name).asBoolean();
    }

    double number(String name) {
        if (!node.path(name).isNumber()) {
            throw fault(name);
        }
        return node.path(name).doubleValue();
    }

    /** NaN for null, and where it is missing. */
    double numberOrNan(String name) {
        return has(name) ? number(name) : Double.NaN;
    }

    /** A share from 0 to 1. */
    double share(String name) {
        double share = number(name);
        if (!(share >= 0 && share <= 1)) {
            throw fault(name);
        }
        return share;
    }

    /** A whole number that is not below the least. */
    int count(String name, int least) {
        JsonNode value = node.path(name);
        if (!value.isIntegralNumber() || !value.canConvertToInt() || value.intValue() < least) {
            throw fault(name);
        }
        return value.intValue();
    }

    long whole(String name) {
        JsonNode value = node.path(name);
        if (!value.isIntegralNumber() || !value.canConvertToLong() || value.longValue() < 0) {
            throw fault(name);
        }
        return value.longValue();
    }
}
