package org.eccexplorer.option;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.eccexplorer.text.Texts;

/**
 * One of the constants of an enum. On the command line they are written in lower case, in files as
 * they are, in the window by their names.
 *
 * @param nullable whether files say null where nothing but the standard was chosen
 */
public record Choice<E extends Enum<E>>(String key, String argument, E standard, boolean nullable)
        implements Option<E> {

    public Choice(String key, String argument, E standard) {
        this(key, argument, standard, false);
    }

    @Override
    public Class<E> type() {
        return standard.getDeclaringClass();
    }

    /** All constants, in their order. */
    public List<E> values() {
        return List.of(type().getEnumConstants());
    }

    /** How all but the standard are written. */
    public List<String> others() {
        return values().stream().filter(value -> value != standard).map(this::written).toList();
    }

    @Override
    public boolean accepts(E value) {
        return true;
    }

    @Override
    public String range() {
        return values().stream()
                .map(this::written)
                .reduce((some, other) -> Texts.text("option.eitherOr", some, other))
                .orElseThrow();
    }

    @Override
    public E parse(String written) {
        return Enum.valueOf(type(), written.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    @Override
    public String written(E value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public String shown(E value) {
        return Texts.name(value);
    }

    @Override
    public String label() {
        return values().stream().map(this::written).collect(Collectors.joining("|"));
    }
}
