package org.eccexplorer.script;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.eccexplorer.array.NpyArray;
import org.eccexplorer.problem.ProblemException;

/**
 * Writes arrays in the safetensors format of Hugging Face: the length of the header as a 64-bit
 * integer, the header as JSON (type, shape and place of each tensor), then the values, all
 * little-endian. The header ends with spaces so that the values begin at a multiple of 8.
 */
final class SafeTensors {
    private static final int ALIGNMENT = 8;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private SafeTensors() {}

    /** Writes a file and reads it back; the arrays must be of type f4 or i4. */
    static void write(Path file, Map<String, NpyArray> arrays) throws ProblemException {
        ReadBack.write(
                file,
                out -> {
                    byte[] header = header(arrays);
                    out.write(little(Long.BYTES).putLong(header.length).array());
                    out.write(header);
                    for (NpyArray array : arrays.values()) {
                        values(out, array);
                    }
                });
    }

    /** Padded. */
    static byte[] header(Map<String, NpyArray> arrays) throws JsonProcessingException {
        ObjectNode json = MAPPER.createObjectNode();
        json.putObject("__metadata__").put("format", "pt");
        long at = 0;
        for (Map.Entry<String, NpyArray> entry : arrays.entrySet()) {
            NpyArray array = entry.getValue();
            ObjectNode about = json.putObject(entry.getKey());
            about.put("dtype", isWhole(array) ? "I32" : "F32");
            ArrayNode shape = about.putArray("shape");
            for (int length : array.shape()) {
                shape.add(length);
            }
            long end = at + (long) Float.BYTES * array.values().length;
            about.putArray("data_offsets").add(at).add(end);
            at = end;
        }
        String text = MAPPER.writeValueAsString(json);
        int length = text.getBytes(StandardCharsets.UTF_8).length;
        String padding = " ".repeat((ALIGNMENT - length % ALIGNMENT) % ALIGNMENT);
        return (text + padding).getBytes(StandardCharsets.UTF_8);
    }

    private static boolean isWhole(NpyArray array) {
        return switch (array.type()) {
            case "f4" -> false;
            case "i4" -> true;
            default -> throw new IllegalArgumentException(array.type());
        };
    }

    private static void values(OutputStream out, NpyArray array) throws IOException {
        byte[] bytes = new byte[Float.BYTES];
        ByteBuffer one = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        boolean whole = isWhole(array);
        for (double value : array.values()) {
            if (whole) {
                one.putInt(0, (int) value);
            } else {
                one.putFloat(0, (float) value);
            }
            out.write(bytes);
        }
    }

    private static ByteBuffer little(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
