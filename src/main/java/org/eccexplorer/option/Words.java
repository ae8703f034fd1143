package org.eccexplorer.option;

import java.util.Map;
import java.util.function.Function;
import org.eccexplorer.text.Texts;

/** Numbers that are written as words, where they stand for something else than themselves. */
final class Words {
    private Words() {}

    /**
     * The number that was written, or that a word stands for.
     *
     * @throws IllegalArgumentException if it is none, or one that only its word stands for
     */
    static <T> T number(String written, Map<T, String> words, Function<String, T> parse) {
        for (Map.Entry<T, String> word : words.entrySet()) {
            if (word.getValue().equals(written)) {
                return word.getKey();
            }
        }
        T number = parse.apply(written);
        if (words.containsKey(number)) {
            throw new IllegalArgumentException(written);
        }
        return number;
    }

    /** A range and the words besides. */
    static String or(String range, Map<?, String> words) {
        String or = range;
        for (String word : words.values().stream().sorted().toList()) {
            or = Texts.text("option.eitherOr", or, word);
        }
        return or;
    }

    /** What is to be written behind an argument. */
    static String label(Map<?, String> words) {
        return "N|" + String.join("|", words.values().stream().sorted().toList());
    }
}
