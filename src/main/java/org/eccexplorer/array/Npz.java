package org.eccexplorer.array;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.eccexplorer.container.ArchiveMember;
import org.eccexplorer.container.FileState;
import org.eccexplorer.files.FileKind;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.problem.Reason;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;

/** Reads an NPZ archive: NPY arrays by name, read when asked for. */
public final class Npz implements AutoCloseable {
    /** Arrays of fewer bytes are read whole. */
    private static final int SMALL = 1 << 16;

    /** Larger arrays hold no texts. */
    private static final long MAX_TEXTS = 64L << 20;

    private final Path file;
    private final FileState opened;
    private final ZipFile zip;
    private final Map<String, ZipEntry> entries = new LinkedHashMap<>();

    private Npz(Path file, FileState opened, ZipFile zip) {
        this.file = file;
        this.opened = opened;
        this.zip = zip;
    }

    /** Opens an archive; only its directory is read. */
    public static Npz open(Path file) throws ProblemException {
        DataFile.requireRegular(file);
        try {
            Npz npz = new Npz(file, FileState.of(file), new ZipFile(file.toFile()));
            npz.list();
            return npz;
        } catch (ZipException e) {
            throw DataFaults.corrupt(file, Texts.text("array.notNpz"), Reason.of(e));
        } catch (IOException e) {
            throw DataFaults.unreadable(file, Reason.of(e));
        }
    }

    private void list() throws ProblemException {
        for (ZipEntry entry : zip.stream().toList()) {
            String name = entry.getName();
            if (!FileKind.NPY.matches(name)) {
                continue;
            }
            if (entries.put(name.substring(0, name.length() - 4), entry) != null) {
                throw DataFaults.corrupt(file, Texts.text("array.arrayTwice"), name);
            }
        }
    }

    /** Names of the arrays, in the order of the archive. */
    public Set<String> names() {
        return entries.keySet();
    }

    /** Reads one array. */
    public NpyArray array(String name) throws ProblemException {
        String where = file + "#" + name;
        return NpyReader.read(where, bytes(where, entry(where, name)));
    }

    /** The texts of an array; empty if it holds anything else. */
    public Optional<List<String>> texts(String name) throws ProblemException {
        String where = file + "#" + name;
        ZipEntry entry = entry(where, name);
        return entry.getSize() > MAX_TEXTS ? Optional.empty() : NpyTexts.read(bytes(where, entry));
    }

    /** Reads the selected rows of an array; of a large one no others are held. */
    public ArrayRows rows(String name, Selection selection) throws ProblemException {
        String where = file + "#" + name;
        ZipEntry entry = entry(where, name);
        if (entry.getSize() < SMALL) {
            return NpyStream.rows(array(name), selection);
        }
        try (var member = ArchiveMember.open(zip, entry, where, DataFaults::corrupt)) {
            return rows(where, member, entry.getSize(), selection);
        } catch (IOException e) {
            throw DataFaults.corrupt(where, Texts.text("array.damaged"), Reason.of(e));
        }
    }

    private static ArrayRows rows(
            String where, ArchiveMember member, long length, Selection selection)
            throws IOException, ProblemException {
        try {
            ArrayRows rows = NpyStream.read(where, member, length, selection);
            member.requireEnd();
            return rows;
        } catch (EOFException e) {
            throw member.tooShort();
        }
    }

    private ZipEntry entry(String where, String name) throws ProblemException {
        ZipEntry entry = entries.get(name);
        if (entry == null) {
            throw DataFaults.unsupported(
                    where,
                    Texts.text("array.noSuchArray"),
                    Texts.text("array.archiveHas", String.join(", ", entries.keySet())),
                    Texts.text("array.nameOneOf"));
        }
        if (entry.getSize() > DataFile.maxUnpacked(entry.getCompressedSize())) {
            throw DataFaults.limit(
                    where,
                    Texts.text("array.tooLarge"),
                    Texts.text(
                            "array.packedTo",
                            Numbers.count(entry.getSize()),
                            Numbers.count(entry.getCompressedSize())),
                    Texts.text("array.savePart"));
        }
        return entry;
    }

    private byte[] bytes(String where, ZipEntry entry) throws ProblemException {
        NpyReader.checkWhole(where, entry.getSize(), Texts.text("array.savePart"));
        try (var member = ArchiveMember.open(zip, entry, where, DataFaults::corrupt)) {
            return member.bytes();
        } catch (IOException e) {
            throw DataFaults.corrupt(where, Texts.text("array.damaged"), Reason.of(e));
        }
    }

    /** Ends the reading; arrays of a file that changed meanwhile may not belong together. */
    @Override
    public void close() throws ProblemException {
        try {
            zip.close();
            opened.requireUnchanged();
        } catch (IOException e) {
            throw DataFaults.unreadable(file, Reason.of(e));
        }
    }
}
