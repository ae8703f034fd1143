package org.eccexplorer.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Optional;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * What a command prints, which may end on a full disk or nowhere: a {@link java.io.PrintWriter}
 * alone would not tell.
 */
final class StandardOutput extends FilterOutputStream {
    private @Nullable IOException failure;

    /** Of this process. */
    StandardOutput() {
        this(new FileOutputStream(FileDescriptor.out));
    }

    StandardOutput(OutputStream out) {
        super(out);
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
        try {
            out.write(bytes, from, count);
        } catch (IOException e) {
            failure = failure == null ? e : failure;
            throw e;
        }
    }

    /** Why not everything arrived; a reader that wanted no more of it ({@code | head}) is none. */
    Optional<Problem> problem() {
        return Optional.ofNullable(failure)
                .map(cause -> String.valueOf(cause.getMessage()))
                .filter(why -> !why.toLowerCase(Locale.ROOT).contains("pipe"))
                .map(why ->
                        new Problem(
                                Problem.Kind.UNWRITABLE,
                                Texts.text("cli.standardOutput"),
                                Texts.text("cli.outputLost"),
                                why,
                                Texts.text("cli.outputElsewhere")));
    }
}
