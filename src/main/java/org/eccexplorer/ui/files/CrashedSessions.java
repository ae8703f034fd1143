package org.eccexplorer.ui.files;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.eccexplorer.app.session.CrashedSession;
import org.eccexplorer.ui.fx.WrappedText;

/** Sessions that windows left when they crashed, each to be brought back or deleted. */
final class CrashedSessions extends VBox {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                    .withZone(ZoneId.systemDefault());
    private static final double ROW = 46;

    private final VBox rows = new VBox(8);
    private final Consumer<CrashedSession> delete;
    private final Runnable close;

    /**
     * The list.
     *
     * @param back brings a session back
     * @param delete forgets one for good
     * @param close is called when none is left
     */
    CrashedSessions(
            List<CrashedSession> sessions,
            Consumer<CrashedSession> back,
            Consumer<CrashedSession> delete,
            Runnable close) {
        super(10);
        this.delete = delete;
        this.close = close;
        sessions.forEach(session -> rows.getChildren().add(row(session, back)));
        ScrollPane scroll = new ScrollPane(rows);
        scroll.setFitToWidth(true);
        scroll.setMinHeight(Math.min(330, ROW * sessions.size()));
        scroll.getStyleClass().add("sheet-scroll");
        setVgrow(scroll, Priority.ALWAYS);
        getChildren()
                .addAll(
                        WrappedText.wrapped(
                                "These windows did not end as they should. What they had saved by"
                                        + " themselves can be brought back; what is neither brought"
                                        + " back nor deleted is offered again at the next start.",
                                "sheet-text"),
                        scroll);
    }

    private HBox row(CrashedSession session, Consumer<CrashedSession> back) {
        Label title = new Label(session.model());
        title.getStyleClass().add("card-title");
        int count = session.runs().size();
        Label details =
                new Label(
                        "%s · %s: %s"
                                .formatted(
                                        TIME.format(session.saved()),
                                        count == 1 ? "1 run" : "%,d runs".formatted(count),
                                        String.join(", ", session.runs())));
        details.getStyleClass().add("muted");
        details.setTooltip(new Tooltip(String.join("\n", session.runs())));
        VBox words = new VBox(3, title, details);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        Button bring = new Button("Bring back");
        bring.setMinWidth(USE_PREF_SIZE);
        bring.getStyleClass().add("primary");
        bring.setAccessibleText("Bring back " + title.getText());
        bring.setOnAction(event -> back.accept(session));
        Button forget = new Button("Delete");
        forget.setMinWidth(USE_PREF_SIZE);
        forget.setAccessibleText("Delete " + title.getText());
        HBox row = new HBox(10, words, bring, forget);
        row.getStyleClass().addAll("row", "left-session");
        forget.setOnAction(event -> forget(session, row));
        return row;
    }

    private void forget(CrashedSession session, HBox row) {
        delete.accept(session);
        rows.getChildren().remove(row);
        if (rows.getChildren().isEmpty()) {
            close.run();
        }
    }
}
