package org.eccexplorer.ui.files;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.eccexplorer.app.session.CrashedSession;
import org.eccexplorer.text.Texts;
import org.eccexplorer.ui.fx.LiveScroll;
import org.eccexplorer.ui.fx.WrappedText;

/** Sessions that windows left when they crashed, each to be restored or deleted. */
final class CrashedSessions extends VBox {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", Locale.ENGLISH)
                    .withZone(ZoneId.systemDefault());
    private static final double ROW = 46;

    private final VBox rows = new VBox(8);
    private final Consumer<CrashedSession> delete;
    private final Runnable close;

    /**
     * The list.
     *
     * @param restore restores a session
     * @param delete forgets one for good
     * @param close is called when none is left
     */
    CrashedSessions(
            List<CrashedSession> sessions,
            Consumer<CrashedSession> restore,
            Consumer<CrashedSession> delete,
            Runnable close) {
        super(10);
        this.delete = delete;
        this.close = close;
        sessions.forEach(session -> rows.getChildren().add(row(session, restore)));
        ScrollPane scroll = new LiveScroll(rows);
        scroll.setFitToWidth(true);
        scroll.setMinHeight(Math.min(330, ROW * sessions.size()));
        scroll.getStyleClass().add("sheet-scroll");
        setVgrow(scroll, Priority.ALWAYS);
        getChildren()
                .addAll(
                        WrappedText.wrapped(
                                Texts.text("ui.files.closedUnexpectedly"), "sheet-text"),
                        scroll);
    }

    private HBox row(CrashedSession session, Consumer<CrashedSession> restore) {
        Label title = new Label(session.model());
        title.getStyleClass().add("card-title");
        Label details =
                new Label(
                        Texts.text(
                                "ui.files.crashedSession",
                                TIME.format(session.saved()),
                                Texts.counted("ui.files.runs", session.runs().size()),
                                String.join(", ", session.runs())));
        details.getStyleClass().add("muted");
        details.setTooltip(new Tooltip(String.join("\n", session.runs())));
        VBox words = new VBox(3, title, details);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        Button restoreButton = new Button(Texts.text("ui.files.restore"));
        restoreButton.setMinWidth(USE_PREF_SIZE);
        restoreButton.getStyleClass().add("primary");
        restoreButton.setAccessibleText(Texts.text("ui.files.restoreIt", session.model()));
        restoreButton.setOnAction(event -> restore.accept(session));
        Button forget = new Button(Texts.text("ui.files.delete"));
        forget.setMinWidth(USE_PREF_SIZE);
        forget.setAccessibleText(Texts.text("ui.files.deleteIt", session.model()));
        HBox row = new HBox(10, words, restoreButton, forget);
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
