package org.eccexplorer.cli.arguments;

import java.util.List;
import org.eccexplorer.app.run.Settings;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.sim.ClosedForm;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The options that say what the closed form leaves out. */
@Command
public final class ClosedFormArguments {
    private final OptionArguments arguments = new OptionArguments();

    @Spec(Spec.Target.MIXEE)
    void addTo(CommandSpec command) {
        arguments.add(command, List.of(Settings.EXTENSION, Settings.ROUNDED));
    }

    /**
     * The variant as it was given.
     *
     * @throws ProblemException of kind USAGE if the extension is out of range
     */
    public ClosedForm.Variant variant() throws ProblemException {
        return new ClosedForm.Variant(
                arguments.value(Settings.EXTENSION).intValue(), arguments.value(Settings.ROUNDED));
    }
}
