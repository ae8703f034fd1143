package org.eccexplorer.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.eccexplorer.plot.Colour;
import org.eccexplorer.plot.Surface.Align;
import org.eccexplorer.plot.TextStyle;
import org.eccexplorer.plot.file.PdfPages;
import org.eccexplorer.text.Shown;

/** A document as a PDF on A4: texts as texts, fonts inside, pages numbered. */
final class PdfReport {
    private static final TextStyle KIND = new TextStyle(8, true);
    private static final TextStyle TITLE = new TextStyle(20, true);
    private static final TextStyle SUBTITLE = new TextStyle(10.5, false);
    private static final TextStyle HEADING = new TextStyle(13, true);
    private static final TextStyle NUMBER = new TextStyle(13, false);
    private static final TextStyle SUBHEADING = new TextStyle(9.8, true);
    private static final TextStyle BODY = new TextStyle(9.5, false);
    private static final TextStyle LEAD = new TextStyle(10.5, false);
    private static final TextStyle NOTE = new TextStyle(8.2, false);
    private static final TextStyle NOTE_STRONG = new TextStyle(8.2, true);
    private static final TextStyle VALUE = new TextStyle(14.5, false);
    private static final TextStyle FACT = new TextStyle(7.5, false);
    private static final Colour ACCENT = Colour.of(0x195691);
    private static final Colour BOX = Colour.of(0xf4f6f8);

    /** Between base lines, in sizes of the text. */
    private static final double LEADING = 1.45;

    private static final double NUMBER_WIDTH = 21;
    private static final double FACT_GAP = 14;
    private static final double MOST_FACTS = 5;
    private static final double CODE_PADDING = 6;
    private static final double CODE_MARGIN = 8;

    private final PdfLayout layout = new PdfLayout();
    private final Wrapping wrapping = new Wrapping(PdfPages.measure());
    private int figures;
    private int tables;

    private PdfReport() {}

    static byte[] of(Document document) throws IOException {
        PdfReport report = new PdfReport();
        report.head(document);
        for (int i = 0; i < document.sections().size(); i++) {
            report.section(i + 1, document.sections().get(i));
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        report.layout.write(out, Shown.line(document.title()));
        return out.toByteArray();
    }

    private void head(Document document) {
        lines(document.kind(), KIND, ACCENT, 0, 1.6);
        lines(document.title(), TITLE, PdfLayout.INK, 0, 1.2);
        layout.down(4);
        lines(document.subtitle(), SUBTITLE, PdfLayout.MUTED, 0, LEADING);
        layout.down(14);
        facts(document.facts());
    }

    private void facts(List<Document.Fact> facts) {
        if (facts.isEmpty()) {
            return;
        }
        layout.rule(PdfLayout.LEFT, layout.y(), PdfLayout.WIDTH, 0.5, PdfLayout.LINE);
        layout.down(10);
        int across = (int) Math.min(MOST_FACTS, facts.size());
        double width = (PdfLayout.WIDTH - (across - 1) * FACT_GAP) / across;
        for (int first = 0; first < facts.size(); first += across) {
            double top = layout.y();
            double lowest = top;
            for (int i = first; i < Math.min(facts.size(), first + across); i++) {
                double x = PdfLayout.LEFT + (i - first) * (width + FACT_GAP);
                lowest = Math.max(lowest, fact(facts.get(i), x, top, width));
            }
            layout.down(lowest - top + 10);
        }
        layout.rule(PdfLayout.LEFT, layout.y(), PdfLayout.WIDTH, 0.5, PdfLayout.LINE);
        layout.down(8);
    }

    private double fact(Document.Fact fact, double x, double top, double width) {
        double y = column(fact.name(), FACT, PdfLayout.MUTED, x, top, width);
        y = column(fact.value(), VALUE, PdfLayout.INK, x, y + 1, width);
        return column(fact.note(), FACT, PdfLayout.MUTED, x, y + 2, width);
    }

    /** Lines at a place; gives where the next would stand. */
    private double column(
            String text, TextStyle style, Colour colour, double x, double top, double width) {
        double y = top;
        for (String line : wrapping.lines(text, style, width)) {
            layout.text(line, x, y + style.size(), Align.LEFT, style, colour);
            y += style.size() * 1.3;
        }
        return y;
    }

    private void section(int number, Document.Section section) {
        layout.gap(22);
        double first = section.blocks().isEmpty() ? 0 : least(section.blocks().getFirst());
        layout.need(HEADING.size() * LEADING + 8 + first);
        double top = layout.y();
        String name = Shown.line(section.title());
        layout.ink((pages, surface) -> pages.bookmark(number + " " + name, top));
        double base = top + HEADING.size();
        layout.text(
                String.valueOf(number), PdfLayout.LEFT, base, Align.LEFT, NUMBER, PdfLayout.MUTED);
        layout.text(name, PdfLayout.LEFT + NUMBER_WIDTH, base, Align.LEFT, HEADING, PdfLayout.INK);
        layout.down(HEADING.size() * LEADING + 8);
        List<Block> blocks = section.blocks();
        for (int i = 0; i < blocks.size(); i++) {
            if (blocks.get(i) instanceof Block.Subheading heading) {
                double next = i + 1 < blocks.size() ? least(blocks.get(i + 1)) : 0;
                layout.gap(8);
                layout.need(SUBHEADING.size() * LEADING + 3 + next);
                lines(heading.text(), SUBHEADING, PdfLayout.INK, 0, LEADING);
                layout.down(3);
            } else {
                block(blocks.get(i));
            }
        }
    }

    /** What of a block has to stand below its heading. */
    private double least(Block block) {
        return switch (block) {
            case Block.Figure figure -> PdfPages.height(figure.chart(), figure.style()) + 40;
            case Block.Table table -> new PdfTable(table, layout, wrapping).together() + 30;
            case Block.Paragraph _,
                    Block.Lead _,
                    Block.Note _,
                    Block.Code _,
                    Block.References _,
                    Block.Subheading _ ->
                    44;
        };
    }

    private void block(Block block) {
        switch (block) {
            case Block.Paragraph paragraph -> paragraph(paragraph.text(), BODY, PdfLayout.INK);
            case Block.Lead lead -> paragraph(lead.text(), LEAD, PdfLayout.INK);
            case Block.Note note -> paragraph(note.text(), NOTE, PdfLayout.MUTED);
            case Block.Subheading _ -> throw new IllegalStateException("stands in a section");
            case Block.Code code -> code(code.text());
            case Block.References references -> references(references.items());
            case Block.Figure figure -> figure(figure);
            case Block.Table table -> table(table);
        }
    }

    private void paragraph(String text, TextStyle style, Colour colour) {
        lines(text, style, colour, 0, LEADING);
        layout.down(6);
    }

    /** Lines across the page, of which a page does not begin or end with one alone. */
    private void lines(String text, TextStyle style, Colour colour, double indent, double leading) {
        List<String> lines = wrapping.lines(text, style, PdfLayout.WIDTH - indent);
        double height = style.size() * leading;
        for (int i = 0; i < lines.size(); i++) {
            int left = lines.size() - i;
            boolean together = i == 0 || left == 2;
            layout.need(together ? Math.min(2, left) * height : height);
            layout.text(
                    lines.get(i),
                    PdfLayout.LEFT + indent,
                    layout.y() + style.size(),
                    Align.LEFT,
                    style,
                    colour);
            layout.down(height);
        }
    }

    private void code(String text) {
        List<Indented> lines = text.lines().flatMap(this::indented).toList();
        double height = NOTE.size() * LEADING;
        double box = lines.size() * height + 2 * CODE_PADDING;
        if (box <= PdfLayout.page()) {
            layout.need(box);
        }
        ground(CODE_PADDING);
        for (Indented line : lines) {
            layout.need(height);
            double y = layout.y();
            ground(height);
            layout.text(
                    line.text(),
                    PdfLayout.LEFT + CODE_MARGIN + line.by(),
                    y + NOTE.size(),
                    Align.LEFT,
                    NOTE,
                    PdfLayout.INK);
        }
        ground(CODE_PADDING);
        layout.down(8);
    }

    /** Of code: what stands on a line, and how far to the right it begins. */
    private record Indented(String text, double by) {}

    private Stream<Indented> indented(String line) {
        String text = line.stripLeading();
        double by = wrapping.width(" ".repeat(line.length() - text.length()), NOTE);
        double width = PdfLayout.WIDTH - 2 * CODE_MARGIN - by;
        return wrapping.lines(text, NOTE, width).stream().map(part -> new Indented(part, by));
    }

    /** Goes down on the ground of code. */
    private void ground(double height) {
        layout.rectangle(PdfLayout.LEFT, layout.y(), PdfLayout.WIDTH, height, BOX);
        layout.down(height);
    }

    private void references(List<String> items) {
        for (int i = 0; i < items.size(); i++) {
            int height = wrapping.lines(items.get(i), NOTE, PdfLayout.WIDTH - NUMBER_WIDTH).size();
            layout.need(height * NOTE.size() * LEADING);
            layout.text(
                    (i + 1) + ".",
                    PdfLayout.LEFT,
                    layout.y() + NOTE.size(),
                    Align.LEFT,
                    NOTE,
                    PdfLayout.MUTED);
            lines(items.get(i), NOTE, PdfLayout.INK, NUMBER_WIDTH, LEADING);
            layout.down(3);
        }
    }

    private void figure(Block.Figure figure) {
        figures++;
        Captions.Caption caption = Captions.of(figure.chart());
        double height = PdfPages.height(figure.chart(), figure.style());
        layout.gap(6);
        layout.need(height + 6 + captionHeight(Captions.figure(figures), caption));
        double top = layout.y();
        layout.ink((pages, surface) ->
                pages.chart(figure.chart(), figure.style(), PdfLayout.LEFT, top));
        layout.down(height + 5);
        caption(Captions.figure(figures), caption);
        layout.down(12);
    }

    private List<String> captionLines(String number, Captions.Caption caption) {
        String text = (caption.title() + " " + caption.notes()).strip();
        double indent = wrapping.width(number + " ", NOTE_STRONG) + 2;
        return wrapping.lines(text, NOTE, PdfLayout.WIDTH - indent);
    }

    private double captionHeight(String number, Captions.Caption caption) {
        return captionLines(number, caption).size() * NOTE.size() * LEADING;
    }

    private void caption(String number, Captions.Caption caption) {
        double indent = wrapping.width(number + " ", NOTE_STRONG) + 2;
        layout.text(
                number,
                PdfLayout.LEFT,
                layout.y() + NOTE.size(),
                Align.LEFT,
                NOTE_STRONG,
                PdfLayout.INK);
        for (String line : captionLines(number, caption)) {
            layout.text(
                    line,
                    PdfLayout.LEFT + indent,
                    layout.y() + NOTE.size(),
                    Align.LEFT,
                    NOTE,
                    PdfLayout.MUTED);
            layout.down(NOTE.size() * LEADING);
        }
    }

    private void table(Block.Table block) {
        PdfTable table = new PdfTable(block, layout, wrapping);
        layout.gap(6);
        if (block.caption().isEmpty()) {
            layout.need(table.together());
        } else {
            tables++;
            Captions.Caption caption = new Captions.Caption(block.caption(), "");
            String number = Captions.table(tables);
            layout.need(table.together() + captionHeight(number, caption) + 4);
            caption(number, caption);
            layout.down(4);
        }
        table.write();
        layout.down(14);
    }
}
