package org.eccexplorer.ui.fx;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import javafx.beans.InvalidationListener;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.text.Font;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** Boxes in which values are chosen by their names. */
public final class Choices {
    private Choices() {}

    /** A box of values, none of them chosen yet. */
    public static <T> ChoiceBox<T> of(List<T> values, Function<T, String> naming) {
        ChoiceBox<T> box = new Box<>();
        box.getItems().setAll(values);
        box.setConverter(new Names<>(naming));
        return box;
    }

    /**
     * As wide as its longest value. JavaFX asks the menu of values for that, and so styles one in
     * every box, though few are ever opened.
     */
    private static final class Box<T> extends ChoiceBox<T> {
        private double longest;

        /** In which font; none where values have come or gone since. */
        private @Nullable Font measured;

        Box() {
            getItems().addListener((InvalidationListener) o -> measured = null);
        }

        @Override
        protected double computeMinWidth(double height) {
            return width(part -> part.minWidth(height));
        }

        @Override
        protected double computePrefWidth(double height) {
            return width(
                    part -> part instanceof Label label ? longest(label) : part.prefWidth(height));
        }

        private double width(ToDoubleFunction<Node> needed) {
            return snappedLeftInset()
                    + getChildrenUnmodifiable().stream()
                            .filter(Node::isManaged)
                            .mapToDouble(part -> snapSizeX(needed.applyAsDouble(part)))
                            .sum()
                    + snappedRightInset();
        }

        private double longest(Label label) {
            Font font = label.getFont();
            if (!font.equals(measured)) {
                longest = getItems().stream().mapToDouble(item -> wide(item, font)).max().orElse(0);
                measured = font;
            }
            return label.prefWidth(-1) - TextWidth.of(label.getText(), font) + longest;
        }

        private double wide(T item, Font font) {
            return TextWidth.of(getConverter().toString(item), font);
        }
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
