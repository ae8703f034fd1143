package org.eccexplorer.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eccexplorer.text.Texts;

/** Rows of a table as they come; columns that stay empty are left out in the end. */
final class TidyRows {
    /** Stands where a row has no value. */
    static final Object NOTHING = "";

    private final List<String> names = new ArrayList<>();
    private final List<String> header = new ArrayList<>();
    private final List<List<Object>> rows = new ArrayList<>();
    private final List<Optional<SourceRun>> sources = new ArrayList<>();

    /** Titles of columns of facts by their names. */
    private final Map<String, String> facts = new LinkedHashMap<>();

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
        row.add(source.map(SourceRun::run).orElse(""));
        row.add(source.<Object>map(SourceRun::images).orElse(NOTHING));
        row.add(
                source.map(SourceRun::timesteps)
                        .filter(timesteps -> timesteps > 0)
                        .<Object>map(timesteps -> timesteps)
                        .orElse(NOTHING));
        Arrays.stream(cells).map(TidyRows::known).forEach(row::add);
        rows.add(row);
        sources.add(source);
        source.ifPresent(
                run -> run.facts().forEach(fact -> facts.putIfAbsent(fact.name(), fact.title())));
    }

    /** What a source says under a name. */
    private static Object fact(Optional<SourceRun> source, String name) {
        return source.stream()
                .flatMap(run -> run.facts().stream())
                .filter(fact -> fact.name().equals(name))
                .map(SourceRun.Fact::value)
                .findFirst()
                .orElse(NOTHING);
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
        List<List<Object>> all = new ArrayList<>();
        for (int r = 0; r < rows.size(); r++) {
            List<Object> row = new ArrayList<>();
            Arrays.stream(kept).mapToObj(rows.get(r)::get).forEach(row::add);
            Optional<SourceRun> source = sources.get(r);
            facts.keySet().forEach(name -> row.add(fact(source, name)));
            all.add(row);
        }
        return new ChartTable(
                Stream.concat(Arrays.stream(kept).mapToObj(names::get), facts.keySet().stream())
                        .toList(),
                Stream.concat(Arrays.stream(kept).mapToObj(header::get), facts.values().stream())
                        .toList(),
                all);
    }
}
