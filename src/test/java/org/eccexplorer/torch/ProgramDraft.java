package org.eccexplorer.torch;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A small exported program that a test puts together: what enters is x, what leaves is its last
 * result.
 */
final class ProgramDraft {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Stands for a tensor as argument. */
    record Ref(String name) {}

    /** Stands for a list of tensors as argument. */
    record Refs(List<String> names) {}

    /** Stands for a list of sizes that the model computes. */
    record OpenSizes(int count) {}

    private final ObjectNode program = JSON.createObjectNode();
    private final ObjectNode graph;
    private final ArrayNode inputs;
    private final ObjectNode config = JSON.createObjectNode();
    private final Map<String, byte[]> weights = new HashMap<>();
    private final Set<String> operations = new TreeSet<>();
    private String output = "";
    private String given = "";

    private ProgramDraft() {
        program.putObject("schema_version").put("major", 8);
        program.put("torch_version", "2.13.0");
        ObjectNode module = program.putObject("graph_module");
        graph = module.putObject("graph");
        graph.putArray("nodes");
        inputs = module.putObject("signature").putArray("input_specs");
    }

    /** With images or vectors as input; sizes below 1 stay open. */
    static ProgramDraft of(int... shape) {
        return new ProgramDraft().input("x", shape);
    }

    static Ref ref(String name) {
        return new Ref(name);
    }

    static Refs refs(String... names) {
        return new Refs(List.of(names));
    }

    ProgramDraft input(String name, int... shape) {
        inputs.addObject()
                .putObject("user_input")
                .putObject("arg")
                .putObject("as_tensor")
                .put("name", name);
        ArrayNode sizes = graph.withObject("tensor_values").putObject(name).putArray("sizes");
        for (int size : shape) {
            if (size < 1) {
                sizes.addObject().putObject("as_expr").put("expr_str", "s0");
            } else {
                sizes.addObject().put("as_int", size);
            }
        }
        return this;
    }

    /** Another result than the last as output. */
    ProgramDraft output(String name) {
        given = name;
        return this;
    }

    /** A trained tensor, its values ⅛, ²⁄₈, ³⁄₈ …. */
    ProgramDraft weight(String name, int... shape) {
        ObjectNode spec = inputs.addObject().putObject("parameter");
        spec.putObject("arg").put("name", name);
        spec.put("parameter_name", name);
        ObjectNode entry = config.putObject(name).put("path_name", name).put("use_pickle", false);
        ObjectNode meta = entry.putObject("tensor_meta").put("dtype", 7);
        ArrayNode sizes = meta.putArray("sizes");
        ArrayNode strides = meta.putArray("strides");
        int size = 1;
        for (int length : shape) {
            size *= length;
        }
        int stride = size;
        for (int length : shape) {
            sizes.addObject().put("as_int", length);
            stride /= length;
            strides.addObject().put("as_int", stride);
        }
        meta.putObject("storage_offset").put("as_int", 0);
        ByteBuffer values = ByteBuffer.allocate(size * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < size; i++) {
            values.putFloat((i + 1) / 8f);
        }
        weights.put(name, values.array());
        return this;
    }

    /**
     * An operation.
     *
     * @param results names, with spaces between them
     * @param arguments names and values by turns
     */
    ProgramDraft node(String operation, String results, Object... arguments) {
        operations.add(operation);
        ObjectNode node = graph.withArray("nodes").addObject();
        node.put("target", "torch.ops.aten." + operation);
        ArrayNode given = node.putArray("inputs");
        for (int i = 0; i < arguments.length; i += 2) {
            ObjectNode input = given.addObject().put("name", (String) arguments[i]);
            put(input.putObject("arg"), arguments[i + 1]);
        }
        String[] names = results.split(" ");
        output = names[names.length - 1];
        ObjectNode made = node.putArray("outputs").addObject();
        if (names.length == 1) {
            made.putObject("as_tensor").put("name", output);
        } else {
            ArrayNode list = made.putArray("as_tensors");
            List.of(names).forEach(name -> list.addObject().put("name", name));
        }
        return this;
    }

    private static void put(ObjectNode argument, Object value) {
        switch (value) {
            case Ref tensor -> argument.putObject("as_tensor").put("name", tensor.name());
            case Refs tensors -> {
                ArrayNode list = argument.putArray("as_tensors");
                tensors.names().forEach(name -> list.addObject().put("name", name));
            }
            case OpenSizes open -> {
                ArrayNode list = argument.putArray("as_sym_ints");
                for (int i = 0; i < open.count(); i++) {
                    list.addObject().put("as_name", "s" + i);
                }
            }
            case Integer whole -> argument.put("as_int", whole);
            case Double real -> argument.put("as_float", real);
            case Boolean flag -> argument.put("as_bool", flag);
            case String text -> argument.put("as_string", text);
            case int[] list -> {
                ArrayNode numbers = argument.putArray("as_ints");
                for (int number : list) {
                    numbers.add(number);
                }
            }
            case double[] list -> {
                ArrayNode numbers = argument.putArray("as_floats");
                for (double number : list) {
                    numbers.add(number);
                }
            }
            default -> throw new IllegalArgumentException(value.toString());
        }
    }

    /** The names of its operations. */
    Set<String> operations() {
        return operations;
    }

    Path write(Path file) throws IOException {
        graph.putArray("outputs")
                .addObject()
                .putObject("as_tensor")
                .put("name", given.isEmpty() ? output : given);
        Map<String, byte[]> members = new HashMap<>();
        members.put("models/model.json", JSON.writeValueAsBytes(program));
        members.put(
                "data/weights/model_weights_config.json",
                JSON.writeValueAsBytes(JSON.createObjectNode().set("config", config)));
        weights.forEach((name, values) -> members.put("data/weights/" + name, values));
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, byte[]> member : members.entrySet()) {
                zip.putNextEntry(new ZipEntry("test/" + member.getKey()));
                zip.write(member.getValue());
            }
        }
        return file;
    }
}
