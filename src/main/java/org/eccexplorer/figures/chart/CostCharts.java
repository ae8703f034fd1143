package org.eccexplorer.figures.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.eccexplorer.app.live.CnnReference;
import org.eccexplorer.app.live.RunState;
import org.eccexplorer.figures.words.CnnWords;
import org.eccexplorer.figures.words.Price;
import org.eccexplorer.measure.RunSnapshot;
import org.eccexplorer.measure.energy.Accounting;
import org.eccexplorer.plot.Axis;
import org.eccexplorer.plot.Chart;
import org.eccexplorer.plot.Reference;
import org.eccexplorer.plot.Series;
import org.eccexplorer.plot.SourceRun;
import org.eccexplorer.plot.Tint;
import org.eccexplorer.plot.ValueAxis;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;

/** Charts of accuracy against what it costs, with the CNN's own cost: there it breaks even. */
public final class CostCharts {
    /** The axis spans at most this many times its largest value. */
    private static final double LEAST_SHARE = 1e-5;

    private CostCharts() {}

    /** Accuracy against energy, with what the CNN takes. */
    public static Chart energy(List<RunState> shown, Accounting accounting, int t) {
        return energy(shown, lastOf(shown), accounting, t);
    }

    /**
     * The same.
     *
     * @param cnn what the runs are held against, once it is known
     */
    public static Chart energy(
            List<RunState> shown, Optional<CnnReference> cnn, Accounting accounting, int t) {
        return chart(new Price.Energy(accounting), shown, cnn, t);
    }

    /** Accuracy against the operations whose energy is counted, with the CNN's MACs. */
    public static Chart operations(List<RunState> shown, Accounting accounting, int t) {
        return operations(shown, lastOf(shown), accounting, t);
    }

    /**
     * The same.
     *
     * @param cnn what the runs are held against, once it is known
     */
    public static Chart operations(
            List<RunState> shown, Optional<CnnReference> cnn, Accounting accounting, int t) {
        return chart(new Price.Operations(accounting), shown, cnn, t);
    }

    /** The CNN on the images of the last run that has any. */
    private static Optional<CnnReference> lastOf(List<RunState> shown) {
        return shown.reversed().stream()
                .flatMap(run -> CnnReference.soFar(run).stream())
                .findFirst();
    }

    private static Chart chart(
            Price price, List<RunState> shown, Optional<CnnReference> cnn, int t) {
        List<Curve> curves = new ArrayList<>();
        Extents extents = Extents.of(shown);
        for (RunState state : shown) {
            state.snapshot()
                    .ifPresent(run -> curves.add(Curve.of(extents.name(state), state, run, price)));
        }
        List<Series> series = new ArrayList<>();
        curves.forEach(curve -> series.add(curve.line()));
        curves.forEach(curve -> series.add(curve.dot(t)));
        return new Chart.Lines(
                price.title(),
                extents.notes(subtitle(price, curves, t)),
                axis(price, curves),
                ValueAxis.shares(Texts.text("figures.accuracy.axis")),
                series,
                curves.isEmpty() ? List.of() : references(price, curves.getLast(), cnn),
                Double.NaN);
    }

    private static List<Reference> references(
            Price price, Curve curve, Optional<CnnReference> cnn) {
        List<Reference> references = new ArrayList<>();
        Accounting accounting = price.accounting();
        cnn.ifPresent(known ->
                references.add(
                        CnnWords.reference(
                                known, Sources.counted(Sources.cnn(known), accounting))));
        int images = Sources.of(curve.run()).images();
        references.add(
                new Reference(price.needed(curve.cnn()), curve.cnn(), true)
                        .from(
                                Texts.text("figures.cnn.alone"),
                                Sources.counted(SourceRun.ofImages(images), accounting)));
        return references;
    }

    private static Axis axis(Price price, List<Curve> curves) {
        double most = curves.stream().mapToDouble(Curve::most).max().orElse(0);
        double least = curves.stream().mapToDouble(Curve::least).min().orElse(0);
        return most > 0
                ? Axis.cost(price.axis(), Math.max(least, most * LEAST_SHARE), most)
                : Axis.linear(price.axis(), 1);
    }

    /** What the best run reaches at the CNN's cost. */
    private static String subtitle(Price price, List<Curve> curves, int at) {
        if (curves.isEmpty()) {
            return Texts.text("figures.cost.points");
        }
        Curve best = curves.getFirst();
        for (Curve curve : curves) {
            best = curve.atBreakEven() > best.atBreakEven() ? curve : best;
        }
        int t = best.breakEven();
        String reached =
                t == 0
                        ? price.unreached()
                        : price.reached(
                                best.run().name(), Numbers.percent(best.atBreakEven(), 1), t);
        boolean ended = curves.stream().allMatch(curve -> at >= curve.run().settings().timesteps());
        String counted = price.counted(best.run().snapshot().orElseThrow());
        return ended
                ? Texts.text("figures.cost.dotsAtEnd", reached, counted)
                : Texts.text("figures.cost.dots", reached, counted, at);
    }

    /**
     * Accuracy of a run over its cost.
     *
     * @param name in the legend
     * @param source what its values are of
     * @param known the timesteps that were evaluated
     * @param cost of an image up to each of these
     * @param accuracy after each of these, 0 to 1
     * @param cnn cost of an image in the CNN
     */
    private record Curve(
            String name,
            RunState run,
            SourceRun source,
            int[] known,
            double[] cost,
            double[] accuracy,
            double cnn) {

        static Curve of(String name, RunState state, RunSnapshot run, Price price) {
            int[] known = IntStream.rangeClosed(1, run.timesteps()).filter(run::isKnown).toArray();
            double[] cost = price.until(run);
            SourceRun source = Sources.counted(Sources.read(state), price.accounting());
            return new Curve(
                    name,
                    state,
                    source,
                    known,
                    Arrays.stream(known).mapToDouble(t -> cost[t - 1]).toArray(),
                    Arrays.stream(known).mapToDouble(run::accuracy).toArray(),
                    price.cnn(run));
        }

        Series line() {
            return Series.line(name, Tint.run(run.style()), cost, accuracy).from(source);
        }

        /** Where the run is at a timestep, or at its last. */
        Series dot(int t) {
            int at = 1;
            while (at < known.length && known[at] <= t) {
                at++;
            }
            return Series.dot(
                            Texts.text("figures.cost.at", run.name(), known[at - 1]),
                            Tint.run(run.style()),
                            cost[at - 1],
                            accuracy[at - 1])
                    .from(source);
        }

        double most() {
            return Math.max(cnn, cost[cost.length - 1]);
        }

        /** Before the first spike arrives there may be timesteps that cost nothing. */
        double least() {
            for (double value : cost) {
                if (value > 0) {
                    return Math.min(cnn, value);
                }
            }
            return cnn;
        }

        /** The last timestep that costs no more than the CNN; 0 if there is none. */
        int breakEven() {
            return affordable() == 0 ? 0 : known[affordable() - 1];
        }

        /** How many of the timesteps cost no more than the CNN. */
        private int affordable() {
            int count = 0;
            while (count < cost.length && cost[count] <= cnn) {
                count++;
            }
            return count;
        }

        /** The accuracy there; −1 if there is none. */
        double atBreakEven() {
            return affordable() == 0 ? -1 : accuracy[affordable() - 1];
        }
    }
}
