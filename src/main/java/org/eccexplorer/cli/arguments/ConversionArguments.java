package org.eccexplorer.cli.arguments;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eccexplorer.convert.ConversionOptions;
import org.eccexplorer.option.Option;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The options that say how to convert, made from their definitions. */
@Command
public final class ConversionArguments {
    private final OptionArguments arguments = new OptionArguments();
    private @Nullable CommandSpec command;

    @CommandLine.Option(names = "--spkeras", descriptionKey = "option.spKeras")
    boolean spKeras;

    @Spec(Spec.Target.MIXEE)
    void addTo(CommandSpec given) {
        command = given;
        arguments.add(given, ConversionOptions.ALL);
    }

    /**
     * The options as they were given; those that change nothing are said, a line each.
     *
     * @throws ProblemException of kind USAGE if a value is out of range
     */
    public ConversionOptions options() throws ProblemException {
        ConversionOptions options = ConversionOptions.ecc();
        for (Option<?> option : ConversionOptions.ALL) {
            options = arguments.apply(options, option);
        }
        ConversionOptions whole = spKeras ? options.spKeras() : options;
        ConversionOptions.ALL.stream()
                .filter(arguments::isGiven)
                .filter(option -> !whole.get(option).equals(option.standard()))
                .forEach(option -> whole.whyIdle(option).ifPresent(why -> warn(option, why)));
        return whole;
    }

    private void warn(Option<?> option, String why) {
        String said = Texts.text("cli.arguments.idle", option.argument(), why);
        Objects.requireNonNull(command)
                .commandLine()
                .getErr()
                .println(Texts.text("cli.warned", said));
    }

    /** What was given, as the reason why it cannot be used. */
    public static String itIs(String given) {
        return given.isBlank()
                ? Texts.text("cli.arguments.itIsEmpty")
                : Texts.text("cli.arguments.itIs", given);
    }

    /** The number that was given, as the reason why it cannot be used. */
    public static String itIs(double given) {
        return itIs(Double.isNaN(given) ? String.valueOf(given) : Numbers.compact(given));
    }

    /**
     * The one of several that a word names.
     *
     * @throws ProblemException of kind USAGE with all words if it names none
     */
    public static <T> T named(String option, String given, List<T> all, Function<T, String> word)
            throws ProblemException {
        for (T one : all) {
            if (word.apply(one).equals(given)) {
                return one;
            }
        }
        String words = all.stream().map(word).collect(Collectors.joining(", "));
        throw usage(option, itIs(given), Texts.text("cli.arguments.writeOneOf", words));
    }

    /** A problem of kind USAGE with what was given for an option. */
    public static ProblemException usage(String option, String why, String remedy) {
        return new ProblemException(
                Problem.Kind.USAGE, option, Texts.text("cli.arguments.cannotBeUsed"), why, remedy);
    }
}
