package org.eccexplorer.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.eccexplorer.files.AtomicFile;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.text.Texts;

/** The files that a report can be; the name's ending says which. */
public enum ReportFile {
    /** One page for a browser. */
    HTML("html"),
    /** On A4. */
    PDF("pdf");

    private final String ending;

    ReportFile(String ending) {
        this.ending = ending;
    }

    /** Of names, without the dot. */
    public String ending() {
        return ending;
    }

    /** Patterns such as {@code *.html}, as file choosers take them. */
    public static List<String> patterns() {
        return Arrays.stream(values()).map(kind -> "*." + kind.ending).toList();
    }

    /**
     * What a file's name ends as.
     *
     * @throws ProblemException if that is none of these
     */
    public static ReportFile of(Path file) throws ProblemException {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        for (ReportFile kind : values()) {
            if (name.endsWith("." + kind.ending)) {
                return kind;
            }
        }
        throw new ProblemException(
                Problem.Kind.UNSUPPORTED,
                file.toString(),
                Texts.text("report.kind"),
                Texts.text("report.ending", name),
                Texts.text("report.endings"));
    }

    /**
     * Writes a document as the file's name says; the same document gives the same bytes. What is
     * written is read again before it takes its place.
     *
     * @throws ProblemException if the name says no kind, or the file cannot be written
     */
    public static void write(Path file, Document document) throws ProblemException {
        byte[] bytes = of(file).bytes(document);
        AtomicFile.write(
                file,
                out -> out.write(bytes),
                written -> {
                    if (Arrays.mismatch(bytes, Files.readAllBytes(written)) >= 0) {
                        throw new IOException(Texts.text("report.notAsWritten"));
                    }
                });
    }

    /** A document as the content of a file. */
    public byte[] bytes(Document document) {
        try {
            return switch (this) {
                case HTML -> HtmlReport.of(document);
                case PDF -> PdfReport.of(document);
            };
        } catch (IOException e) {
            throw new IllegalStateException(e); // It is written into memory.
        }
    }
}
