package org.eccexplorer.array;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.eccexplorer.tensor.Shape;
import org.eccexplorer.text.Texts;

/** Collects values of one of NumPy's types, block by block: bytes as bytes, others as float32. */
public final class PixelBuilder {
    /** The type of unsigned bytes. */
    public static final String BYTES = "u1";

    private static final int BLOCK = 1 << 16;

    private final String type;
    private final byte[] bytes;
    private final float[] floats;
    private int filled;

    /**
     * @param type as NumPy writes it, without byte order
     * @param size number of values to come
     */
    public PixelBuilder(String type, int size) {
        this.type = type;
        bytes = new byte[isBytes(type) ? size : 0];
        floats = new float[isBytes(type) ? 0 : size];
    }

    public static boolean isBytes(String type) {
        return type.equals(BYTES);
    }

    /** Bytes of memory that a value of a type takes. */
    public static int width(String type) {
        return isBytes(type) ? 1 : Float.BYTES;
    }

    /** Adds values, in the buffer's byte order, to its end. */
    public void add(ByteBuffer block) {
        int width = NpyType.width(type);
        if (isBytes(type)) {
            int count = block.remaining();
            block.get(bytes, filled, count);
            filled += count;
            return;
        }
        while (block.remaining() >= width) {
            floats[filled++] = (float) NpyType.next(type, block);
        }
    }

    /** Adds values of an array, which are those of this type. */
    void add(double[] numbers, int from, int to) {
        for (int i = from; i < to; i++) {
            if (isBytes(type)) {
                bytes[filled++] = (byte) numbers[i];
            } else {
                floats[filled++] = (float) numbers[i];
            }
        }
    }

    /**
     * Adds so many values of a stream.
     *
     * @throws EOFException if it has fewer
     */
    public void add(InputStream in, ByteOrder order, long count) throws IOException {
        if (isBytes(type)) {
            int length = (int) count;
            if (in.readNBytes(bytes, filled, length) < length) {
                throw new EOFException(Texts.text("array.endedWhileRead"));
            }
            filled += length;
            return;
        }
        int width = NpyType.width(type);
        byte[] block = new byte[(int) Math.min(BLOCK, count * width)];
        for (long left = count; left > 0; ) {
            int length = (int) Math.min(block.length / width, left) * width;
            if (in.readNBytes(block, 0, length) < length) {
                throw new EOFException(Texts.text("array.endedWhileRead"));
            }
            add(ByteBuffer.wrap(block, 0, length).order(order));
            left -= length / width;
        }
    }

    /**
     * Turns images whose channels are planes, one behind the other, to channels-last.
     *
     * @param shape of one image
     */
    public void channelsLast(Shape shape) {
        int size = shape.size();
        int plane = shape.pixels();
        byte[] byteImage = new byte[bytes.length > 0 ? size : 0];
        float[] floatImage = new float[floats.length > 0 ? size : 0];
        for (int start = 0; start < filled; start += size) {
            if (isBytes(type)) {
                System.arraycopy(bytes, start, byteImage, 0, size);
            } else {
                System.arraycopy(floats, start, floatImage, 0, size);
            }
            for (int i = 0; i < size; i++) {
                int to = start + i % plane * shape.channels() + i / plane;
                if (isBytes(type)) {
                    bytes[to] = byteImage[i];
                } else {
                    floats[to] = floatImage[i];
                }
            }
        }
    }

    /** All values; nothing is added afterwards. */
    public Pixels pixels() {
        return isBytes(type) ? new BytePixels(bytes) : new FloatPixels(floats);
    }
}
