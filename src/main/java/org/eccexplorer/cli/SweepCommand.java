package org.eccexplorer.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.eccexplorer.app.run.Pace;
import org.eccexplorer.app.run.Settings;
import org.eccexplorer.app.sweep.folder.Shard;
import org.eccexplorer.app.sweep.folder.Sweep;
import org.eccexplorer.app.sweep.plan.PlanReader;
import org.eccexplorer.app.sweep.plan.SweepPlan;
import org.eccexplorer.app.sweep.run.Engine;
import org.eccexplorer.app.sweep.run.EngineProvider;
import org.eccexplorer.app.sweep.run.Survey;
import org.eccexplorer.app.sweep.run.SweepEstimate;
import org.eccexplorer.app.sweep.run.ThreadEngine;
import org.eccexplorer.app.sweep.run.Workplace;
import org.eccexplorer.app.work.Cancellation;
import org.eccexplorer.cli.arguments.ConversionArguments;
import org.eccexplorer.cli.arguments.Interruption;
import org.eccexplorer.cli.arguments.SweepEnd;
import org.eccexplorer.cli.arguments.SweepProgress;
import org.eccexplorer.export.RunFiles;
import org.eccexplorer.files.ResultFolder;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs a plan of many runs. */
@Command(name = "sweep", mixinStandardHelpOptions = true, sortOptions = false)
final class SweepCommand implements Callable<Integer> {
    @Spec private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "PLAN", descriptionKey = "option.plan")
    private @Nullable Path plan;

    @Option(names = "--out", paramLabel = "DIR", descriptionKey = "option.sweepOut")
    private @Nullable Path out;

    @Option(names = "--shard", paramLabel = "i/N", descriptionKey = "option.shard")
    private @Nullable String shard;

    @Option(names = "--threads", paramLabel = "N", descriptionKey = "option.sweepThreads")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--master", paramLabel = "URL", descriptionKey = "option.master")
    private @Nullable String master;

    @Option(names = "--conf", paramLabel = "KEY=VALUE", descriptionKey = "option.conf")
    private Map<String, String> conf = new LinkedHashMap<>();

    @Option(names = "--no-spark", descriptionKey = "option.noSpark")
    private boolean noSpark;

    @Option(names = "--dry-run", descriptionKey = "option.dryRun")
    private boolean dryRun;

    @Option(names = "--force", descriptionKey = "option.sweepForce")
    private boolean force;

    @Mixin private SweepEnd end = new SweepEnd();

    @Override
    public Integer call() throws ProblemException {
        if (!Settings.THREADS.accepts((long) threads)) {
            throw ConversionArguments.usage(
                    "--threads",
                    ConversionArguments.itIs(Integer.toString(threads)),
                    Texts.text("cli.arguments.give", Settings.THREADS.range()));
        }
        Shard part = shard();
        Optional<EngineProvider> spark = spark();
        SweepPlan read = PlanReader.read(Objects.requireNonNull(plan));
        Workplace workplace = new Workplace();
        if (dryRun) {
            return Interruption.during(
                    err(), cancellation -> estimate(read, workplace, cancellation));
        }
        if (out == null) {
            throw ConversionArguments.usage(
                    "--out", ConversionArguments.itIs(""), Texts.text("cli.sweep.giveOut"));
        }
        Path folder = out;
        int code =
                Interruption.during(
                        err(),
                        cancellation -> {
                            try (ResultFolder _ = ResultFolder.claim(folder, RunFiles.RUN, force)) {
                                run(read, part, spark, workplace, cancellation);
                            }
                        });
        return code == 0 ? end.code() : code;
    }

    private Shard shard() throws ProblemException {
        if (shard == null) {
            return Shard.WHOLE;
        }
        Optional<Shard> part = Shard.of(shard);
        if (part.isEmpty()) {
            throw ConversionArguments.usage(
                    "--shard", ConversionArguments.itIs(shard), Texts.text("cli.sweep.writeShard"));
        }
        return part.get();
    }

    /** What runs the sweep unless threads of this process do. */
    private Optional<EngineProvider> spark() throws ProblemException {
        Optional<EngineProvider> found =
                noSpark || (shard != null && master == null)
                        ? Optional.empty()
                        : EngineProvider.find();
        if (master != null && found.isEmpty()) {
            throw ConversionArguments.usage(
                    "--master", Texts.text("cli.sweep.noSpark"), Texts.text("cli.sweep.getSpark"));
        }
        return found;
    }

    private void run(
            SweepPlan read,
            Shard part,
            Optional<EngineProvider> spark,
            Workplace workplace,
            Cancellation cancellation)
            throws ProblemException {
        Path folder = Objects.requireNonNull(out);
        Survey survey = survey(read, workplace, cancellation);
        Sweep sweep = new Sweep(read, survey, part, folder, force);
        try (Engine engine =
                spark.isPresent()
                        ? spark.get().engine(Optional.ofNullable(master), threads, conf)
                        : new ThreadEngine(threads, workplace)) {
            run(sweep, engine, folder, cancellation);
        }
    }

    private void run(Sweep sweep, Engine engine, Path folder, Cancellation cancellation)
            throws ProblemException {
        if (!end.isQuiet()) {
            err().println(
                            Texts.text(
                                    "cli.sweep.begins",
                                    Texts.counted("cli.runs", sweep.left()),
                                    engine.name()));
            if (sweep.before() > 0) {
                err().println(
                                Texts.text(
                                        "cli.sweep.resumes",
                                        Texts.counted("cli.runs", sweep.before())));
            }
        }
        SweepProgress progress = new SweepProgress(err(), end.isQuiet());
        long start = System.nanoTime();
        Sweep.End ended = sweep.run(engine, progress::update, cancellation);
        progress.end();
        end.show(out(), err(), ended, folder);
        if (!end.isQuiet() && sweep.left() > 0 && !cancellation.isRequested()) {
            double seconds = (System.nanoTime() - start) * 1e-9;
            out().println(
                            Texts.text(
                                    "cli.sweep.took",
                                    Texts.counted("cli.runs", sweep.left()),
                                    Pace.duration(seconds)));
        }
    }

    private Survey survey(SweepPlan read, Workplace workplace, Cancellation cancellation)
            throws ProblemException {
        Survey survey = Survey.of(read, workplace, cancellation);
        survey.found().stream()
                .flatMap(found -> found.failed().stream())
                .forEach(failure ->
                        err().println(
                                        Texts.text(
                                                "cli.warned",
                                                Texts.text(
                                                        "cli.sweep.cannotOpen",
                                                        failure.where(),
                                                        failure.what(),
                                                        failure.why()))));
        if (read.seeds().size() > 1 && !read.usesSeeds()) {
            err().println(Texts.text("cli.warned", Texts.text("cli.sweep.seedsIdle")));
        }
        return survey;
    }

    private void estimate(SweepPlan read, Workplace workplace, Cancellation cancellation)
            throws ProblemException {
        Survey survey = survey(read, workplace, cancellation);
        SweepEstimate estimate = SweepEstimate.of(read, survey, workplace, cancellation);
        out().println(
                        Texts.text(
                                "cli.sweep.size",
                                Texts.counted("cli.runs", estimate.tasks()),
                                Texts.counted("cli.images", estimate.images())));
        read.varied()
                .forEach((name, values) ->
                        out().println(
                                        Texts.text(
                                                "cli.sweep.varied",
                                                name,
                                                Numbers.count(values.size()),
                                                String.join(
                                                                ", ",
                                                                values.subList(
                                                                        0,
                                                                        Math.min(8, values.size())))
                                                        + (values.size() > 8 ? ", …" : ""))));
        out().println(
                        Texts.text(
                                "cli.sweep.memory",
                                Numbers.count((estimate.bytes() >> 20) + 1),
                                Numbers.count(((estimate.bytes() >> 20) + 1) * threads),
                                Numbers.count(threads),
                                Numbers.count(Runtime.getRuntime().maxMemory() >> 20)));
    }

    private PrintWriter out() {
        return Objects.requireNonNull(spec).commandLine().getOut();
    }

    private PrintWriter err() {
        return Objects.requireNonNull(spec).commandLine().getErr();
    }
}
