package org.eccexplorer.ui.image;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.eccexplorer.app.open.ViewedImage;
import org.eccexplorer.app.run.ImageTrace;
import org.eccexplorer.measure.RunSnapshot;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;
import org.eccexplorer.ui.chart.Pictures;
import org.eccexplorer.ui.fx.Rows;
import org.eccexplorer.ui.fx.TextSize;
import org.eccexplorer.ui.fx.WrappedText;
import org.eccexplorer.ui.state.ExplorerViewModel;
import org.eccexplorer.ui.state.Viewed;

/** One image, its outputs at the selected timestep, and the way to other images. */
public final class ImagePane extends VBox {
    private static final int VOTES = 5;
    private static final int SIZE = 84;

    private final ExplorerViewModel model;
    private final Label heading = Rows.heading(Texts.text("ui.image.image"));
    private final Canvas picture = new Canvas(SIZE, SIZE);
    private final List<Label> names = new ArrayList<>();
    private final List<ProgressBar> bars = new ArrayList<>();
    private final List<Label> figures = new ArrayList<>();
    private final Label verdict = WrappedText.wrapped("", "muted");

    /**
     * The pane.
     *
     * @param browse shows all images
     */
    public ImagePane(ExplorerViewModel model, Runnable browse) {
        super(8);
        this.model = model;
        GridPane votes = new GridPane();
        votes.setHgap(6);
        votes.setVgap(3);
        HBox.setHgrow(votes, Priority.ALWAYS);
        for (int row = 0; row < VOTES; row++) {
            votes.addRow(row, name(), bar(row), figure());
        }
        getChildren()
                .addAll(
                        heading,
                        new HBox(10, picture, votes),
                        verdict,
                        new HBox(
                                6,
                                button("‹", Texts.text("ui.image.previous"), () -> move(-1)),
                                button("›", Texts.text("ui.image.next"), () -> move(1)),
                                button(
                                        Texts.text("ui.image.nextChanged"),
                                        Texts.text("ui.image.nextChangedTooltip"),
                                        model::selectNextChanged),
                                button(
                                        Texts.text("ui.image.browse"),
                                        Texts.text("ui.image.browseTooltip"),
                                        browse)));
    }

    private static Button button(String text, String tooltip, Runnable action) {
        Button button = new Button(text);
        button.setTooltip(new Tooltip(tooltip));
        button.setAccessibleText(tooltip);
        button.setOnAction(event -> action.run());
        return button;
    }

    private Label name() {
        Label label = new Label();
        label.getStyleClass().add("muted");
        TextSize.width(label, 62);
        names.add(label);
        return label;
    }

    private ProgressBar bar(int row) {
        ProgressBar bar = new ProgressBar(0);
        bar.getStyleClass().add(row == 0 ? "winner" : "vote");
        bar.setPrefWidth(56);
        bars.add(bar);
        return bar;
    }

    private Label figure() {
        Label label = new Label();
        label.getStyleClass().add("muted");
        TextSize.scale(label.minWidthProperty(), label, 34);
        figures.add(label);
        return label;
    }

    private void move(int by) {
        model.selection().moveImage(by);
    }

    /** Shows the image, and its outputs once they are known. */
    public void refresh(Viewed viewed, Optional<ImageTrace> trace) {
        ViewedImage sample = viewed.image();
        String name =
                sample.index() == ViewedImage.OWN
                        ? Texts.text("ui.image.yours")
                        : Texts.text("ui.image.numbered", sample.index());
        String title =
                sample.label() < 0
                        ? name
                        : Texts.text(
                                "ui.image.withTruth",
                                name,
                                model.experiment().className(sample.label()));
        heading.setText(title.toUpperCase(Locale.ROOT));
        picture.getGraphicsContext2D().setImageSmoothing(false);
        picture.getGraphicsContext2D()
                .drawImage(
                        Pictures.image(sample.pixels(), model.experiment().test().shape()),
                        0,
                        0,
                        SIZE,
                        SIZE);
        trace.ifPresent(known -> votes(known, viewed));
    }

    private void votes(ImageTrace trace, Viewed viewed) {
        int timestep = viewed.timestep();
        float[] outputs = trace.outputs(timestep);
        boolean fires = trace.network().output().fires();
        List<Integer> order = new ArrayList<>();
        double most = 1e-9;
        for (int c = 0; c < outputs.length; c++) {
            outputs[c] /= fires ? 1 : trace.network().output().threshold();
            order.add(c);
            most = Math.max(most, outputs[c]);
        }
        order.sort(Comparator.comparingDouble((Integer c) -> -outputs[c]));
        for (int row = 0; row < VOTES; row++) {
            boolean used = row < order.size();
            names.get(row).setVisible(used);
            bars.get(row).setVisible(used);
            figures.get(row).setVisible(used);
            if (used) {
                int c = order.get(row);
                names.get(row).setText(model.experiment().className(c));
                bars.get(row).setProgress(Math.max(0, outputs[c] / most));
                figures.get(row).setText(Numbers.fixed(outputs[c], 0));
            }
        }
        int answer = trace.run().answers()[timestep - 1];
        verdict.setText(
                Texts.text(
                        "ui.image.verdict",
                        timestep,
                        model.experiment().className(answer) + settled(viewed),
                        model.experiment().className(trace.answer())));
    }

    private static String settled(Viewed viewed) {
        ViewedImage sample = viewed.image();
        Optional<RunSnapshot> run = viewed.focus().snapshot();
        boolean known =
                run.isPresent() && sample.index() >= 0 && sample.index() < run.get().images();
        return known ? Texts.text("ui.image.settled", run.get().settledAt(sample.index())) : "";
    }
}
