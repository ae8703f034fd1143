package org.eccexplorer.lesson;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.eccexplorer.problem.Reason;
import org.eccexplorer.text.Texts;
import org.eccexplorer.yaml.LineFaults;

/**
 * Reads the pages of a lesson: each heading begins one; a paragraph whose first line begins with @
 * is not text but says what stands there.
 */
final class PageReader {
    private final Lesson lesson;
    private final List<String> lines;
    private final int offset;
    private final LineFaults faults;
    private final Set<String> names;
    private final List<LessonPage> pages = new ArrayList<>();
    private Draft draft = new Draft("", 0);

    /** A page on its way. */
    private static final class Draft {
        private final String title;
        private final int line;
        private final List<Part> parts = new ArrayList<>();
        private final Map<String, Double> set = new LinkedHashMap<>();
        private final List<String> charts = new ArrayList<>();
        private Optional<Scene> scene = Optional.empty();
        private Optional<String> control = Optional.empty();
        private Optional<LessonPage.See> see = Optional.empty();

        Draft(String title, int line) {
            this.title = title;
            this.line = line;
        }
    }

    /**
     * Reads below the header.
     *
     * @param offset lines of the file before these
     */
    PageReader(Lesson lesson, List<String> lines, int offset, LineFaults faults) {
        this.lesson = lesson;
        this.lines = lines;
        this.offset = offset;
        this.faults = faults;
        names = HeaderReader.names(lesson);
    }

    List<LessonPage> read() {
        Parser parser = Parser.builder().includeSourceSpans(IncludeSourceSpans.BLOCKS).build();
        Node document = parser.parse(String.join("\n", lines));
        for (Node node = document.getFirstChild(); node != null; node = node.getNext()) {
            block(node);
        }
        finish();
        if (pages.isEmpty()) {
            faults.add(offset + 1, Texts.text("lesson.noPage"), Texts.text("lesson.noPageWhy"));
        }
        return pages;
    }

    private Scene scene() {
        return lesson.scenes().stream().findFirst().orElse(Scene.NEURON);
    }

    private int line(Node node) {
        return node.getSourceSpans().isEmpty()
                ? offset + 1
                : node.getSourceSpans().getFirst().getLineIndex() + 1 + offset;
    }

    private void block(Node node) {
        if (!(node instanceof Heading) && draft.title.isEmpty()) {
            faults.add(line(node), Texts.text("lesson.noTitle"), Texts.text("lesson.noPageWhy"));
            draft = new Draft("?", line(node));
        }
        switch (node) {
            case Heading heading -> {
                finish();
                StringBuilder title = new StringBuilder();
                plain(heading, title);
                draft = new Draft(title.toString(), line(heading));
            }
            case Paragraph paragraph -> paragraph(paragraph);
            case BlockQuote quote -> inside(quote, Part.Kind.CALLOUT);
            case BulletList list -> {
                for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
                    inside(item, Part.Kind.BULLET);
                }
            }
            default ->
                    faults.add(
                            line(node),
                            Texts.text("lesson.unknownBlock"),
                            Texts.text("lesson.unknownBlockWhy"));
        }
    }

    private static void plain(Node node, StringBuilder text) {
        for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
            if (child instanceof Text words) {
                text.append(words.getLiteral());
            } else {
                plain(child, text);
            }
        }
    }

    private void finish() {
        if (!draft.title.isEmpty()) {
            pages.add(
                    new LessonPage(
                            draft.title,
                            draft.scene.orElse(scene()),
                            draft.parts,
                            draft.set,
                            draft.control,
                            draft.charts,
                            draft.see,
                            draft.line));
            if (draft.charts.isEmpty()) {
                faults.add(
                        draft.line,
                        Texts.text("lesson.noChart", draft.title),
                        Texts.text("lesson.noChartWhy"));
            }
        }
    }

    private void inside(Node parent, Part.Kind kind) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof Paragraph paragraph) {
                prose(paragraph, kind);
            } else {
                block(node);
            }
        }
    }

    private void paragraph(Paragraph paragraph) {
        int first = line(paragraph) - offset - 1;
        if (!lines.get(first).strip().startsWith("@")) {
            prose(paragraph, Part.Kind.PLAIN);
            return;
        }
        for (int i = 0; i < paragraph.getSourceSpans().size(); i++) {
            String line = lines.get(first + i).strip();
            if (line.startsWith("@")) {
                directive(line.substring(1), first + i + 1 + offset);
            } else {
                faults.add(
                        first + i + 1 + offset,
                        Texts.text("lesson.notADirective"),
                        Texts.text("yaml.itIs", line));
            }
        }
    }

    private void prose(Paragraph paragraph, Part.Kind kind) {
        List<Part.Span> spans = new ArrayList<>();
        spans(paragraph, false, false, spans, line(paragraph));
        draft.parts.add(new Part.Prose(kind, spans));
    }

    private void spans(
            Node parent, boolean strong, boolean emphasised, List<Part.Span> spans, int line) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            switch (node) {
                case Text text -> span(text.getLiteral(), strong, emphasised, spans, line);
                case Code code -> span(code.getLiteral(), strong, emphasised, spans, line);
                case SoftLineBreak soft -> span(" ", strong, emphasised, spans, line);
                case HardLineBreak hard -> span("\n", strong, emphasised, spans, line);
                case StrongEmphasis bold -> spans(bold, true, emphasised, spans, line);
                case Emphasis slanted -> spans(slanted, strong, true, spans, line);
                default ->
                        faults.add(
                                line,
                                Texts.text("lesson.unknownBlock"),
                                Texts.text("lesson.unknownBlockWhy"));
            }
        }
    }

    private void span(
            String text, boolean strong, boolean emphasised, List<Part.Span> spans, int line) {
        spans.add(new Part.Span(template(text, line), strong, emphasised));
    }

    private Template template(String text, int line) {
        try {
            Template template = Template.of(text);
            require(template.names(), names, line);
            return template;
        } catch (IllegalArgumentException e) {
            faults.add(line, Texts.text("yaml.notRead", text.strip()), Reason.of(e));
            return new Template(List.of());
        }
    }

    private void require(Set<String> asked, Set<String> known, int line) {
        for (String name : asked) {
            if (!known.contains(name)) {
                faults.add(
                        line,
                        Texts.text("lesson.unknownName", name),
                        Texts.text("yaml.known", String.join(", ", known)));
            }
        }
    }

    private void directive(String text, int line) {
        String[] words = text.strip().split("\\s+", 2);
        String rest = words.length > 1 ? words[1].strip() : "";
        switch (words[0]) {
            case "question" -> {
                require(Set.of(rest), lesson.questions().keySet(), line);
                draft.parts.add(new Part.Ask(rest));
            }
            case "check" -> {
                require(Set.of(rest), lesson.checks().keySet(), line);
                draft.parts.add(new Part.Hold(rest));
            }
            case "formula" -> draft.parts.add(new Part.Formula(template(rest, line)));
            case "control" -> {
                require(Set.of(rest), lesson.controls().keySet(), line);
                draft.control = Optional.of(rest);
            }
            case "charts" -> {
                List<String> charts =
                        Arrays.stream(rest.split("[\\s,]+")).filter(s -> !s.isEmpty()).toList();
                require(
                        Set.copyOf(charts),
                        Scene.charts(lesson.scenes(), lesson.network().isPresent()),
                        line);
                draft.charts.addAll(charts);
            }
            case "scene" -> {
                draft.scene = Scene.named(rest).filter(lesson.scenes()::contains);
                if (draft.scene.isEmpty()) {
                    faults.add(
                            line,
                            Texts.text("lesson.unknownScene", rest),
                            Texts.text("lesson.sceneOfHeader"));
                }
            }
            case "set" -> set(rest, line);
            case "see" -> draft.see = see(rest, line);
            default ->
                    faults.add(
                            line,
                            Texts.text("lesson.unknownDirective", words[0]),
                            Texts.text(
                                    "yaml.known",
                                    "@question, @check, @formula, @control, @charts, @scene, @set, @see"));
        }
    }

    /** {@code T=8, theta=0.5}. */
    private void set(String text, int line) {
        for (String one : text.split("[\\s,]+", -1)) {
            String[] pair = one.split("=", 2);
            try {
                require(Set.of(pair[0]), inputs(), line);
                draft.set.put(pair[0], Double.valueOf(pair[pair.length - 1].replace('−', '-')));
            } catch (NumberFormatException e) {
                faults.add(line, Texts.text("lesson.notASetting"), Texts.text("yaml.itIs", one));
            }
        }
    }

    private Set<String> inputs() {
        Set<String> inputs = Scene.inputs(lesson.scenes(), lesson.network().isPresent());
        inputs.addAll(lesson.start().keySet());
        return inputs;
    }

    /** {@code error 2}: a page of the window, and a spiking layer. */
    private Optional<LessonPage.See> see(String text, int line) {
        String[] words = text.split("\\s+", -1);
        for (LessonPage.Place place : LessonPage.Place.values()) {
            if (place.name().toLowerCase(Locale.ROOT).equals(words[0])) {
                boolean layered = words.length > 1 && words[1].matches("\\d{1,3}");
                return Optional.of(
                        new LessonPage.See(place, layered ? Integer.parseInt(words[1]) : 0));
            }
        }
        faults.add(
                line,
                Texts.text("lesson.unknownPlace", words[0]),
                Texts.text(
                        "yaml.known",
                        String.join(
                                ", ",
                                Stream.of(LessonPage.Place.values())
                                        .map(place -> place.name().toLowerCase(Locale.ROOT))
                                        .toList())));
        return Optional.empty();
    }
}
