package org.eccexplorer.ui.state;

import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A value that is computed again only when what it is made of has changed: the window asks for it
 * at every repaint.
 *
 * @param <K> what it is made of, compared by {@code equals}
 * @param <V> the value
 */
public final class Memo<K, V> {
    private final Function<K, V> function;
    private @Nullable K key;
    private @Nullable V value;

    public Memo(Function<K, V> function) {
        this.function = function;
    }

    /** The function's value. */
    public V of(K argument) {
        V known = value;
        if (known == null || !argument.equals(key)) {
            known = Objects.requireNonNull(function.apply(argument));
            key = argument;
            value = known;
        }
        return known;
    }
}
