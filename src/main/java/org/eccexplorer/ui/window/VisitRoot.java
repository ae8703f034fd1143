package org.eccexplorer.ui.window;

import javafx.beans.property.ReadOnlyProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import org.eccexplorer.text.Texts;
import org.eccexplorer.ui.fx.TextSize;

/** An explorer that a lesson shows, below a line that leads back to the lesson. */
final class VisitRoot extends BorderPane implements TextSize.Root {
    private final ExplorerView view;

    /**
     * Puts the line above the explorer.
     *
     * @param lesson its title
     * @param back leads back to it
     */
    VisitRoot(ExplorerView view, String lesson, Runnable back) {
        this.view = view;
        getStyleClass().add("explorer");
        getStylesheets().addAll(view.getStylesheets());
        Button leave = new Button(Texts.text("ui.window.backToLesson"));
        leave.setMinWidth(USE_PREF_SIZE);
        leave.getStyleClass().add("primary");
        leave.setOnAction(event -> back.run());
        Label said = new Label(Texts.text("ui.window.visit", lesson));
        said.setWrapText(true);
        HBox line = new HBox(12, leave, said);
        line.getStyleClass().add("top-bar");
        setTop(line);
        setCenter(view);
        view.darkProperty().addListener((property, before, dark) -> look(dark));
        look(view.darkProperty().get());
        view.textPercentProperty()
                .addListener((property, before, now) -> setStyle(TextSize.style(now)));
        setStyle(TextSize.style(view.textPercentProperty().get()));
    }

    private void look(boolean dark) {
        getStyleClass().remove("dark");
        if (dark) {
            getStyleClass().add("dark");
        }
    }

    /** The explorer in it. */
    ExplorerView view() {
        return view;
    }

    @Override
    public ReadOnlyProperty<Integer> textPercentProperty() {
        return view.textPercentProperty();
    }
}
