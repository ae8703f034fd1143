package org.eccexplorer.ui.fx;

import java.util.List;
import java.util.function.Function;
import javafx.scene.control.ChoiceBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** Boxes in which values are chosen by their names. */
public final class Choices {
    private Choices() {}

    /** A box of values, none of them chosen yet. */
    public static <T> ChoiceBox<T> of(List<T> values, Function<T, String> naming) {
        ChoiceBox<T> box = new ChoiceBox<>();
        box.getItems().setAll(values);
        box.setConverter(new Names<>(naming));
        return box;
    }

    private static final class Names<T> extends StringConverter<T> {
        private final Function<T, String> naming;

        Names(Function<T, String> naming) {
            this.naming = naming;
        }

        @Override
        public String toString(@Nullable T value) {
            return value == null ? "" : naming.apply(value);
        }

        @Override
        public T fromString(String text) {
            throw new UnsupportedOperationException("values of a choice box are not typed");
        }
    }
}
