package org.eccexplorer.fuzz;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.eccexplorer.app.sweep.plan.PlanReader;
import org.eccexplorer.lesson.LessonReader;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.tensor.Shape;

/**
 * The parsers that are our own, for Jazzer, which looks for input that reaches branches not met
 * before. It calls {@link #fuzzerTestOneInput} by its name: so nothing of it has to be on the class
 * path of the tests, which call the same with what is known.
 */
public final class JazzerTarget {
    private static final Shape SHAPE = new Shape(8, 8, 1);

    /** A parser, named in the property {@code ecc.jazzer}. */
    enum Parser {
        NPY(Format.NPY, file -> Trial.images(file.toString(), SHAPE)),
        IDX(Format.IDX, file -> Trial.images(file.toString(), SHAPE)),
        CSV(Format.CSV, file -> Trial.images(file.toString(), SHAPE)),
        LESSON(
                Format.LESSON,
                file -> LessonReader.read("1", "a.md", Files.readString(file), model -> true)),
        PLAN(Format.PLAN, PlanReader::read);

        private final Format format;
        private final Reading reading;

        Parser(Format format, Reading reading) {
            this.format = format;
            this.reading = reading;
        }

        Format format() {
            return format;
        }

        /** Reads or refuses an input; whatever else it throws was found. */
        void read(byte[] input) throws IOException {
            Path file = Files.write(FOLDER.resolve(format.file()), input);
            try {
                reading.read(file);
            } catch (ProblemException refused) {
                String wrong = Campaign.incomplete(refused).orElse("");
                if (!wrong.isEmpty()) {
                    throw new AssertionError(wrong);
                }
            } catch (CharacterCodingException noText) {
                // as the program says of it, before there is a text to read
            }
        }
    }

    private static final Path FOLDER = folder();

    @FunctionalInterface
    private interface Reading {
        void read(Path file) throws ProblemException, IOException;
    }

    private JazzerTarget() {}

    private static Path folder() {
        try {
            return Files.createTempDirectory("ecc-jazzer");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    static Parser named(String name) {
        return Parser.valueOf(name.toUpperCase(Locale.ROOT));
    }

    /** Called with every input. */
    public static void fuzzerTestOneInput(byte[] input) throws IOException {
        named(System.getProperty("ecc.jazzer", "npy")).read(input);
    }

    /** Good files to begin with, written into a folder. */
    static void writeSeeds(Parser parser, Path folder) throws IOException {
        List<byte[]> seeds = parser.format().seeds();
        for (int i = 0; i < seeds.size(); i++) {
            Files.write(folder.resolve("seed-" + i), seeds.get(i));
        }
    }

    /** Takes a parser and a folder, and writes good files there. */
    public static void main(String[] arguments) throws IOException {
        writeSeeds(named(arguments[0]), Path.of(arguments[1]));
    }
}
