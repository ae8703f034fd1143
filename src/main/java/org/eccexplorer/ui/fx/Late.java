package org.eccexplorer.ui.fx;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A part of a window that is made when it is first needed. Belongs to the FX thread. */
public final class Late<T> {
    private final Supplier<T> maker;
    private @Nullable T made;

    public Late(Supplier<T> maker) {
        this.maker = maker;
    }

    /** The part, which is made now if it was not before. */
    public T get() {
        T part = made;
        if (part == null) {
            part = maker.get();
            made = part;
        }
        return part;
    }

    /** The part, if it was needed before. */
    public Optional<T> made() {
        return Optional.ofNullable(made);
    }

    /** Does something with the part, if it was needed before. */
    public void ifMade(Consumer<? super T> action) {
        made().ifPresent(action);
    }
}
