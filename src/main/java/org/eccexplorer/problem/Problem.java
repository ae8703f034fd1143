package org.eccexplorer.problem;

import static java.util.Objects.requireNonNull;

import org.eccexplorer.text.Shown;

/**
 * One thing that went wrong and that a user can fix: what, where, why and what to do about it. Each
 * is a line, whatever the file says of which it speaks.
 *
 * @param kind which family it belongs to; decides the exit code of the command line
 * @param where the place: a file, a layer, an option, a line; never empty
 * @param what one sentence that names the fault
 * @param why what was found, with the figures that show it
 * @param remedy what the user can do now
 */
public record Problem(Kind kind, String where, String what, String why, String remedy) {

    /** The families of problems, each with the exit code of the command line. */
    public enum Kind {
        USAGE(2),
        UNREADABLE(3),
        UNSUPPORTED(4),
        CORRUPT(5),
        LIMIT(6),
        UNWRITABLE(7);

        private final int exitCode;

        Kind(int exitCode) {
            this.exitCode = exitCode;
        }

        public int exitCode() {
            return exitCode;
        }
    }

    public Problem {
        requireNonNull(kind);
        where = Shown.line(where);
        what = Shown.line(what);
        why = Shown.line(why);
        remedy = Shown.line(remedy);
    }

    /** The problem as one paragraph: {@code where: what: why. remedy.}. */
    public String message() {
        return where + ": " + bare(what) + ": " + bare(why) + ". " + bare(remedy) + ".";
    }

    private static String bare(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }
}
