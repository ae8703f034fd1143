package org.eccexplorer.figures.find;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eccexplorer.app.find.query.Query;
import org.eccexplorer.app.find.result.Checked;
import org.eccexplorer.app.find.result.Found;
import org.eccexplorer.app.find.result.FoundPoint;
import org.eccexplorer.figures.words.Amounts;
import org.eccexplorer.measure.votes.ReadingChoice;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.TextTable.Column;
import org.eccexplorer.text.Texts;

/**
 * The table of what a search found: the winner, the winners of the other classes of neurons, the
 * front, and ECC as in the paper.
 */
public final class FindRows {
    private final Found found;
    private final FindWords words;

    public FindRows(Query query, Found found) {
        this.found = found;
        words = new FindWords(query);
    }

    /**
     * A row.
     *
     * @param winner whether it is the winner
     * @param cells as they are shown, in the order of {@link #columns}
     */
    public record Row(FoundPoint point, boolean winner, List<String> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /** What the columns are called, and which are numbers. */
    public List<Column> columns() {
        return List.of(
                Column.words(Texts.text("figures.find.column.setting")),
                Column.words(Texts.text("figures.find.column.neurons")),
                Column.numbers(Texts.text("figures.find.column.timesteps")),
                Column.numbers(Texts.text("figures.find.column.accuracy")),
                Column.numbers(Texts.text("figures.find.column.interval")),
                Column.numbers(Texts.text("figures.find.column.loss")),
                Column.numbers(Texts.text("figures.find.column.spikes")),
                Column.numbers(Texts.text("figures.find.column.energy")),
                Column.numbers(Texts.text("figures.find.column.images")));
    }

    /** The winner first. */
    public List<Row> rows() {
        List<FoundPoint> all = new ArrayList<>(found.winners());
        found.front().stream().filter(point -> !all.contains(point)).forEach(all::add);
        found.paper().ifPresent(all::add);
        return all.stream().map(this::row).toList();
    }

    /** Names of the columns of {@link #values}. */
    List<String> keys() {
        return List.of(
                "setting",
                "neurons",
                "timesteps",
                "readFrom",
                "earlyExit",
                "meanTimesteps",
                "schedule",
                "latency",
                "accuracy",
                "low",
                "high",
                "cnnAccuracy",
                "energyRatio",
                "synOps",
                "spikesPerImage",
                "images");
    }

    /** The values of a row, all digits; "" where there is none. */
    List<Object> values(Row row) {
        FoundPoint point = row.point();
        Optional<Checked> checked = point.checked();
        return List.of(
                words.setting(point.chosen()),
                Texts.name(point.chosen().setting().neurons()),
                point.chosen().timesteps(),
                point.chosen().readFrom(),
                ReadingChoice.EARLY_EXIT.written(point.chosen().reading().epsilon()),
                point.meanTimesteps(),
                point.chosen().setting().schedule().key(),
                point.chosen().latency(),
                cell(checked.map(Checked::accuracy)),
                cell(checked.map(one -> one.interval().low())),
                cell(checked.map(one -> one.interval().high())),
                cell(checked.map(Checked::cnnAccuracy)),
                point.costs().energyRatio(),
                point.costs().synOps(),
                point.costs().spikes(),
                cell(checked.map(Checked::images)));
    }

    private static Object cell(Optional<?> value) {
        return value.isPresent() ? value.get() : "";
    }

    private Row row(FoundPoint point) {
        Optional<Checked> checked = point.checked();
        boolean winner = found.winner().filter(point::equals).isPresent();
        return new Row(
                point,
                winner,
                List.of(
                        words.setting(point.chosen()),
                        Texts.name(point.chosen().setting().neurons()),
                        timesteps(point),
                        accuracy(point),
                        checked.map(FindWords::interval).orElse(Numbers.NONE),
                        Numbers.difference(-loss(point), 1),
                        Amounts.text(point.costs().spikes(), false),
                        Texts.text(
                                "figures.find.times",
                                Numbers.fixed(point.costs().energyRatio(), 2)),
                        images(point)));
    }

    /** T; before it the mean where images are answered early, or the latency where layers wait. */
    private static String timesteps(FoundPoint point) {
        String last = Numbers.count(point.chosen().timesteps());
        if (point.chosen().setting().waits()) {
            return Texts.text("figures.row.latency", last, point.chosen().latency());
        }
        return point.chosen().reading().endsEarly()
                ? Texts.text("figures.find.meanOf", FindWords.mean(point.costs()), last)
                : last;
    }

    private static String accuracy(FoundPoint point) {
        return Numbers.fixed(
                100 * point.checked().map(Checked::accuracy).orElse(point.chosen().accuracy()), 1);
    }

    private double loss(FoundPoint point) {
        return point.checked()
                .map(Checked::loss)
                .orElse(100 * (found.counts().cnnAccuracy() - point.chosen().accuracy()));
    }

    private static String images(FoundPoint point) {
        return point.checked()
                .map(checked -> Numbers.count(checked.images()))
                .orElseGet(() -> Texts.text("figures.find.ofChoice", point.chosen().images()));
    }
}
