package org.eccexplorer.ui.image;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;
import org.eccexplorer.ui.chart.Pictures;

/** What the colours of feature maps stand for: values from 0, differences about 0, or both. */
public final class ColourScale extends HBox {
    private static final int HEIGHT = 9;

    private final Label most = label();
    private final Label less = label();
    private final Label more = label();

    private ColourScale() {
        super(4);
        getStyleClass().add("row");
    }

    /** For values from 0 and for differences about 0, each a strip of this many pixels. */
    static ColourScale both(int width) {
        ColourScale scale = differences(width);
        Region gap = new Region();
        gap.setPrefWidth(width / 4.0);
        Label zero = label();
        zero.setText("0");
        scale.getChildren()
                .addAll(
                        0,
                        List.of(
                                zero,
                                new ImageView(Pictures.heatScale(width, HEIGHT)),
                                scale.most,
                                gap));
        return scale;
    }

    /** For differences about 0, a strip of this many pixels. */
    public static ColourScale differences(int width) {
        ColourScale scale = new ColourScale();
        scale.getChildren()
                .addAll(scale.less, new ImageView(Pictures.signedScale(width, HEIGHT)), scale.more);
        return scale;
    }

    private static Label label() {
        Label label = new Label();
        label.getStyleClass().add("muted");
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    /** Shows a range. */
    public void show(float largest) {
        String value = Numbers.significant(largest, 2);
        most.setText(Texts.text("ui.image.inLambda", value));
        less.setText("−" + value);
        more.setText(Texts.text("ui.image.inLambda", "+" + value));
        setAccessibleText(
                most.getParent() == null
                        ? Texts.text("ui.image.differenceColours", value, value)
                        : Texts.text("ui.image.colours", value, value, value));
    }
}
