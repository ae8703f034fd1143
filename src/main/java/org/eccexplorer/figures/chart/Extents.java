package org.eccexplorer.figures.chart;

import java.util.List;
import org.eccexplorer.app.live.RunState;
import org.eccexplorer.measure.RunSnapshot;
import org.eccexplorer.measure.Schedule;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;

/** T and the number of images of the runs of a chart: said once where all share them. */
public final class Extents {
    private final List<RunState> runs;
    private final List<String> different;

    private Extents(List<RunState> runs, List<String> different) {
        this.runs = runs;
        this.different = different;
    }

    /** Of the runs that have images. */
    public static Extents of(List<RunState> shown) {
        List<RunState> runs = shown.stream().filter(run -> run.snapshot().isPresent()).toList();
        return new Extents(
                runs,
                runs.stream().map(run -> of(run.snapshot().orElseThrow())).distinct().toList());
    }

    /** Of one run. */
    public static Extents of(RunState run) {
        return of(List.of(run));
    }

    /** T and the images of a run; of a partial one also how many it was to have. */
    private static String of(RunSnapshot measured) {
        String steps = Numbers.count(measured.timesteps());
        String images = Numbers.count(measured.images());
        return measured.isComplete()
                ? Texts.text("figures.extent.whole", steps, images)
                : Texts.text(
                        "figures.extent.partial", steps, images, Numbers.count(measured.total()));
    }

    /** A run in a legend: with its own T and n where those of others differ. */
    String name(RunState run) {
        String name = plain(run);
        return different.size() < 2
                ? name
                : run.snapshot()
                        .map(done -> Texts.text("figures.extent.run", name, of(done)))
                        .orElse(name);
    }

    /** "ECC", or "ECC, closed form" where that was evaluated in place of a simulation. */
    private static String plain(RunState run) {
        boolean simulated =
                run.settings().schedule() == Schedule.SYNCHRONOUS
                        || run.snapshot().map(RunSnapshot::knowsEachTimestep).orElse(true);
        return simulated ? run.name() : Texts.text("figures.accuracy.closedForm", run.name());
    }

    /** Notes of a chart with what all of its runs share before them; one run is named there. */
    public String notes(String marks) {
        if (different.size() != 1) {
            return marks;
        }
        String shared = Texts.text("figures.extent.notes", different.getFirst(), marks);
        return runs.size() == 1
                ? Texts.text("figures.ofRun", plain(runs.getFirst()), shared)
                : shared;
    }
}
