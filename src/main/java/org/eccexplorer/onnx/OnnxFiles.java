package org.eccexplorer.onnx;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.eccexplorer.container.ModelFaults;
import org.eccexplorer.container.ModelFile;
import org.eccexplorer.container.SafeText;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.problem.Reason;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;

/**
 * The weights that an ONNX model keeps in a file beside it. Only plain files in the model's own
 * folder are opened, named without any path: the author of the model chose the place.
 */
final class OnnxFiles {
    private final Path model;
    private final Map<String, byte[]> read = new HashMap<>();

    OnnxFiles(Path model) {
        this.model = model;
    }

    String where() {
        return model.toString();
    }

    /** The bytes of a tensor, by the entries that say where they lie. */
    ByteBuffer external(String tensor, Map<String, String> entries) throws ProblemException {
        String name = entries.getOrDefault("location", "");
        byte[] bytes = bytes(name);
        try {
            long offset = Long.parseLong(entries.getOrDefault("offset", "0"));
            long length =
                    Long.parseLong(entries.getOrDefault("length", "" + (bytes.length - offset)));
            if (offset < 0 || length < 0 || offset > bytes.length - length) {
                throw ModelFaults.corrupt(
                        where() + ", " + SafeText.text(tensor),
                        Texts.text("onnx.weightsBeyondFile"),
                        Texts.text(
                                "onnx.weightsPlace",
                                Numbers.count(length),
                                Numbers.count(offset),
                                SafeText.text(name),
                                Numbers.count(bytes.length)));
            }
            return ByteBuffer.wrap(bytes, (int) offset, (int) length)
                    .slice()
                    .order(ByteOrder.LITTLE_ENDIAN);
        } catch (NumberFormatException e) {
            throw ModelFaults.corrupt(
                    where() + ", " + SafeText.text(tensor),
                    Texts.text("onnx.placeIsNoNumber"),
                    SafeText.text(Reason.of(e)));
        }
    }

    private byte[] bytes(String name) throws ProblemException {
        byte[] known = read.get(name);
        if (known != null) {
            return known;
        }
        byte[] bytes = ModelFile.beside(model, name).bytes();
        read.put(name, bytes);
        return bytes;
    }
}
