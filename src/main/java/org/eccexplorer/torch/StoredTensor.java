package org.eccexplorer.torch;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.eccexplorer.channelsfirst.TrainedTensor;
import org.eccexplorer.container.ModelFaults;
import org.eccexplorer.container.SafeText;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.text.Texts;

/** A tensor of an exported program: floats, widened or narrowed to float32, at any strides. */
final class StoredTensor {
    private static final int FLOAT16 = 6;
    private static final int FLOAT32 = 7;
    private static final int FLOAT64 = 8;
    private static final int BFLOAT16 = 13;
    private static final int MAX_RANK = 8;

    /** The layout of plain numbers, the others are sparse. */
    private static final int STRIDED = 7;

    private StoredTensor() {}

    static TrainedTensor read(String where, JsonNode entry, byte[] bytes) throws ProblemException {
        JsonNode meta = entry.path("tensor_meta");
        int type = meta.path("dtype").asInt();
        int width = width(type);
        if (width == 0) {
            throw ModelFaults.unsupported(
                    where,
                    Texts.text("channelsfirst.notFloat32"),
                    Texts.text("channelsfirst.typeNumber", type),
                    Texts.text("channelsfirst.exportAsFloat32"));
        }
        JsonNode layout = meta.path("layout");
        if (!layout.isMissingNode() && layout.asInt(-1) != STRIDED) {
            throw ModelFaults.unsupported(
                    where,
                    Texts.text("torch.notStrided"),
                    Texts.text("torch.layout", SafeText.json(layout)),
                    Texts.text("torch.makeDense"));
        }
        int[] shape = integers(where, meta.path("sizes"));
        int[] strides = integers(where, meta.path("strides"));
        long offset = offset(meta.path("storage_offset").path("as_int"));
        long size = size(shape, strides, offset, bytes.length / width);
        if (size < 0) {
            throw ModelFaults.corrupt(
                    where,
                    Texts.text("torch.tensorBeyondBytes"),
                    Texts.text(
                            "torch.tensorPlace",
                            Arrays.toString(shape),
                            Arrays.toString(strides),
                            SafeText.json(meta.path("storage_offset")),
                            bytes.length));
        }
        ByteBuffer stored = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        float[] values = new float[(int) size];
        int[] index = new int[shape.length];
        for (int i = 0; i < values.length; i++) {
            long at = offset;
            for (int d = 0; d < shape.length; d++) {
                at += (long) index[d] * strides[d];
            }
            values[i] = value(stored, type, (int) at * width);
            for (int d = shape.length - 1; d >= 0 && ++index[d] == shape[d]; d--) {
                index[d] = 0;
            }
        }
        return new TrainedTensor(values, shape);
    }

    /** Where its values begin, −1 if that is no place at all. */
    private static long offset(JsonNode given) {
        boolean place = given.isIntegralNumber() && given.canConvertToLong();
        return given.isMissingNode() ? 0 : place ? given.longValue() : -1;
    }

    /** How many values it has; −1 if one of them lies outside those that are stored. */
    private static long size(int[] shape, int[] strides, long offset, long stored) {
        if (strides.length != shape.length || offset < 0 || offset > stored) {
            return -1;
        }
        long size = 1;
        long last = offset;
        for (int d = 0; d < shape.length; d++) {
            if (shape[d] == 0) {
                return 0;
            }
            size *= shape[d];
            last += (shape[d] - 1L) * strides[d];
            // Both within 2³¹ before each step, so that neither can pass 2⁶³ in it.
            if (size > stored || last >= stored) {
                return -1;
            }
        }
        return last < stored ? size : -1;
    }

    /** Bytes of a value; 0 for types that are not read. */
    private static int width(int type) {
        return switch (type) {
            case FLOAT16, BFLOAT16 -> Short.BYTES;
            case FLOAT32 -> Float.BYTES;
            case FLOAT64 -> Double.BYTES;
            default -> 0;
        };
    }

    private static float value(ByteBuffer stored, int type, int at) {
        return switch (type) {
            case FLOAT16 -> Float.float16ToFloat(stored.getShort(at));
            case BFLOAT16 -> Float.intBitsToFloat(stored.getShort(at) << 16);
            case FLOAT64 -> (float) stored.getDouble(at);
            default -> stored.getFloat(at);
        };
    }

    private static int[] integers(String where, JsonNode list) throws ProblemException {
        if (list.size() > MAX_RANK) {
            throw ModelFaults.corrupt(
                    where,
                    Texts.text("torch.tooManyDimensions"),
                    Texts.text("torch.dimensions", list.size(), MAX_RANK));
        }
        int[] values = new int[list.size()];
        for (int i = 0; i < values.length; i++) {
            JsonNode size = list.path(i).path("as_int");
            values[i] = size.asInt(-1);
            if (values[i] < 0 || !size.isInt()) {
                throw ModelFaults.corrupt(
                        where,
                        Texts.text("torch.noFixedSize"),
                        Texts.text("torch.sizeIs", SafeText.json(list.path(i))));
            }
        }
        return values;
    }
}
