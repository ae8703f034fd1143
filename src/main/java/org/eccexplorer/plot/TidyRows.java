package org.eccexplorer.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.eccexplorer.text.Texts;

/** Rows of a table as they come; columns that stay empty are left out in the end. */
final class TidyRows {
    /** Stands where a row has no value. */
    static final Object NOTHING = "";

    private final List<String> names = new ArrayList<>();
    private final List<String> header = new ArrayList<>();
    private final List<List<Object>> rows = new ArrayList<>();

    /** Begins with the columns of the run, in which {@link #row} writes. */
    TidyRows() {
        column("run", Texts.text("plot.run"));
        column("images", Texts.text("plot.images"));
        column("T", "T");
    }

    /** Adds a column. */
    TidyRows column(String name, String title) {
        names.add(name);
        header.add(title);
        return this;
    }

    /** Adds a column whose name is made of its title. */
    TidyRows column(String title) {
        return column(ColumnNames.of(title), title);
    }

    /** Adds a row of a run; what is not finite is left out. */
    void row(Optional<SourceRun> source, Object... cells) {
        List<Object> row = new ArrayList<>();
        row.add(source.<Object>map(SourceRun::run).orElse(NOTHING));
        row.add(source.<Object>map(SourceRun::images).orElse(NOTHING));
        row.add(source.<Object>map(SourceRun::timesteps).orElse(NOTHING));
        Arrays.stream(cells).map(TidyRows::known).forEach(row::add);
        rows.add(row);
    }

    private static Object known(Object cell) {
        return cell instanceof Number number && !Double.isFinite(number.doubleValue())
                ? NOTHING
                : cell;
    }

    /** The table. */
    ChartTable table() {
        int[] kept =
                IntStream.range(0, names.size())
                        .filter(c ->
                                rows.isEmpty()
                                        || rows.stream()
                                                .anyMatch(row -> !row.get(c).equals(NOTHING)))
                        .toArray();
        return new ChartTable(
                Arrays.stream(kept).mapToObj(names::get).toList(),
                Arrays.stream(kept).mapToObj(header::get).toList(),
                rows.stream().map(row -> Arrays.stream(kept).mapToObj(row::get).toList()).toList());
    }
}
