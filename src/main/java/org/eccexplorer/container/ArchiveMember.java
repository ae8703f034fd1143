package org.eccexplorer.container;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HexFormat;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;

/**
 * A member of a ZIP archive as a stream that trusts nothing the archive says about it: its real
 * size is counted and its checksum computed, which java.util.zip does not do.
 */
public final class ArchiveMember extends FilterInputStream {
    /** How many times its packed size a large member may have. */
    static final long MAX_RATIO = 100;

    private final CheckedInputStream checked;
    private final ZipEntry entry;
    private final String where;
    private final Corrupt corrupt;

    /** Words a problem as files of one purpose have them. */
    @FunctionalInterface
    public interface Corrupt {
        ProblemException problem(Object where, String what, String why);
    }

    private ArchiveMember(
            CheckedInputStream checked, ZipEntry entry, String where, Corrupt corrupt) {
        super(checked);
        this.checked = checked;
        this.entry = entry;
        this.where = where;
        this.corrupt = corrupt;
    }

    /**
     * Opens a member.
     *
     * @param where it is, for messages
     * @param corrupt makes the problem of a damaged one
     */
    public static ArchiveMember open(ZipFile zip, ZipEntry entry, String where, Corrupt corrupt)
            throws IOException {
        InputStream in = zip.getInputStream(entry);
        return new ArchiveMember(new CheckedInputStream(in, new CRC32()), entry, where, corrupt);
    }

    /**
     * How many bytes packed data may become.
     *
     * @param floor so many in any case
     */
    public static long maxUnpacked(long packed, long floor) {
        return Math.max(floor, packed * MAX_RATIO);
    }

    /** All of its bytes. */
    public byte[] bytes() throws IOException, ProblemException {
        // One byte more than declared shows a member that lies about its size.
        byte[] bytes = readNBytes((int) entry.getSize() + 1);
        if (bytes.length < entry.getSize()) {
            throw tooShort();
        }
        requireEnd(bytes.length > entry.getSize());
        return bytes;
    }

    /** Refuses a member that goes on behind what was read, or was damaged. */
    public void requireEnd() throws IOException, ProblemException {
        requireEnd(read() >= 0);
    }

    private void requireEnd(boolean goesOn) throws ProblemException {
        if (goesOn) {
            throw wrongLength(Texts.text("container.memberGoesOn", Numbers.count(entry.getSize())));
        }
        long checksum = checked.getChecksum().getValue();
        if (checksum != entry.getCrc()) {
            throw corrupt.problem(
                    where,
                    Texts.text("container.memberDamaged"),
                    Texts.text("container.checksumsDiffer", hex(checksum), hex(entry.getCrc())));
        }
    }

    private static String hex(long checksum) {
        return HexFormat.of().toHexDigits(checksum, 8);
    }

    /** The problem of a member that ended before its declared size. */
    public ProblemException tooShort() {
        return wrongLength(Texts.text("container.memberEndsEarly", Numbers.count(entry.getSize())));
    }

    private ProblemException wrongLength(String why) {
        return corrupt.problem(where, Texts.text("container.wrongMemberLength"), why);
    }
}
