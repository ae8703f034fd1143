package org.eccexplorer.cli.arguments;

import java.util.List;
import org.eccexplorer.app.run.Settings;
import org.eccexplorer.measure.Schedule;
import org.eccexplorer.measure.votes.ReadingChoice;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.text.Texts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The options that say when layers fire and how classes are read from the outputs. */
@Command
public final class ReadingArguments {
    private final OptionArguments arguments = new OptionArguments();

    @Spec(Spec.Target.MIXEE)
    void addTo(CommandSpec command) {
        arguments.add(
                command, List.of(ReadingChoice.FROM, ReadingChoice.EARLY_EXIT, Schedule.OPTION));
    }

    /**
     * Settings with what was given.
     *
     * @throws ProblemException of kind USAGE if a value is out of range, or leaves no timestep of T
     */
    public Settings apply(Settings settings) throws ProblemException {
        ReadingChoice choice =
                new ReadingChoice(
                        arguments.value(ReadingChoice.FROM),
                        arguments.value(ReadingChoice.EARLY_EXIT));
        if (choice.from() >= settings.timesteps()) {
            throw ConversionArguments.usage(
                    ReadingChoice.FROM.argument(),
                    Texts.text("cli.arguments.noTimestepLeft", settings.timesteps()),
                    Texts.text("cli.arguments.readFromLess"));
        }
        Settings all = settings.withReading(choice).with(arguments.value(Schedule.OPTION));
        if (all.schedule() == Schedule.SYNCHRONOUS) {
            requireNone(all);
        }
        return all;
    }

    /**
     * Checks that no schedule was given where the closed form is evaluated by itself.
     *
     * @throws ProblemException of kind USAGE if one was
     */
    public static void requireFree(Settings settings) throws ProblemException {
        if (settings.schedule() != Schedule.FREE) {
            throw ConversionArguments.usage(
                    Schedule.OPTION.argument(),
                    Texts.text("cli.arguments.alreadyClosedForm"),
                    Texts.text("cli.arguments.simulate"));
        }
    }

    /**
     * Checks that nothing was given where there is nothing to read.
     *
     * @throws ProblemException of kind USAGE if something was
     */
    public static void requireNone(Settings settings) throws ProblemException {
        if (!settings.reading().equals(ReadingChoice.PLAIN)) {
            boolean delayed = !settings.reading().from().equals(ReadingChoice.FROM.standard());
            throw ConversionArguments.usage(
                    (delayed ? ReadingChoice.FROM : ReadingChoice.EARLY_EXIT).argument(),
                    Texts.text(
                            settings.schedule() == Schedule.FREE
                                    ? "cli.arguments.noVotes"
                                    : "cli.arguments.noSynchronousVotes"),
                    Texts.text(
                            settings.schedule() == Schedule.FREE
                                    ? "cli.arguments.simulate"
                                    : "cli.arguments.runFree"));
        }
    }
}
