package org.eccexplorer.option;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values of options, immutable; what is not set has its standard. */
public final class OptionValues {
    /** Nothing but standards. */
    public static final OptionValues STANDARD = new OptionValues(Map.of());

    /** By key, without those that are the standard, so that equal maps mean equal values. */
    private final Map<String, Object> changed;

    private OptionValues(Map<String, Object> changed) {
        this.changed = changed;
    }

    /** The value of an option. */
    public <T> T get(Option<T> option) {
        Object value = changed.get(option.key());
        return value == null ? option.standard() : option.type().cast(value);
    }

    /**
     * The same with another value.
     *
     * @throws IllegalArgumentException if it is out of range
     */
    public <T> OptionValues with(Option<T> option, T value) {
        Map<String, Object> next = new HashMap<>(changed);
        if (option.checked(value).equals(option.standard())) {
            next.remove(option.key());
        } else {
            next.put(option.key(), value);
        }
        return new OptionValues(Map.copyOf(next));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof OptionValues values && changed.equals(values.changed);
    }

    @Override
    public int hashCode() {
        return changed.hashCode();
    }

    @Override
    public String toString() {
        return changed.toString();
    }
}
