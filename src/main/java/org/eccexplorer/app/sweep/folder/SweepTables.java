package org.eccexplorer.app.sweep.folder;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.eccexplorer.app.run.Settings;
import org.eccexplorer.app.session.RunCommandLine;
import org.eccexplorer.app.sweep.plan.SettingNames;
import org.eccexplorer.app.sweep.plan.SweepPlan;
import org.eccexplorer.app.sweep.plan.SweepTask;
import org.eccexplorer.app.sweep.run.PlannedTask;
import org.eccexplorer.app.sweep.run.Survey;
import org.eccexplorer.files.AtomicFile;
import org.eccexplorer.files.Csv;
import org.eccexplorer.measure.energy.InputMacs;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.text.Texts;

/**
 * The tables of a sweep, put together from the files of its runs in the order of the plan: the same
 * bytes wherever and in whatever order these ran.
 */
final class SweepTables {
    private final SweepPlan plan;
    private final Survey survey;
    private final List<SweepFolder> sources;

    /**
     * How many runs stand in the tables.
     *
     * @param missing that are neither done nor failed
     */
    record Counts(int done, int failed, int missing) {}

    SweepTables(SweepPlan plan, Survey survey, List<SweepFolder> sources) {
        this.plan = plan;
        this.survey = survey;
        this.sources = List.copyOf(sources);
    }

    /** Writes them for the runs of a shard. */
    Counts write(Path folder, Shard shard) throws ProblemException {
        List<PlannedTask> tasks =
                IntStream.range(0, plan.tasks())
                        .filter(shard::has)
                        .mapToObj(index -> survey.planned(plan, index))
                        .toList();
        List<PlannedTask> left = new ArrayList<>();
        write(
                folder.resolve(SweepFolder.TABLE),
                SweepFolder.columns(),
                out -> {
                    for (PlannedTask task : tasks) {
                        if (!writeRows(out, task)) {
                            left.add(task);
                        }
                    }
                });
        List<PlannedTask> failed = new ArrayList<>();
        write(
                folder.resolve(SweepFolder.FAILURES),
                SweepFolder.failureColumns(),
                out -> {
                    for (PlannedTask task : left) {
                        if (writeFailure(out, task)) {
                            failed.add(task);
                        }
                    }
                });
        return new Counts(tasks.size() - left.size(), failed.size(), left.size() - failed.size());
    }

    /** Writes lines; what goes wrong with what they are made of is told as it is. */
    private interface Lines {
        void write(OutputStream out) throws IOException, ProblemException;
    }

    private static void write(Path file, List<String> columns, Lines lines)
            throws ProblemException {
        ProblemException[] failure = new ProblemException[1];
        try {
            AtomicFile.write(
                    file,
                    out -> {
                        out.write(Csv.line(columns).getBytes(StandardCharsets.UTF_8));
                        try {
                            lines.write(out);
                        } catch (ProblemException e) {
                            failure[0] = e;
                            throw new IOException(e);
                        }
                    });
        } catch (ProblemException e) {
            throw failure[0] == null ? e : failure[0];
        }
    }

    private boolean writeRows(OutputStream out, PlannedTask task)
            throws IOException, ProblemException {
        List<String> rows = List.of();
        for (SweepFolder source : sources) {
            Optional<List<String>> found = source.rows(task.hash());
            if (found.isPresent() && !rows.isEmpty() && !found.get().equals(rows)) {
                throw new ProblemException(
                        Problem.Kind.CORRUPT,
                        source.path().toString(),
                        Texts.text("app.sweep.otherRows"),
                        Texts.text("app.sweep.otherRowsWhy", task.hash()),
                        Texts.text("app.sweep.beginAnew"));
            }
            rows = found.orElse(rows);
        }
        String command = rows.isEmpty() ? "" : Csv.line(List.of(command(task)));
        for (String row : rows) {
            out.write((row + "," + command).getBytes(StandardCharsets.UTF_8));
        }
        return !rows.isEmpty();
    }

    private boolean writeFailure(OutputStream out, PlannedTask task)
            throws IOException, ProblemException {
        for (SweepFolder source : sources) {
            Optional<List<String>> found = source.failure(task.hash());
            if (found.isPresent()) {
                for (String row : found.get()) {
                    out.write((row + "\r\n").getBytes(StandardCharsets.UTF_8));
                }
                return true;
            }
        }
        return false;
    }

    /** The command that gives the very numbers. */
    private String command(PlannedTask planned) throws ProblemException {
        SweepTask task = plan.task(planned.index());
        SweepPlan.Place place = plan.place(task);
        List<String> arguments = new ArrayList<>(List.of("run"));
        arguments.addAll(place.subject().arguments(place.slice()));
        arguments.addAll(SettingNames.arguments(task.settings()));
        if (task.seed() != Settings.SEED.standard()) {
            arguments.addAll(List.of("--seed", String.valueOf(task.seed())));
        }
        arguments.add("--at");
        arguments.add(
                String.join(
                        ",",
                        plan.at(task.settings().timesteps()).stream()
                                .map(String::valueOf)
                                .toList()));
        if (plan.inputMacs() != InputMacs.OPTION.standard()) {
            arguments.add(InputMacs.OPTION.argument());
            arguments.add(InputMacs.OPTION.written(plan.inputMacs()));
        }
        return RunCommandLine.typed(arguments);
    }
}
