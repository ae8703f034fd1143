package org.eccexplorer.ui.help;

import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.eccexplorer.text.Texts;
import org.eccexplorer.ui.fx.Shown;

/** What the window shows and why one wants it, with what the runs say, for first-time users. */
public final class IntroductionBanner extends HBox {
    private final Text figures = new Text();
    private final Text why = new Text(Texts.text("ui.help.introductionWhy") + " ");

    /**
     * The banner.
     *
     * @param learn shows what the window is about
     * @param close is called when the banner is closed
     */
    public IntroductionBanner(Runnable learn, Runnable close) {
        super(10);
        getStyleClass().addAll("card", "greeting");
        Text lead = new Text(Texts.text("ui.help.introduction") + " ");
        lead.getStyleClass().addAll("prose", "lead");
        why.getStyleClass().add("prose");
        figures.getStyleClass().add("prose");
        Hyperlink more = new Hyperlink(Texts.text("ui.help.learn"));
        more.setOnAction(event -> learn.run());
        TextFlow text = new TextFlow(lead, why, figures, new Text(" "), more);
        text.setMinHeight(USE_PREF_SIZE);
        HBox.setHgrow(text, Priority.ALWAYS);
        Button done = new Button("✕");
        done.getStyleClass().add("tool");
        done.setMinWidth(USE_PREF_SIZE);
        done.setTooltip(new Tooltip(Texts.text("ui.help.closeHint")));
        done.setAccessibleText(Texts.text("ui.help.closeHint"));
        done.setOnAction(event -> close.run());
        getChildren().addAll(text, done);
        setMinHeight(USE_PREF_SIZE);
    }

    /** Says what the runs say so far. */
    public void show(String sentence) {
        if (!sentence.equals(figures.getText())) {
            figures.setText(sentence);
        }
    }

    /** Says less where there is little room. */
    public void brief(boolean on) {
        Shown.set(why, !on);
    }

    /** What it says of runs. */
    public String figures() {
        return figures.getText();
    }
}
