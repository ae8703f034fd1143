package org.eccexplorer.ui.desk;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.eccexplorer.app.live.RunState;
import org.eccexplorer.app.open.ViewedImage;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;
import org.eccexplorer.ui.fx.Choices;
import org.eccexplorer.ui.fx.TextSize;
import org.eccexplorer.ui.state.ExplorerViewModel;
import org.eccexplorer.ui.state.Playback;

/** The image, the layer and the timestep that everything shows: played, stepped or dragged. */
public final class TimeBar extends HBox {
    private static final double WIDE = 760;

    /** Below this width there is room for the timestep alone. */
    private static final double NARROW = 520;

    private final ExplorerViewModel model;
    private final Label sample = new Label();
    private final Label layer = new Label();
    private final Label time = new Label();
    private final Slider slider = new Slider(1, 256, 256);
    private final Button play = new Button();
    private final Hyperlink changed = new Hyperlink();
    private final Tooltip meaning = new Tooltip();
    private final ObservableValue<Double> textSize = TextSize.of(this);

    /**
     * The bar.
     *
     * @param next goes to the next image of those that the link speaks of
     */
    public TimeBar(ExplorerViewModel model, Runnable next) {
        super(8);
        this.model = model;
        getStyleClass().add("time-bar");
        Playback playback = model.playback();
        slider.maxProperty().bind(playback.lastProperty());
        slider.setBlockIncrement(1);
        slider.setAccessibleText(Texts.text("ui.desk.timestep"));
        slider.setTooltip(new Tooltip(Texts.text("ui.desk.timestepTooltip")));
        HBox.setHgrow(slider, Priority.ALWAYS);
        slider.valueProperty().addListener(o -> playback.goTo((int) Math.rint(slider.getValue())));
        playback.timestepProperty().addListener(o -> follow());
        play.textProperty().bind(playback.playingProperty().map(on -> on ? "❚❚" : "▶"));
        changed.setOnAction(event -> next.run());
        Label sampleName = muted(Texts.text("ui.desk.image"));
        ChoiceBox<Integer> speed = speed(playback);
        Label layerName = muted(Texts.text("ui.desk.layer"));
        getChildren()
                .addAll(
                        sampleName,
                        sample,
                        layerName,
                        layer,
                        button(
                                new Button("◂"),
                                Texts.text("ui.desk.stepBack"),
                                () -> playback.step(-1)),
                        button(play, Texts.text("ui.desk.play"), playback::toggle),
                        button(new Button("▸"), Texts.text("ui.desk.step"), () -> playback.step(1)),
                        time,
                        slider,
                        speed,
                        changed);
        sample.getStyleClass().add("value");
        layer.getStyleClass().add("value");
        time.getStyleClass().add("value");
        TextSize.scale(time.minWidthProperty(), time, 64);
        sample.setMinWidth(USE_PREF_SIZE);
        TextSize.scale(sample.maxWidthProperty(), sample, 140);
        layer.setMinWidth(USE_PREF_SIZE);
        TextSize.scale(layer.maxWidthProperty(), layer, 140);
        changed.setMinWidth(USE_PREF_SIZE);
        changed.setTooltip(meaning);
        slider.setMinWidth(60);
        // Else the words would keep the width at which they are shown.
        setMinWidth(0);
        // Where there is little room the slider needs it more than these words do.
        List.of(sampleName, layerName).forEach(word -> showWhereWider(WIDE, word));
        List.of(sample, layer, speed).forEach(part -> showWhereWider(NARROW, part));
        follow();
    }

    private void showWhereWider(double width, Node part) {
        part.visibleProperty()
                .bind(
                        Bindings.createBooleanBinding(
                                () -> getWidth() > width * textSize.getValue(),
                                widthProperty(),
                                textSize));
        part.managedProperty().bind(part.visibleProperty());
    }

    private static Label muted(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("muted");
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    private static Button button(Button button, String tooltip, Runnable action) {
        button.getStyleClass().add("step");
        button.setTooltip(new Tooltip(tooltip));
        button.setAccessibleText(tooltip);
        button.setOnAction(event -> action.run());
        return button;
    }

    private static ChoiceBox<Integer> speed(Playback playback) {
        ChoiceBox<Integer> box = Choices.of(Playback.SPEEDS, speed -> speed + " / s");
        box.setValue(playback.speedProperty().get());
        box.valueProperty()
                .addListener((property, before, speed) -> playback.speedProperty().set(speed));
        box.setTooltip(new Tooltip(Texts.text("ui.desk.speedTooltip")));
        box.setAccessibleText(Texts.text("ui.desk.speed"));
        box.setMinWidth(USE_PREF_SIZE);
        return box;
    }

    private void follow() {
        int t = model.playback().timestepProperty().get();
        time.setText("t = " + t);
        if ((int) Math.rint(slider.getValue()) != t) {
            slider.setValue(t);
        }
    }

    /** Shows what is selected, and how many answers the conversion changed at this timestep. */
    public void refresh(RunState focus) {
        int t = model.playback().timestepProperty().get();
        int differing = model.changedImages().size();
        refresh(
                focus,
                differing,
                Texts.text("ui.desk.changed", Numbers.count(differing), t),
                Texts.text(
                        "ui.desk.changedTooltip", Texts.counted("ui.desk.images", differing), t));
    }

    /**
     * Shows what is selected.
     *
     * @param differing number of images that the link leads to
     * @param words of the link
     * @param explanation of the link
     */
    public void refresh(RunState focus, int differing, String words, String explanation) {
        follow();
        ViewedImage chosen = model.selection().imageProperty().get();
        String name =
                chosen.label() < 0 ? "" : " · " + model.experiment().className(chosen.label());
        sample.setText(
                (chosen.index() == ViewedImage.OWN ? Texts.text("ui.desk.own") : chosen.index())
                        + name);
        int index = model.selection().layerProperty().get();
        layer.setText(
                focus.network()
                        .map(network -> network.layers().get(index).name())
                        .orElse(Numbers.NONE));
        changed.setText(words);
        meaning.setText(explanation);
        changed.setDisable(differing == 0);
    }
}
