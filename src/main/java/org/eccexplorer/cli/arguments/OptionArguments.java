package org.eccexplorer.cli.arguments;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eccexplorer.convert.ConversionOptions;
import org.eccexplorer.option.Choice;
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
            if (sharing(option).getFirst().equals(option)) {
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
            builder.type(String.class).paramLabel(label(option)).description(described(option));
        }
        command.addOption(builder.build());
    }

    /** All options with the argument of one, the first one first. */
    private List<Option<?>> sharing(Option<?> option) {
        return added.stream().filter(o -> o.argument().equals(option.argument())).toList();
    }

    /** The further words that choices have for an argument. */
    private List<String> words(Option<?> option) {
        List<String> words = new ArrayList<>();
        for (Option<?> other : sharing(option)) {
            if (other instanceof Choice<?> choice && !other.equals(sharing(option).getFirst())) {
                words.addAll(choice.others());
            }
        }
        return words;
    }

    private String label(Option<?> option) {
        List<String> all = new ArrayList<>(List.of(option.label()));
        all.addAll(words(option));
        return String.join("|", all);
    }

    private <T> String described(Option<T> option) {
        String key = "option." + option.key() + ".standard";
        String standard = Texts.exists(key) ? Texts.text(key) : option.written(option.standard());
        String usage =
                sharing(option).stream()
                        .map(Option::usage)
                        .reduce((one, next) -> Texts.text("cli.arguments.andAlso", one, next))
                        .orElseThrow();
        return escaped(Texts.text("cli.arguments.withDefault", usage, standard));
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
        String text = given.get(option.argument());
        if (text == null) {
            return option.standard();
        }
        List<Option<?>> all = sharing(option);
        boolean word = words(option).contains(text);
        if (all.size() > 1 && word == option.equals(all.getFirst())) {
            return option.standard();
        }
        try {
            return option.checked(option.parse(text));
        } catch (IllegalArgumentException e) {
            throw ConversionArguments.usage(
                    option.argument(),
                    ConversionArguments.itIs(text),
                    Texts.text("cli.arguments.give", range(option)));
        }
    }

    private String range(Option<?> option) {
        return Stream.concat(Stream.of(option.range()), words(option).stream())
                .reduce((some, other) -> Texts.text("option.eitherOr", some, other))
                .orElseThrow();
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
