package org.eccexplorer.option;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eccexplorer.text.Texts;

/**
 * What is written behind one argument of the command line. Choices that follow an option with the
 * same argument are further words for it: {@code --lambda p99.9} and {@code --lambda mse}.
 *
 * @param options of this argument, the first one first
 */
public record Argument(List<Option<?>> options) {
    public Argument {
        options = List.copyOf(options);
    }

    /** Options grouped by their arguments, in their order. */
    public static List<Argument> of(List<Option<?>> options) {
        Map<String, List<Option<?>>> grouped = new LinkedHashMap<>();
        for (Option<?> option : options) {
            grouped.computeIfAbsent(option.argument(), name -> new ArrayList<>()).add(option);
        }
        return grouped.values().stream().map(Argument::new).toList();
    }

    /** Its name, with dashes. */
    public String name() {
        return first().argument();
    }

    /** The option that stands behind it where none of the further words does. */
    public Option<?> first() {
        return options.getFirst();
    }

    /** The further words. */
    public List<String> words() {
        return options.stream()
                .skip(1)
                .flatMap(option ->
                        option instanceof Choice<?> choice ? choice.others().stream() : Stream.of())
                .toList();
    }

    /** What is to be written behind it. */
    public String label() {
        return Stream.concat(Stream.of(first().label()), words().stream())
                .collect(Collectors.joining("|"));
    }

    /** Which values are accepted. */
    public String range() {
        return Stream.concat(Stream.of(first().range()), words().stream())
                .reduce((some, other) -> Texts.text("option.eitherOr", some, other))
                .orElseThrow();
    }

    /**
     * The value that one of its options gets by what was written; the standard where that is meant
     * for another one.
     *
     * @throws IllegalArgumentException if it stands for no value, or one out of range
     */
    public <T> T value(Option<T> option, String written) {
        boolean word = words().contains(written);
        if (options.size() > 1 && word == option.equals(first())) {
            return option.standard();
        }
        return option.checked(option.parse(written));
    }
}
