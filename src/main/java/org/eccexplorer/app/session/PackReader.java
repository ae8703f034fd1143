package org.eccexplorer.app.session;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eccexplorer.array.DataSpec;
import org.eccexplorer.container.ArchiveReader;
import org.eccexplorer.container.ModelFile;
import org.eccexplorer.files.AtomicFile;
import org.eccexplorer.files.FolderTree;
import org.eccexplorer.lesson.Lesson;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.problem.Reason;
import org.eccexplorer.text.Texts;

/**
 * Reads class packs. Model and images are unpacked into a folder of the user's own, named by the
 * pack's hash; nothing else is written, and nothing runs.
 */
public final class PackReader {
    /** So many packs stay unpacked, the newest ones. */
    private static final int KEPT = 8;

    private static final byte[] ZIP = {'P', 'K', 3, 4};

    private PackReader() {}

    /**
     * Reads one; empty if the file is something else, such as a session.
     *
     * @param cache folder for what is unpacked
     * @throws ProblemException if it is a damaged pack, or one of a newer version
     */
    public static Optional<ClassPack> read(Path file, Path cache) throws ProblemException {
        if (!isArchive(file)) {
            return Optional.empty();
        }
        ModelFile bytes = ModelFile.read(file);
        PackMembers said =
                PackMembers.read(
                        file,
                        member(
                                archive(bytes, Map.of(PackMembers.NAME, PackMembers.MOST_TEXT)),
                                file,
                                PackMembers.NAME));
        ArchiveReader archive = archive(bytes, wanted(said));
        List<Lesson> lessons = new ArrayList<>();
        for (String name : said.lessons()) {
            byte[] text = member(archive, file, PackMembers.LESSONS + name);
            lessons.add(new PackedLesson(name, new String(text, StandardCharsets.UTF_8)).read());
        }
        SessionContent content =
                SessionFile.content(file, member(archive, file, PackMembers.SESSION)).withoutRuns();
        Path folder = cache.resolve(bytes.sha256().substring(0, 16));
        for (String part : files(said)) {
            unpack(folder.resolve(part), member(archive, file, part));
        }
        prune(cache, folder);
        SavedSession session =
                new SavedSession(
                        file,
                        content,
                        folder.resolve(PackMembers.MODEL + said.model()).toString(),
                        said.weights() == null
                                ? null
                                : folder.resolve(PackMembers.MODEL + said.weights()).toString(),
                        images(folder.resolve(PackMembers.IMAGES), said.labelled()),
                        images(folder.resolve(PackMembers.CALIBRATION), false),
                        Set.of());
        return Optional.of(new ClassPack(said.title(), said.notes(), lessons, session));
    }

    private static boolean isArchive(Path file) throws ProblemException {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try (InputStream in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(ZIP.length), ZIP);
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.Kind.UNREADABLE,
                    file.toString(),
                    Texts.text("app.session.cannotBeRead"),
                    Reason.of(e),
                    Texts.text("app.session.tryAgain"));
        }
    }

    /** The files of model and images. */
    private static List<String> files(PackMembers said) {
        List<String> files = new ArrayList<>();
        files.add(PackMembers.MODEL + said.model());
        said.beside().forEach(name -> files.add(PackMembers.MODEL + name));
        files.add(PackMembers.IMAGES);
        files.add(PackMembers.CALIBRATION);
        return files;
    }

    private static Map<String, Long> wanted(PackMembers said) {
        Map<String, Long> wanted = new LinkedHashMap<>();
        wanted.put(PackMembers.SESSION, PackMembers.MOST_TEXT);
        said.lessons()
                .forEach(name -> wanted.put(PackMembers.LESSONS + name, PackMembers.MOST_TEXT));
        files(said).forEach(name -> wanted.put(name, ModelFile.maxBytes()));
        return wanted;
    }

    /** Faults of the archive as those of a pack. */
    private static ArchiveReader archive(ModelFile file, Map<String, Long> wanted)
            throws ProblemException {
        try {
            return ArchiveReader.read(file, wanted);
        } catch (ProblemException e) {
            throw new ProblemException(
                    e.problems().stream()
                            .map(one ->
                                    new Problem(
                                            one.kind(),
                                            one.where(),
                                            one.what(),
                                            one.why(),
                                            Texts.text("app.session.packAgain")))
                            .toList());
        }
    }

    private static byte[] member(ArchiveReader archive, Path file, String name)
            throws ProblemException {
        byte[] bytes = archive.member(name);
        if (bytes == null) {
            throw PackMembers.damaged(file, Texts.text("app.session.memberMissing", name));
        }
        return bytes;
    }

    private static void unpack(Path target, byte[] bytes) throws ProblemException {
        try {
            Files.createDirectories(target.getParent());
            boolean there = Files.exists(target) && Files.size(target) == bytes.length;
            if (there && Arrays.equals(Files.readAllBytes(target), bytes)) {
                return;
            }
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.Kind.UNWRITABLE,
                    target.toString(),
                    Texts.text("app.session.notUnpacked"),
                    String.valueOf(e.getMessage()),
                    Texts.text("app.session.makeRoom"));
        }
        AtomicFile.write(target, out -> out.write(bytes));
    }

    private static String images(Path file, boolean labelled) {
        return new DataSpec(
                        file.toString(),
                        labelled ? "x,y" : "x",
                        null,
                        Map.of(DataSpec.CHANNEL_ORDER, "hwc"))
                .toString();
    }

    /** What was unpacked long ago goes. */
    private static void prune(Path cache, Path own) {
        try (Stream<Path> folders = Files.list(cache)) {
            List<Path> old =
                    folders.filter(folder -> Files.isDirectory(folder) && !folder.equals(own))
                            .sorted(Comparator.comparingLong(PackReader::age))
                            .skip(KEPT - 1L)
                            .toList();
            for (Path folder : old) {
                FolderTree.delete(folder);
            }
        } catch (IOException inUse) {
            // it stays until the next time
        }
    }

    private static long age(Path folder) {
        return -folder.toFile().lastModified();
    }
}
