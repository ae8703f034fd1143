package org.eccexplorer.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;

/**
 * A text with live numbers: {@code {rate:3}} is the rate with three decimals, {@code {accuracy:1%}}
 * the accuracy in per cent with one.
 */
public record Template(List<Piece> pieces) {
    private static final Pattern LIVE = Pattern.compile("\\{([^{}:]*)(?::(\\d)(%?))?}");

    public Template {
        pieces = List.copyOf(pieces);
    }

    /** A part of the text. */
    public sealed interface Piece {}

    /** What always stands there. */
    public record Words(String text) implements Piece {}

    /**
     * A number that is computed.
     *
     * @param decimals −1: as many as it needs, up to three
     * @param percent whether it is a share, shown in per cent
     */
    public record Live(Expression expression, int decimals, boolean percent) implements Piece {
        /** The number as it is read. */
        public String written(ToDoubleFunction<String> names) {
            double value = expression.at(names);
            if (percent) {
                return Numbers.percent(value, decimals);
            }
            return decimals < 0 ? Numbers.upTo(value, 3) : Numbers.fixed(value, decimals);
        }
    }

    /**
     * Reads one.
     *
     * @throws IllegalArgumentException with the reason if a number in it cannot be computed
     */
    public static Template of(String text) {
        List<Piece> pieces = new ArrayList<>();
        Matcher matcher = LIVE.matcher(text);
        int from = 0;
        while (matcher.find()) {
            words(text.substring(from, matcher.start()), pieces);
            int decimals = matcher.group(2) == null ? -1 : Integer.parseInt(matcher.group(2));
            boolean percent = "%".equals(matcher.group(3));
            pieces.add(new Live(Expression.of(matcher.group(1)), decimals, percent));
            from = matcher.end();
        }
        words(text.substring(from), pieces);
        return new Template(pieces);
    }

    private static void words(String text, List<Piece> pieces) {
        if (text.contains("{") || text.contains("}")) {
            throw new IllegalArgumentException(Texts.text("lesson.brace", text.strip()));
        }
        if (!text.isEmpty()) {
            pieces.add(new Words(text));
        }
    }

    /** The whole text with its numbers. */
    public String at(ToDoubleFunction<String> names) {
        return pieces.stream()
                .map(piece ->
                        switch (piece) {
                            case Words words -> words.text();
                            case Live live -> live.written(names);
                        })
                .collect(Collectors.joining());
    }

    /** The names that its numbers ask for. */
    public Set<String> names() {
        Set<String> names = new TreeSet<>();
        for (Piece piece : pieces) {
            if (piece instanceof Live live) {
                names.addAll(live.expression().names());
            }
        }
        return names;
    }

    /** How many words a reader reads; a number counts as one. */
    public int words() {
        String plain =
                pieces.stream()
                        .map(piece -> piece instanceof Words words ? words.text() : "0")
                        .collect(Collectors.joining());
        return (int)
                Pattern.compile("\\S+")
                        .matcher(plain)
                        .results()
                        .filter(word -> word.group().chars().anyMatch(Character::isLetterOrDigit))
                        .count();
    }
}
