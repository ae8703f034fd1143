package org.eccexplorer.option;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Numbers by name, such as one for each of some layers.
 *
 * @param values in the order of their names
 */
public record NamedNumbers(Map<String, Double> values) {
    /** No number at all. */
    public static final NamedNumbers NONE = new NamedNumbers(Map.of());

    public NamedNumbers {
        values = Collections.unmodifiableMap(new TreeMap<>(values));
    }

    /** The number of a name. */
    public Optional<Double> of(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** The same with a number for one name. */
    public NamedNumbers with(String name, double number) {
        Map<String, Double> next = new TreeMap<>(values);
        next.put(name, number);
        return new NamedNumbers(next);
    }
}
