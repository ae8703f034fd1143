package org.eccexplorer.array;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.text.Texts;

/** Reads some rows of an NPY array from a stream; the others are passed over, never held. */
public final class NpyStream {
    private static final int MAX_HEADER = 64 << 10;

    private NpyStream() {}

    public static ArrayRows read(Path file, Selection selection) throws ProblemException {
        DataFile data = DataFile.of(file);
        return data.read(in -> read(file, in, data.length(), selection));
    }

    /**
     * Reads the selected rows; the stream is read to its end.
     *
     * @param length of the whole stream, in bytes
     */
    static ArrayRows read(Object where, InputStream in, long length, Selection selection)
            throws IOException, ProblemException {
        byte[] start = in.readNBytes(12);
        int header = start.length < 12 || !NpyReader.isNpy(start) ? 0 : headerLength(start);
        if (header < 12 || header > length) {
            return rows(NpyReader.read(where, joined(where, start, in, length)), selection);
        }
        byte[] text = Arrays.copyOf(start, header);
        if (in.readNBytes(text, 12, header - 12) < header - 12) {
            throw new EOFException();
        }
        int from = start[6] == 1 ? 10 : 12;
        NpyReader.Header array =
                NpyReader.header(
                        where, new String(text, from, header - from, StandardCharsets.UTF_8));
        if (array.bytes() != length - header) {
            throw NpyReader.wrongLength(where, array, length - header);
        }
        if (array.fortran() || array.shape().length == 0 || array.shape()[0] == 0) {
            return rows(NpyReader.read(where, joined(where, text, in, length)), selection);
        }
        return rows(array, in, selection.within(array.shape()[0]));
    }

    /** Of everything before the numbers; 0 if it is not one that is read from a stream. */
    private static int headerLength(byte[] start) {
        ByteBuffer sizes = ByteBuffer.wrap(start).order(ByteOrder.LITTLE_ENDIAN);
        long length =
                switch (start[6]) {
                    case 1 -> 10L + (sizes.getShort(8) & 0xffff);
                    case 2, 3 -> 12L + (sizes.getInt(8) & 0xffffffffL);
                    default -> 0;
                };
        return length > MAX_HEADER ? 0 : (int) length;
    }

    /** What was read of a stream already, and the rest of it. */
    private static byte[] joined(Object where, byte[] start, InputStream rest, long length)
            throws IOException, ProblemException {
        NpyReader.checkWhole(where, length, Texts.text("array.saveInOrder"));
        byte[] bytes = Arrays.copyOf(start, (int) length);
        int read = rest.readNBytes(bytes, start.length, (int) length - start.length);
        if (read < length - start.length) {
            throw new EOFException();
        }
        return bytes;
    }

    private static ArrayRows rows(NpyReader.Header array, InputStream in, Selection part)
            throws IOException, ProblemException {
        int[] shape = array.shape().clone();
        long row = NpyArray.size(shape) / shape[0];
        part.checkMemory(row, PixelBuilder.width(array.type()));
        shape[0] = part.count();
        int width = NpyType.width(array.type());
        PixelBuilder values = new PixelBuilder(array.type(), (int) row * part.count());
        in.skipNBytes(part.from() * row * width);
        values.add(in, array.order(), row * part.count());
        in.skipNBytes((array.shape()[0] - part.to()) * row * width);
        return new ArrayRows(array.type(), shape, array.shape()[0], values);
    }

    /** Some rows of an array that was read whole. */
    static ArrayRows rows(NpyArray whole, Selection selection) throws ProblemException {
        int[] shape = whole.shape().clone();
        int total = shape.length == 0 ? 0 : shape[0];
        if (total == 0) {
            return new ArrayRows(whole.type(), shape, 0, new PixelBuilder(whole.type(), 0));
        }
        Selection part = selection.within(total);
        int row = whole.values().length / total;
        shape[0] = part.count();
        PixelBuilder values = new PixelBuilder(whole.type(), row * part.count());
        values.add(whole.values(), part.from() * row, part.to() * row);
        return new ArrayRows(whole.type(), shape, total, values);
    }
}
