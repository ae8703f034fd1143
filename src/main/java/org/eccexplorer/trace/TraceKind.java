package org.eccexplorer.trace;

import java.nio.file.Path;
import org.eccexplorer.problem.ProblemException;

/** The files that traces are written to; docs/trace.md describes both. */
public enum TraceKind {
    /** Arrays of NumPy. */
    NPZ("npz", ".npz"),
    /** The data format of the Neuromorphic Intermediate Representation, HDF5. */
    NIRDATA("nirdata", ".h5");

    private final String word;
    private final String ending;

    TraceKind(String word, String ending) {
        this.word = word;
        this.ending = ending;
    }

    /** The word for it on the command line. */
    public String word() {
        return word;
    }

    /** How names of such files end, with the dot. */
    public String ending() {
        return ending;
    }

    /** The kind that a file's name ends like; arrays of NumPy if it ends otherwise. */
    public static TraceKind of(Path file) {
        return String.valueOf(file.getFileName()).endsWith(NIRDATA.ending()) ? NIRDATA : NPZ;
    }

    /** Writes a file, whole or not at all. */
    public void write(Path file, Watched watched) throws ProblemException {
        switch (this) {
            case NPZ -> TraceNpz.write(file, watched);
            case NIRDATA -> TraceNirData.write(file, watched);
        }
    }
}
