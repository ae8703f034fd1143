package org.eccexplorer.report.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eccexplorer.app.find.query.Query;
import org.eccexplorer.app.find.result.Checked;
import org.eccexplorer.app.find.result.Found;
import org.eccexplorer.app.find.result.FoundFiles;
import org.eccexplorer.app.find.result.FoundPoint;
import org.eccexplorer.app.find.result.SearchView;
import org.eccexplorer.app.find.result.SearchView.Dot;
import org.eccexplorer.app.run.Settings;
import org.eccexplorer.figures.find.FindCharts;
import org.eccexplorer.figures.find.FindRows;
import org.eccexplorer.figures.find.FindWords;
import org.eccexplorer.figures.run.AccuracyRows;
import org.eccexplorer.figures.words.EnergyWords;
import org.eccexplorer.report.Block;
import org.eccexplorer.report.Document;
import org.eccexplorer.report.Document.Fact;
import org.eccexplorer.report.Document.Section;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;

/** The report of a search: what was found, how, and how to get it again. */
final class SearchReport {
    private static final double ASPECT = 0.6;

    private SearchReport() {}

    static Document of(Fields json, List<Dot> dots) {
        FoundReader reader = new FoundReader(json);
        Query query = reader.query();
        Found found = reader.found();
        Source source = Source.of(json);
        FindWords words = new FindWords(query);
        SearchView view =
                new SearchView(
                        SearchView.Phase.ENDED, dots, found.counts(), 1, 0, Optional.of(found));
        List<Section> sections = new ArrayList<>();
        sections.add(found(query, found, words, view));
        found.winner()
                .ifPresent(winner -> sections.add(SettingsSection.of(settings(query, winner))));
        sections.add(
                new Section(
                        Texts.text("report.run.converted"), List.of(SourceSection.model(source))));
        sections.add(MethodSection.of(used(query, found)));
        sections.add(repeat(reader.command(), source, query));
        return new Document(
                Texts.text("report.run.kindSearch"),
                Texts.text("report.run.titleOfSearch", source.model()),
                found.winner()
                        .map(winner -> words.whole(winner.chosen()))
                        .orElse(Texts.text("report.run.nothingFound")),
                found.winner().map(winner -> facts(query, found, winner)).orElse(List.of()),
                sections);
    }

    private static Settings settings(Query query, FoundPoint point) {
        return FoundFiles.settings(query, point.chosen());
    }

    private static List<Settings> used(Query query, Found found) {
        List<FoundPoint> all = new ArrayList<>(found.winners());
        all.addAll(found.front());
        return all.stream().map(point -> settings(query, point)).toList();
    }

    private static List<Fact> facts(Query query, Found found, FoundPoint winner) {
        List<Fact> facts = new ArrayList<>();
        Optional<Checked> checked = winner.checked();
        checked.ifPresent(tested -> {
            facts.add(
                    new Fact(
                            Numbers.percent(tested.accuracy(), 2),
                            Texts.text("report.run.snnAt", winner.chosen().timesteps()),
                            Texts.text(
                                    "report.run.intervalOf",
                                    AccuracyRows.range(tested.interval()),
                                    Numbers.count(tested.images()))));
            facts.add(
                    new Fact(
                            Numbers.percent(tested.cnnAccuracy(), 2),
                            Texts.text("report.run.cnn"),
                            Texts.text("report.run.sameImages")));
        });
        facts.add(
                new Fact(
                        EnergyWords.ratio(winner.costs().energyRatio()),
                        Texts.text("report.run.energyRatio"),
                        query.accounting().model().name()));
        facts.add(
                new Fact(
                        Numbers.fixed(winner.costs().spikes(), 0),
                        Texts.text("report.run.spikes"),
                        Texts.text(
                                "report.run.synOps",
                                EnergyWords.operations(winner.costs().synOps()))));
        facts.add(
                new Fact(
                        Numbers.count(found.counts().settings()),
                        Texts.text("report.run.comparedSettings"),
                        Texts.text("report.run.ofSpace", found.counts().space())));
        return facts;
    }

    private static Section found(Query query, Found found, FindWords words, SearchView view) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Lead(words.headline(found)));
        words.statements(found)
                .forEach(said -> blocks.add(new Block.Paragraph(Said.sentence(said))));
        blocks.add(new Block.Figure(new FindCharts(query).chart(view), ASPECT));
        FindRows table = new FindRows(query, found);
        blocks.add(
                new Block.Table(
                        Texts.text("report.run.foundTable"),
                        Tables.columns(table.columns()),
                        table.rows().stream()
                                .map(row -> new Block.Table.Row(row.cells(), row.winner()))
                                .toList()));
        return new Section(Texts.text("report.run.found"), blocks);
    }

    private static Section repeat(String command, Source source, Query query) {
        List<List<String>> rows = new ArrayList<>(RepeatSection.versions(source));
        rows.add(List.of(Texts.text("report.run.seed"), String.valueOf(query.seed())));
        return new Section(
                Texts.text("report.run.repeat"),
                List.of(
                        new Block.Paragraph(Texts.text("report.run.repeatedWinner")),
                        RepeatSection.command(command),
                        Tables.facts(rows)));
    }
}
