package org.eccexplorer.array;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eccexplorer.container.SafeText;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;

/**
 * Reads the NPY format, versions 1 to 3, of numbers only. The header is matched by a pattern and
 * never evaluated, and pickled objects are refused.
 */
public final class NpyReader {
    /** An array of more bytes is not read as a whole. */
    private static final long MAX_WHOLE = 2_000_000_000L;

    private static final int MAX_HEADER = 64 << 10;
    private static final long MAX_VALUES = 1L << 40;
    private static final Pattern HEADER =
            Pattern.compile(
                    "\\{\\s*'descr':\\s*'([<>|=]?)([a-zA-Z]\\d+)',\\s*'fortran_order':\\s*(True|False),"
                            + "\\s*'shape':\\s*\\(([\\d,\\s]*)\\),?\\s*\\}\\s*");
    private static final Pattern DESCRIPTION = Pattern.compile("'descr':\\s*([^,}]*)");

    private NpyReader() {}

    static boolean isNpy(byte[] bytes) {
        return bytes.length > 6
                && bytes[0] == (byte) 0x93
                && new String(bytes, 1, 5, StandardCharsets.ISO_8859_1).equals("NUMPY");
    }

    public static NpyArray read(Object where, byte[] bytes) throws ProblemException {
        if (!isNpy(bytes) || bytes.length < 12) {
            throw DataFaults.corrupt(
                    where, Texts.text("array.notNpy"), Texts.text("array.wrongStart"));
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int version = bytes[6];
        if (version < 1 || version > 3) {
            throw DataFaults.unsupported(
                    where,
                    Texts.text("array.versionUnknown"),
                    Texts.text("array.version", version),
                    Texts.text("array.saveWithNumPy"));
        }
        int start = version == 1 ? 10 : 12;
        long length = version == 1 ? buffer.getShort(8) & 0xffff : buffer.getInt(8) & 0xffffffffL;
        if (length > MAX_HEADER || start + length > bytes.length) {
            throw DataFaults.corrupt(
                    where,
                    Texts.text("array.headerTooLong"),
                    Texts.text("array.claimedBytes", Numbers.count(length)));
        }
        String header = new String(bytes, start, (int) length, StandardCharsets.UTF_8);
        buffer.position(start + (int) length);
        return body(where, header, buffer);
    }

    private static NpyArray body(Object where, String text, ByteBuffer buffer)
            throws ProblemException {
        Header header = header(where, text);
        if (header.bytes() != buffer.remaining()) {
            throw wrongLength(where, header, buffer.remaining());
        }
        if (NpyArray.size(header.shape) > MAX_WHOLE / Double.BYTES) {
            throw tooLarge(where, Arrays.toString(header.shape));
        }
        buffer.order(header.order);
        double[] data = new double[(int) NpyArray.size(header.shape)];
        for (int i = 0; i < data.length; i++) {
            data[i] = NpyType.next(header.type, buffer);
        }
        int[] shape = header.shape;
        return new NpyArray(header.type, shape, header.fortran ? rowMajor(data, shape) : data);
    }

    /** What the header of an array says. */
    record Header(String type, ByteOrder order, boolean fortran, int[] shape) {
        long bytes() {
            return NpyArray.size(shape) * NpyType.width(type);
        }
    }

    static Header header(Object where, String header) throws ProblemException {
        Matcher matcher = HEADER.matcher(header);
        if (!header.strip().startsWith("{") || !header.contains("'descr'")) {
            throw DataFaults.corrupt(
                    where,
                    Texts.text("array.headerUnreadable"),
                    Texts.text("array.headerIs", SafeText.text(header.strip())));
        }
        if (!matcher.matches() || NpyType.width(matcher.group(2)) == 0) {
            throw notNumbers(where, header);
        }
        boolean big = matcher.group(1).equals(">");
        return new Header(
                matcher.group(2),
                big ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN,
                matcher.group(3).equals("True"),
                shape(where, matcher.group(4)));
    }

    static ProblemException wrongLength(Object where, Header header, long length) {
        return DataFaults.corrupt(
                where,
                Texts.text("array.wrongLength"),
                Texts.text(
                        "array.bytesNeeded",
                        Arrays.toString(header.shape).replace('[', '(').replace(']', ')'),
                        header.type,
                        Numbers.count(header.bytes()),
                        Numbers.count(length)));
    }

    private static ProblemException notNumbers(Object where, String header) {
        Matcher description = DESCRIPTION.matcher(header);
        String type = description.find() ? description.group(1) : "unreadable";
        return DataFaults.unsupported(
                where,
                Texts.text("array.notNumbers"),
                Texts.text("array.typeNotRead", type),
                Texts.text("array.useFloat32"));
    }

    private static int[] shape(Object where, String text) throws ProblemException {
        String[] parts = text.isBlank() ? new String[0] : text.split(",");
        int[] shape = new int[parts.length];
        long size = 1;
        for (int i = 0; i < parts.length; i++) {
            String part = parts[i].strip();
            if (part.isEmpty() && i == parts.length - 1) {
                return Arrays.copyOf(shape, i);
            }
            if (!part.matches("\\d+")) {
                throw DataFaults.corrupt(
                        where,
                        Texts.text("array.shapeUnreadable"),
                        Texts.text("array.lengthIs", SafeText.text(part)));
            }
            if (part.length() > 10 || Long.parseLong(part) > Integer.MAX_VALUE) {
                throw tooLarge(where, text);
            }
            shape[i] = (int) Long.parseLong(part);
            if (shape[i] > 0 && size > MAX_VALUES / shape[i]) {
                throw tooLarge(where, text);
            }
            size *= shape[i];
        }
        return shape;
    }

    /**
     * Refuses what is too large to be read as a whole.
     *
     * @param length in bytes
     */
    static void checkWhole(Object where, long length, String remedy) throws ProblemException {
        if (length > MAX_WHOLE) {
            throw DataFaults.limit(
                    where,
                    Texts.text("array.tooLargeAtOnce"),
                    Texts.text(
                            "array.bytesAndLimit", Numbers.count(length), Numbers.count(MAX_WHOLE)),
                    remedy);
        }
    }

    private static ProblemException tooLarge(Object where, String shape) {
        return DataFaults.limit(
                where,
                Texts.text("array.tooLarge"),
                Texts.text("array.shapeIs", shape),
                Texts.text("array.savePart"));
    }

    private static double[] rowMajor(double[] columnMajor, int[] shape) {
        double[] rowMajor = new double[columnMajor.length];
        int[] index = new int[shape.length];
        for (double value : columnMajor) {
            int at = 0;
            for (int d = 0; d < shape.length; d++) {
                at = at * shape[d] + index[d];
            }
            rowMajor[at] = value;
            for (int d = 0; d < shape.length && ++index[d] == shape[d]; d++) {
                index[d] = 0;
            }
        }
        return rowMajor;
    }
}
