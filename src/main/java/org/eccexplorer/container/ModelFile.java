package org.eccexplorer.container;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.problem.Reason;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;

/**
 * A model file, read whole.
 *
 * @param state of the file as of the read
 */
public record ModelFile(Path path, byte[] bytes, FileState state) {

    /** Reads a regular file; a pipe or a device, which could block for ever, is not opened. */
    public static ModelFile read(Path path) throws ProblemException {
        requireRegular(path);
        try {
            long size = Files.size(path);
            long most = maxBytes();
            if (size > most) {
                throw ModelFaults.limit(
                        path,
                        Texts.text("container.fileTooLarge"),
                        Texts.text(
                                "container.bytesAndLimit",
                                Numbers.count(size),
                                Numbers.count(most)));
            }
            FileState state = FileState.of(path);
            byte[] bytes = Files.readAllBytes(path);
            if (bytes.length == 0) {
                throw ModelFaults.corrupt(
                        path, Texts.text("container.fileEmpty"), Texts.text("container.noBytes"));
            }
            state.requireUnchanged();
            return new ModelFile(path, bytes, state);
        } catch (IOException e) {
            throw ModelFaults.unreadable(path, Reason.of(e));
        }
    }

    /** Refuses what is no file, or no regular one, before anything blocks on it. */
    static void requireRegular(Path path) throws ProblemException {
        if (!Files.exists(path)) {
            throw ModelFaults.unreadable(
                    path,
                    Files.isSymbolicLink(path)
                            ? Texts.text("container.linkToNothing")
                            : Texts.text("container.noSuchFile"));
        }
        if (!Files.isRegularFile(path)) {
            throw ModelFaults.unreadable(path, Texts.text("container.notRegular"));
        }
        if (!Files.isReadable(path)) {
            throw ModelFaults.unreadable(path, Texts.text("container.permissionDenied"));
        }
    }

    /** Reads a file that a model names: one beside it, and no link to elsewhere. */
    public static ModelFile beside(Path model, String name) throws ProblemException {
        boolean plain = name.matches("[^/\\\\:\\p{Cntrl}]+") && !name.startsWith("..");
        Path beside = plain ? model.resolveSibling(name) : model;
        if (!plain || Files.isSymbolicLink(beside)) {
            throw ModelFaults.unsupported(
                    model,
                    Texts.text("container.weightsOutside"),
                    Texts.text("container.weightsFile", SafeText.text(name)),
                    Texts.text("container.putTogether"));
        }
        if (!Files.isRegularFile(beside, LinkOption.NOFOLLOW_LINKS)) {
            throw ModelFaults.unreadable(beside, Texts.text("container.weightsFileMissing"));
        }
        return read(beside);
    }

    /**
     * Reads one of the files that a folder of a model consists of. It is no link to elsewhere, but
     * may be one into the cache of Hugging Face that the folder is in.
     */
    public static ModelFile within(Path folder, String name) throws ProblemException {
        Path file = folder.resolve(name);
        if (!Files.isRegularFile(file)) {
            throw ModelFaults.unreadable(file, Texts.text("container.weightsFileMissing"));
        }
        if (Files.isSymbolicLink(file) && !isCached(folder, file)) {
            throw ModelFaults.unsupported(
                    file,
                    Texts.text("container.linkLeadsOut"),
                    Texts.text("container.fileIsLink", name),
                    Texts.text("container.replaceLink"));
        }
        return read(file);
    }

    /** Whether {@code …/snapshots/REVISION/file} leads to {@code …/blobs/HASH}. */
    private static boolean isCached(Path folder, Path file) throws ProblemException {
        try {
            Path snapshots = folder.toRealPath().getParent();
            return snapshots != null
                    && snapshots.endsWith("snapshots")
                    && file.toRealPath().startsWith(snapshots.resolveSibling("blobs"));
        } catch (IOException e) {
            throw ModelFaults.unreadable(file, Reason.of(e));
        }
    }

    /** How much of the memory one file, or one member of an archive, may take. */
    public static long maxBytes() {
        return Math.min(Integer.MAX_VALUE - 8, Runtime.getRuntime().maxMemory() / 10 * 4);
    }

    /** Archives are opened by path once more: what was hashed must be what was read. */
    void requireUnchanged() throws ProblemException {
        state.requireUnchanged();
    }

    public String sha256() {
        return sha256(List.of(this));
    }

    /** Of several files, one behind the other. */
    public static String sha256(List<ModelFile> files) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            files.forEach(file -> digest.update(file.bytes));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }
}
