package org.eccexplorer.ui.image;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.css.PseudoClass;
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
import org.eccexplorer.figures.chart.Votes;
import org.eccexplorer.measure.RunSnapshot;
import org.eccexplorer.measure.Schedule;
import org.eccexplorer.text.Texts;
import org.eccexplorer.ui.chart.Pictures;
import org.eccexplorer.ui.desk.Freshness;
import org.eccexplorer.ui.fx.Rows;
import org.eccexplorer.ui.fx.TextSize;
import org.eccexplorer.ui.fx.WrappedText;
import org.eccexplorer.ui.state.ExplorerViewModel;
import org.eccexplorer.ui.state.Viewed;

/** One image, its outputs at the selected timestep, and the way to other images. */
public final class ImagePane extends VBox {
    private static final int VOTES = 5;
    private static final int SIZE = 84;
    private static final PseudoClass RIGHT = PseudoClass.getPseudoClass("right");
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
    private static final PseudoClass ANSWER = PseudoClass.getPseudoClass("answer");
    private static final PseudoClass TRUTH = PseudoClass.getPseudoClass("truth");
    private static final PseudoClass OTHER = PseudoClass.getPseudoClass("other");

    private final ExplorerViewModel model;
    private final Label heading = Rows.heading(Texts.text("ui.image.image"));
    private final Canvas picture = new Canvas(SIZE, SIZE);

    /** Widths of the name of a class and of its bar. */
    private static final double NAME = 86;

    private static final double BAR = 56;

    private final GridPane votes = new GridPane();
    private final List<Label> names = new ArrayList<>();
    private final List<ProgressBar> bars = new ArrayList<>();
    private final List<Label> figures = new ArrayList<>();
    private Freshness freshness = new Freshness();
    private final Label verdict = WrappedText.wrapped("", "muted");

    /**
     * The pane.
     *
     * @param browse shows all images
     */
    public ImagePane(ExplorerViewModel model, Runnable browse) {
        super(8);
        this.model = model;
        votes.setHgap(6);
        votes.setVgap(3);
        HBox.setHgrow(votes, Priority.ALWAYS);
        for (int row = 0; row < VOTES; row++) {
            votes.addRow(row, name(), bar(), figure());
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
        TextSize.width(label, NAME);
        names.add(label);
        return label;
    }

    private ProgressBar bar() {
        ProgressBar bar = new ProgressBar(0);
        bar.getStyleClass().add("vote");
        bar.setPrefWidth(BAR);
        bar.setMinWidth(BAR / 2);
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

    /** Shows the image, and its outputs once they are known; until then no other's as its own. */
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
        trace.ifPresentOrElse(known -> show(known, viewed), () -> showOld(viewed));
    }

    private void showOld(Viewed viewed) {
        votes.setOpacity(Freshness.OLD);
        if (!Freshness.isComing(viewed) || freshness.old().isEmpty()) {
            show(List.of());
            freshness = new Freshness();
        }
        String why = Freshness.why(viewed);
        verdict.setText(
                freshness.old().map(old -> Texts.text("ui.image.votesOf", old, why)).orElse(why));
    }

    private void show(ImageTrace trace, Viewed viewed) {
        freshness.ofImage(viewed);
        votes.setOpacity(1);
        int timestep = viewed.timestep();
        int truth = viewed.image().label();
        Votes now = Votes.of(trace, viewed.reading(), timestep, truth, VOTES);
        show(now.all());
        String answer = model.experiment().className(now.answer());
        String judged =
                truth < 0
                        ? answer
                        : Texts.text(
                                now.answer() == truth ? "ui.image.right" : "ui.image.wrong",
                                answer);
        verdict.setText(
                Texts.text(
                        "ui.image.verdict",
                        timestep,
                        judged + settled(viewed),
                        model.experiment().className(now.cnn())));
    }

    private void show(List<Votes.Vote> shown) {
        for (int row = 0; row < VOTES; row++) {
            boolean used = row < shown.size();
            names.get(row).setVisible(used);
            bars.get(row).setVisible(used);
            figures.get(row).setVisible(used);
            if (used) {
                Votes.Vote vote = shown.get(row);
                String name = model.experiment().className(vote.label());
                names.get(row).setText((vote.verdict().sign() + " " + name).strip());
                ProgressBar bar = bars.get(row);
                bar.setProgress(vote.share());
                bar.setAccessibleText(
                        Texts.text(
                                "ui.image.vote", name, vote.figure(), Texts.name(vote.verdict())));
                for (Votes.Verdict verdict : Votes.Verdict.values()) {
                    bar.pseudoClassStateChanged(pseudoClass(verdict), verdict == vote.verdict());
                }
                figures.get(row).setText(vote.figure());
            }
        }
    }

    private static PseudoClass pseudoClass(Votes.Verdict verdict) {
        return switch (verdict) {
            case RIGHT -> RIGHT;
            case WRONG -> WRONG;
            case ANSWER -> ANSWER;
            case TRUTH -> TRUTH;
            case OTHER -> OTHER;
        };
    }

    private static String settled(Viewed viewed) {
        ViewedImage sample = viewed.image();
        Optional<RunSnapshot> run = viewed.focus().snapshot();
        boolean known =
                run.isPresent() && sample.index() >= 0 && sample.index() < run.get().images();
        if (!known) {
            return "";
        }
        RunSnapshot done = run.get();
        String settled = Texts.text("ui.image.settled", done.settledAt(sample.index()));
        if (viewed.focus().settings().schedule() == Schedule.SYNCHRONOUS) {
            return Texts.text("ui.image.freeSchedule", done.timesteps());
        }
        return done.early() == null
                ? settled
                : settled + Texts.text("ui.image.answeredAt", done.exit(sample.index()));
    }
}
