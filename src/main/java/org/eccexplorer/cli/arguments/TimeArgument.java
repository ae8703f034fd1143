package org.eccexplorer.cli.arguments;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.text.Texts;

/** Lengths of time as options give them: 90s, 2m, 1h. */
public final class TimeArgument {
    private static final Pattern TIME = Pattern.compile("(\\d{1,6})([smh])");

    private TimeArgument() {}

    /**
     * What was written.
     *
     * @param option for the message
     * @throws ProblemException if it is no time, or none at all
     */
    public static Duration parse(String option, String text) throws ProblemException {
        Matcher written = TIME.matcher(text);
        if (!written.matches() || Long.parseLong(written.group(1)) == 0) {
            throw ConversionArguments.usage(
                    option, ConversionArguments.itIs(text), Texts.text("cli.arguments.writeTime"));
        }
        long number = Long.parseLong(written.group(1));
        return switch (written.group(2)) {
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            default -> Duration.ofHours(number);
        };
    }
}
