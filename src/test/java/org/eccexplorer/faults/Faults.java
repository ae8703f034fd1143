package org.eccexplorer.faults;

import java.io.IOException;
import java.nio.file.CopyOption;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which operations of a {@link FaultySystem} fail: from the n-th on, by a mode. */
public final class Faults {
    /** How a disk fails. */
    public enum Mode {
        /** One operation fails, those behind it work. */
        ONCE,
        /** The disk is full from then on: what takes space fails, in the middle of writing too. */
        FULL,
        /** The disk is gone from then on: nothing works. */
        GONE
    }

    /** What an operation does. */
    enum Need {
        READ,
        SPACE,
        CHANGE
    }

    /** Decides before each operation whether it fails. */
    @FunctionalInterface
    public interface Fault {
        /**
         * Throws to let it fail.
         *
         * @param operation such as "move"
         * @param number of operations so far, this one included
         */
        void before(String operation, int number, CopyOption... options) throws IOException;
    }

    private Fault fault = (operation, number, options) -> {};
    private Mode mode = Mode.ONCE;
    private int first = Integer.MAX_VALUE;
    private int operations;
    private @Nullable String failed;
    private final Set<Path> undeleted = new HashSet<>();

    /** Lets the n-th operation from now on fail, counted from 1. */
    public void arm(Mode how, int n) {
        mode = how;
        first = n;
        operations = 0;
        failed = null;
        undeleted.clear();
    }

    /** Lets those fail that somebody chooses. */
    public void arm(Fault chosen) {
        fault = chosen;
    }

    /** Lets all work. */
    public void disarm() {
        first = Integer.MAX_VALUE;
    }

    /** The first operation that failed; null for none. */
    public @Nullable String failed() {
        return failed;
    }

    /** How many operations there were. */
    public int operations() {
        return operations;
    }

    /** Files that could not be deleted, which may be left for that. */
    public Set<Path> undeleted() {
        return undeleted;
    }

    /** Counts an operation, which may fail now. */
    void operation(Need need, String what, Path real, CopyOption... options) throws IOException {
        operations++;
        fault.before(what, operations, options);
        boolean fails =
                switch (mode) {
                    case ONCE -> operations == first;
                    case FULL -> operations >= first && need == Need.SPACE;
                    case GONE -> operations >= first;
                };
        if (!fails) {
            return;
        }
        if (failed == null) {
            failed = what + " " + real.getFileName();
        }
        if (what.equals("delete")) {
            undeleted.add(real);
        }
        throw mode == Mode.FULL
                ? new FileSystemException(real.toString(), null, "No space left on device")
                : new IOException("Input/output error");
    }
}
