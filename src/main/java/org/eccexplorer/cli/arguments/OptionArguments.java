package org.eccexplorer.cli.arguments;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eccexplorer.convert.ConversionOptions;
import org.eccexplorer.option.Option;
import org.eccexplorer.option.Toggle;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.text.Texts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.ISetter;
import picocli.CommandLine.Model.OptionSpec;

/** Options of the command line that are made from definitions, and what was given for them. */
final class OptionArguments {
    private final Map<String, String> given = new HashMap<>();

    /** Adds an option to a command. */
    void add(CommandSpec command, Option<?> option) {
        OptionSpec.Builder builder =
                OptionSpec.builder(option.argument()).setter(new Given(option));
        if (option instanceof Toggle) {
            builder.type(boolean.class)
                    .description(escaped(Texts.text("cli.arguments.described", option.usage())));
        } else {
            builder.type(String.class).paramLabel(option.label()).description(described(option));
        }
        command.addOption(builder.build());
    }

    /** Adds options to a command. */
    void add(CommandSpec command, List<Option<?>> options) {
        options.forEach(option -> add(command, option));
    }

    private static <T> String described(Option<T> option) {
        String key = "option." + option.key() + ".standard";
        String standard = Texts.exists(key) ? Texts.text(key) : option.written(option.standard());
        return escaped(Texts.text("cli.arguments.withDefault", option.usage(), standard));
    }

    /** Descriptions are patterns to picocli. */
    private static String escaped(String text) {
        return text.replace("%", "%%");
    }

    /**
     * The value that was given, or the standard.
     *
     * @throws ProblemException of kind USAGE if it is none, or out of range
     */
    <T> T value(Option<T> option) throws ProblemException {
        String text = given.get(option.key());
        if (text == null) {
            return option.standard();
        }
        try {
            return option.checked(option.parse(text));
        } catch (IllegalArgumentException e) {
            throw ConversionArguments.usage(
                    option.argument(),
                    Texts.text("cli.arguments.itIs", text),
                    Texts.text("cli.arguments.give", option.range()));
        }
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
                given.remove(option.key());
            } else {
                given.put(option.key(), text(value));
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
