package org.eccexplorer.app.find;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.IntConsumer;
import org.eccexplorer.app.find.query.Candidate;
import org.eccexplorer.app.find.query.Goal;
import org.eccexplorer.app.find.query.Query;
import org.eccexplorer.app.find.result.Checked;
import org.eccexplorer.app.find.trial.Point;
import org.eccexplorer.app.find.trial.Truth;
import org.eccexplorer.app.open.Experiment;
import org.eccexplorer.app.run.CalibrationCache;
import org.eccexplorer.app.run.ImageJob;
import org.eccexplorer.app.run.MemoryEstimate;
import org.eccexplorer.app.run.Prepared;
import org.eccexplorer.app.run.ReadingBasis;
import org.eccexplorer.app.run.Settings;
import org.eccexplorer.app.work.Cancellation;
import org.eccexplorer.app.work.OrderedWork;
import org.eccexplorer.dataset.LabelledImages;
import org.eccexplorer.measure.ImageMeasures;
import org.eccexplorer.measure.RunSnapshot;
import org.eccexplorer.measure.RunTally;
import org.eccexplorer.measure.energy.Macs;
import org.eccexplorer.measure.layer.CountRule;
import org.eccexplorer.measure.layer.LayerMeasures;
import org.eccexplorer.measure.votes.EarlyAnswers;
import org.eccexplorer.measure.votes.ReadVotes;
import org.eccexplorer.measure.votes.Reading;
import org.eccexplorer.measure.votes.StoredVotes;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.sim.ImageRun;
import org.eccexplorer.sim.Simulator;
import org.eccexplorer.sim.SpikeRecorder;
import org.eccexplorer.spiking.SpikingNetwork;

/**
 * Settings on the test images, with λ and all else measured on all calibration images, as {@code
 * ecc run} does it: the same numbers come out.
 */
final class TestRun {
    private final Experiment experiment;
    private final Settings settings;
    private final Query query;
    private final Truth truth;
    private final CalibrationCache calibrations = new CalibrationCache();

    /**
     * Ready to check.
     *
     * @param truth on the test images
     */
    TestRun(Experiment experiment, Settings settings, Query query, Truth truth) {
        this.experiment = experiment;
        this.settings = settings;
        this.query = query;
        this.truth = truth;
    }

    /**
     * A setting at these points, which differ in T and in how the class is read.
     *
     * @param progress gets the number of images done
     * @throws CancellationException if it is stopped before all images are done
     */
    List<Checked> of(
            Candidate setting, List<Point> points, IntConsumer progress, Cancellation cancellation)
            throws ProblemException {
        int timesteps = points.stream().mapToInt(Point::timesteps).max().orElseThrow();
        Prepared prepared =
                Prepared.of(
                        experiment.model(),
                        experiment.calibration(),
                        setting.of(settings).withTimesteps(timesteps),
                        calibrations,
                        cancellation);
        MemoryEstimate.check(prepared, experiment.test().count());
        return setting.waits()
                ? waiting(prepared, points, progress, cancellation)
                : free(prepared, points, progress, cancellation);
    }

    /** Each point is a run to its T, with all that a run does. */
    private List<Checked> waiting(
            Prepared prepared, List<Point> points, IntConsumer progress, Cancellation cancellation)
            throws ProblemException {
        List<Checked> results = new ArrayList<>();
        for (Point point : points) {
            int before = results.size();
            Prepared own = prepared.with(prepared.settings().withTimesteps(point.timesteps()));
            RunSnapshot done =
                    ImageJob.of(own, experiment.test(), List.of())
                            .run(
                                    tally -> {
                                        int all = before * experiment.test().count();
                                        progress.accept((all + tally.images()) / points.size());
                                    },
                                    cancellation);
            requireAll(done.images());
            results.add(checked(point, done, own.network()));
        }
        return results;
    }

    private void requireAll(int images) {
        if (images < experiment.test().count()) {
            throw new CancellationException("the check was stopped");
        }
    }

    /** One simulation tells of all timesteps. */
    private List<Checked> free(
            Prepared prepared, List<Point> points, IntConsumer progress, Cancellation cancellation)
            throws ProblemException {
        int timesteps = prepared.settings().timesteps();
        LabelledImages images = experiment.test();
        SpikingNetwork network = prepared.network();
        Simulator simulator = new Simulator(network, prepared.cnn().backend(), settings.kernels());
        CountRule rule = CountRule.simulated(network.dynamics(), timesteps);
        RunTally tally =
                new RunTally(
                        network,
                        timesteps,
                        images.count(),
                        truth.right(),
                        Macs.of(prepared.cnn().network()),
                        rule);
        tally.keepVotes(points.stream().mapToInt(Point::readFrom).max().orElse(0));
        OrderedWork.run(
                images.count(),
                4,
                query.threads(),
                simulator::newWorkspace,
                (workspace, first, count) -> {
                    List<ImageMeasures> measures = new ArrayList<>();
                    for (int i = first; i < first + count; i++) {
                        ImageRun run =
                                simulator.lend(
                                        new Simulator.Image(
                                                images.image(i), 0, i, timesteps, settings.seed()),
                                        workspace,
                                        SpikeRecorder.NONE,
                                        cancellation::isRequested);
                        measures.add(ImageMeasures.brief(network, i, run, truth.cnn(i), rule));
                    }
                    return measures;
                },
                measures -> {
                    measures.forEach(tally::add);
                    progress.accept(tally.images());
                },
                cancellation);
        requireAll(tally.images());
        RunSnapshot done = tally.snapshot();
        boolean early = points.stream().anyMatch(point -> point.reading().endsEarly());
        Optional<StoredVotes> calibration =
                early
                        ? Optional.of(
                                ReadingBasis.votes(
                                        prepared,
                                        experiment.calibration(),
                                        count -> {},
                                        cancellation))
                        : Optional.empty();
        return points.stream()
                .map(point ->
                        point.reading().endsEarly()
                                ? early(point, done, calibration.orElseThrow())
                                : checked(point, done, network))
                .toList();
    }

    /** As a run to its T has it, whose votes are the first of those that are there. */
    private Checked early(Point point, RunSnapshot done, StoredVotes calibration) {
        int t = point.timesteps();
        StoredVotes votes = Objects.requireNonNull(done.votes()).until(t);
        ReadVotes read = ReadVotes.of(votes, point.reading().decided(calibration.until(t)));
        EarlyAnswers early = read.early().orElseThrow();
        long neurons = done.layers().stream().mapToLong(LayerMeasures::neurons).sum();
        Goal.Costs costs =
                Goal.Costs.of(
                        early,
                        (steps, synOps) ->
                                done.cost().ratio(query.accounting(), neurons, steps, synOps));
        return new Checked(
                done.images(), read.right()[t - 1], truth.cnnRight(done.images()), costs);
    }

    private Checked checked(Point point, RunSnapshot done, SpikingNetwork network) {
        int t = point.timesteps();
        double synOps =
                done.layers().stream()
                        .mapToDouble(layer -> Arrays.stream(layer.operationsPerStep(), 0, t).sum())
                        .reduce(0, Double::sum);
        return new Checked(
                done.images(),
                done.read(Reading.from(point.readFrom())).right()[t - 1],
                truth.cnnRight(done.images()),
                new Goal.Costs(
                        point.setting().schedule().latency(network, t),
                        done.energyRatio(query.accounting(), t),
                        synOps,
                        done.spikesUntil()[t - 1]));
    }
}
