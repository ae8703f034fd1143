package org.eccexplorer.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eccexplorer.text.Texts;

/** Reads an {@link Expression} by recursive descent: or, and, comparison, sum, product, factor. */
final class ExpressionReader {
    private static final Pattern TOKEN =
            Pattern.compile(
                    "\\s*(\\d+(?:\\.\\d+)?|[A-Za-z_][A-Za-z_0-9]*|<=|>=|!=|[-+*/()<>=,·−])");

    /** Decimals have no exact binary form: 100 · 0.29 is to be 29. */
    private static final double ROUNDING = 1e-9;

    private static final Map<String, DoubleUnaryOperator> ONE =
            Map.of(
                    "abs", Math::abs,
                    "ceil", value -> Math.ceil(value - ROUNDING),
                    "floor", value -> Math.floor(value + ROUNDING),
                    "round", value -> Math.floor(value + 0.5 + ROUNDING),
                    "sqrt", Math::sqrt);

    private static final Map<String, DoubleBinaryOperator> TWO =
            Map.of("max", Math::max, "min", Math::min);

    private static final Map<String, DoubleBinaryOperator> COMPARISONS =
            Map.of(
                    "=", (a, b) -> truth(Math.abs(a - b) < ROUNDING),
                    "!=", (a, b) -> truth(Math.abs(a - b) >= ROUNDING),
                    "<", (a, b) -> truth(a < b),
                    "<=", (a, b) -> truth(a <= b + ROUNDING),
                    ">", (a, b) -> truth(a > b),
                    ">=", (a, b) -> truth(a >= b - ROUNDING));

    private final String text;
    private final List<String> tokens = new ArrayList<>();
    private final Set<String> names = new TreeSet<>();
    private int next;

    /** A part of an expression: its value, given what the names stand for. */
    private interface Part extends ToDoubleFunction<ToDoubleFunction<String>> {}

    ExpressionReader(String text) {
        this.text = text;
    }

    private static double truth(boolean holds) {
        return holds ? 1 : 0;
    }

    Expression read() {
        Matcher matcher = TOKEN.matcher(text);
        int end = 0;
        while (matcher.lookingAt()) {
            tokens.add(matcher.group(1).replace('·', '*').replace('−', '-'));
            end = matcher.end();
            matcher.region(end, text.length());
        }
        if (!text.substring(end).isBlank()) {
            throw unexpected(text.substring(end).strip());
        }
        Part whole = either();
        if (next < tokens.size()) {
            throw unexpected(tokens.get(next));
        }
        return new Expression(text.strip(), names, whole);
    }

    private IllegalArgumentException unexpected(String what) {
        return new IllegalArgumentException(Texts.text("lesson.unexpected", what, text.strip()));
    }

    private boolean takes(String token) {
        boolean taken = next < tokens.size() && tokens.get(next).equals(token);
        next += taken ? 1 : 0;
        return taken;
    }

    private String take() {
        if (next == tokens.size()) {
            throw new IllegalArgumentException(Texts.text("lesson.endsEarly", text.strip()));
        }
        return tokens.get(next++);
    }

    private static Part join(Part left, Part right, DoubleBinaryOperator by) {
        return names -> by.applyAsDouble(left.applyAsDouble(names), right.applyAsDouble(names));
    }

    private Part either() {
        Part left = both();
        while (takes("or")) {
            left = join(left, both(), (a, b) -> truth(a > 0 || b > 0));
        }
        return left;
    }

    private Part both() {
        Part left = comparison();
        while (takes("and")) {
            left = join(left, comparison(), (a, b) -> truth(a > 0 && b > 0));
        }
        return left;
    }

    private Part comparison() {
        Part left = sum();
        if (next < tokens.size() && COMPARISONS.containsKey(tokens.get(next))) {
            DoubleBinaryOperator by = Objects.requireNonNull(COMPARISONS.get(take()));
            return join(left, sum(), (a, b) -> Double.isNaN(a + b) ? 0 : by.applyAsDouble(a, b));
        }
        return left;
    }

    private Part sum() {
        Part left = product();
        while (true) {
            if (takes("+")) {
                left = join(left, product(), Double::sum);
            } else if (takes("-")) {
                left = join(left, product(), (a, b) -> a - b);
            } else {
                return left;
            }
        }
    }

    private Part product() {
        Part left = factor();
        while (true) {
            if (takes("*")) {
                left = join(left, factor(), (a, b) -> a * b);
            } else if (takes("/")) {
                left = join(left, factor(), (a, b) -> a / b);
            } else {
                return left;
            }
        }
    }

    private Part factor() {
        String token = take();
        if (token.equals("-")) {
            Part of = factor();
            return names -> -of.applyAsDouble(names);
        }
        if (token.equals("(")) {
            Part inner = either();
            close();
            return inner;
        }
        if (Character.isDigit(token.charAt(0))) {
            double number = Double.parseDouble(token);
            return names -> number;
        }
        if (!Character.isLetter(token.charAt(0))) {
            throw unexpected(token);
        }
        return takes("(") ? call(token) : name(token);
    }

    private Part name(String name) {
        names.add(name);
        return known -> known.applyAsDouble(name);
    }

    private Part call(String function) {
        Part first = either();
        DoubleUnaryOperator one = ONE.get(function);
        DoubleBinaryOperator two = TWO.get(function);
        if (one != null) {
            close();
            return names -> one.applyAsDouble(first.applyAsDouble(names));
        }
        if (two == null || !takes(",")) {
            throw unexpected(function);
        }
        Part second = either();
        close();
        return join(first, second, two);
    }

    private void close() {
        if (!takes(")")) {
            throw next < tokens.size() ? unexpected(tokens.get(next)) : unexpected("(");
        }
    }
}
