package org.eccexplorer.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.eccexplorer.plot.file.ChartFile;

/**
 * A document as one page of HTML 5: charts inside as SVG, nothing that is fetched, no script. It is
 * made for a screen and for A4.
 */
final class HtmlReport {
    private static final String STYLE = "report.css";

    /** An address at the end of a source, which no name from a file can be. */
    private static final Pattern ADDRESS = Pattern.compile("(https://[\\w./()~%-]*[\\w/])");

    /** Tables with more columns have smaller letters, as they would be wider than the page. */
    private static final int WIDE = 8;

    private final StringBuilder html = new StringBuilder();
    private int figures;
    private int tables;

    private HtmlReport() {}

    static byte[] of(Document document) throws IOException {
        HtmlReport report = new HtmlReport();
        report.write(document);
        return report.html.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void write(Document document) throws IOException {
        html.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        html.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        html.append("<meta name=\"generator\" content=\"ECC Explorer\">\n");
        // Whatever a name holds, nothing is run and nothing is fetched.
        html.append(
                "<meta http-equiv=\"Content-Security-Policy\""
                        + " content=\"default-src 'none'; style-src 'unsafe-inline'\">\n");
        html.append("<title>").append(Html.plain(document.title())).append("</title>\n");
        html.append("<style>\n").append(style()).append("</style>\n</head>\n<body>\n<main>\n");
        html.append("<header>\n");
        line("p", "kind", document.kind());
        line("h1", "", document.title());
        line("p", "subtitle", document.subtitle());
        facts(document.facts());
        contents(document.sections());
        html.append("</header>\n");
        for (int i = 0; i < document.sections().size(); i++) {
            section(i + 1, document.sections().get(i));
        }
        html.append("</main>\n</body>\n</html>\n");
    }

    private static String style() throws IOException {
        try (InputStream in = Objects.requireNonNull(HtmlReport.class.getResourceAsStream(STYLE))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void line(String tag, String style, String text) {
        open(tag, style);
        html.append(Html.text(text)).append("</").append(tag).append(">\n");
    }

    private void open(String tag, String style) {
        html.append('<').append(tag);
        if (!style.isEmpty()) {
            html.append(" class=\"").append(style).append('"');
        }
        html.append('>');
    }

    private void facts(List<Document.Fact> facts) {
        if (facts.isEmpty()) {
            return;
        }
        html.append("<dl class=\"facts\">\n");
        for (Document.Fact fact : facts) {
            html.append("<div>\n");
            line("dt", "", fact.name());
            line("dd", "", fact.value());
            line("dd", "note", fact.note());
            html.append("</div>\n");
        }
        html.append("</dl>\n");
    }

    private void contents(List<Document.Section> sections) {
        html.append("<nav>\n<ol>\n");
        for (int i = 0; i < sections.size(); i++) {
            html.append("<li><a href=\"#s").append(i + 1).append("\">");
            html.append(Html.text(sections.get(i).title())).append("</a></li>\n");
        }
        html.append("</ol>\n</nav>\n");
    }

    private void section(int number, Document.Section section) {
        html.append("<section id=\"s").append(number).append("\">\n<h2><span>");
        html.append(number).append("</span> ").append(Html.text(section.title()));
        html.append("</h2>\n");
        section.blocks().forEach(this::block);
        html.append("</section>\n");
    }

    private void block(Block block) {
        switch (block) {
            case Block.Paragraph paragraph -> line("p", "", paragraph.text());
            case Block.Lead lead -> line("p", "lead", lead.text());
            case Block.Note note -> line("p", "note", note.text());
            case Block.Subheading heading -> line("h3", "", heading.text());
            case Block.Code code -> {
                html.append("<pre>").append(Html.code(code.text())).append("</pre>\n");
            }
            case Block.References references -> references(references);
            case Block.Figure figure -> figure(figure);
            case Block.Table table -> table(table);
        }
    }

    private void references(Block.References references) {
        html.append("<ol class=\"references\">\n");
        for (String item : references.items()) {
            String linked = ADDRESS.matcher(Html.text(item)).replaceAll("<a href=\"$1\">$1</a>");
            html.append("<li>").append(linked).append("</li>\n");
        }
        html.append("</ol>\n");
    }

    private void figure(Block.Figure figure) {
        figures++;
        String svg = ChartFile.element(figure.chart(), figure.style(), "f" + figures);
        html.append("<figure>\n").append(svg).append('\n');
        caption("figcaption", Captions.figure(figures), Captions.of(figure.chart()));
        html.append("</figure>\n");
    }

    private void caption(String tag, String number, Captions.Caption caption) {
        html.append('<').append(tag).append("><b>").append(Html.text(number)).append("</b> ");
        html.append("<span class=\"title\">").append(Html.text(caption.title()));
        html.append("</span>");
        if (!caption.notes().isEmpty()) {
            html.append(' ').append(Html.text(caption.notes()));
        }
        html.append("</").append(tag).append(">\n");
    }

    private void table(Block.Table table) {
        boolean isShort = table.rows().size() <= Captions.SHORT;
        html.append(isShort ? "<div class=\"table short\">\n" : "<div class=\"table\">\n");
        html.append("<table").append(looks(table)).append(">\n");
        if (!table.caption().isEmpty()) {
            tables++;
            caption("caption", Captions.table(tables), new Captions.Caption(table.caption(), ""));
        }
        if (table.hasHeadings()) {
            html.append("<thead>\n<tr>");
            for (Block.Table.Column column : table.columns()) {
                cell("th scope=\"col\"", "th", column, column.title());
            }
            html.append("</tr>\n</thead>\n");
        }
        html.append("<tbody>\n");
        for (Block.Table.Row row : table.rows()) {
            html.append(row.strong() ? "<tr class=\"strong\">" : "<tr>");
            for (int i = 0; i < row.cells().size(); i++) {
                cell("td", "td", table.columns().get(i), row.cells().get(i));
            }
            html.append("</tr>\n");
        }
        html.append("</tbody>\n</table>\n</div>\n");
    }

    private static String looks(Block.Table table) {
        if (!table.hasHeadings()) {
            return " class=\"facts\"";
        }
        return table.columns().size() > WIDE ? " class=\"wide\"" : "";
    }

    private void cell(String begin, String end, Block.Table.Column column, String text) {
        html.append('<').append(begin).append(column.number() ? " class=\"number\">" : ">");
        html.append(Html.cell(text)).append("</").append(end).append('>');
    }
}
