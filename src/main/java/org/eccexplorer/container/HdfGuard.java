package org.eccexplorer.container;

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
        String message = e.getMessage() == null ? "" : ": " + SafeText.text(e.getMessage());
        return ModelFaults.corrupt(
                where,
                Texts.text("container.hdfDamaged"),
                Texts.text("container.hdfUnreadable", what, e.getClass().getSimpleName(), message));
    }
}
