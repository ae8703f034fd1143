package org.eccexplorer.app.sweep.results;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.eccexplorer.app.sweep.plan.SweepPlan;
import org.eccexplorer.problem.ProblemException;

/**
 * The folder of a sweep as it is now, whether the sweep ended or not.
 *
 * @param plan what it is of
 * @param runs that are done, in the order of the plan
 * @param missing runs of the plan that are neither done nor failed
 */
public record SweepResults(
        Path folder, SweepPlan plan, List<SweepRun> runs, List<FailedRun> failed, int missing) {
    /** Those three have a column together. */
    private static final Set<String> SAID_BY_TECHNIQUES = Set.of("no-cn", "no-tre", "no-cmb");

    public SweepResults {
        runs = List.copyOf(runs);
        failed = List.copyOf(failed);
    }

    /**
     * Reads the folder of a sweep, or the one that its table is in.
     *
     * @throws ProblemException if it has no sweep, or a damaged one, or more than can be shown
     */
    public static SweepResults read(Path place) throws ProblemException {
        return new ResultsReader(folder(place)).read();
    }

    /** The folder that a table or a description of a sweep is in. */
    static Path folder(Path place) {
        return place.toFile().isDirectory()
                ? place
                : Objects.requireNonNullElse(place.toAbsolutePath().getParent(), place);
    }

    /** How the folder is called. */
    public String name() {
        return String.valueOf(folder.toAbsolutePath().normalize().getFileName());
    }

    /**
     * What has several values among the runs that are done, by the names of its columns: models and
     * images first, then seeds, then settings.
     */
    public List<String> varied() {
        return varied(runs);
    }

    /** The same among those that failed too. */
    public List<String> variedOfAll() {
        return varied(Stream.concat(runs.stream(), failed.stream().map(FailedRun::run)).toList());
    }

    private static List<String> varied(List<SweepRun> runs) {
        Set<String> names = new LinkedHashSet<>();
        runs.stream().findFirst().ifPresent(run -> names.addAll(run.chosen().keySet()));
        List<String> varied = new ArrayList<>();
        for (String name : names) {
            if (!SAID_BY_TECHNIQUES.contains(name)
                    && runs.stream().map(run -> run.value(name)).distinct().limit(2).count() > 1) {
                varied.add(name);
            }
        }
        return varied;
    }
}
