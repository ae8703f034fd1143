package org.eccexplorer.figures.sweep;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.eccexplorer.app.sweep.results.SweepPoint;
import org.eccexplorer.app.sweep.results.SweepResults;
import org.eccexplorer.app.sweep.results.SweepRun;
import org.eccexplorer.measure.Interval;

/** The runs of a sweep at timesteps, and which of them nothing cheaper is better than. */
public final class SweepDots {
    private final SweepResults results;
    private final boolean labelled;

    public SweepDots(SweepResults results) {
        this.results = results;
        labelled = results.runs().stream().anyMatch(run -> Double.isFinite(run.last().accuracy()));
    }

    /** Whether images have labels; where none has, agreement with the CNN is what is shown. */
    public boolean isLabelled() {
        return labelled;
    }

    /** What can be looked at: all timesteps, the last ones, and each that has rows. */
    public List<At> choices() {
        List<At> choices = new ArrayList<>(List.of(new At.Every(), new At.Last()));
        TreeSet<Integer> steps = new TreeSet<>();
        results.runs().forEach(run -> run.points().forEach(point -> steps.add(point.t())));
        steps.forEach(t -> choices.add(new At.Step(t)));
        return choices;
    }

    /** All runs there, in the order of the plan; those without labels among others are left out. */
    public List<SweepDot> at(At at) {
        List<SweepDot> dots = new ArrayList<>();
        for (SweepRun run : results.runs()) {
            for (SweepPoint point : at.of(run)) {
                double score = labelled ? point.accuracy() : point.agreement();
                if (Double.isFinite(score)) {
                    dots.add(new SweepDot(run, point, score, interval(point)));
                }
            }
        }
        return dots;
    }

    private Interval interval(SweepPoint point) {
        return labelled
                ? new Interval(point.low(), point.high())
                : Interval.wilson(Math.round(point.agreement() * point.images()), point.images());
    }

    /** Those that are better than all that cost as much or less; the cheapest first. */
    public static List<SweepDot> front(List<SweepDot> dots, Cost cost) {
        List<SweepDot> front = new ArrayList<>();
        dots.stream()
                .filter(dot -> cost.of(dot.point()) > 0)
                .sorted(
                        Comparator.comparingDouble((SweepDot dot) -> cost.of(dot.point()))
                                .thenComparing(
                                        Comparator.comparingDouble(SweepDot::score).reversed()))
                .forEach(dot -> {
                    if (front.isEmpty() || dot.score() > front.getLast().score()) {
                        front.add(dot);
                    }
                });
        return front;
    }
}
