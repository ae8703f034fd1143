package org.eccexplorer.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;

/**
 * One call of the command line.
 *
 * @param code with which it left
 */
record Ecc(int code, String out, String err) {

    static Ecc run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code =
                CommandLineProgram.execute(
                        new PrintWriter(out, true), new PrintWriter(err, true), arguments);
        return new Ecc(code, out.toString(), err.toString());
    }

    /** A file of the sample that comes with the program. */
    static Path sample(String name) {
        return Path.of(System.getProperty("ecc.home", "."), "sample-models/fashion-mnist", name);
    }
}
