package org.eccexplorer.app.find.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.eccexplorer.app.find.query.Query;
import org.eccexplorer.app.open.LoadedModel;
import org.eccexplorer.app.run.CalibrationCache;
import org.eccexplorer.app.run.MemoryEstimate;
import org.eccexplorer.app.run.Prepared;
import org.eccexplorer.app.run.Settings;
import org.eccexplorer.app.work.Cancellation;
import org.eccexplorer.app.work.OrderedWork;
import org.eccexplorer.convert.ConversionOptions;
import org.eccexplorer.dataset.LabelledImages;
import org.eccexplorer.measure.ImageMeasures;
import org.eccexplorer.measure.RunSnapshot;
import org.eccexplorer.measure.RunTally;
import org.eccexplorer.measure.energy.Macs;
import org.eccexplorer.measure.layer.CountRule;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.sim.ImageRun;
import org.eccexplorer.sim.Simulator;
import org.eccexplorer.sim.SpikeRecorder;
import org.eccexplorer.spiking.SpikingNetwork;

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
    private final CalibrationCache calibrations = new CalibrationCache();
    private final Kept<ConversionOptions, Ready> converted = new Kept<>(MOST_BYTES);

    /**
     * Ready to try settings.
     *
     * @param settings all but the conversion and T
     */
    public Laboratory(LoadedModel model, Split split, Query query, Settings settings, Truth truth) {
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
    public record Order(ConversionOptions setting, int first, int count, int timesteps) {}

    /** A converted setting that several pieces of work need. */
    private final class Bench {
        private final Order order;
        private final Cancellation cancellation;
        private int left;
        private Supplier<Ready> ready = this::make;

        Bench(Order order, int pieces, Cancellation cancellation) {
            this.order = order;
            this.cancellation = cancellation;
            left = pieces;
        }

        synchronized Ready ready() {
            Ready made = ready.get();
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

        private Ready make() {
            Settings own = settings.with(order.setting()).withTimesteps(order.timesteps());
            ConversionOptions deciding = own.forTimesteps().effective();
            return converted
                    .get(deciding)
                    .map(known -> known.with(own))
                    .orElseGet(() -> {
                        Ready made = made();
                        converted.put(deciding, made, made.bytes());
                        return made;
                    });
        }

        private Ready made() {
            return Refused.wrapped(() -> {
                Prepared prepared = prepared(order.setting(), order.timesteps(), cancellation);
                MemoryEstimate.check(prepared.onThreads(query.threads()), PIECE);
                return new Ready(
                        prepared,
                        new Simulator(
                                prepared.network(), model.cnn().backend(), settings.kernels()));
            });
        }
    }

    private record Ready(Prepared prepared, Simulator simulator) {
        /** For another T that the conversion does not depend on. */
        Ready with(Settings others) {
            return new Ready(prepared.with(others), simulator);
        }

        /** Weights as they are, and as the kernels have them. */
        long bytes() {
            return prepared.network().layers().stream()
                    .flatMap(layer -> layer.projections().stream())
                    .mapToLong(projection -> 2L * 4 * projection.weights().length)
                    .sum();
        }
    }

    private record Piece(Bench bench, int first, int count, boolean last) {}

    /** A network with λ and all else measured on the images to fit on. */
    public Prepared prepared(ConversionOptions setting, int timesteps, Cancellation cancellation)
            throws ProblemException {
        return Prepared.of(
                model,
                split.fit(),
                settings.with(setting).withTimesteps(timesteps),
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
        List<Trial> parts = new ArrayList<>();
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
                                results.accept(joined(parts, piece.bench()));
                            }
                        },
                        cancellation));
        if (cancellation.isRequested()) {
            throw new CancellationException("the search was stopped");
        }
    }

    private static Trial joined(List<Trial> parts, Bench bench) {
        int pieces = (bench.order.count() + PIECE - 1) / PIECE;
        return parts.subList(parts.size() - pieces, parts.size()).stream()
                .reduce(Trial::and)
                .orElseThrow();
    }

    private Trial tried(Piece piece, Cancellation cancellation) {
        Ready ready = piece.bench().ready();
        Prepared prepared = ready.prepared();
        SpikingNetwork network = prepared.network();
        LabelledImages images = split.choose();
        int timesteps = prepared.settings().timesteps();
        RunTally tally =
                new RunTally(
                        network,
                        timesteps,
                        piece.count(),
                        truth.part(piece.first(), piece.count()),
                        Macs.of(prepared.cnn().network()),
                        CountRule.simulated(network.dynamics(), timesteps));
        Votes votes = new Votes(network.classes(), timesteps);
        Simulator.Workspace workspace = ready.simulator().newWorkspace();
        for (int i = 0; i < piece.count(); i++) {
            int image = piece.first() + i;
            ImageRun run =
                    ready.simulator()
                            .run(
                                    images.image(image),
                                    0,
                                    image,
                                    timesteps,
                                    settings.seed(),
                                    workspace,
                                    SpikeRecorder.NONE,
                                    cancellation::isRequested);
            CountRule rule = CountRule.simulated(network.dynamics(), timesteps);
            tally.add(ImageMeasures.brief(network, i, run, truth.cnn(image), rule));
            votes.add(run, truth, image);
        }
        piece.bench().done();
        return trial(piece.bench().order.setting(), tally.snapshot(), votes);
    }

    private Trial trial(ConversionOptions setting, RunSnapshot done, Votes votes) {
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
                setting, done.images(), votes.right(), votes.scatter(), energy, synOps, spikes);
    }
}
