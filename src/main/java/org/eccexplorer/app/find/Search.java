package org.eccexplorer.app.find;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.eccexplorer.app.find.query.Candidate;
import org.eccexplorer.app.find.query.Goal;
import org.eccexplorer.app.find.query.Query;
import org.eccexplorer.app.find.query.Space;
import org.eccexplorer.app.find.race.Contender;
import org.eccexplorer.app.find.race.Harvest;
import org.eccexplorer.app.find.race.Plan;
import org.eccexplorer.app.find.race.Race;
import org.eccexplorer.app.find.result.Checked;
import org.eccexplorer.app.find.result.Found;
import org.eccexplorer.app.find.result.FoundPoint;
import org.eccexplorer.app.find.result.Records;
import org.eccexplorer.app.find.result.RecordsFile;
import org.eccexplorer.app.find.result.SearchView;
import org.eccexplorer.app.find.trial.Laboratory;
import org.eccexplorer.app.find.trial.Loss;
import org.eccexplorer.app.find.trial.Point;
import org.eccexplorer.app.find.trial.Split;
import org.eccexplorer.app.find.trial.Truth;
import org.eccexplorer.app.open.Experiment;
import org.eccexplorer.app.run.Settings;
import org.eccexplorer.app.work.Cancellation;
import org.eccexplorer.files.Version;
import org.eccexplorer.measure.votes.ReadingChoice;
import org.eccexplorer.problem.ProblemException;

/**
 * A search for a setting: the calibration images are split, {@link Screen} and {@link Race} decide
 * on them, and what they bring in is checked once on the test images.
 */
public final class Search {
    /** Of the time allowed so much may go into the race; the rest is for the check. */
    private static final double RACE_SHARE = 0.65;

    private final Experiment experiment;
    private final Query query;
    private final Settings settings;
    private final Plan plan;
    private final Split split;
    private final Optional<Path> folder;
    private final Records records;
    private final long start = System.nanoTime();

    /**
     * Ready to go.
     *
     * @param folder where what is known is kept, and found again; empty: nowhere
     * @param anew whether to forget what is known there
     * @throws ProblemException if there are no images to choose on, or the folder is of another
     *     search
     */
    public Search(Experiment experiment, Query query, Optional<Path> folder, boolean anew)
            throws ProblemException {
        this(experiment, query, folder, anew, Plan.of(query));
    }

    Search(Experiment experiment, Query query, Optional<Path> folder, boolean anew, Plan plan)
            throws ProblemException {
        this(experiment, query, folder, plan, new Records());
        if (folder.isPresent() && !anew) {
            RecordsFile.read(folder.get(), of()).ifPresent(records::take);
        }
    }

    /** One that knows what another search of the same images, seed and accounting knew. */
    Search(Experiment experiment, Query query, Optional<Path> folder, Plan plan, Records records)
            throws ProblemException {
        this.experiment = experiment;
        this.query = query;
        this.folder = folder;
        this.plan = plan;
        this.records = records;
        settings = Settings.standard().with(query.base()).withThreads(query.threads());
        split = Split.of(experiment, query.seed());
    }

    /** Whether a folder has what an earlier search knew. */
    public static boolean hasState(Path folder) {
        return Files.exists(folder.resolve(RecordsFile.NAME));
    }

    /** Whether some of it was done before. */
    public boolean resumes() {
        return !records.trials().isEmpty();
    }

    /** All that decides what a setting gives. */
    private ObjectNode of() {
        ObjectNode of = JsonNodeFactory.instance.objectNode();
        of.put("program", Version.NUMBER);
        of.put("model", experiment.model().id().sha256());
        of.put("data", experiment.dataSource());
        of.put("images", experiment.test().count());
        of.put("calibration", experiment.calibrationSource());
        of.put("preparation", experiment.preparation());
        of.put("seed", query.seed());
        of.put("energy", query.accounting().model().key());
        of.put("inputMacsCounted", query.accounting().inputMacs().key());
        return of;
    }

    /**
     * Searches to the end, until its time is up, or until it is stopped; what was found by then is
     * in the result.
     *
     * @param publish gets how it stands now and then, on threads of its own
     */
    public SearchView run(Consumer<SearchView> publish, Cancellation stop) throws ProblemException {
        Truth drawn = Truth.of(experiment.model().cnn(), split.choose(), query.threads(), stop);
        // Images near to a tie tell most of what a setting loses elsewhere.
        int[] order = drawn.nearFirst();
        Truth truth = drawn.chosen(order);
        Split images = split.chosen(order);
        Laboratory laboratory = new Laboratory(experiment.model(), images, query, settings, truth);
        Screen screen = new Screen(query, laboratory, images.choose(), truth);
        Progress progress = new Progress(query, plan, images, truth, publish, start);
        Desk desk = new Desk(query, laboratory, screen, records, progress, this::keep);
        Race race = new Race(query, plan, new Space(query.base(), query.axes()), truth, desk);
        Found.End end = Found.End.COMPLETE;
        Cancellation racing =
                stop.part(
                        query.budget()
                                .map(time ->
                                        Duration.ofMillis((long) (time.toMillis() * RACE_SHARE))));
        try {
            race.run(racing);
            if (query.endsEarly()) {
                desk.answerEarly(truth.right().length, racing);
            }
        } catch (CancellationException stopped) {
            end = stop.isRequested() ? Found.End.STOPPED : Found.End.OUT_OF_TIME;
        }
        keep();
        List<Contender> contenders = desk.latest();
        Harvest harvest = Harvest.of(contenders, query, truth, plan.checked());
        progress.checking(harvest);
        if (!stop.isRequested()) {
            check(harvest, progress, stop);
        }
        if (stop.isRequested()) {
            end = Found.End.STOPPED;
        }
        Found found = found(harvest, progress.counts(contenders), end);
        return progress.ended(found);
    }

    private void keep() throws ProblemException {
        if (folder.isPresent()) {
            RecordsFile.write(folder.get(), of(), records);
        }
    }

    /** The winners first, then ECC as in the paper, then the rest of the front. */
    private void check(Harvest harvest, Progress progress, Cancellation stop)
            throws ProblemException {
        Map<Candidate, List<Point>> bySetting = new LinkedHashMap<>();
        for (Point point : harvest.points()) {
            bySetting.computeIfAbsent(point.setting(), one -> new ArrayList<>()).add(point);
        }
        bySetting.computeIfAbsent(paper().setting(), one -> new ArrayList<>()).add(paper());
        Truth truth = Truth.of(experiment.model().cnn(), experiment.test(), query.threads(), stop);
        TestRun test = new TestRun(experiment, settings, query, truth);
        int number = 0;
        for (Map.Entry<Candidate, List<Point>> one : bySetting.entrySet()) {
            List<Point> unknown =
                    one.getValue().stream()
                            .filter(point -> records.checked(Records.Place.of(point)).isEmpty())
                            .toList();
            int before = number++;
            boolean late = isOver() && before >= harvest.winners().size();
            if (unknown.isEmpty() || late || stop.isRequested()) {
                continue;
            }
            try {
                List<Checked> results =
                        test.of(
                                one.getKey(),
                                unknown,
                                done ->
                                        progress.checked(
                                                before,
                                                bySetting.size(),
                                                (double) done / experiment.test().count()),
                                stop);
                for (int i = 0; i < unknown.size(); i++) {
                    records.add(Records.Place.of(unknown.get(i)), results.get(i));
                }
                keep();
            } catch (CancellationException stopped) {
                return;
            }
        }
    }

    private boolean isOver() {
        return query.budget().map(time -> System.nanoTime() - start > time.toNanos()).orElse(false);
    }

    /** ECC as in the paper, at the largest T. */
    private Point paper() {
        int most = query.mostTimesteps();
        Candidate ecc = Candidate.free(query.base().effective());
        Goal.Costs none = new Goal.Costs(most, 0, 0, 0);
        return new Point(ecc, most, ReadingChoice.PLAIN, 0, 0, Loss.NONE, none);
    }

    private Found found(Harvest harvest, Found.Counts counts, Found.End end) {
        return new Found(
                harvest.winner().map(this::checked),
                harvest.reached(),
                harvest.winners().stream().map(this::checked).toList(),
                harvest.front().stream().map(this::checked).toList(),
                records.checked(Records.Place.of(paper()))
                        .map(result -> new FoundPoint(paper(), Optional.of(result))),
                counts,
                end);
    }

    private FoundPoint checked(Point point) {
        return new FoundPoint(point, records.checked(Records.Place.of(point)));
    }
}
