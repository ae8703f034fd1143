package org.eccexplorer.ui.window;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.eccexplorer.app.session.PackPlan;
import org.eccexplorer.app.session.PackedLesson;
import org.eccexplorer.app.session.WindowPart;
import org.eccexplorer.lesson.Lesson;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;
import org.eccexplorer.ui.fx.LiveScroll;
import org.eccexplorer.ui.fx.NumberField;
import org.eccexplorer.ui.fx.TextSize;
import org.eccexplorer.ui.fx.WrappedText;
import org.eccexplorer.ui.state.ExplorerViewModel;

/** What goes into a class pack, to be filled in. */
final class ClassPackSheet extends VBox {
    private static final double COLUMN = 200;
    private static final double LESSON = 300;
    private static final double HEIGHT = 420;

    private final ExplorerViewModel model;
    private final TextField title = new TextField();
    private final FlowPane lessons = new FlowPane(10, 6);
    private final List<PackedLesson> offered = new ArrayList<>();
    private final CheckBox draw = new CheckBox();
    private final Set<WindowPart> hidden = EnumSet.noneOf(WindowPart.class);
    private final TextArea notes = new TextArea();
    private int images;

    /**
     * The sheet for what a window shows now.
     *
     * @param own asks for a lesson file of the teacher's own, and gives it to {@link #offer}
     * @param made takes what was filled in
     */
    ClassPackSheet(
            ExplorerViewModel model,
            List<PackedLesson> shipped,
            Consumer<ClassPackSheet> own,
            Consumer<PackPlan> made,
            Runnable cancelled) {
        super(12);
        this.model = model;
        int all = model.experiment().test().count();
        images = Math.min(PackPlan.USUAL_IMAGES, all);
        title.setText(
                Texts.text("ui.window.packNamed", model.experiment().model().file().getFileName()));
        title.setAccessibleText(Texts.text("ui.window.packName"));
        for (PackedLesson lesson : shipped) {
            offer(lesson, lesson.shippedLesson());
        }
        Button add = new Button(Texts.text("ui.window.packOwn"));
        add.setOnAction(event -> own.accept(this));
        NumberField number =
                new NumberField(
                        Texts.text("ui.window.packImagesMeaning"),
                        1,
                        all,
                        true,
                        value -> images = (int) value);
        number.show(images);
        draw.setText(
                Texts.text("ui.window.packDraw", Numbers.count(model.settings().get().seed())));
        HBox count =
                new HBox(
                        10,
                        new Label(Texts.text("ui.window.packImages", Numbers.count(all))),
                        number,
                        draw);
        count.setAlignment(Pos.CENTER_LEFT);
        notes.setPrefRowCount(3);
        notes.setWrapText(true);
        notes.setAccessibleText(Texts.text("ui.window.packNotes"));
        VBox fields =
                new VBox(
                        8,
                        heading(Texts.text("ui.window.packName")),
                        title,
                        heading(Texts.text("ui.window.packLessons")),
                        lessons,
                        new HBox(add),
                        count,
                        heading(Texts.text("ui.window.packNotes")),
                        notes,
                        heading(Texts.text("ui.window.packHidden")),
                        parts());
        fields.getStyleClass().add("pack-fields");
        LiveScroll scroll = new LiveScroll(fields);
        scroll.setFitToWidth(true);
        TextSize.scale(scroll.prefHeightProperty(), scroll, HEIGHT);
        Button cancel = new Button(Texts.text("ui.files.cancel"));
        cancel.setOnAction(event -> cancelled.run());
        Button make = new Button(Texts.text("ui.window.packMake"));
        make.getStyleClass().add("primary");
        make.setOnAction(event -> made.accept(plan()));
        HBox buttons = new HBox(10, cancel, make);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        getChildren()
                .addAll(
                        WrappedText.wrapped(Texts.text("ui.window.packIntro"), "sheet-text"),
                        scroll,
                        buttons);
    }

    private static Label heading(String text) {
        Label heading = new Label(text);
        heading.getStyleClass().add("heading");
        return heading;
    }

    /** Offers a lesson, which is chosen at first. */
    void offer(PackedLesson file, Lesson lesson) {
        offered.removeIf(other -> other.name().equals(file.name()));
        lessons.getChildren().removeIf(box -> file.name().equals(box.getUserData()));
        offered.add(file);
        CheckBox box =
                new CheckBox(Texts.text("ui.window.packLesson", lesson.id(), lesson.title()));
        box.setMnemonicParsing(false);
        box.setSelected(true);
        box.setUserData(file.name());
        TextSize.width(box, LESSON);
        lessons.getChildren().add(box);
    }

    private FlowPane parts() {
        hidden.addAll(model.hiddenParts());
        FlowPane parts = new FlowPane(10, 6);
        for (WindowPart part : WindowPart.values()) {
            CheckBox box = new CheckBox(Texts.name(part));
            box.setSelected(hidden.contains(part));
            TextSize.width(box, COLUMN);
            box.selectedProperty()
                    .addListener((property, before, on) -> {
                        if (on) {
                            hidden.add(part);
                        } else {
                            hidden.remove(part);
                        }
                    });
            parts.getChildren().add(box);
        }
        return parts;
    }

    private PackPlan plan() {
        List<PackedLesson> chosen =
                offered.stream().filter(lesson -> isChosen(lesson.name())).toList();
        long seed = model.settings().get().seed();
        OptionalLong drawn = draw.isSelected() ? OptionalLong.of(seed) : OptionalLong.empty();
        return new PackPlan(
                title.getText().strip(),
                PackPlan.chosen(model.experiment(), images, drawn),
                model.settings().get(),
                hidden,
                chosen,
                notes.getText().strip());
    }

    private boolean isChosen(String name) {
        return lessons.getChildren().stream()
                .anyMatch(node ->
                        node instanceof CheckBox box
                                && box.isSelected()
                                && name.equals(box.getUserData()));
    }
}
