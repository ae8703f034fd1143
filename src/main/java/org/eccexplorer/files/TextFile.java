package org.eccexplorer.files;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.problem.Reason;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;

/** Reads text files that users name: plans, lessons, names of classes. */
public final class TextFile {
    private static final long MEGABYTE = 1_000_000;

    private TextFile() {}

    /**
     * The text of a file, which is not read if it is too large for one.
     *
     * @param mostBytes that such a file has
     * @param what is said of a file that cannot be read
     * @param remedy what to do then
     * @throws ProblemException if it cannot be read, is too large or no text in UTF-8
     */
    public static String read(Path file, long mostBytes, String what, String remedy)
            throws ProblemException {
        String why;
        try {
            if (Files.size(file) <= mostBytes) {
                return Files.readString(file);
            }
            why = Texts.text("files.textTooLarge", Numbers.count(mostBytes / MEGABYTE));
        } catch (NoSuchFileException e) {
            why = Texts.text("files.notThere");
        } catch (CharacterCodingException e) {
            why = Texts.text("files.notUtf8");
        } catch (IOException e) {
            why = Reason.of(e);
        }
        throw new ProblemException(Problem.Kind.UNREADABLE, file.toString(), what, why, remedy);
    }
}
