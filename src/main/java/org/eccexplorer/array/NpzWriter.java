package org.eccexplorer.array;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.eccexplorer.files.AtomicFile;
import org.eccexplorer.problem.ProblemException;

/** Writes arrays as NumPy's NPZ, compressed, readable by numpy.load. */
public final class NpzWriter {
    private NpzWriter() {}

    /** Writes an archive; the arrays must be of type f4, f8 or i4. */
    public static void write(Path file, Map<String, NpyArray> arrays) throws ProblemException {
        AtomicFile.write(file, out -> archive(out, arrays));
    }

    /** An archive as bytes, the same for the same arrays in the same order. */
    public static byte[] bytes(Map<String, NpyArray> arrays) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            archive(out, arrays);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory has no faults
        }
        return out.toByteArray();
    }

    private static void archive(OutputStream out, Map<String, NpyArray> arrays) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out);
        for (var entry : arrays.entrySet()) {
            ZipEntry member = new ZipEntry(entry.getKey() + ".npy");
            member.setTime(0);
            zip.putNextEntry(member);
            array(zip, entry.getValue());
            zip.closeEntry();
        }
        zip.finish();
    }

    private static void array(OutputStream out, NpyArray array) throws IOException {
        String shape = array.shapeText();
        String tuple = array.shape().length == 1 ? shape.replace(")", ",)") : shape;
        String header =
                "{'descr': '<"
                        + (array.type() + "', 'fortran_order': False, 'shape': ")
                        + (tuple + ", }");
        int padding = 63 - (10 + header.length()) % 64;
        header = header + " ".repeat(padding) + "\n";
        ByteBuffer prefix = ByteBuffer.allocate(10).order(ByteOrder.LITTLE_ENDIAN);
        prefix.put((byte) 0x93).put("NUMPY".getBytes(StandardCharsets.ISO_8859_1));
        prefix.put((byte) 1).put((byte) 0).putShort((short) header.length());
        out.write(prefix.array());
        out.write(header.getBytes(StandardCharsets.ISO_8859_1));
        ByteBuffer value = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
        for (double number : array.values()) {
            value.clear();
            switch (array.type()) {
                case "f4" -> value.putFloat((float) number);
                case "f8" -> value.putDouble(number);
                case "i4" -> value.putInt((int) number);
                default -> throw new IllegalArgumentException(array.type());
            }
            out.write(value.array(), 0, value.position());
        }
    }
}
