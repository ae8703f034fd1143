package org.eccexplorer.lesson;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.eccexplorer.problem.Reason;
import org.eccexplorer.text.Texts;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** A part of a header that has named values, read with its lines; what is wrong is noted. */
final class HeaderNode {
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?([eE][-+]?\\d+)?");

    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Faults faults;
    private final int offset;
    private final int line;

    /**
     * Takes a part.
     *
     * @param offset lines of the file before the header
     */
    HeaderNode(@Nullable Node node, Faults faults, int offset, int parentLine) {
        this.faults = faults;
        this.offset = offset;
        line = node == null ? parentLine : line(node);
        if (node instanceof MappingNode mapping) {
            for (NodeTuple pair : mapping.getValue()) {
                if (pair.getKeyNode() instanceof ScalarNode key) {
                    values.put(key.getValue(), pair.getValueNode());
                }
            }
        } else if (node != null) {
            faults.add(line, Texts.text("lesson.notNamed"), shown(node));
        }
    }

    private int line(Node node) {
        return node.getStartMark().map(Mark::getLine).orElse(0) + 1 + offset;
    }

    /** Where it begins. */
    int line() {
        return line;
    }

    /** Where one of its values stands. */
    int line(String key) {
        Node node = values.get(key);
        return node == null ? line : line(node);
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    Set<String> keys() {
        return values.keySet();
    }

    /** Refuses names that mean nothing. */
    void allowOnly(String... known) {
        List<String> allowed = List.of(known);
        for (String key : values.keySet()) {
            if (!allowed.contains(key)) {
                faults.add(
                        line(key),
                        Texts.text("lesson.unknownKey", key),
                        Texts.text("lesson.known", String.join(", ", allowed)));
            }
        }
    }

    private static String shown(Node node) {
        return node instanceof ScalarNode scalar
                ? Texts.text("lesson.itIs", scalar.getValue())
                : Texts.text("lesson.itIsAList");
    }

    private @Nullable ScalarNode scalar(String key, boolean needed) {
        Node node = values.get(key);
        if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            return scalar;
        }
        if (node != null || needed) {
            faults.add(
                    line(key),
                    Texts.text("lesson.missing", key),
                    node == null ? Texts.text("lesson.notThere") : shown(node));
        }
        return null;
    }

    /** A text that must be there. */
    String text(String key) {
        ScalarNode scalar = scalar(key, true);
        return scalar == null ? "" : scalar.getValue().strip();
    }

    /** A text that may be there. */
    String text(String key, String otherwise) {
        ScalarNode scalar = scalar(key, false);
        return scalar == null ? otherwise : scalar.getValue().strip();
    }

    /** A number that must be there. */
    double number(String key) {
        ScalarNode scalar = scalar(key, true);
        return scalar == null ? Double.NaN : number(scalar);
    }

    /** A number that may be there. */
    double number(String key, double otherwise) {
        ScalarNode scalar = scalar(key, false);
        return scalar == null ? otherwise : number(scalar);
    }

    /** A whole number within bounds. */
    int whole(String key, int otherwise, int low, int high) {
        double value = number(key, otherwise);
        if (value != Math.rint(value) || value < low || value > high) {
            faults.add(
                    line(key),
                    Texts.text("lesson.outOfRange", key),
                    Texts.text("lesson.range", low, high));
            return otherwise;
        }
        return (int) value;
    }

    private double number(ScalarNode scalar) {
        String text = scalar.getValue().strip().replace('−', '-');
        if (!NUMBER.matcher(text).matches()) {
            faults.add(line(scalar), Texts.text("lesson.notANumber"), shown(scalar));
            return Double.NaN;
        }
        return Double.parseDouble(text);
    }

    /** Numbers in a row; none if there are none. */
    List<Double> numbers(String key) {
        List<Double> numbers = new ArrayList<>();
        if (values.get(key) instanceof SequenceNode sequence) {
            for (Node node : sequence.getValue()) {
                if (node instanceof ScalarNode scalar) {
                    numbers.add(number(scalar));
                } else {
                    faults.add(line(node), Texts.text("lesson.notANumber"), shown(node));
                }
            }
        } else if (has(key)) {
            faults.add(line(key), Texts.text("lesson.notAList", key), Texts.text("lesson.aList"));
        }
        return numbers;
    }

    /** Something written in a text, read with its reason where it cannot be. */
    <T> T read(String key, String otherwise, Function<String, T> reader, T fallback) {
        String text = text(key, otherwise);
        try {
            return reader.apply(text);
        } catch (IllegalArgumentException e) {
            faults.add(line(key), Texts.text("lesson.notRead", key), Reason.of(e));
            return fallback;
        }
    }

    /** The part under a name, empty if there is none. */
    HeaderNode part(String key) {
        return new HeaderNode(values.get(key), faults, offset, line);
    }

    /** The parts in a list under a name. */
    List<HeaderNode> parts(String key) {
        List<HeaderNode> parts = new ArrayList<>();
        if (values.get(key) instanceof SequenceNode sequence) {
            sequence.getValue()
                    .forEach(node -> parts.add(new HeaderNode(node, faults, offset, line)));
        } else {
            faults.add(line(key), Texts.text("lesson.notAList", key), Texts.text("lesson.aList"));
        }
        return parts;
    }
}
