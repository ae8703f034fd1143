package org.eccexplorer.cli.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.eccexplorer.app.bench.SoakLimit;
import org.eccexplorer.app.bench.SoakRow;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.problem.Reason;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.TextTable;
import org.eccexplorer.text.TextTable.Column;
import org.eccexplorer.text.Texts;
import org.eccexplorer.ui.offscreen.ExplorerSoak;

/** Uses the window at random for long, and says what it took and whether that stayed the same. */
final class SoakBench {
    private static final int BROKEN = 1;

    private static final TextTable TABLE =
            TextTable.of(
                    Column.numbers(Texts.text("cli.bench.minutes")),
                    Column.numbers(Texts.text("cli.bench.actions")),
                    Column.numbers(Texts.text("cli.bench.heap")),
                    Column.numbers(Texts.text("cli.bench.sweepThreads")),
                    Column.numbers(Texts.text("cli.bench.handles")),
                    Column.numbers(Texts.text("cli.bench.nodes")),
                    Column.numbers(Texts.text("cli.bench.longestFrame")),
                    Column.numbers(Texts.text("cli.bench.mostWork")),
                    Column.numbers(Texts.text("cli.bench.load")));

    private SoakBench() {}

    /** Gives the exit code: 1 where a limit is broken. */
    static int print(PrintWriter out, Duration length, long seed) throws ProblemException {
        List<SoakRow> rows = new ArrayList<>();
        out.println(TABLE.heading());
        out.flush();
        ExplorerSoak.End end;
        try {
            end =
                    ExplorerSoak.run(
                            length,
                            seed,
                            row -> {
                                rows.add(row);
                                out.println(line(row));
                                out.flush();
                            });
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.Kind.UNWRITABLE,
                    "--soak",
                    Texts.text("cli.bench.soakFiles"),
                    Reason.of(e),
                    Texts.text("files.choosePlace"));
        }
        out.println();
        end.wrong().ifPresent(what -> out.println(Texts.text("cli.bench.soakWrong", what)));
        if (!SoakLimit.canTell(rows)) {
            out.println(Texts.text("cli.bench.soakShort"));
            return BROKEN;
        }
        boolean kept = end.wrong().isEmpty();
        for (SoakLimit limit : SoakLimit.values()) {
            boolean keeps = limit.keeps(rows);
            kept &= keeps;
            if (!keeps) {
                out.println(Texts.text("cli.bench.soakBroken", Texts.name(limit)));
            }
        }
        out.println(end.slowest());
        if (kept) {
            out.println(Texts.text("cli.bench.soakKept"));
        }
        return kept ? 0 : BROKEN;
    }

    private static String line(SoakRow row) {
        return TABLE.line(
                Numbers.fixed(row.minutes(), 1),
                Numbers.count(row.actions()),
                Numbers.fixed(row.heap() * 1e-6, 1),
                Numbers.count(row.threads()),
                Numbers.count(row.handles()),
                Numbers.count(row.nodes()),
                Numbers.fixed(row.longestFrame(), 0),
                Numbers.fixed(row.mostWork(), 0),
                Numbers.fixed(
                        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(), 1));
    }
}
