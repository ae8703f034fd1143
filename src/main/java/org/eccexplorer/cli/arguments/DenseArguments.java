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
            description =
                    "Dense products of the CNN, of λ and of the closed form by the Vector API, or by"
                            + " ND4J once it was fetched (ecc fetch nd4j); the results agree within"
                            + " 1e-5 (default: vector).")
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
