package org.eccexplorer.keras;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Good model files, changed. */
final class Forgery {
    static final String CONFIG = "config.json";
    static final String METADATA = "metadata.json";
    static final String WEIGHTS = "model.weights.h5";

    private Forgery() {}

    /** The members of a fixture, in order. */
    static Map<String, byte[]> members(String fixture) {
        Map<String, byte[]> members = new LinkedHashMap<>();
        try (ZipInputStream zip =
                new ZipInputStream(new ByteArrayInputStream(Fixtures.bytes(fixture)))) {
            for (ZipEntry e = zip.getNextEntry(); e != null; e = zip.getNextEntry()) {
                members.put(e.getName(), zip.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return members;
    }

    /** An archive of these members, stored as Keras stores them. */
    static byte[] archive(Map<String, byte[]> members) {
        return archive(members, ZipEntry.STORED);
    }

    static byte[] archive(Map<String, byte[]> members, int method) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> member : members.entrySet()) {
                ZipEntry entry = new ZipEntry(member.getKey());
                entry.setMethod(method);
                entry.setSize(member.getValue().length);
                CRC32 crc = new CRC32();
                crc.update(member.getValue());
                entry.setCrc(crc.getValue());
                zip.putNextEntry(entry);
                zip.write(member.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** A .keras fixture with one member changed, added or (by null) taken away. */
    static byte[] withMember(String fixture, String name, byte... content) {
        Map<String, byte[]> members = members(fixture);
        members.put(name, content);
        return archive(members);
    }

    static byte[] withoutMember(String fixture, String name) {
        Map<String, byte[]> members = members(fixture);
        members.remove(name);
        return archive(members);
    }

    /** A .keras fixture of another architecture. */
    static byte[] withConfig(String fixture, String config) {
        return withMember(fixture, CONFIG, config.getBytes(StandardCharsets.UTF_8));
    }

    /** A .keras fixture whose configuration was edited as text. */
    static byte[] editedConfig(String fixture, UnaryOperator<String> edit) {
        String config = new String(members(fixture).get(CONFIG), StandardCharsets.UTF_8);
        String edited = edit.apply(config);
        if (edited.equals(config)) {
            throw new IllegalArgumentException("the edit changed nothing");
        }
        return withConfig(fixture, edited);
    }

    static byte[] editedConfig(String fixture, String from, String to) {
        return editedConfig(fixture, config -> config.replace(from, to));
    }

    /** Replaces text by other text of the same length, everywhere. */
    static byte[] patched(byte[] bytes, String from, String to) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        if (from.length() != to.length() || !text.contains(from)) {
            throw new IllegalArgumentException("cannot replace " + from);
        }
        return text.replace(from, to).getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Replaces one float32 value by another, everywhere. */
    static byte[] patched(byte[] bytes, float from, float to) {
        return patched(bytes, text(from), text(to));
    }

    private static String text(float value) {
        byte[] bytes =
                ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putFloat(value).array();
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
