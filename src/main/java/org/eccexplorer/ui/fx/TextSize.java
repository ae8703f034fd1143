package org.eccexplorer.ui.fx;

import java.util.List;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.Region;

/**
 * How large text is, as a multiple of its usual size. Style sheets follow the font size of the
 * scene's root; lengths that code sets follow it by this.
 */
public final class TextSize {
    /** The sizes that are offered, in percent. */
    public static final List<Integer> PERCENT = List.of(100, 110, 125, 150, 175, 200);

    /** The font size of a root whose text has its usual size, in pixels. */
    static final double USUAL = 12;

    private TextSize() {}

    /** The root of a scene that says how large text is. */
    public interface Root {
        /** In percent of the usual size. */
        ReadOnlyProperty<Integer> textPercentProperty();
    }

    /** The style of a root whose text has a size in percent. */
    public static String style(int percent) {
        return "-fx-font-size: " + USUAL * percent / 100 + "px;";
    }

    /** The size offered that is so many places from another; the largest and smallest stay. */
    public static int beside(int percent, int places) {
        int nearest = 0;
        for (int i = 0; i < PERCENT.size(); i++) {
            nearest = PERCENT.get(i) <= percent ? i : nearest;
        }
        return PERCENT.get(Math.clamp(nearest + places, 0, PERCENT.size() - 1));
    }

    /** How large text is where a node is: 1 is the usual size. */
    public static ObservableValue<Double> of(Node node) {
        return node.sceneProperty()
                .flatMap(Scene::rootProperty)
                .flatMap(root ->
                        root instanceof Root sized
                                ? sized.textPercentProperty().map(percent -> percent / 100.0)
                                : new ReadOnlyObjectWrapper<>(1.0))
                .orElse(1.0);
    }

    /** From now on a length of a node is a number of pixels times the size of text there. */
    public static void scale(DoubleProperty length, Node node, double pixels) {
        length.bind(of(node).map(size -> size * pixels));
    }

    /** From now on a part is exactly so wide, times the size of text there. */
    public static void width(Region part, double pixels) {
        scale(part.minWidthProperty(), part, pixels);
        scale(part.prefWidthProperty(), part, pixels);
        scale(part.maxWidthProperty(), part, pixels);
    }
}
