package org.eccexplorer.app.sweep.folder;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eccexplorer.app.sweep.plan.SweepPlan;
import org.eccexplorer.app.sweep.run.Failure;
import org.eccexplorer.app.sweep.run.PlannedTask;
import org.eccexplorer.app.sweep.run.RowColumns;
import org.eccexplorer.app.sweep.run.TaskResult;
import org.eccexplorer.files.Csv;
import org.eccexplorer.files.FolderTree;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.problem.Reason;
import org.eccexplorer.text.Texts;

/**
 * The folder of a sweep: a file for each run that ended, named by its hash. A file is there as a
 * whole or not at all, so a run that has one is done, whatever ended the process that did it.
 *
 * @param path where it is
 */
public record SweepFolder(Path path) {
    /** The table of all rows, which is written last but one. */
    public static final String TABLE = "sweep.csv";

    /** The table of the runs that failed. */
    public static final String FAILURES = "failures.csv";

    private static final String ROWS = "rows";
    private static final String FAILED = "failed";
    private static final String ENDING = ".csv";
    private static final String COMMAND = "command";

    /** So many letters of a hash name the folder of its file: no folder has too many files. */
    private static final int LETTERS = 2;

    private static final List<String> PROBLEM = List.of("kind", "where", "what", "why", "remedy");

    /** The columns of {@link #TABLE}. */
    public static List<String> columns() {
        List<String> columns = new ArrayList<>(RowColumns.ALL);
        columns.add(COMMAND);
        return columns;
    }

    /** The columns of {@link #FAILURES}. */
    public static List<String> failureColumns() {
        List<String> columns = RowColumns.settings();
        columns.addAll(PROBLEM);
        return columns;
    }

    private Path file(String part, String hash) {
        return path.resolve(part).resolve(hash.substring(0, LETTERS)).resolve(hash + ENDING);
    }

    /** The hashes of all runs that are done. */
    public Set<String> done() throws ProblemException {
        return hashes(ROWS);
    }

    /** The hashes of all runs that failed when they were tried last. */
    public Set<String> failed() throws ProblemException {
        return hashes(FAILED);
    }

    private Set<String> hashes(String part) throws ProblemException {
        Set<String> hashes = new HashSet<>();
        Path folder = path.resolve(part);
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.walk(folder, 2)) {
                files.map(file -> String.valueOf(file.getFileName()))
                        .filter(name -> name.endsWith(ENDING) && !name.startsWith("."))
                        .forEach(name ->
                                hashes.add(name.substring(0, name.length() - ENDING.length())));
            } catch (IOException e) {
                throw unreadable(e);
            }
        }
        return hashes;
    }

    /** Keeps what became of a run. */
    void write(SweepPlan plan, PlannedTask task, TaskResult result) throws ProblemException {
        Path failed = file(FAILED, task.hash());
        Optional<Failure> failure = result.failed();
        try {
            if (failure.isEmpty()) {
                Path rows = file(ROWS, task.hash());
                Files.createDirectories(rows.getParent());
                write(rows, RowColumns.ALL, result.rows());
                Files.deleteIfExists(failed);
                return;
            }
            Files.createDirectories(failed.getParent());
        } catch (IOException e) {
            throw unwritable(e);
        }
        Failure why = failure.get();
        List<String> cells = RowColumns.settings(plan, plan.task(task.index()), task.hash());
        cells.addAll(List.of(why.kind(), why.where(), why.what(), why.why(), why.remedy()));
        write(failed, failureColumns(), List.of(cells));
    }

    private static void write(Path file, List<String> columns, List<List<String>> rows)
            throws ProblemException {
        List<List<Object>> cells = new ArrayList<>();
        rows.forEach(row -> cells.add(List.copyOf(row)));
        Csv.write(file, columns, cells);
    }

    /** The lines of a run that is done, without their ends; empty if it is not. */
    public Optional<List<String>> rows(String hash) throws ProblemException {
        return lines(file(ROWS, hash), RowColumns.ALL);
    }

    /** The lines of a run that failed. */
    public Optional<List<String>> failure(String hash) throws ProblemException {
        return lines(file(FAILED, hash), failureColumns());
    }

    private Optional<List<String>> lines(Path file, List<String> columns) throws ProblemException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            String text = Files.readString(file, StandardCharsets.UTF_8);
            String header = Csv.line(columns);
            if (!text.startsWith(header)) {
                throw new ProblemException(
                        Problem.Kind.CORRUPT,
                        file.toString(),
                        Texts.text("app.sweep.otherColumns"),
                        Texts.text("app.sweep.otherColumnsWhy"),
                        Texts.text("app.sweep.beginAnew"));
            }
            return Optional.of(text.substring(header.length()).lines().toList());
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** Deletes what is known of all runs. */
    void forget() throws ProblemException {
        try {
            for (String part : List.of(ROWS, FAILED)) {
                Path folder = path.resolve(part);
                if (Files.isDirectory(folder)) {
                    FolderTree.delete(folder);
                }
            }
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private ProblemException unreadable(IOException cause) {
        return new ProblemException(
                new Problem(
                        Problem.Kind.UNREADABLE,
                        path.toString(),
                        Texts.text("app.sweep.folderUnreadable"),
                        Reason.of(cause),
                        Texts.text("app.sweep.chooseFolder")),
                cause);
    }

    private ProblemException unwritable(IOException cause) {
        return new ProblemException(
                new Problem(
                        Problem.Kind.UNWRITABLE,
                        path.toString(),
                        Texts.text("files.folderNotWritable"),
                        Reason.of(cause),
                        Texts.text("files.chooseFolder")),
                cause);
    }
}
