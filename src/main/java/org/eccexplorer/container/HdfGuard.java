package org.eccexplorer.container;

import io.jhdf.exceptions.HdfException;
import io.jhdf.exceptions.UnsupportedHdfException;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * The border to the HDF5 library. On a damaged file it throws exceptions of a dozen unchecked
 * kinds, and errors where the damage sends it in circles or makes it ask for absurd memory; here
 * each becomes one typed problem.
 */
final class HdfGuard {
    private HdfGuard() {}

    /** A read of the library. */
    interface Read<T extends @Nullable Object> {
        T get();
    }

    /**
     * Reads.
     *
     * @param what is read, for the message
     */
    static <T extends @Nullable Object> T read(String where, String what, Read<T> read)
            throws ProblemException {
        try {
            return read.get();
        } catch (RuntimeException | InternalError e) {
            throw damaged(where, what, e);
        } catch (StackOverflowError e) {
            throw ModelFaults.corrupt(
                    where,
                    Texts.text("container.hdfDamaged"),
                    Texts.text("container.inCircles", what));
        } catch (OutOfMemoryError e) {
            throw ModelFaults.limit(where, Texts.text("container.needsTooMuchMemory"), what);
        }
    }

    private static ProblemException damaged(String where, String what, Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            String message = String.valueOf(cause.getMessage());
            if (cause instanceof UnsupportedHdfException && isElsewhere(message)) {
                return ModelFaults.unsupported(
                        where,
                        Texts.text("container.dataElsewhere"),
                        Texts.text("container.nameOf", what, SafeText.text(message)),
                        Texts.text("container.saveIntoOneFile"));
            }
        }
        return ModelFaults.corrupt(where, Texts.text("container.hdfDamaged"), reason(what, e));
    }

    /** Whether the library met data that the file only refers to; it never opens them. */
    private static boolean isElsewhere(String message) {
        return message.contains("Virtual storage") || message.contains("External Data Files");
    }

    /** The words of what lies deepest and has any; sizes that lead out of the file have none. */
    private static String reason(String what, Throwable e) {
        String words = "";
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            boolean said = cause instanceof HdfException || cause instanceof HdfDamage;
            words = said && cause.getMessage() != null ? cause.getMessage() : words;
        }
        return words.isEmpty()
                ? Texts.text("container.hdfDoesNotFit", what)
                : Texts.text("container.hdfUnreadable", what, SafeText.text(words));
    }
}
