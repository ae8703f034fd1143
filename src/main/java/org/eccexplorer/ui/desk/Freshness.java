package org.eccexplorer.ui.desk;

import java.util.List;
import java.util.Optional;
import org.eccexplorer.app.live.RunState;
import org.eccexplorer.app.live.TraceRoom;
import org.eccexplorer.app.open.ViewedImage;
import org.eccexplorer.figures.words.RunWords;
import org.eccexplorer.text.Texts;
import org.eccexplorer.ui.chart.ChartView;
import org.eccexplorer.ui.state.Viewed;

/**
 * What is shown while new values are on their way: the old ones, dimmed and named as old, or
 * nothing but why there are none. Remembers what the values that are shown are of.
 */
public final class Freshness {
    /** Opacity of what is old. */
    public static final double OLD = 0.35;

    private String shown = "";

    /**
     * Whether the focused run has figures. If not, charts of it keep what they show while the run
     * may still get some, and show nothing else.
     */
    public boolean ofRun(Viewed viewed, ChartView... charts) {
        RunState focus = viewed.focus();
        String why = RunWords.whyEmpty(focus);
        if (why.isEmpty()) {
            shown = RunWords.choice(focus);
            return true;
        }
        put(focus.isActive(), why, charts);
        return false;
    }

    /** The same for charts of several runs. */
    public boolean ofRuns(Viewed viewed, ChartView... charts) {
        boolean some =
                viewed.shown().stream()
                        .anyMatch(run ->
                                run.snapshot().isPresent()
                                        || !run.closedForm().accuracy().isEmpty());
        if (!some) {
            put(viewed.focus().isActive(), RunWords.whyEmpty(viewed.focus()), charts);
        }
        return some;
    }

    /** The image's way through the focused run is known: what is shown from now on is of it. */
    public void ofImage(Viewed viewed) {
        shown = Texts.text("ui.desk.imageInRun", image(viewed.image()), viewed.focus().name());
    }

    /** It is not known: charts of it keep what they show, if it is on its way. */
    public void withoutImage(Viewed viewed, ChartView... charts) {
        put(isComing(viewed), why(viewed), charts);
    }

    private void put(boolean coming, String why, ChartView... charts) {
        for (ChartView chart : List.of(charts)) {
            if (coming && !shown.isEmpty()) {
                chart.keep(Texts.text("ui.desk.old", shown, why));
            } else {
                chart.withhold(why);
            }
        }
        if (!coming) {
            shown = "";
        }
    }

    /** What the old values are of, if there are any. */
    public Optional<String> old() {
        return shown.isEmpty() ? Optional.empty() : Optional.of(shown);
    }

    /** Whether the image's way through the focused run will be known. */
    public static boolean isComing(Viewed viewed) {
        return viewed.focus()
                .prepared()
                .map(TraceRoom.ofHeap()::fits)
                .orElse(viewed.focus().isActive());
    }

    /** Why it is not known. */
    public static String why(Viewed viewed) {
        return why(viewed.focus(), viewed.image());
    }

    /** Why the way of an image through a run is not known. */
    public static String why(RunState run, ViewedImage image) {
        if (run.prepared().isPresent()) {
            return TraceRoom.ofHeap()
                    .refusal(run.prepared().get())
                    .orElseGet(() -> Texts.text("ui.desk.imageOnItsWay", image(image), run.name()));
        }
        String why = RunWords.whyEmpty(run);
        return why.isEmpty() ? Texts.text("ui.desk.noNetwork", run.name()) : why;
    }

    private static String image(ViewedImage image) {
        return image.index() == ViewedImage.OWN
                ? Texts.text("ui.desk.ownImage")
                : Texts.text("ui.desk.numberedImage", image.index());
    }
}
