package org.eccexplorer.cli.arguments;

import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.sim.ClosedForm;
import picocli.CommandLine.Option;

/** The options that say what the closed form leaves out. */
public final class ClosedFormArguments {
    @Option(
            names = "--extension",
            defaultValue = "0",
            paramLabel = "EXT",
            description =
                    "The closed form's counts are clipped at T + EXT, and its bias acts T + EXT"
                            + " times (spike_ext of SpKeras); -1: no clip (default: 0).")
    int extension;

    @Option(
            names = "--unrounded",
            description =
                    "The closed form's counts are neither whole nor with θ (noneloss of SpKeras).")
    boolean unrounded;

    /**
     * The variant as it was given.
     *
     * @throws ProblemException of kind USAGE if the extension is out of range
     */
    public ClosedForm.Variant variant() throws ProblemException {
        if (extension < -1 || extension > ClosedForm.Variant.MAX_EXTENSION) {
            throw ConversionArguments.usage(
                    "--extension",
                    "it is " + extension,
                    "Give -1 to " + ClosedForm.Variant.MAX_EXTENSION);
        }
        return new ClosedForm.Variant(extension, !unrounded);
    }
}
