package org.eccexplorer.fuzz;

import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A JSON document that stays one, with values that nobody expects in some places. */
final class JsonTree implements Mutator {
    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build();

    private static final List<String> VALUES =
            List.of(
                    "null",
                    "true",
                    "-1",
                    "0",
                    "1",
                    "0.5",
                    "1e308",
                    "-1e-300",
                    "65536",
                    "2147483647",
                    "2147483648",
                    "9223372036854775807",
                    "18446744073709551616",
                    "NaN",
                    "Infinity",
                    "\"\"",
                    "\"a\\u001b[2Jb\\necc: all is well\"",
                    "\"..\"",
                    "\"linear\"",
                    "[]",
                    "{}",
                    "[[]]",
                    "[null]",
                    "[1,1]",
                    "[0,0,0]",
                    "\"\\u0000\"",
                    "\"-1\"");

    private final Bytes bytes = new Bytes();

    /** A place in the tree, by its container. */
    private record Place(ContainerNode<?> parent, String field, int index) {
        JsonNode get() {
            return parent instanceof ObjectNode o ? o.get(field) : parent.get(index);
        }

        void set(JsonNode value) {
            switch (parent) {
                case ObjectNode o -> o.set(field, value);
                case ArrayNode a -> a.set(index, value);
                default -> throw new AssertionError(parent);
            }
        }

        void remove() {
            switch (parent) {
                case ObjectNode o -> o.remove(field);
                case ArrayNode a -> a.remove(index);
                default -> throw new AssertionError(parent);
            }
        }
    }

    @Override
    public byte[] mutant(byte[] good, Random random) {
        try {
            JsonNode tree = JSON.readTree(good);
            int times = 1 + (random.nextInt(3) == 0 ? random.nextInt(3) : 0);
            for (int i = 0; i < times; i++) {
                List<Place> places = new ArrayList<>();
                collect(tree, places);
                if (!places.isEmpty()) {
                    change(places, random);
                }
            }
            return JSON.writeValueAsBytes(tree);
        } catch (IOException noJson) {
            return bytes.mutant(good, random);
        }
    }

    private static void collect(JsonNode node, List<Place> places) {
        switch (node) {
            case ObjectNode o ->
                    o.properties()
                            .forEach(entry -> {
                                places.add(new Place(o, entry.getKey(), 0));
                                collect(entry.getValue(), places);
                            });
            case ArrayNode a -> {
                // Long arrays hold numbers of one kind.
                for (int i = 0; i < a.size(); i++) {
                    if (i < 8 || i == a.size() - 1) {
                        places.add(new Place(a, "", i));
                        collect(a.get(i), places);
                    }
                }
            }
            default -> {}
        }
    }

    private static void change(List<Place> places, Random random) throws IOException {
        Place place = places.get(random.nextInt(places.size()));
        JsonNode old = place.get();
        switch (random.nextInt(8)) {
            case 0 -> place.remove();
            case 1 -> place.set(places.get(random.nextInt(places.size())).get().deepCopy());
            case 2 -> {
                if (old instanceof ArrayNode a && !a.isEmpty()) {
                    a.add(a.get(random.nextInt(a.size())).deepCopy());
                } else {
                    place.set(JsonNodeFactory.instance.arrayNode().add(old.deepCopy()));
                }
            }
            case 3 -> {
                if (old.isNumber()) {
                    place.set(JsonNodeFactory.instance.numberNode(-old.asDouble()));
                } else if (old.isTextual()) {
                    place.set(JsonNodeFactory.instance.textNode(old.asText() + "\u009B1m"));
                } else {
                    place.remove();
                }
            }
            case 4 -> {
                if (old.isIntegralNumber()) {
                    place.set(JsonNodeFactory.instance.numberNode(old.asLong() + 1));
                } else {
                    place.set(JsonNodeFactory.instance.nullNode());
                }
            }
            default -> place.set(JSON.readTree(VALUES.get(random.nextInt(VALUES.size()))));
        }
    }
}
