package org.eccexplorer.keras;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.eccexplorer.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * Reads the members of a .keras archive that are needed, by name, and trusts none of what the
 * archive says about them: real sizes are counted and checksums computed, which java.util.zip does
 * not do.
 */
final class ArchiveReader {
    private static final int MOST_ENTRIES = 10_000;
    private static final long MOST_BYTES = Integer.MAX_VALUE - 8L;
    private static final long RATIO_FLOOR = 16L << 20;
    private static final long RATIO = 100;

    private final Path file;
    private final Map<String, byte[]> members = new HashMap<>();
    private final Set<String> names = new HashSet<>();

    private ArchiveReader(Path file) {
        this.file = file;
    }

    static ArchiveReader read(Path file, List<String> wanted) throws ProblemException {
        ArchiveReader reader = new ArchiveReader(file);
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.size() > MOST_ENTRIES) {
                throw Faults.limit(
                        file, "The archive has too many entries", zip.size() + " entries");
            }
            for (ZipEntry entry : zip.stream().toList()) {
                String name = entry.getName();
                if (!reader.names.add(name)) {
                    throw Faults.corrupt(file, "The archive holds a member twice", name);
                }
                if (name.contains("..") || name.startsWith("/") || name.contains("\\")) {
                    throw Faults.corrupt(file, "The archive holds a name with a path", name);
                }
                if (wanted.contains(name)) {
                    reader.members.put(name, reader.bytes(zip, entry));
                }
            }
            return reader;
        } catch (IOException e) {
            throw Faults.corrupt(
                    file,
                    "The archive is damaged or cut off",
                    "%s; the file has %,d bytes".formatted(e.getMessage(), size(file)));
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            return 0;
        }
    }

    private byte[] bytes(ZipFile zip, ZipEntry entry) throws IOException, ProblemException {
        String where = file + ", member " + entry.getName();
        long packed = Math.max(1, entry.getCompressedSize());
        long declared = entry.getSize();
        if (declared > MOST_BYTES || (declared > RATIO_FLOOR && declared / packed > RATIO)) {
            throw Faults.limit(
                    where,
                    "The member is too large",
                    "%,d bytes, packed to %,d".formatted(declared, packed));
        }
        byte[] bytes;
        try (InputStream in = zip.getInputStream(entry)) {
            bytes = in.readNBytes((int) declared + 1);
        }
        if (bytes.length != declared) {
            throw Faults.corrupt(
                    where,
                    "The member is not as long as the archive says",
                    "%,d bytes declared, %s"
                            .formatted(
                                    declared,
                                    bytes.length > declared
                                            ? "it has more"
                                            : "it has %,d".formatted(bytes.length)));
        }
        CRC32 crc = new CRC32();
        crc.update(bytes);
        if (crc.getValue() != entry.getCrc()) {
            throw Faults.corrupt(
                    where,
                    "The member is damaged",
                    "its checksum is %08x, the archive says %08x"
                            .formatted(crc.getValue(), entry.getCrc()));
        }
        return bytes;
    }

    boolean contains(String name) {
        return names.contains(name);
    }

    byte @Nullable [] member(String name) {
        return members.get(name);
    }

    /** Whether a member of any folder in the archive ends like this. */
    boolean hasEnding(String ending) {
        return names.stream().anyMatch(name -> name.endsWith(ending));
    }
}
