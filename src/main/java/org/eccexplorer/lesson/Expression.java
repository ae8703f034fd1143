package org.eccexplorer.lesson;

import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * A number computed from named ones, such as {@code floor(T*current)} or {@code residual < 0.1}.
 * Comparisons are 1 or 0; what is compared with a number that is not there yet is 0.
 *
 * @param text as written
 * @param names that it asks for
 */
public record Expression(
        String text, Set<String> names, ToDoubleFunction<ToDoubleFunction<String>> value) {

    public Expression {
        names = Set.copyOf(names);
    }

    /**
     * Reads one: numbers, names, {@code + - * / ( )}, {@code = != < <= > >=}, {@code and}, {@code
     * or}, and the functions abs, ceil, floor, max, min, round and sqrt.
     *
     * @throws IllegalArgumentException with the reason if it is none
     */
    public static Expression of(String text) {
        return new ExpressionReader(text).read();
    }

    /** A number that is always the same. */
    public static Expression number(double value) {
        return new Expression(Double.toString(value), Set.of(), names -> value);
    }

    /**
     * Its value; NaN if one of its numbers is not there yet.
     *
     * @param names what each name stands for now
     */
    public double at(ToDoubleFunction<String> names) {
        return value.applyAsDouble(names);
    }

    /** Whether it is true: any number but 0. */
    public boolean holds(ToDoubleFunction<String> names) {
        double now = at(names);
        return now != 0 && !Double.isNaN(now);
    }
}
