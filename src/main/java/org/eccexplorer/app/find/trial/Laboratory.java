package org.eccexplorer.app.find.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.eccexplorer.app.find.query.Candidate;
import org.eccexplorer.app.find.query.Query;
import org.eccexplorer.app.open.LoadedModel;
import org.eccexplorer.app.run.CalibrationCache;
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
import org.eccexplorer.measure.energy.Cost;
import org.eccexplorer.measure.energy.Macs;
import org.eccexplorer.measure.layer.CountRule;
import org.eccexplorer.measure.votes.StoredVotes;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.spiking.SpikingLayer;
import org.eccexplorer.spiking.SpikingNetwork;
import org.jspecify.annotations.Nullable;

/**
 * Simulates settings on images to choose on. Pieces of work are a setting on a few images, so that
 * all threads are busy with many settings on few images and with few settings on many; each gives
 * the same numbers whoever does it.
 */
public final class Laboratory {
    /** Images of a piece of work. */
    private static final int PIECE = 16;

    /** Converted networks that are kept for the next round. */
    private static final long MOST_BYTES = 128L << 20;

    private final LoadedModel model;
    private final Split split;
    private final Query query;
    private final Settings settings;
    private final Truth truth;
    private final CalibrationCache calibrations;
    private final Kept<Candidate, Runner> converted;

    /** Of the first images that a setting was tried on, where images may be answered early. */
    private final VoteBook votes = new VoteBook();

    private @Nullable Laboratory fitting;

    /**
     * Ready to try settings.
     *
     * @param settings all but the conversion and T
     */
    public Laboratory(LoadedModel model, Split split, Query query, Settings settings, Truth truth) {
        this(model, split, query, settings, truth, new CalibrationCache(), new Kept<>(MOST_BYTES));
    }

    private Laboratory(
            LoadedModel model,
            Split split,
            Query query,
            Settings settings,
            Truth truth,
            CalibrationCache calibrations,
            Kept<Candidate, Runner> converted) {
        this.calibrations = calibrations;
        this.converted = converted;
        this.model = model;
        this.split = split;
        this.query = query;
        this.settings = settings.withThreads(1);
        this.truth = truth;
    }

    /**
     * A setting to be tried.
     *
     * @param first of the images
     * @param count of the images
     * @param timesteps up to which
     */
    public record Order(Candidate setting, int first, int count, int timesteps) {}

    /** A converted setting that several pieces of work need. */
    private final class Bench {
        private final Order order;
        private final Cancellation cancellation;
        private int left;
        private Supplier<Runner> ready = this::make;

        Bench(Order order, int pieces, Cancellation cancellation) {
            this.order = order;
            this.cancellation = cancellation;
            left = pieces;
        }

        synchronized Runner ready() {
            Runner made = ready.get();
            ready = () -> made;
            return made;
        }

        /** What nobody needs any more is forgotten. */
        synchronized void done() {
            left--;
            if (left == 0) {
                ready = this::make;
            }
        }

        private Runner make() {
            Settings own = order.setting().of(settings).withTimesteps(order.timesteps());
            Candidate deciding = order.setting().with(own.forTimesteps()).effective();
            return converted
                    .get(deciding)
                    .map(known -> known.with(own))
                    .orElseGet(() -> {
                        Runner made = made();
                        converted.put(deciding, made, made.bytes());
                        return made;
                    });
        }

        private Runner made() {
            return Refused.wrapped(() -> {
                Prepared prepared = prepared(order.setting(), order.timesteps(), cancellation);
                MemoryEstimate.check(prepared.onThreads(query.threads()), PIECE);
                return Runner.of(prepared);
            });
        }
    }

    /** What some images gave; their votes only where images may be answered early. */
    private record Tried(Trial trial, List<StoredVotes.Image> votes) {
        Tried and(Tried more) {
            return new Tried(trial.and(more.trial), joined(votes, more.votes));
        }

        static <T> List<T> joined(List<T> some, List<T> more) {
            List<T> all = new ArrayList<>(some);
            all.addAll(more);
            return all;
        }
    }

    private record Piece(Bench bench, int first, int count, boolean last) {}

    /** A network with λ and all else measured on the images to fit on. */
    public Prepared prepared(Candidate setting, int timesteps, Cancellation cancellation)
            throws ProblemException {
        return Prepared.of(
                model,
                split.fit(),
                setting.of(settings).withTimesteps(timesteps),
                calibrations,
                cancellation);
    }

    /**
     * Tries settings, in their order.
     *
     * @param results gets each when it is complete, one at a time
     * @throws ProblemException if one cannot be converted or simulated
     */
    public void run(List<Order> orders, Consumer<Trial> results, Cancellation cancellation)
            throws ProblemException {
        simulate(
                orders,
                (order, tried) -> {
                    votes.keep(order.setting(), order.first(), tried.votes());
                    results.accept(tried.trial());
                },
                cancellation);
    }

    /**
     * What a setting gives where images are answered early. The images to choose on are simulated
     * again only where their votes are not at hand any more.
     *
     * @param images to choose on, the first ones
     */
    public Exits exits(Candidate setting, int images, int timesteps, Cancellation cancellation)
            throws ProblemException {
        Laboratory other = fitting;
        if (other == null) {
            other = fitting(cancellation);
            fitting = other;
        }
        SpikingNetwork network = prepared(setting, timesteps, cancellation).network();
        Cost cost =
                new Cost(
                        Macs.of(model.cnn().network()),
                        Cost.inputMacsPerStep(network),
                        0,
                        0,
                        Cost.inputNeurons(network));
        long neurons = network.layers().stream().mapToLong(SpikingLayer::neurons).sum();
        return new Exits(
                setting,
                other.votes(setting, other.split.choose().count(), timesteps, cancellation),
                votes(setting, images, timesteps, cancellation),
                truth,
                (steps, synOps) -> cost.ratio(query.accounting(), neurons, steps, synOps));
    }

    /** The same with the images to fit on, on which is decided when others are answered. */
    private Laboratory fitting(Cancellation cancellation) {
        LabelledImages some = ReadingBasis.images(split.fit());
        return new Laboratory(
                model,
                new Split(split.fit(), some),
                query,
                settings,
                Truth.of(model.cnn(), some, query.threads(), cancellation),
                calibrations,
                converted);
    }

    private StoredVotes votes(
            Candidate setting, int images, int timesteps, Cancellation cancellation)
            throws ProblemException {
        List<StoredVotes.Image> all =
                new ArrayList<>(votes.first(setting, images, timesteps).orElse(List.of()));
        if (all.isEmpty()) {
            simulate(
                    List.of(new Order(setting, 0, images, timesteps)),
                    (order, tried) -> all.addAll(tried.votes()),
                    cancellation);
        }
        int classes = model.cnn().network().outputShape().size();
        return StoredVotes.ofEach(classes, timesteps, all);
    }

    private void simulate(
            List<Order> orders, BiConsumer<Order, Tried> results, Cancellation cancellation)
            throws ProblemException {
        List<Piece> pieces = new ArrayList<>();
        for (Order order : orders) {
            Bench bench = new Bench(order, (order.count() + PIECE - 1) / PIECE, cancellation);
            for (int done = 0; done < order.count(); done += PIECE) {
                int count = Math.min(PIECE, order.count() - done);
                pieces.add(
                        new Piece(
                                bench, order.first() + done, count, done + count == order.count()));
            }
        }
        List<Tried> parts = new ArrayList<>();
        Refused.during(() ->
                OrderedWork.run(
                        pieces.size(),
                        1,
                        query.threads(),
                        () -> pieces,
                        (all, index, one) -> tried(all.get(index), cancellation),
                        part -> {
                            Piece piece = pieces.get(parts.size());
                            parts.add(part);
                            if (piece.last()) {
                                results.accept(piece.bench().order, joined(parts, piece.bench()));
                            }
                        },
                        cancellation));
        if (cancellation.isRequested()) {
            throw new CancellationException("the search was stopped");
        }
    }

    private static Tried joined(List<Tried> parts, Bench bench) {
        int pieces = (bench.order.count() + PIECE - 1) / PIECE;
        return parts.subList(parts.size() - pieces, parts.size()).stream()
                .reduce(Tried::and)
                .orElseThrow();
    }

    private Tried tried(Piece piece, Cancellation cancellation) {
        Runner runner = piece.bench().ready();
        Prepared prepared = runner.prepared();
        SpikingNetwork network = prepared.network();
        int timesteps = prepared.settings().timesteps();
        CountRule rule = CountRule.simulated(network.dynamics(), timesteps);
        RunTally tally =
                new RunTally(
                        network,
                        timesteps,
                        piece.count(),
                        truth.part(piece.first(), piece.count()),
                        Macs.of(prepared.cnn().network()),
                        rule);
        List<StoredVotes.Image> kept = new ArrayList<>();
        Candidate setting = piece.bench().order.setting();
        Votes counted = new Votes(setting, network.classes(), timesteps);
        runner.run(
                split.choose(),
                piece.first(),
                piece.count(),
                run -> {
                    int image = piece.first() + tally.images();
                    int answer = truth.cnn(image);
                    counted.add(run, truth, image);
                    if (query.endsEarly() && !setting.waits()) {
                        kept.add(VoteBook.image(run, truth.of(image), answer));
                    }
                    tally.add(ImageMeasures.brief(network, tally.images(), run, answer, rule));
                },
                cancellation);
        piece.bench().done();
        int stages = setting.schedule().latency(network, 1);
        return new Tried(trial(setting, stages, tally.snapshot(), counted), kept);
    }

    private Trial trial(Candidate setting, int stages, RunSnapshot done, Votes votes) {
        int timesteps = done.timesteps();
        double[] energy =
                done.energyUntil(query.accounting()).stream()
                        .mapToDouble(parts -> done.energyRatio(query.accounting(), parts))
                        .map(ratio -> ratio * done.images())
                        .toArray();
        double[] synOps = done.synOpsUntil();
        double[] spikes = done.spikesUntil();
        for (int t = 0; t < timesteps; t++) {
            synOps[t] *= done.images();
            spikes[t] *= done.images();
        }
        return new Trial(
                setting,
                done.images(),
                stages,
                votes.right(),
                votes.scatter(),
                energy,
                synOps,
                spikes);
    }
}
