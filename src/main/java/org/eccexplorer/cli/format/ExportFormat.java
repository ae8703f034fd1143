package org.eccexplorer.cli.format;

import java.nio.file.Path;
import java.util.List;
import org.eccexplorer.files.ResultFolder;
import org.eccexplorer.problem.ProblemException;

/**
 * A format that {@code ecc export} writes. One that has options of its own is a mixin of the
 * command, or has a mixin with others.
 */
public sealed interface ExportFormat permits NetworkFormat, NirFormat, OnnxFormat, ScriptFormat {
    /** The word for it behind {@code --format}. */
    String word();

    /** Those of its own options that were given, with dashes: they are of no use to others. */
    default List<String> given() {
        return List.of();
    }

    /**
     * Checks its own options, before anything is computed.
     *
     * @throws ProblemException of kind USAGE if one cannot be used
     */
    default void check() throws ProblemException {}

    /**
     * Takes hold of the place where it will be written, before anything is computed.
     *
     * @param out the file or folder that was named
     * @param force whether to replace what is there
     */
    ResultFolder claim(Path out, boolean force) throws ProblemException;

    /** Writes it, and says so. */
    void write(Path out, Material material) throws ProblemException;
}
