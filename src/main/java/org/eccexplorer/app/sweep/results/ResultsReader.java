package org.eccexplorer.app.sweep.results;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.eccexplorer.app.sweep.folder.SweepFolder;
import org.eccexplorer.app.sweep.folder.SweepJson;
import org.eccexplorer.app.sweep.run.RowColumns;
import org.eccexplorer.files.Csv;
import org.eccexplorer.files.CsvText;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.problem.Reason;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;

/**
 * Reads what a sweep has done: from its table, and from the files of the runs that ended since that
 * was written, or before there is one.
 */
final class ResultsReader {
    /** So many rows are read, and no more: each is a dot of a chart. */
    private static final int MOST_ROWS = 100_000;

    /** A table of that many rows is not larger. */
    private static final long MOST_BYTES = 128L << 20;

    private static final String COMMAND = "command";

    private final SweepFolder folder;
    private final Map<String, SweepRun> done = new LinkedHashMap<>();
    private final Map<String, FailedRun> failed = new LinkedHashMap<>();
    private final Map<String, String> known = new HashMap<>();
    private int rows;

    ResultsReader(Path folder) {
        this.folder = new SweepFolder(folder);
    }

    SweepResults read() throws ProblemException {
        SweepJson.Recorded recorded = SweepJson.read(folder.path());
        Path table = folder.path().resolve(SweepFolder.TABLE);
        if (Files.exists(table)) {
            addRuns(table, cells(table, text(table)));
        }
        Set<String> inFiles = folder.done();
        inFiles.removeAll(done.keySet());
        for (String hash : ofPlan(recorded, inFiles)) {
            List<String> lines = folder.rows(hash).orElse(List.of());
            addRuns(folder.path(), withHeader(RowColumns.ALL, lines));
        }
        readFailures();
        int left = recorded.tasks() - done.size() - failed.size();
        return new SweepResults(
                folder.path(),
                recorded.plan(),
                List.copyOf(done.values()),
                List.copyOf(failed.values()),
                Math.max(0, left));
    }

    /** Runs in the order of the plan; all of them if they are of another version of the program. */
    private static Set<String> ofPlan(SweepJson.Recorded recorded, Set<String> inFiles) {
        Set<String> planned = new LinkedHashSet<>();
        if (!inFiles.isEmpty()) {
            for (int index = 0; index < recorded.plan().tasks(); index++) {
                planned.add(recorded.survey().planned(recorded.plan(), index).hash());
            }
            planned.retainAll(inFiles);
        }
        return planned.isEmpty() ? new TreeSet<>(inFiles) : planned;
    }

    private void readFailures() throws ProblemException {
        Path table = folder.path().resolve(SweepFolder.FAILURES);
        if (Files.exists(table)) {
            addFailures(table, cells(table, text(table)));
        }
        for (String hash : new TreeSet<>(folder.failed())) {
            List<String> lines = folder.failure(hash).orElse(List.of());
            addFailures(folder.path(), withHeader(SweepFolder.failureColumns(), lines));
        }
    }

    private static List<List<String>> withHeader(List<String> columns, List<String> lines) {
        return CsvText.rows(Csv.line(columns) + String.join("\r\n", lines));
    }

    private static String text(Path table) throws ProblemException {
        try {
            if (Files.size(table) > MOST_BYTES) {
                throw tooLarge(table);
            }
            return Files.readString(table, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new ProblemException(
                    new Problem(
                            Problem.Kind.UNREADABLE,
                            table.toString(),
                            Texts.text("app.sweep.folderUnreadable"),
                            Reason.of(e),
                            Texts.text("app.sweep.chooseFolder")),
                    e);
        }
    }

    private static ProblemException tooLarge(Path table) {
        return new ProblemException(
                Problem.Kind.LIMIT,
                table.toString(),
                Texts.text("app.sweep.tooLarge"),
                Texts.text("app.sweep.tooLargeWhy", Numbers.count(MOST_ROWS)),
                Texts.text("app.sweep.tooLargeRemedy"));
    }

    private static List<List<String>> cells(Path table, String text) throws ProblemException {
        try {
            return CsvText.rows(text);
        } catch (IllegalArgumentException e) {
            throw damaged(table, Texts.text("app.sweep.openQuote", String.valueOf(e.getMessage())));
        }
    }

    private void addRuns(Path table, List<List<String>> cells) throws ProblemException {
        Map<String, Gathered> gathered = new LinkedHashMap<>();
        for (TableRow row : rows(table, cells)) {
            String task = row.text(RowColumns.TASK);
            if (!done.containsKey(task)) {
                if (++rows > MOST_ROWS) {
                    throw tooLarge(table);
                }
                Gathered run = gathered.get(task);
                if (run == null) {
                    run = new Gathered(chosen(row), row.optional(COMMAND), new ArrayList<>());
                    gathered.put(task, run);
                }
                run.points().add(point(row));
            }
        }
        gathered.forEach((task, run) ->
                done.put(task, new SweepRun(task, run.chosen(), run.points(), run.command())));
    }

    /** A run of which not all rows are read yet. */
    private record Gathered(Map<String, String> chosen, String command, List<SweepPoint> points) {}

    private static SweepPoint point(TableRow row) throws ProblemException {
        return new SweepPoint(
                row.count(RowColumns.TIMESTEP),
                row.count("images"),
                row.number("accuracy"),
                row.number("low95"),
                row.number("high95"),
                row.number("cnnAccuracy"),
                row.number("agreementWithCnn"),
                row.number("latency"),
                row.number("spikesPerImage"),
                row.number("synOps"),
                row.number("energyMicrojoules"),
                row.number("energyRatio"));
    }

    private void addFailures(Path table, List<List<String>> cells) throws ProblemException {
        for (TableRow row : rows(table, cells)) {
            String task = row.text(RowColumns.TASK);
            if (!done.containsKey(task)) {
                failed.put(
                        task,
                        new FailedRun(
                                new SweepRun(task, chosen(row), List.of(), ""), problem(row)));
            }
        }
    }

    private static Problem problem(TableRow row) throws ProblemException {
        Problem.Kind kind;
        try {
            kind = Problem.Kind.valueOf(row.text("kind"));
        } catch (IllegalArgumentException e) {
            throw row.damaged("kind");
        }
        return new Problem(
                kind, row.text("where"), row.text("what"), row.text("why"), row.text("remedy"));
    }

    /** Few values stand in many rows: each is kept once. */
    private Map<String, String> chosen(TableRow row) throws ProblemException {
        Map<String, String> chosen = new LinkedHashMap<>();
        for (String name : RowColumns.settings()) {
            if (!name.equals(RowColumns.TASK)) {
                chosen.put(name, known.computeIfAbsent(row.optional(name), value -> value));
            }
        }
        return Collections.unmodifiableMap(chosen);
    }

    private static List<TableRow> rows(Path table, List<List<String>> cells)
            throws ProblemException {
        if (cells.isEmpty()) {
            throw damaged(table, Texts.text("app.sweep.noColumn", RowColumns.TASK));
        }
        Map<String, Integer> columns = new HashMap<>();
        for (String name : cells.getFirst()) {
            columns.put(name, columns.size());
        }
        List<TableRow> rows = new ArrayList<>();
        for (int line = 1; line < cells.size(); line++) {
            if (cells.get(line).size() != cells.getFirst().size()) {
                throw damaged(
                        table,
                        Texts.text(
                                "app.sweep.otherCells",
                                line + 1,
                                cells.get(line).size(),
                                cells.getFirst().size()));
            }
            rows.add(new TableRow(table, columns, cells.get(line), line + 1));
        }
        return rows;
    }

    static ProblemException damaged(Path table, String why) {
        return new ProblemException(
                Problem.Kind.CORRUPT,
                table.toString(),
                Texts.text("app.sweep.damagedTable"),
                why,
                Texts.text("app.sweep.damagedRemedy"));
    }
}
