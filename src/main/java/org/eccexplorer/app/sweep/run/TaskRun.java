package org.eccexplorer.app.sweep.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.eccexplorer.app.open.Experiment;
import org.eccexplorer.app.run.ClosedFormAccuracy;
import org.eccexplorer.app.run.ImageJob;
import org.eccexplorer.app.run.MemoryEstimate;
import org.eccexplorer.app.run.Prepared;
import org.eccexplorer.app.run.ReadingBasis;
import org.eccexplorer.app.run.Settings;
import org.eccexplorer.app.run.SharedWork;
import org.eccexplorer.app.sweep.plan.SettingNames;
import org.eccexplorer.app.sweep.plan.SweepPlan;
import org.eccexplorer.app.sweep.plan.SweepTask;
import org.eccexplorer.app.work.Cancellation;
import org.eccexplorer.dataset.LabelledImages;
import org.eccexplorer.measure.RunSnapshot;
import org.eccexplorer.measure.Schedule;
import org.eccexplorer.measure.energy.Accounting;
import org.eccexplorer.measure.votes.Reading;
import org.eccexplorer.measure.votes.ReadingChoice;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.text.Texts;

/** Does one run of a plan on one thread, with the very steps of {@code ecc run}. */
public final class TaskRun {
    private static final int ATTEMPTS = 2;

    private final SweepPlan plan;
    private final Workplace workplace;
    private final Cancellation cancellation;

    public TaskRun(SweepPlan plan, Workplace workplace, Cancellation cancellation) {
        this.plan = plan;
        this.workplace = workplace;
        this.cancellation = cancellation;
    }

    /**
     * Does it, and once more if it fails.
     *
     * @throws CancellationException if it was stopped before its end
     */
    public TaskResult of(PlannedTask planned) {
        SweepTask task = plan.task(planned.index());
        Exception last = new CancellationException("never tried");
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try {
                return once(task, planned);
            } catch (CancellationException stopped) {
                throw stopped;
            } catch (ProblemException | RuntimeException e) {
                last = e;
            } catch (OutOfMemoryError e) {
                last = MemoryEstimate.exhausted(plan.place(task).subject().model(), e);
            }
        }
        String where = plan.place(task).subject().model();
        Problem problem = ProblemException.of(where, last).getFirst();
        return new TaskResult(task.index(), 0, List.of(), Failure.of(problem));
    }

    private TaskResult once(SweepTask task, PlannedTask planned) throws ProblemException {
        SweepPlan.Place place = plan.place(task);
        Settings settings = task.settings();
        check(settings);
        Workplace.Opened opened = workplace.open(place, cancellation);
        Experiment experiment = opened.experiment();
        requireSame(planned.identity(), experiment);
        Prepared prepared = opened.prepared(settings, cancellation);
        LabelledImages images = experiment.test();
        List<Integer> at = plan.at(settings.timesteps());
        try (MemoryBudget.Share _ =
                workplace
                        .memory()
                        .take(MemoryEstimate.bytes(prepared, images.count()), cancellation)) {
            Optional<SharedWork.Done> known = opened.shared().result(prepared, images);
            SharedWork.Done done = known.isPresent() ? known.get() : done(opened, prepared, at);
            RowColumns.Run run =
                    new RowColumns.Run(
                            experiment,
                            planned.identity(),
                            prepared,
                            done.result(),
                            done.closedForm());
            return new TaskResult(task.index(), images.count(), rows(task, planned, run, at), null);
        }
    }

    private SharedWork.Done done(Workplace.Opened opened, Prepared prepared, List<Integer> at)
            throws ProblemException {
        LabelledImages images = opened.experiment().test();
        Reading reading =
                ReadingBasis.decided(
                        prepared, opened.experiment().calibration(), done -> {}, cancellation);
        RunSnapshot result =
                ImageJob.of(prepared, images, at, opened.shared().passes())
                        .run(tally -> {}, cancellation)
                        .read(reading);
        Map<Integer, Double> closedForm =
                prepared.settings().schedule() == Schedule.SYNCHRONOUS
                        ? Map.of() // it is what was run
                        : ClosedFormAccuracy.at(prepared, images, at, done -> {}, cancellation);
        if (cancellation.isRequested() || !result.isComplete()) {
            throw new CancellationException("stopped before its last image");
        }
        SharedWork.Done done = new SharedWork.Done(result, closedForm, Optional.empty());
        opened.shared().keep(prepared, images, done);
        return done;
    }

    private List<List<String>> rows(
            SweepTask task, PlannedTask planned, RowColumns.Run run, List<Integer> at) {
        Accounting accounting = Accounting.STANDARD.with(plan.inputMacs());
        List<List<String>> rows = new ArrayList<>();
        for (int t : at) {
            List<String> row = RowColumns.settings(plan, task, planned.hash());
            row.addAll(run.results(accounting, t));
            rows.add(List.copyOf(row));
        }
        return rows;
    }

    /** Refuses what {@code ecc run} refuses. */
    private static void check(Settings settings) throws ProblemException {
        boolean plain = settings.reading().equals(ReadingChoice.PLAIN);
        if (settings.schedule() == Schedule.SYNCHRONOUS && !plain) {
            throw refused(Texts.text("app.sweep.synchronousReading"));
        }
        if (settings.reading().from() >= settings.timesteps()) {
            throw refused(Texts.text("app.sweep.noTimestepLeft", settings.timesteps()));
        }
    }

    private static ProblemException refused(String why) {
        return new ProblemException(
                Problem.Kind.USAGE,
                SettingNames.name(ReadingChoice.FROM),
                Texts.text("app.sweep.notTogether"),
                why,
                Texts.text("app.sweep.leaveOut"));
    }

    /** On another machine there may be another model of that name. */
    private void requireSame(Identity planned, Experiment experiment) throws ProblemException {
        String found = experiment.model().id().sha256();
        if (!found.equals(planned.modelSha256()) || experiment.test().count() != planned.images()) {
            throw new ProblemException(
                    Problem.Kind.CORRUPT,
                    experiment.model().file().toString(),
                    Texts.text("app.sweep.otherModel"),
                    Texts.text("app.sweep.otherModelWhy", found, planned.modelSha256()),
                    Texts.text("app.sweep.otherModelRemedy"));
        }
    }
}
