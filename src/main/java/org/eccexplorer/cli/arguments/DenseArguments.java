package org.eccexplorer.cli.arguments;

import org.eccexplorer.app.run.DenseChoice;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.tensor.DenseBackend;
import picocli.CommandLine.Option;

/** The option that says what multiplies dense matrices. */
public final class DenseArguments {
    @Option(
            names = "--dense",
            defaultValue = "vector",
            paramLabel = "vector|nd4j",
            descriptionKey = "option.dense")
    DenseChoice dense = DenseChoice.VECTOR;

    /**
     * Loads what was chosen.
     *
     * @throws ProblemException if it is not here
     */
    public DenseBackend load() throws ProblemException {
        return dense.load();
    }
}
