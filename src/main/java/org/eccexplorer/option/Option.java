package org.eccexplorer.option;

import org.eccexplorer.text.Texts;

/**
 * Something that can be set, defined once: the command line, the settings pane, run.json, the names
 * of runs, sessions and the documents are made from its definition.
 *
 * <p>Its texts stand under its key: {@code option.theta} says what it does on the command line,
 * with {@code .name} and {@code .tooltip} it has a control in the window, with {@code .named} it is
 * shown in a run's name. {@code .named.VALUE} is the name of one value, {@code .value} and {@code
 * .value.VALUE} say how a whole number is shown, {@code .standard} how the standard is called.
 *
 * @param <T> the type of its values
 */
public sealed interface Option<T> permits Toggle, Choice, Whole, Real, Percentile, PerName {
    /** Its name in run.json and in sessions, and of its texts. */
    String key();

    /** Its name on the command line, with dashes. */
    String argument();

    /** Its default value; files that lack the key have this value. */
    T standard();

    Class<T> type();

    boolean accepts(T value);

    /** Which values are accepted, for problems and documents: "from 0 to below 1". */
    String range();

    /**
     * A value as it is written on the command line.
     *
     * @throws IllegalArgumentException if it stands for no value; the range is not checked
     */
    T parse(String written);

    /** A value as {@link #parse} reads it. */
    String written(T value);

    /** A value as it is shown to people. */
    String shown(T value);

    /** What is to be written behind the argument: {@code layer|channel}, {@code <theta>}. */
    default String label() {
        return "<" + argument().substring(2) + ">";
    }

    /**
     * The value, if it is accepted.
     *
     * @throws IllegalArgumentException if it is out of range
     */
    default T checked(T value) {
        if (!accepts(value)) {
            throw new IllegalArgumentException(key() + " is " + value + ", not " + range());
        }
        return value;
    }

    /** What it is called in the window. */
    default String name() {
        return Texts.text("option." + key() + ".name");
    }

    /** What it does, with its formula. */
    default String tooltip() {
        return Texts.text("option." + key() + ".tooltip");
    }

    /** What it does, in a sentence for the command line. */
    default String usage() {
        return Texts.text("option." + key());
    }

    /** How a value other than the standard is shown in a run's name: "θ 0.3", "8 bits". */
    default String named(T value) {
        String key = "option." + key() + ".named";
        String own = key + "." + value;
        return Texts.exists(own) ? Texts.text(own) : Texts.text(key, shown(value));
    }
}
