package org.eccexplorer.ui.dialog;

import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.text.Texts;
import org.eccexplorer.ui.fx.LiveScroll;
import org.eccexplorer.ui.fx.WrappedText;

/** Problems one below the other: what, where, why and what to do about it. */
public final class ProblemList extends VBox {

    /** Shows all of them; they can be copied as text. */
    public ProblemList(List<Problem> problems) {
        super(10);
        VBox list = new VBox(10);
        list.getStyleClass().add("problems");
        for (Problem problem : problems) {
            VBox card =
                    new VBox(
                            3,
                            WrappedText.wrapped(problem.what(), "card-title"),
                            WrappedText.wrapped(problem.where(), "muted"),
                            WrappedText.wrapped(problem.why(), "muted"),
                            WrappedText.wrapped("→ " + problem.remedy(), "remedy"));
            card.getStyleClass().add("problem");
            list.getChildren().add(card);
        }
        ScrollPane scroll = new LiveScroll(list);
        scroll.setFitToWidth(true);
        scroll.setMinHeight(Math.min(440, 104.0 * problems.size()));
        scroll.getStyleClass().add("sheet-scroll");
        setVgrow(scroll, Priority.ALWAYS);
        Button copy = new Button(Texts.text("ui.dialog.copyAsText"));
        copy.setOnAction(event -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(text(problems));
            Clipboard.getSystemClipboard().setContent(content);
        });
        getChildren().addAll(scroll, copy);
    }

    private static String text(List<Problem> problems) {
        return problems.stream()
                .map(p -> Texts.text("ui.dialog.problem", p.what(), p.where(), p.why(), p.remedy()))
                .collect(Collectors.joining());
    }
}
