package org.eccexplorer.dataset;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.eccexplorer.array.DataFaults;
import org.eccexplorer.files.FileKind;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.text.Texts;

/** Data sets that are not read, called what they are, each with a way out. */
final class OtherKinds {
    private OtherKinds() {}

    /** Refuses a folder that holds such a data set. */
    static void refuseFolder(Path folder) throws ProblemException {
        boolean ten = isFile(folder, "data_batch_1") || isFile(folder, "test_batch");
        boolean hundred = isFile(folder, "meta") && isFile(folder, "test");
        if (ten || hundred) {
            throw cifar(folder, ten ? "10" : "100");
        }
        if (Folders.list(folder).stream().anyMatch(FileKind.PARQUET::matches)) {
            throw parquet(folder);
        }
    }

    /** Refuses a file that is such a data set. */
    static void refuseFile(Path file) throws ProblemException {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        if (name.matches("data_batch_\\d|test_batch")) {
            throw cifar(file, "10");
        }
        if (name.matches("(train|test|meta)") && isFile(file.resolveSibling(""), "meta")) {
            throw cifar(file, "100");
        }
        if (FileKind.PARQUET.matches(file)) {
            throw parquet(file);
        }
        if (name.matches(".*\\.(pkl|pickle|p)(\\.gz)?")) {
            throw DataFaults.unsupported(
                    file,
                    Texts.text("dataset.pickle"),
                    Texts.text("dataset.pickled"),
                    Texts.text("dataset.useSavez"));
        }
        if (name.matches(".*\\.(pt|pth)")) {
            throw DataFaults.unsupported(
                    file,
                    Texts.text("dataset.torchFile"),
                    Texts.text("dataset.pickled"),
                    Texts.text("dataset.exportTensors"));
        }
        if (name.endsWith(".mat")) {
            throw DataFaults.unsupported(
                    file,
                    Texts.text("dataset.matlab"),
                    Texts.text("dataset.parquetNotRead"),
                    Texts.text("dataset.exportMatlab"));
        }
        if (name.matches(".*\\.(zip|tar|tgz|tar\\.gz|tar\\.xz|7z|rar)")) {
            throw DataFaults.unsupported(
                    file,
                    Texts.text("dataset.packed"),
                    Texts.text("dataset.notUnpacked"),
                    Texts.text("dataset.unpackIt"));
        }
        if (name.contains(".tfrecord")) {
            throw DataFaults.unsupported(
                    file,
                    Texts.text("dataset.tfRecord"),
                    Texts.text("dataset.parquetNotRead"),
                    Texts.text("dataset.exportRecords"));
        }
        if (FileKind.PICTURE.matches(file)) {
            throw DataFaults.unsupported(
                    file,
                    Texts.text("dataset.onePicture"),
                    Texts.text("dataset.noClass"),
                    Texts.text("dataset.chooseParent"));
        }
    }

    private static boolean isFile(Path folder, String name) {
        return Files.isRegularFile(folder.resolve(name));
    }

    private static ProblemException cifar(Path where, String classes) {
        return DataFaults.unsupported(
                where,
                Texts.text("dataset.cifarPython", classes),
                Texts.text("dataset.pickled"),
                Texts.text("dataset.useCifarBinary", classes));
    }

    private static ProblemException parquet(Path where) {
        return DataFaults.unsupported(
                where,
                Texts.text("dataset.parquet"),
                Texts.text("dataset.parquetNotRead"),
                Texts.text("dataset.exportParquet"));
    }
}
