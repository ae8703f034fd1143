package org.eccexplorer.ui.runs;

import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.eccexplorer.app.export.NirExport;
import org.eccexplorer.app.run.Prepared;
import org.eccexplorer.nir.Profile;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;
import org.eccexplorer.ui.fx.Choices;
import org.eccexplorer.ui.fx.WrappedText;

/** Asks which reader a network is written for. */
final class NirSheet extends VBox {

    /**
     * The sheet.
     *
     * @param prepared what is written
     * @param chosen gets the reader
     * @param cancelled writes nothing
     */
    NirSheet(Prepared prepared, Consumer<Profile> chosen, Runnable cancelled) {
        super(12);
        ChoiceBox<Profile> profiles = Choices.of(List.of(Profile.values()), Profile::title);
        profiles.setValue(Profile.PLAIN);
        profiles.setAccessibleText(Texts.text("ui.runs.nirReader"));
        Label name = new Label(Texts.text("ui.runs.nirReader"));
        name.getStyleClass().add("card-title");
        name.setLabelFor(profiles);
        Label explanation = WrappedText.wrapped("", "muted");
        explanation.textProperty().bind(profiles.valueProperty().map(Profile::explanation));
        Label what =
                WrappedText.wrapped(
                        Texts.text(
                                "ui.runs.nirWhat",
                                prepared.network().name(),
                                Numbers.count(prepared.settings().timesteps()),
                                Numbers.count(NirExport.IMAGES)),
                        "sheet-text");
        Button cancel = new Button(Texts.text("ui.runs.cancel"));
        cancel.setOnAction(event -> cancelled.run());
        Button save = new Button(Texts.text("ui.runs.nirSave"));
        save.getStyleClass().add("primary");
        save.setDefaultButton(true);
        save.setOnAction(event -> chosen.accept(profiles.getValue()));
        HBox buttons = new HBox(10, cancel, save);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        getChildren().addAll(what, new VBox(4, name, profiles, explanation), buttons);
    }
}
