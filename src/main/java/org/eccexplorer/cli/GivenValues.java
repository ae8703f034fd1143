package org.eccexplorer.cli;

import java.util.List;
import org.eccexplorer.text.Texts;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * Looks at what was given before a command runs: nothing at all would name the current folder, and
 * bytes that are no text a file of another name.
 */
final class GivenValues {
    /** What the JVM puts in the place of bytes that are no text. */
    private static final String UNREADABLE = "\uFFFD";

    private GivenValues() {}

    /** Runs the command that was chosen if all values that were given for it can be used. */
    static int execute(ParseResult parsed) {
        for (CommandLine command : parsed.asCommandLineList()) {
            ParseResult given = command.getParseResult();
            for (OptionSpec option : given.matchedOptions()) {
                check(command, option, option.longestName());
            }
            for (ArgSpec file : given.matchedPositionals()) {
                check(command, file, file.paramLabel());
            }
        }
        return new CommandLine.RunLast().execute(parsed);
    }

    private static void check(CommandLine command, ArgSpec argument, String name) {
        List<String> values = argument.originalStringValues();
        String split = argument.splitRegex();
        for (String value : values) {
            // What is made from a definition is refused by it, with its range.
            if (value.isEmpty() && argument.userObject() != null) {
                throw new CommandLine.ParameterException(
                        command, Texts.text("cli.emptyValue", name));
            }
            if (!split.isEmpty() && value.endsWith(split)) {
                throw new CommandLine.ParameterException(
                        command, Texts.text("cli.emptyPart", name));
            }
            if (value.contains(UNREADABLE)) {
                throw new CommandLine.ParameterException(
                        command, Texts.text("cli.notReadable", name));
            }
        }
    }
}
