package org.eccexplorer.keras;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** The model files of the tests, and ways to damage them. */
final class Files {
    private Files() {}

    static Path fixture(String name) {
        return resource("/org/eccexplorer/keras/" + name);
    }

    static Path resource(String name) {
        try {
            return Path.of(Objects.requireNonNull(Files.class.getResource(name), name).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(name, e);
        }
    }

    static byte[] bytes(String name) throws IOException {
        return java.nio.file.Files.readAllBytes(fixture(name));
    }

    static Map<String, byte[]> members(String name) throws IOException {
        Map<String, byte[]> members = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(fixture(name).toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                members.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        }
        return members;
    }

    /** An archive with these members, stored as Keras does. */
    static byte[] archive(Map<String, byte[]> members) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (var member : members.entrySet()) {
                ZipEntry entry = new ZipEntry(member.getKey());
                entry.setMethod(ZipEntry.STORED);
                entry.setSize(member.getValue().length);
                CRC32 crc = new CRC32();
                crc.update(member.getValue());
                entry.setCrc(crc.getValue());
                zip.putNextEntry(entry);
                zip.write(member.getValue());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    /** A .keras file whose configuration was edited as text. */
    static byte[] withConfig(String name, UnaryOperator<String> edit) throws IOException {
        Map<String, byte[]> members = members(name);
        String config = new String(members.get("config.json"), StandardCharsets.UTF_8);
        String edited = edit.apply(config);
        if (edited.equals(config)) {
            throw new IllegalArgumentException("the edit changed nothing");
        }
        members.put("config.json", edited.getBytes(StandardCharsets.UTF_8));
        return archive(members);
    }

    /** Replaces bytes by others of the same length, everywhere. */
    static byte[] replaced(byte[] bytes, String from, String to) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        if (from.length() != to.length() || !text.contains(from)) {
            throw new IllegalArgumentException("cannot replace " + from);
        }
        return text.replace(from, to).getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Writes another float32 value over the last place that holds the first one. */
    static byte[] withFloat(byte[] bytes, float from, float to) {
        int wanted = Float.floatToIntBits(from);
        int other = Float.floatToIntBits(to);
        byte[] changed = bytes.clone();
        for (int at = bytes.length - 4; at >= 0; at--) {
            int found =
                    bytes[at] & 0xff
                            | (bytes[at + 1] & 0xff) << 8
                            | (bytes[at + 2] & 0xff) << 16
                            | (bytes[at + 3] & 0xff) << 24;
            if (found == wanted) {
                for (int i = 0; i < 4; i++) {
                    changed[at + i] = (byte) (other >> 8 * i);
                }
                return changed;
            }
        }
        throw new IllegalArgumentException("no such value");
    }
}
