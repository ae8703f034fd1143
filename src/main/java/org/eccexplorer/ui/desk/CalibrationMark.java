package org.eccexplorer.ui.desk;

import java.util.Collection;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import org.eccexplorer.app.live.RunState;
import org.eccexplorer.app.session.PageId;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;
import org.eccexplorer.ui.state.ExplorerViewModel;

/**
 * Says where accuracies are read that λ was measured on images that are tested, and leads to where
 * others are chosen. Takes no room while that is not so.
 */
public final class CalibrationMark extends FlowPane {
    private final ExplorerViewModel model;
    private final Label words = new Label();

    /** A mark that is not seen yet. */
    public CalibrationMark(ExplorerViewModel model) {
        super(8, 0);
        this.model = model;
        words.getStyleClass().add("warning");
        words.setTooltip(new Tooltip(Texts.text("ui.desk.calibratedOnTestMeaning")));
        Hyperlink link = new Hyperlink(Texts.text("ui.desk.calibrateOnOthers"));
        link.setOnAction(event -> {
            model.currentPage().comparingProperty().set(false);
            model.currentPage().show(PageId.DATA);
        });
        getStyleClass().add("calibration-mark");
        setRowValignment(VPos.CENTER);
        setAlignment(Pos.CENTER_LEFT);
        setMinHeight(USE_PREF_SIZE);
        getChildren().addAll(words, link);
        managedProperty().bind(visibleProperty());
        setVisible(false);
    }

    /** Shows whether that is so for some of these runs, and for how many of them. */
    public void show(Collection<RunState> runs) {
        long marked = runs.stream().filter(model::isCalibratedOnTest).count();
        setVisible(marked > 0);
        words.setText(
                marked == runs.size()
                        ? Texts.text("ui.desk.calibratedOnTest")
                        : Texts.text(
                                "ui.desk.someCalibratedOnTest",
                                Numbers.count(marked),
                                Numbers.count(runs.size())));
    }

    /** What it says. */
    public String words() {
        return isVisible() ? words.getText() : "";
    }
}
