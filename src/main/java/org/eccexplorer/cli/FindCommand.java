package org.eccexplorer.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.eccexplorer.app.find.Search;
import org.eccexplorer.app.find.query.Query;
import org.eccexplorer.app.find.result.Found;
import org.eccexplorer.app.find.result.FoundFiles;
import org.eccexplorer.app.find.result.FoundPoint;
import org.eccexplorer.app.find.result.SearchView;
import org.eccexplorer.app.open.Experiment;
import org.eccexplorer.app.work.Cancellation;
import org.eccexplorer.cli.arguments.AccountingArguments;
import org.eccexplorer.cli.arguments.DenseArguments;
import org.eccexplorer.cli.arguments.FindArguments;
import org.eccexplorer.cli.arguments.FindProgress;
import org.eccexplorer.cli.arguments.Interruption;
import org.eccexplorer.cli.arguments.ReportArguments;
import org.eccexplorer.cli.arguments.SourceArguments;
import org.eccexplorer.convert.ConversionOptions;
import org.eccexplorer.figures.find.FindRows;
import org.eccexplorer.figures.find.FindWords;
import org.eccexplorer.files.ResultFolder;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.report.run.Reports;
import org.eccexplorer.tensor.DenseBackend;
import org.eccexplorer.text.Shown;
import org.eccexplorer.text.TextTable;
import org.eccexplorer.text.Texts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Searches for the cheapest setting that loses little. */
@Command(name = "find", mixinStandardHelpOptions = true, sortOptions = false)
final class FindCommand implements Callable<Integer> {
    @Spec private @Nullable CommandSpec spec;
    @Mixin private SourceArguments source = SourceArguments.withoutTimesteps();
    @Mixin private FindArguments find = new FindArguments();
    @Mixin private AccountingArguments energy = new AccountingArguments();
    @Mixin private DenseArguments dense = new DenseArguments();
    @Mixin private ReportArguments reports = new ReportArguments();

    @Option(names = "--out", required = true, paramLabel = "DIR", descriptionKey = "option.findOut")
    private @Nullable Path out;

    @Option(names = "--force", descriptionKey = "option.findForce")
    private boolean force;

    @Option(names = "--quiet", descriptionKey = "option.quiet")
    private boolean quiet;

    @Option(names = "--json", descriptionKey = "option.json")
    private boolean json;

    @Override
    public Integer call() throws ProblemException {
        Query query = find.query(source.settings(ConversionOptions.ecc()), energy.accounting());
        Path folder = Objects.requireNonNull(out);
        reports.check();
        return Interruption.during(
                err(),
                cancellation -> {
                    try (ResultFolder claimed =
                            ResultFolder.claim(folder, FoundFiles.RESULT, mayContinue(folder))) {
                        run(claimed, query, folder, cancellation);
                    }
                });
    }

    /**
     * What an earlier search knows is continued; results of which nothing else is known are not.
     */
    private boolean mayContinue(Path folder) {
        return force || Search.hasState(folder);
    }

    private void run(ResultFolder claimed, Query query, Path folder, Cancellation cancellation)
            throws ProblemException {
        DenseBackend backend = dense.load();
        Experiment experiment = source.open(cancellation).with(backend);
        experiment
                .warnings()
                .forEach(warning -> err().println(Texts.text("cli.warned", Shown.line(warning))));
        Search search = new Search(experiment, query, Optional.of(folder), force);
        if (search.resumes() && !quiet) {
            err().println(Texts.text("cli.find.resumes"));
        }
        FindProgress progress = new FindProgress(err(), quiet || json);
        SearchView end = search.run(progress::update, cancellation);
        progress.end();
        FoundFiles files = new FoundFiles(experiment, query, end);
        claimed.begin();
        files.write(folder);
        Optional<String> reported = reports.write(() -> Reports.of(files, end));
        if (json) {
            out().println(Shown.json(files.json().toPrettyString()));
        } else if (!quiet) {
            print(experiment, query, end);
            out().println(Texts.text("cli.arguments.results", folder.toAbsolutePath()));
            reported.ifPresent(out()::println);
        }
    }

    private void print(Experiment experiment, Query query, SearchView end) {
        Found found = end.found().orElseThrow();
        FindWords words = new FindWords(query);
        out().println();
        out().println(words.headline(found));
        out().println();
        List<List<String>> rows = new ArrayList<>();
        FindRows table = new FindRows(query, found);
        table.rows().forEach(row -> rows.add(row.cells()));
        new TextTable(table.columns()).print(out(), rows);
        out().println();
        words.statements(found).forEach(out()::println);
        if (found.end() != Found.End.COMPLETE) {
            out().println(Texts.text("cli.find.goesOn"));
        }
        found.winner()
                .map(FoundPoint::chosen)
                .ifPresent(point -> {
                    out().println();
                    out().println(FoundFiles.command(experiment, query, point));
                });
    }

    private PrintWriter out() {
        return Objects.requireNonNull(spec).commandLine().getOut();
    }

    private PrintWriter err() {
        return Objects.requireNonNull(spec).commandLine().getErr();
    }
}
