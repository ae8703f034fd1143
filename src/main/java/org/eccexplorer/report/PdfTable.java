package org.eccexplorer.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eccexplorer.plot.Colour;
import org.eccexplorer.plot.Surface;
import org.eccexplorer.plot.TextStyle;
import org.eccexplorer.report.Block.Table.Column;

/** A table on the pages of a PDF: its heading again on each, no row across two. */
final class PdfTable {
    private static final TextStyle CELL = new TextStyle(8, false);
    private static final TextStyle STRONG = new TextStyle(8, true);
    private static final double LEADING = 10.8;
    private static final double PADDING = 3.2;
    private static final double GAP = 9;

    /** Numbers that are not broken; longer words are. */
    private static final double WORD = 96;

    private final Block.Table table;
    private final PdfLayout layout;
    private final Wrapping wrapping;
    private final double[] widths;
    private final List<List<String>> heading;
    private final List<List<List<String>>> rows = new ArrayList<>();

    PdfTable(Block.Table table, PdfLayout layout, Wrapping wrapping) {
        this.table = table;
        this.layout = layout;
        this.wrapping = wrapping;
        widths = widths();
        heading = wrapped(table.columns().stream().map(Column::title).toList(), false);
        table.rows().forEach(row -> rows.add(wrapped(row.cells(), row.strong())));
    }

    private static TextStyle style(boolean strong) {
        return strong ? STRONG : CELL;
    }

    private List<List<String>> wrapped(List<String> cells, boolean strong) {
        List<List<String>> lines = new ArrayList<>();
        for (int c = 0; c < cells.size(); c++) {
            lines.add(wrapping.cell(cells.get(c), style(strong), widths[c] - gap(c)));
        }
        return lines;
    }

    /** Between a column and the next. */
    private double gap(int column) {
        return column == table.columns().size() - 1 ? 0 : GAP;
    }

    /** Wide enough for what is in them, else as narrow as the widest words allow. */
    private double[] widths() {
        int columns = table.columns().size();
        double[] least = new double[columns];
        double[] natural = new double[columns];
        for (int c = 0; c < columns; c++) {
            Column column = table.columns().get(c);
            double head = wrapping.widestWord(column.title(), CELL);
            least[c] = Math.min(WORD, head);
            natural[c] = column.number() ? head : wrapping.width(column.title(), CELL);
            for (Block.Table.Row row : table.rows()) {
                String cell = row.cells().get(c);
                double whole = wrapping.cellWidth(cell, style(row.strong()));
                double word = wrapping.widestWord(cell, style(row.strong()));
                natural[c] = Math.max(natural[c], whole);
                least[c] = Math.max(least[c], Math.min(WORD, column.number() ? whole : word));
            }
            least[c] += gap(c);
            natural[c] += gap(c);
        }
        return fitted(least, natural);
    }

    private static double[] fitted(double[] least, double[] natural) {
        double wanted = Arrays.stream(natural).sum();
        double needed = Arrays.stream(least).sum();
        double[] widths = new double[natural.length];
        for (int c = 0; c < widths.length; c++) {
            if (wanted <= PdfLayout.WIDTH) {
                widths[c] = natural[c] * PdfLayout.WIDTH / wanted;
            } else if (needed <= PdfLayout.WIDTH) {
                double more = (PdfLayout.WIDTH - needed) / (wanted - needed);
                widths[c] = least[c] + (natural[c] - least[c]) * more;
            } else {
                widths[c] = least[c] * PdfLayout.WIDTH / needed;
            }
        }
        return widths;
    }

    private static double height(List<List<String>> cells) {
        int lines = cells.stream().mapToInt(List::size).max().orElse(1);
        return lines * LEADING + 2 * PADDING;
    }

    /** What has to stand on one page: all of a short table, else its beginning. */
    double together() {
        double all = height(heading) + rows.stream().mapToDouble(PdfTable::height).sum();
        if (rows.size() <= Captions.SHORT && all <= PdfLayout.page()) {
            return all;
        }
        return height(heading) + rows.stream().limit(3).mapToDouble(PdfTable::height).sum();
    }

    /** Writes it where there is room for what has to stand together. */
    void write() {
        head();
        for (int r = 0; r < rows.size(); r++) {
            List<List<String>> row = rows.get(r);
            if (!layout.fits(height(row)) && !layout.isAtTop()) {
                layout.turn();
                head();
            }
            boolean strong = table.rows().get(r).strong();
            cells(row, style(strong), PdfLayout.INK, layout.y());
            layout.down(height(row));
            layout.rule(PdfLayout.LEFT, layout.y(), PdfLayout.WIDTH, 0.4, PdfLayout.LINE);
        }
    }

    private void head() {
        if (!table.hasHeadings()) {
            layout.rule(PdfLayout.LEFT, layout.y(), PdfLayout.WIDTH, 0.4, PdfLayout.LINE);
            return;
        }
        double height = height(heading);
        int most = heading.stream().mapToInt(List::size).max().orElse(1);
        // Headings stand on the line below them, however many lines they have.
        for (int c = 0; c < heading.size(); c++) {
            double down = (most - heading.get(c).size()) * LEADING;
            cell(c, heading.get(c), CELL, PdfLayout.MUTED, layout.y() + down);
        }
        layout.down(height);
        layout.rule(PdfLayout.LEFT, layout.y(), PdfLayout.WIDTH, 0.7, PdfLayout.INK);
    }

    private void cells(List<List<String>> cells, TextStyle style, Colour colour, double top) {
        for (int c = 0; c < cells.size(); c++) {
            cell(c, cells.get(c), style, colour, top);
        }
    }

    private void cell(int column, List<String> lines, TextStyle style, Colour colour, double top) {
        double left = PdfLayout.LEFT;
        for (int c = 0; c < column; c++) {
            left += widths[c];
        }
        boolean number = table.columns().get(column).number();
        double x = number ? left + widths[column] - gap(column) : left;
        Surface.Align align = number ? Surface.Align.RIGHT : Surface.Align.LEFT;
        for (int i = 0; i < lines.size(); i++) {
            double base = top + PADDING + i * LEADING + CELL.size();
            layout.text(lines.get(i), x, base, align, style, colour);
        }
    }
}
