package org.eccexplorer.cli.bench;

import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eccexplorer.app.bench.RandomVgg16;
import org.eccexplorer.app.open.Experiment;
import org.eccexplorer.app.run.Prepared;
import org.eccexplorer.app.run.RunJob;
import org.eccexplorer.app.run.Settings;
import org.eccexplorer.app.work.Cancellation;
import org.eccexplorer.measure.RunSnapshot;
import org.eccexplorer.plot.Axis;
import org.eccexplorer.plot.Chart;
import org.eccexplorer.plot.Series;
import org.eccexplorer.plot.Tint;
import org.eccexplorer.plot.ValueAxis;
import org.eccexplorer.plot.file.ChartFile;
import org.eccexplorer.plot.file.FigureStyle;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.sim.KernelChoice;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.TextTable;
import org.eccexplorer.text.TextTable.Column;
import org.eccexplorer.text.Texts;

/** How time and memory of the simulation grow: one thing varied, all others as in the middle. */
final class SweepBench {
    private static final int IMAGES = 32;
    private static final int TIMESTEPS = 256;
    private static final int WIDTH = 16;
    private static final double RATE = 0.05;

    private static final TextTable TABLE =
            TextTable.of(
                    Column.words(Texts.text("cli.bench.varied")).atLeast(8),
                    Column.numbers(Texts.text("cli.bench.value")).atLeast(6),
                    Column.words(Texts.text("cli.bench.kernels")).atLeast(12),
                    Column.numbers(Texts.text("cli.bench.seconds")).atLeast(9),
                    Column.numbers(Texts.text("cli.bench.nanoseconds")),
                    Column.numbers(Texts.text("cli.bench.meanRate")),
                    Column.numbers(Texts.text("cli.bench.heap")));

    private final PrintWriter out;
    private final Settings settings;
    private final List<Series> lines = new ArrayList<>();

    private SweepBench(PrintWriter out, Settings settings) {
        this.out = out;
        this.settings = settings;
    }

    /** One measurement. */
    private record Point(double seconds, double synOps, double rate, double megabytes) {}

    /** Measures, prints a table and draws time against what was varied, both relative. */
    static void print(PrintWriter out, Settings settings, Path chart) throws ProblemException {
        new SweepBench(out, settings).run(chart);
    }

    private void run(Path chart) throws ProblemException {
        out.println(
                Texts.text(
                        "cli.bench.sweepHeading",
                        Numbers.count(WIDTH),
                        Texts.counted("cli.images", IMAGES),
                        Numbers.count(TIMESTEPS),
                        Numbers.fixed(RATE, 2),
                        Texts.counted("cli.bench.threads", settings.threads())));
        out.println();
        out.println(TABLE.heading());
        Experiment middle = RandomVgg16.at(RATE, IMAGES, WIDTH, settings);
        measure(middle, settings);
        List<Point> points = new ArrayList<>();
        for (int timesteps : new int[] {32, 64, 128, 256, 512}) {
            Settings longer = settings.withTimesteps(timesteps);
            points.add(row(timesteps(), timesteps, middle, longer));
        }
        line(timesteps(), new double[] {32, 64, 128, 256, 512}, TIMESTEPS, points);
        points.clear();
        for (int images : new int[] {8, 16, 32, 64}) {
            Experiment more = RandomVgg16.at(RATE, images, WIDTH, settings);
            points.add(row(images(), images, more, settings));
        }
        line(images(), new double[] {8, 16, 32, 64}, IMAGES, points);
        points.clear();
        double[] rates = {0.0125, 0.025, 0.05, 0.1, 0.2, 0.4};
        for (double rate : rates) {
            Experiment brighter = RandomVgg16.at(rate, IMAGES, WIDTH, settings);
            for (KernelChoice choice : KernelChoice.values()) {
                Point point = row(rate(), rate, brighter, with(choice, settings.threads()));
                if (choice == KernelChoice.BY_RATE) {
                    points.add(point);
                }
            }
        }
        line(rate(), rates, RATE, points);
        points.clear();
        for (int width : new int[] {8, 16, 32, 64}) {
            points.add(
                    row(width(), width, RandomVgg16.at(RATE, IMAGES, width, settings), settings));
        }
        line(width(), new double[] {8, 16, 32, 64}, WIDTH, points);
        for (int threads = 1; threads <= settings.threads(); threads *= 2) {
            row(
                    Texts.text("cli.bench.sweepThreads"),
                    threads,
                    middle,
                    with(KernelChoice.BY_RATE, threads));
        }
        draw(chart);
    }

    private static String timesteps() {
        return Texts.text("cli.bench.sweepTimesteps");
    }

    private static String images() {
        return Texts.text("cli.bench.sweepImages");
    }

    private static String rate() {
        return Texts.text("cli.bench.sweepRate");
    }

    private static String width() {
        return Texts.text("cli.bench.sweepWidth");
    }

    private Settings with(KernelChoice choice, int threads) {
        return settings.withKernels(choice).withThreads(threads);
    }

    private Point row(String what, double value, Experiment experiment, Settings with)
            throws ProblemException {
        Point point = measure(experiment, with);
        out.println(
                TABLE.line(
                        what,
                        Numbers.upTo(value, 4),
                        Texts.name(with.kernels()),
                        Numbers.fixed(point.seconds(), 3),
                        Numbers.fixed(point.seconds() * 1e9 / point.synOps(), 3),
                        Numbers.fixed(point.rate(), 4),
                        Numbers.fixed(point.megabytes(), 0)));
        out.flush();
        return point;
    }

    /** The best of two. */
    private static Point measure(Experiment experiment, Settings with) throws ProblemException {
        Cancellation never = new Cancellation();
        Prepared prepared = Prepared.of(experiment.model(), experiment.calibration(), with, never);
        Point best = new Point(Double.POSITIVE_INFINITY, 1, 0, 0);
        for (int i = 0; i < 2; i++) {
            resetPeaks();
            long start = System.nanoTime();
            RunSnapshot run = new RunJob(prepared, experiment.test()).run(tally -> {}, never);
            double seconds = (System.nanoTime() - start) * 1e-9;
            if (seconds < best.seconds()) {
                double synOps = run.cost().synOps() * run.images();
                best = new Point(seconds, synOps, run.meanRate(), peak());
            }
        }
        return best;
    }

    private static List<MemoryPoolMXBean> heap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
    }

    private static void resetPeaks() {
        System.gc();
        heap().forEach(MemoryPoolMXBean::resetPeakUsage);
    }

    private static double peak() {
        return heap().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum() * 1e-6;
    }

    /** Time relative to that of the middle value, against the value relative to the middle one. */
    private void line(String name, double[] values, double middle, List<Point> points) {
        double unit = 1;
        for (int i = 0; i < values.length; i++) {
            unit = values[i] == middle ? points.get(i).seconds() : unit;
        }
        double[] x = new double[values.length];
        double[] y = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            x[i] = values[i] / middle;
            y[i] = points.get(i).seconds() / unit;
        }
        lines.add(Series.line(name, Tint.run(lines.size()), x, y));
    }

    private void draw(Path file) throws ProblemException {
        double most =
                lines.stream().mapToDouble(line -> line.x()[line.x().length - 1]).max().orElse(1);
        Chart chart =
                new Chart.Lines(
                        Texts.text("cli.bench.chartTitle"),
                        Texts.text(
                                "cli.bench.chartSubtitle",
                                Numbers.count(TIMESTEPS),
                                Texts.counted("cli.images", IMAGES),
                                Numbers.fixed(RATE, 2),
                                Numbers.count(WIDTH)),
                        Axis.linear(Texts.text("cli.bench.chartAxis"), most),
                        ValueAxis.fromZero(Texts.text("cli.bench.chartValues")),
                        lines,
                        List.of(),
                        Double.NaN);
        ChartFile.write(file, chart, FigureStyle.STANDARD);
    }
}
