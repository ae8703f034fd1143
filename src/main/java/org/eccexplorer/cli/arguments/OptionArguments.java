package org.eccexplorer.cli.arguments;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eccexplorer.convert.ConversionOptions;
import org.eccexplorer.option.Argument;
import org.eccexplorer.option.Option;
import org.eccexplorer.option.Range;
import org.eccexplorer.option.Real;
import org.eccexplorer.option.Toggle;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.text.Texts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.ISetter;
import picocli.CommandLine.Model.OptionSpec;

/** Options of the command line that are made from definitions, and what was given for them. */
final class OptionArguments {
    private final List<Option<?>> added = new ArrayList<>();

    /** What was given, by argument. */
    private final Map<String, String> given = new HashMap<>();

    /**
     * Adds options to a command. Choices that follow an option with the same argument are further
     * words for it: {@code --lambda p99.9} and {@code --lambda mse}.
     */
    void add(CommandSpec command, List<Option<?>> options) {
        added.addAll(options);
        for (Option<?> option : options) {
            if (argument(option).first().equals(option)) {
                add(command, option);
            }
        }
    }

    private void add(CommandSpec command, Option<?> option) {
        OptionSpec.Builder builder =
                OptionSpec.builder(option.argument()).setter(new Given(option));
        if (option instanceof Toggle) {
            builder.type(boolean.class)
                    .description(escaped(Texts.text("cli.arguments.described", option.usage())));
        } else {
            builder.type(String.class)
                    .paramLabel(argument(option).label())
                    .description(described(option));
        }
        command.addOption(builder.build());
    }

    /** What can be written behind the argument of an option. */
    private Argument argument(Option<?> option) {
        return new Argument(
                added.stream().filter(o -> o.argument().equals(option.argument())).toList());
    }

    private <T> String described(Option<T> option) {
        String key = "option." + option.key() + ".standard";
        String standard = Texts.exists(key) ? Texts.text(key) : option.written(option.standard());
        String usage =
                argument(option).options().stream()
                        .map(Option::usage)
                        .reduce((one, next) -> Texts.text("cli.arguments.andAlso", one, next))
                        .orElseThrow();
        return escaped(Texts.text("cli.arguments.withDefault", usage, standard));
    }

    /** Descriptions are patterns to picocli. */
    private static String escaped(String text) {
        return text.replace("%", "%%");
    }

    /** Whether anything was given for an option. */
    boolean isGiven(Option<?> option) {
        return given.containsKey(option.argument());
    }

    /**
     * The value that was given, or the standard.
     *
     * @throws ProblemException of kind USAGE if it is none, or out of range
     */
    <T> T value(Option<T> option) throws ProblemException {
        String text = given.get(option.argument());
        if (text == null) {
            return option.standard();
        }
        Argument argument = argument(option);
        try {
            return argument.value(option, text);
        } catch (IllegalArgumentException e) {
            throw ConversionArguments.usage(
                    option.argument(),
                    isTooSmall(option, text)
                            ? Texts.text("cli.arguments.tooSmall", text)
                            : ConversionArguments.itIs(text),
                    Texts.text("cli.arguments.give", argument.range()));
        }
    }

    /** Whether a number would be in range, if only float32 held it. */
    private static boolean isTooSmall(Option<?> option, String text) {
        try {
            return option instanceof Real real && isTooSmall(real.parse(text));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isTooSmall(double value) {
        return !Double.isNaN(value) && !Range.isHeld(value);
    }

    /** The same options with what was given for one of them. */
    <T> ConversionOptions apply(ConversionOptions options, Option<T> option)
            throws ProblemException {
        return options.with(option, value(option));
    }

    /** Keeps what was given for an option; picocli hands over null or false where nothing was. */
    private final class Given implements ISetter {
        private final Option<?> option;

        Given(Option<?> option) {
            this.option = option;
        }

        @Override
        public <T> @Nullable T set(@Nullable T value) {
            if (value == null) {
                given.remove(option.argument());
            } else {
                given.put(option.argument(), text(value));
            }
            return null;
        }

        /** A toggle's argument stands for what is not its standard. */
        private String text(Object value) {
            return option instanceof Toggle toggle
                    ? toggle.written(toggle.standard() != value.equals(true))
                    : value.toString();
        }
    }
}
