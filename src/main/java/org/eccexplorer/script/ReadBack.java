package org.eccexplorer.script;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;
import org.eccexplorer.files.AtomicFile;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.text.Texts;

/** Files that take their place only when the disk gives back what was written. */
final class ReadBack {
    private ReadBack() {}

    static void write(Path file, AtomicFile.Content content) throws ProblemException {
        CRC32 written = new CRC32();
        AtomicFile.write(
                file,
                out -> content.write(new CheckedOutputStream(out, written)),
                temporary -> {
                    if (checksum(temporary) != written.getValue()) {
                        throw new FileSystemException(
                                temporary.toString(), null, Texts.text("files.notAllWritten"));
                    }
                });
    }

    private static long checksum(Path file) throws IOException {
        CRC32 read = new CRC32();
        try (InputStream in = new CheckedInputStream(Files.newInputStream(file), read)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return read.getValue();
    }
}
