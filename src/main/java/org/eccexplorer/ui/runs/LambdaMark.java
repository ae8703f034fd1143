package org.eccexplorer.ui.runs;

import javafx.scene.control.Label;
import org.eccexplorer.text.Texts;
import org.eccexplorer.ui.fx.Tips;

/** Marks a run in a list whose λ was measured on images that it is tested on. */
final class LambdaMark extends Label {
    LambdaMark() {
        super(Texts.text("ui.runs.lambdaMark"));
        getStyleClass().add("warning");
        setMinWidth(USE_PREF_SIZE);
        Tips.say(this, Texts.text("ui.desk.calibratedOnTestMeaning"));
        setAccessibleText(Texts.text("ui.desk.calibratedOnTest"));
        managedProperty().bind(visibleProperty());
        setVisible(false);
    }

    /** Shows whether that is so. */
    void show(boolean calibratedOnTest) {
        setVisible(calibratedOnTest);
    }
}
