package org.eccexplorer.ui.lesson;

import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import javafx.scene.AccessibleRole;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.eccexplorer.app.lesson.SceneView;
import org.eccexplorer.lesson.Part;
import org.eccexplorer.lesson.Template;
import org.eccexplorer.text.Script;

/** Words with live numbers in them. */
final class LiveText {
    private static final String LOWERED = "lowered";

    private LiveText() {}

    /** A paragraph of spans. */
    static TextFlow of(List<Part.Span> spans, String style, Supplier<SceneView> view, Live live) {
        TextFlow flow = flow(style);
        spans.forEach(span ->
                add(
                        flow,
                        span.text(),
                        span.strong(),
                        span.emphasised(),
                        view,
                        live,
                        (text, numbers) -> {}));
        live.add(() -> read(flow));
        return flow;
    }

    /** A paragraph of one look. */
    static TextFlow of(Template template, String style, Supplier<SceneView> view, Live live) {
        TextFlow flow = flow(style);
        add(flow, template, false, false, view, live, (text, numbers) -> {});
        live.add(() -> read(flow));
        return flow;
    }

    /** A line of a formula, whose numbers are linked with the charts. */
    static TextFlow formula(
            Template template, Supplier<SceneView> view, Live live, FormulaLinks links) {
        TextFlow flow = flow("formula-line");
        add(flow, template, false, false, view, live, links::add);
        live.add(() -> read(flow));
        return flow;
    }

    private static TextFlow flow(String style) {
        TextFlow flow = new TextFlow();
        flow.getStyleClass().addAll("lesson-text", style);
        flow.setMinHeight(TextFlow.USE_PREF_SIZE);
        flow.setAccessibleRole(AccessibleRole.TEXT);
        return flow;
    }

    /** What a screen reader reads. */
    private static void read(TextFlow flow) {
        StringBuilder said = new StringBuilder();
        flow.getChildren()
                .forEach(node -> {
                    boolean lowered = node.getStyleClass().contains(LOWERED);
                    said.append(lowered ? "_" : "").append(((Text) node).getText());
                });
        flow.setAccessibleText(said.toString());
    }

    private static void add(
            TextFlow flow,
            Template template,
            boolean strong,
            boolean emphasised,
            Supplier<SceneView> view,
            Live live,
            BiConsumer<Text, Set<String>> number) {
        for (Template.Piece piece : template.pieces()) {
            switch (piece) {
                case Template.Words words -> addWords(flow, words.text(), strong, emphasised);
                case Template.Live shown -> {
                    Text text = text(flow, strong, emphasised);
                    text.getStyleClass().add("live");
                    // A number and its unit stay in one line.
                    live.add(() ->
                            text.setText(
                                    Tied.text(shown.written(view.get()::of))
                                            .replace(' ', '\u00a0')));
                    number.accept(text, shown.expression().names());
                }
            }
        }
    }

    private static Text text(TextFlow flow, boolean strong, boolean emphasised) {
        Text text = new Text();
        text.getStyleClass().add("prose");
        if (strong) {
            text.getStyleClass().add("strong");
        }
        if (emphasised) {
            text.getStyleClass().add("emphasised");
        }
        flow.getChildren().add(text);
        return text;
    }

    /** Words, in which the index of a symbol stands lower. */
    private static void addWords(TextFlow flow, String words, boolean strong, boolean emphasised) {
        for (Script part : Script.of(words)) {
            Text text = text(flow, strong, emphasised);
            if (part.lowered()) {
                text.getStyleClass().add(LOWERED);
            }
            text.setText(Tied.text(part.text()));
        }
    }
}
