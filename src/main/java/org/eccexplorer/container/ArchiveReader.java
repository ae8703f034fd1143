package org.eccexplorer.container;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.problem.Reason;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Reads the members of a .keras archive that are needed, by name, and trusts none of what the
 * archive says about them: real sizes are counted and checksums computed, which java.util.zip does
 * not do.
 */
public final class ArchiveReader {
    private static final int MAX_ENTRIES = 10_000;
    private static final long RATIO_FLOOR = 16L << 20;

    private final String where;
    private final Map<String, byte[]> members = new HashMap<>();
    private final Set<String> names = new HashSet<>();

    private ArchiveReader(String where) {
        this.where = where;
    }

    /**
     * Reads an archive.
     *
     * @param wanted names of members, each with the most bytes it may have
     */
    public static ArchiveReader read(ModelFile file, Map<String, Long> wanted)
            throws ProblemException {
        ArchiveReader reader = new ArchiveReader(file.path().toString());
        try (ZipFile zip = new ZipFile(file.path().toFile())) {
            if (zip.size() > MAX_ENTRIES) {
                throw ModelFaults.limit(
                        reader.where,
                        Texts.text("container.tooManyEntries"),
                        Texts.text(
                                "container.entryLimit",
                                Numbers.count(zip.size()),
                                Numbers.count(MAX_ENTRIES)));
            }
            // All names first: of two members of one name only the last would be read.
            for (ZipEntry entry : zip.stream().toList()) {
                reader.checkName(entry.getName());
            }
            for (ZipEntry entry : zip.stream().toList()) {
                Long most = wanted.get(entry.getName());
                if (most != null) {
                    reader.members.put(entry.getName(), reader.bytes(zip, entry, most));
                }
            }
        } catch (IOException e) {
            throw damaged(file, Reason.of(e));
        }
        file.requireUnchanged();
        return reader;
    }

    private static ProblemException damaged(ModelFile file, String message) {
        if (message.contains("encrypted")) {
            return ModelFaults.unsupported(
                    file.path(),
                    Texts.text("container.encrypted"),
                    Texts.text("container.needsPassword"),
                    Texts.text("container.saveWithoutPassword"));
        }
        return ModelFaults.corrupt(
                file.path(),
                Texts.text("container.archiveDamaged"),
                Texts.text(
                        "container.messageAndSize",
                        SafeText.text(message),
                        Numbers.count(file.bytes().length)));
    }

    private void checkName(String name) throws ProblemException {
        if (!names.add(name)) {
            throw ModelFaults.corrupt(
                    where, Texts.text("container.memberTwice"), SafeText.text(name));
        }
        if (name.contains("..") || name.startsWith("/") || name.contains("\\")) {
            throw ModelFaults.corrupt(
                    where, Texts.text("container.nameLeadsOut"), "\"" + SafeText.text(name) + "\"");
        }
    }

    private byte[] bytes(ZipFile zip, ZipEntry entry, long most)
            throws IOException, ProblemException {
        String place = Texts.text("container.member", where, entry.getName());
        long packed = Math.max(1, entry.getCompressedSize());
        long declared = entry.getSize();
        if (declared > Math.min(most, ArchiveMember.maxUnpacked(packed, RATIO_FLOOR))) {
            throw ModelFaults.limit(
                    place,
                    Texts.text("container.memberTooLarge"),
                    Texts.text(
                            "container.memberLimits",
                            Numbers.count(declared),
                            Numbers.count(packed),
                            Numbers.count(most),
                            ArchiveMember.MAX_RATIO));
        }
        try (var member = ArchiveMember.open(zip, entry, place, ModelFaults::corrupt)) {
            return member.bytes();
        }
    }

    public String where() {
        return where;
    }

    public boolean contains(String name) {
        return names.contains(name);
    }

    public byte @Nullable [] member(String name) {
        return members.get(name);
    }

    /** The name of a member that ends like this, null if there is none. */
    public @Nullable String ending(String ending) {
        return names.stream().filter(name -> name.endsWith(ending)).findFirst().orElse(null);
    }

    /** Whether a member of any folder in the archive ends like this. */
    public boolean hasEnding(String ending) {
        return names.stream().anyMatch(name -> name.endsWith(ending));
    }
}
