package org.eccexplorer.app.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eccexplorer.app.open.Experiment;
import org.eccexplorer.app.run.Prepared;
import org.eccexplorer.app.run.RunJob;
import org.eccexplorer.app.run.Settings;
import org.eccexplorer.app.work.Cancellation;
import org.eccexplorer.convert.ConversionOptions;
import org.eccexplorer.convert.Neurons;
import org.eccexplorer.measure.RunSnapshot;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.sim.KernelChoice;

/**
 * Ratios of speeds that hardly depend on the machine or on what else it does: all ways to compute
 * take turns, and each is timed by what it took of the processor.
 */
public final class Speed {
    /** Rounds that count, behind one that warms up. */
    public static final int ROUNDS = 5;

    /** Of the quantised weights. */
    private static final long BITS = 8;

    /** A turn is done again until it has taken as long, since some clocks count by 10 ms. */
    private static final double SECONDS = 0.1;

    /** Of the frozen kernel: some tens of milliseconds. */
    private static final int REPETITIONS = 500;

    private static final String PLAIN = "eventDriven";
    private static final String DENSE = "dense";
    private static final String LEVELS = "int16";
    private static final String SIGNED = "signed";
    private static final String FROZEN = "frozen";

    private Speed() {}

    /**
     * One way to compute, round by round.
     *
     * @param additions in each round: synaptic operations, or weights that were added
     * @param seconds of each round
     * @param cpuSeconds that the process took of all cores in each round
     */
    public record Turns(List<Long> additions, List<Double> seconds, List<Double> cpuSeconds) {
        private Turns() {
            this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        }

        /** Additions per second of the processor, round by round. */
        public List<Double> speeds() {
            List<Double> speeds = new ArrayList<>();
            for (int i = 0; i < additions.size(); i++) {
                speeds.add(additions.get(i) / cpuSeconds.get(i));
            }
            return speeds;
        }
    }

    /** By the names that stand in docs/bench-json.md. */
    public record Result(Map<String, Turns> turns, List<Ratio> ratios) {}

    /** What makes additions, and says how many. */
    @FunctionalInterface
    private interface Way {
        long go() throws ProblemException;
    }

    /** Lets all take turns. */
    public static Result of(Experiment experiment, Settings settings) throws ProblemException {
        Map<String, Way> ways = new LinkedHashMap<>();
        ways.put(PLAIN, way(experiment, settings, KernelChoice.SPARSE));
        ways.put(DENSE, way(experiment, settings, KernelChoice.DENSE));
        ways.put(
                LEVELS,
                way(
                        experiment,
                        settings.with(ConversionOptions.WEIGHT_BITS, BITS),
                        KernelChoice.SPARSE));
        ways.put(
                SIGNED,
                way(
                        experiment,
                        settings.with(ConversionOptions.NEURONS, Neurons.SIGNED),
                        KernelChoice.SPARSE));
        FrozenKernel frozen = new FrozenKernel();
        ways.put(FROZEN, () -> frozen.run(REPETITIONS));
        Map<String, Turns> turns = new LinkedHashMap<>();
        for (Way way : ways.values()) {
            time(way, new Turns());
        }
        for (int round = 0; round < ROUNDS; round++) {
            for (Map.Entry<String, Way> way : ways.entrySet()) {
                time(way.getValue(), turns.computeIfAbsent(way.getKey(), name -> new Turns()));
            }
        }
        return new Result(
                turns,
                List.of(
                        ratio("eventDrivenToDense", turns, PLAIN, DENSE),
                        ratio("int16ToFloat32", turns, LEVELS, PLAIN),
                        ratio("signedToPlain", turns, SIGNED, PLAIN),
                        ratio("eventDrivenToFrozen", turns, PLAIN, FROZEN)));
    }

    private static Way way(Experiment experiment, Settings settings, KernelChoice choice)
            throws ProblemException {
        Prepared prepared =
                Prepared.of(
                        experiment.model(),
                        experiment.calibration(),
                        settings.withKernels(choice),
                        new Cancellation());
        RunJob job = new RunJob(prepared, experiment.test());
        return () -> {
            RunSnapshot run = job.run(tally -> {}, new Cancellation());
            return Math.round(run.cost().synOps() * run.images());
        };
    }

    private static void time(Way way, Turns turns) throws ProblemException {
        OperatingSystemMXBean process =
                (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long cpu = process.getProcessCpuTime();
        long start = System.nanoTime();
        long additions = 0;
        double taken;
        do {
            additions += way.go();
            taken = (process.getProcessCpuTime() - cpu) * 1e-9;
        } while (taken < SECONDS);
        turns.seconds().add((System.nanoTime() - start) * 1e-9);
        turns.cpuSeconds().add(taken);
        turns.additions().add(additions);
    }

    private static Ratio ratio(String name, Map<String, Turns> turns, String one, String other) {
        return Ratio.of(name, speeds(turns, one), speeds(turns, other));
    }

    private static List<Double> speeds(Map<String, Turns> turns, String name) {
        return Objects.requireNonNull(turns.get(name)).speeds();
    }
}
