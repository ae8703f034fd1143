package org.eccexplorer.text;

import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * Every text that a user can see, by key, from {@code texts.properties}. A text is a pattern of
 * {@link java.util.Formatter}: {@code %s} takes an argument, {@code %%} is a percent sign. Numbers
 * are handed over as {@link Numbers} writes them, so that they look the same everywhere.
 *
 * <p>Keys are {@code room.whatIsSaid}, where the room is the package that says it.
 */
public final class Texts {
    /** Name of the bundle, for libraries that look texts up themselves. */
    public static final String BUNDLE = "org.eccexplorer.text.texts";

    private static final ResourceBundle ALL = ResourceBundle.getBundle(BUNDLE, Locale.ROOT);

    private Texts() {}

    /**
     * A text with its arguments filled in; whole numbers are written by {@link Numbers}, all else
     * without what a terminal would obey.
     *
     * @throws java.util.MissingResourceException if there is no such text
     */
    public static String text(String key, Object... arguments) {
        return String.format(
                Locale.ROOT,
                ALL.getString(key),
                Arrays.stream(arguments).map(Texts::written).toArray());
    }

    /** Whatever a file or the name of a file may contain, nothing of it gives orders. */
    private static String written(Object argument) {
        return argument instanceof Integer || argument instanceof Long
                ? Numbers.count(((Number) argument).longValue())
                : Shown.lines(String.valueOf(argument));
    }

    /** Whether there is a text of that key. */
    public static boolean exists(String key) {
        return ALL.containsKey(key);
    }

    /** What a constant is called: the text {@code TypeName.CONSTANT}. */
    public static String name(Enum<?> constant) {
        return text(constant.getDeclaringClass().getSimpleName() + "." + constant.name());
    }

    /**
     * A number of things: the text {@code key.one} or {@code key.other}, its argument the count.
     */
    public static String counted(String key, long count) {
        return text(key + (count == 1 ? ".one" : ".other"), Numbers.count(count));
    }
}
