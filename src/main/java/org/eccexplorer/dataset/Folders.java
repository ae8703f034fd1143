package org.eccexplorer.dataset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.eccexplorer.array.DataFaults;
import org.eccexplorer.array.Selection;
import org.eccexplorer.files.FileKind;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.problem.Reason;
import org.eccexplorer.tensor.Shape;
import org.eccexplorer.text.Texts;
import org.jspecify.annotations.Nullable;

/** Finds out what a folder holds, also where archives unpack it: some folders further down. */
final class Folders {
    private static final int DEEPEST = 4;
    private static final List<String> TEST_FIRST =
            List.of("test", "testing", "val", "valid", "validation", "train", "training");

    private Folders() {}

    static LabelledImages read(
            Path folder, String part, @Nullable Shape target, Selection selection, Reading reading)
            throws ProblemException {
        List<String> said = new ArrayList<>();
        Path found = folder;
        String wanted = part;
        for (int depth = 0; depth < DEEPEST; depth++) {
            Path images = Idx.imagesIn(found, wanted);
            if (images != null) {
                return Idx.read(images, selection, reading).said(said);
            }
            Path cifar = CifarBinary.testFileIn(found);
            if (cifar != null) {
                return CifarBinary.read(cifar, selection).said(said);
            }
            OtherKinds.refuseFolder(found);
            Optional<Path> inner = inner(found, wanted);
            if (inner.isEmpty()) {
                break;
            }
            found = inner.get();
            if (String.valueOf(found.getFileName()).equalsIgnoreCase(wanted)) {
                wanted = "";
            }
            said.clear();
            said.add(Texts.text("dataset.foundIn", found));
        }
        if (target == null) {
            throw DataFaults.unsupported(
                    folder,
                    Texts.text("dataset.picturesNeedSize"),
                    Texts.text("dataset.inputUnknown"),
                    Texts.text("dataset.openModelFirst"));
        }
        return ImageFolder.read(found, target, selection, reading).said(said);
    }

    /** The folder to go on in, if this one holds no class folders but only leads to some. */
    private static Optional<Path> inner(Path folder, String part) throws ProblemException {
        List<Path> folders =
                list(folder).stream()
                        .filter(inner -> Files.isDirectory(inner) && !isStray(inner))
                        .toList();
        for (Path inner : folders) {
            if (!part.isEmpty() && String.valueOf(inner.getFileName()).equalsIgnoreCase(part)) {
                return Optional.of(inner);
            }
        }
        for (Path inner : folders) {
            if (list(inner).stream().anyMatch(ImageFolder::isPicture)) {
                return Optional.empty();
            }
        }
        for (String name : TEST_FIRST) {
            for (Path inner : folders) {
                if (words(inner).contains(name)) {
                    return Optional.of(inner);
                }
            }
        }
        if (folders.size() == 1) {
            return Optional.of(folders.getFirst());
        }
        List<Path> filled = new ArrayList<>();
        for (Path inner : folders) {
            if (holdsData(inner)) {
                filled.add(inner);
            }
        }
        return filled.size() == 1 ? Optional.of(filled.getFirst()) : Optional.empty();
    }

    /** The words of a folder's name, such as seg and test of seg_test. */
    private static List<String> words(Path folder) {
        String name = String.valueOf(folder.getFileName()).toLowerCase(Locale.ROOT);
        return List.of(name.split("[-_ .]+"));
    }

    private static boolean holdsData(Path folder) throws ProblemException {
        try (Stream<Path> files = Files.walk(folder, DEEPEST)) {
            return files.anyMatch(file ->
                    ImageFolder.isPicture(file)
                            || Idx.looksLike(file)
                            || FileKind.CIFAR.matches(file)
                            || FileKind.PARQUET.matches(file));
        } catch (IOException | UncheckedIOException e) {
            throw DataFaults.unreadable(folder, Reason.of(e));
        }
    }

    /** Whether a folder is one that systems and archivers leave behind. */
    static boolean isStray(Path folder) {
        String name = String.valueOf(folder.getFileName());
        return name.startsWith(".") || name.equals("__MACOSX") || name.equals("@eaDir");
    }

    static List<Path> list(Path folder) throws ProblemException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw DataFaults.unreadable(folder, Reason.of(e));
        }
    }
}
