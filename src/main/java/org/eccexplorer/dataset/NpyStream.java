package org.eccexplorer.dataset;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.eccexplorer.problem.ProblemException;

/** Reads some rows of an NPY array from a stream; the others are passed over, never held. */
final class NpyStream {
    private static final int MOST_HEADER = 64 << 10;
    private static final int BLOCK = 1 << 16;

    /** Held while images are made of them: as double, as float, and scaled. */
    private static final int BYTES_PER_VALUE = 16;

    private NpyStream() {}

    /**
     * Some rows of an array.
     *
     * @param total rows that the whole array has
     */
    record Part(NpyArray array, int total) {}

    static NpyArray read(Path file, Selection selection) throws ProblemException {
        FileBytes.requireRegular(file);
        try (InputStream in = Files.newInputStream(file)) {
            return read(file, in, Files.size(file), selection).array();
        } catch (EOFException e) {
            throw Faults.corrupt(file, "The file is cut off", "it ended while it was read");
        } catch (IOException e) {
            throw Faults.unreadable(file, String.valueOf(e.getMessage()));
        }
    }

    /**
     * Reads the selected rows; the stream is read to its end.
     *
     * @param length of the whole stream, in bytes
     */
    static Part read(Object where, InputStream in, long length, Selection selection)
            throws IOException, ProblemException {
        byte[] start = in.readNBytes(12);
        int header = start.length < 12 || !NpyReader.isNpy(start) ? 0 : headerLength(start);
        if (header < 12 || header > length) {
            byte[] bytes = FileBytes.joined(where, start, in, length);
            return rows(NpyReader.read(where, bytes), selection);
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
            byte[] bytes = FileBytes.joined(where, text, in, length);
            return rows(NpyReader.read(where, bytes), selection);
        }
        return new Part(rows(array, in, selection.within(array.shape()[0])), array.shape()[0]);
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
        return length > MOST_HEADER ? 0 : (int) length;
    }

    private static NpyArray rows(NpyReader.Header array, InputStream in, Selection part)
            throws IOException, ProblemException {
        int[] shape = array.shape().clone();
        long values = NpyArray.size(shape) / shape[0];
        part.checkMemory(values, BYTES_PER_VALUE);
        shape[0] = part.count();
        int width = NpyType.width(array.type());
        in.skipNBytes(part.from() * values * width);
        double[] data = new double[Math.toIntExact(values * part.count())];
        byte[] block = new byte[BLOCK];
        ByteBuffer buffer = ByteBuffer.wrap(block).order(array.order());
        for (int at = 0; at < data.length; ) {
            int count = Math.min(BLOCK / width, data.length - at);
            if (in.readNBytes(block, 0, count * width) < count * width) {
                throw new EOFException();
            }
            buffer.clear();
            for (int end = at + count; at < end; at++) {
                data[at] = NpyType.next(array.type(), buffer);
            }
        }
        in.skipNBytes((array.shape()[0] - part.to()) * values * width);
        return new NpyArray(array.type(), shape, data);
    }

    /** Some rows of an array that was read whole. */
    static Part rows(NpyArray whole, Selection selection) throws ProblemException {
        int[] shape = whole.shape();
        int total = shape.length == 0 ? 0 : shape[0];
        if (total == 0) {
            return new Part(whole, 0);
        }
        Selection part = selection.within(total);
        int values = whole.values().length / total;
        int[] fewer = shape.clone();
        fewer[0] = part.count();
        double[] data =
                Arrays.copyOfRange(whole.values(), part.from() * values, part.to() * values);
        return new Part(new NpyArray(whole.type(), fewer, data), total);
    }
}
