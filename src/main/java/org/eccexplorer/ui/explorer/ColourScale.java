package org.eccexplorer.ui.explorer;

import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** What the colours of feature maps stand for: values from 0, and differences about 0. */
final class ColourScale extends HBox {
    private static final int HEIGHT = 9;

    private final Label most = label();
    private final Label less = label();
    private final Label more = label();

    /**
     * Nothing yet.
     *
     * @param width of each strip in pixels
     */
    ColourScale(int width) {
        super(4);
        getStyleClass().add("row");
        Region gap = new Region();
        gap.setPrefWidth(width / 4.0);
        getChildren()
                .addAll(
                        new Label("0"),
                        new ImageView(Pictures.heatScale(width, HEIGHT)),
                        most,
                        gap,
                        less,
                        new ImageView(Pictures.signedScale(width, HEIGHT)),
                        more);
        getChildren().getFirst().getStyleClass().add("muted");
    }

    private static Label label() {
        Label label = new Label();
        label.getStyleClass().add("muted");
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    /** Shows a range. */
    void show(float largest) {
        String value = String.format(Locale.ROOT, "%.2g", largest);
        most.setText(value);
        less.setText("−" + value);
        more.setText("+" + value);
        setAccessibleText(
                "Colours from 0 to %s, differences from −%s to %s".formatted(value, value, value));
    }
}
