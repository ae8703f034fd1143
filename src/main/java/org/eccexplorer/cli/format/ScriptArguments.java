package org.eccexplorer.cli.format;

import java.util.Arrays;
import java.util.List;
import org.eccexplorer.app.run.Settings;
import org.eccexplorer.cli.arguments.ConversionArguments;
import org.eccexplorer.measure.votes.ReadingChoice;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.script.ScriptKind;
import org.eccexplorer.text.Texts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The scripts that can be written, and what can be set for all of them. */
@Command
public final class ScriptArguments {
    @Option(names = "--read-from", paramLabel = "T", descriptionKey = "option.exportReadFrom")
    private @Nullable String from;

    /** One format for each simulator. */
    public List<ScriptFormat> formats() {
        return Arrays.stream(ScriptKind.values())
                .map(kind -> new ScriptFormat(kind, this))
                .toList();
    }

    List<String> given() {
        return from == null ? List.of() : List.of(ReadingChoice.FROM.argument());
    }

    /** How classes are read. */
    ReadingChoice reading() throws ProblemException {
        if (from == null) {
            return ReadingChoice.PLAIN;
        }
        try {
            return ReadingChoice.PLAIN.withFrom(
                    ReadingChoice.FROM.checked(ReadingChoice.FROM.parse(from)));
        } catch (IllegalArgumentException e) {
            throw ConversionArguments.usage(
                    ReadingChoice.FROM.argument(),
                    ConversionArguments.itIs(from),
                    Texts.text("cli.arguments.give", ReadingChoice.FROM.range()));
        }
    }

    /** Settings with the reading. */
    Settings apply(Settings settings) throws ProblemException {
        ReadingChoice choice = reading();
        if (choice.from() >= settings.timesteps()) {
            throw ConversionArguments.usage(
                    ReadingChoice.FROM.argument(),
                    Texts.text("cli.arguments.noTimestepLeft", settings.timesteps()),
                    Texts.text("cli.arguments.readFromLess"));
        }
        return settings.withReading(choice);
    }
}
