package org.eccexplorer.yaml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

/** A part of a file that has named values, read with its lines; what is wrong is noted. */
public final class YamlNode {
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?([eE][-+]?\\d+)?");

    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Integer> lines = new HashMap<>();
    private final LineFaults faults;
    private final int offset;
    private final int line;

    /**
     * Takes a part.
     *
     * @param offset lines of the file before the text that was composed
     */
    public YamlNode(@Nullable Node node, LineFaults faults, int offset, int parentLine) {
        this.faults = faults;
        this.offset = offset;
        line = node == null ? parentLine : line(node);
        if (node instanceof MappingNode mapping) {
            for (NodeTuple pair : mapping.getValue()) {
                if (pair.getKeyNode() instanceof ScalarNode key) {
                    values.put(key.getValue(), pair.getValueNode());
                    lines.put(key.getValue(), line(key));
                }
            }
        } else if (node != null) {
            faults.add(line, Texts.text("yaml.notNamed"), shown(node));
        }
    }

    private int line(Node node) {
        return node.getStartMark().map(Mark::getLine).orElse(0) + 1 + offset;
    }

    /** Where it begins. */
    public int line() {
        return line;
    }

    /** Where one of its names stands. */
    public int line(String key) {
        return lines.getOrDefault(key, line);
    }

    public boolean has(String key) {
        return values.containsKey(key);
    }

    public Set<String> keys() {
        return values.keySet();
    }

    /** Refuses names that mean nothing. */
    public void allowOnly(String... known) {
        List<String> allowed = List.of(known);
        for (String key : values.keySet()) {
            if (!allowed.contains(key)) {
                faults.add(
                        line(key),
                        Texts.text("yaml.unknownKey", key),
                        Texts.text("yaml.known", String.join(", ", allowed)));
            }
        }
    }

    private static String shown(Node node) {
        return node instanceof ScalarNode scalar
                ? Texts.text("yaml.itIs", scalar.getValue())
                : Texts.text("yaml.itIsAList");
    }

    private @Nullable ScalarNode scalar(String key, boolean needed) {
        Node node = values.get(key);
        if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            return scalar;
        }
        if (node != null || needed) {
            faults.add(
                    line(key),
                    Texts.text("yaml.missing", key),
                    node == null ? Texts.text("yaml.notThere") : shown(node));
        }
        return null;
    }

    /** A text that must be there. */
    public String text(String key) {
        ScalarNode scalar = scalar(key, true);
        return scalar == null ? "" : scalar.getValue().strip();
    }

    /** A text that may be there. */
    public String text(String key, String otherwise) {
        ScalarNode scalar = scalar(key, false);
        return scalar == null ? otherwise : scalar.getValue().strip();
    }

    /** A number that must be there. */
    public double number(String key) {
        ScalarNode scalar = scalar(key, true);
        return scalar == null ? Double.NaN : number(scalar);
    }

    /** A number that may be there. */
    public double number(String key, double otherwise) {
        ScalarNode scalar = scalar(key, false);
        return scalar == null ? otherwise : number(scalar);
    }

    /** A whole number within bounds. */
    public int whole(String key, int otherwise, int low, int high) {
        double value = number(key, otherwise);
        if (value != Math.rint(value) || value < low || value > high) {
            faults.add(
                    line(key),
                    Texts.text("yaml.outOfRange", key),
                    Texts.text("yaml.range", low, high));
            return otherwise;
        }
        return (int) value;
    }

    private double number(ScalarNode scalar) {
        String text = scalar.getValue().strip().replace('−', '-');
        if (!NUMBER.matcher(text).matches()) {
            faults.add(line(scalar), Texts.text("yaml.notANumber"), shown(scalar));
            return Double.NaN;
        }
        return Double.parseDouble(text);
    }

    /** Numbers in a row; none if there are none. */
    public List<Double> numbers(String key) {
        List<Double> numbers = new ArrayList<>();
        if (values.get(key) instanceof SequenceNode sequence) {
            for (Node node : sequence.getValue()) {
                if (node instanceof ScalarNode scalar) {
                    numbers.add(number(scalar));
                } else {
                    faults.add(line(node), Texts.text("yaml.notANumber"), shown(node));
                }
            }
        } else if (has(key)) {
            faults.add(line(key), Texts.text("yaml.notAList", key), Texts.text("yaml.aList"));
        }
        return numbers;
    }

    /** Something written in a text, read with its reason where it cannot be. */
    public <T> T read(String key, String otherwise, Function<String, T> reader, T fallback) {
        String text = text(key, otherwise);
        try {
            return reader.apply(text);
        } catch (IllegalArgumentException e) {
            faults.add(line(key), Texts.text("yaml.notRead", key), Reason.of(e));
            return fallback;
        }
    }

    /** The part under a name, empty if there is none. */
    public YamlNode part(String key) {
        return new YamlNode(values.get(key), faults, offset, line);
    }

    /** The parts in a list under a name. */
    public List<YamlNode> parts(String key) {
        List<YamlNode> parts = new ArrayList<>();
        if (values.get(key) instanceof SequenceNode sequence) {
            sequence.getValue()
                    .forEach(node -> parts.add(new YamlNode(node, faults, offset, line)));
        } else {
            faults.add(line(key), Texts.text("yaml.notAList", key), Texts.text("yaml.aList"));
        }
        return parts;
    }

    /**
     * An entry of a list.
     *
     * @param line where it stands
     * @param text if it is a single value
     * @param part if it has named values
     */
    public record Item(int line, Optional<String> text, Optional<YamlNode> part) {}

    /** The entries of a list under a name; what is no list is an entry by itself. */
    public List<Item> items(String key) {
        List<Item> items = new ArrayList<>();
        Node value = values.get(key);
        List<Node> nodes =
                value instanceof SequenceNode sequence
                        ? sequence.getValue()
                        : value == null ? List.of() : List.of(value);
        for (Node node : nodes) {
            switch (node) {
                case ScalarNode one ->
                        items.add(
                                new Item(
                                        line(one),
                                        Optional.of(one.getValue().strip()),
                                        Optional.empty()));
                case MappingNode part ->
                        items.add(
                                new Item(
                                        line(part),
                                        Optional.empty(),
                                        Optional.of(new YamlNode(part, faults, offset, line))));
                default -> faults.add(line(node), Texts.text("yaml.listInList", key), shown(node));
            }
        }
        return items;
    }
}
