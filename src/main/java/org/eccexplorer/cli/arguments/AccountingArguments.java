package org.eccexplorer.cli.arguments;

import java.util.List;
import org.eccexplorer.measure.energy.Accounting;
import org.eccexplorer.measure.energy.InputMacs;
import org.eccexplorer.problem.ProblemException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The option that says how energy is counted. */
@Command
public final class AccountingArguments {
    private final OptionArguments arguments = new OptionArguments();

    @Spec(Spec.Target.MIXEE)
    void addTo(CommandSpec command) {
        arguments.add(command, List.of(InputMacs.OPTION));
    }

    /**
     * How energy is counted, as it was given, by the standard model.
     *
     * @throws ProblemException of kind USAGE if there is no such way
     */
    public Accounting accounting() throws ProblemException {
        return Accounting.STANDARD.with(arguments.value(InputMacs.OPTION));
    }
}
