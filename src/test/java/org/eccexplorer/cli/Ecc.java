package org.eccexplorer.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One call of the command line.
 *
 * @param code with which it left
 */
record Ecc(int code, String out, String err) {
    /** What stands in quotes is of one word, spaces and all. */
    private static final Pattern WORD = Pattern.compile("(?:'[^']*'|[^' ])+");

    static Ecc run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code =
                CommandLineProgram.execute(
                        new PrintWriter(out, true), new PrintWriter(err, true), arguments);
        return new Ecc(code, out.toString(), err.toString());
    }

    /** A command that the program has written for a shell, and one word more. */
    static Ecc ofCommand(String command, String last) {
        Stream<String> words =
                WORD.matcher(command).results().map(word -> word.group().replace("'", ""));
        return run(Stream.concat(words.skip(1), Stream.of(last)).toArray(String[]::new));
    }

    /** A file of the sample that comes with the program. */
    static Path sample(String name) {
        return Path.of(System.getProperty("ecc.home", "."), "sample-models/fashion-mnist", name);
    }
}
