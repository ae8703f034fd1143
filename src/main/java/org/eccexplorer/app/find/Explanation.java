package org.eccexplorer.app.find;

import java.util.ArrayList;
import java.util.List;
import org.eccexplorer.app.find.query.Axes;
import org.eccexplorer.app.find.query.Axis;
import org.eccexplorer.app.find.query.Candidate;
import org.eccexplorer.app.find.query.Query;
import org.eccexplorer.app.find.trial.Laboratory;
import org.eccexplorer.app.find.trial.Point;
import org.eccexplorer.app.find.trial.Split;
import org.eccexplorer.app.find.trial.Starts;
import org.eccexplorer.app.find.trial.Trial;
import org.eccexplorer.app.find.trial.Truth;
import org.eccexplorer.app.open.Experiment;
import org.eccexplorer.app.run.Settings;
import org.eccexplorer.app.work.Cancellation;
import org.eccexplorer.option.Option;
import org.eccexplorer.problem.ProblemException;

/**
 * Leaves out one part of a setting after the other, on the images to choose on, so that the test
 * images stay unused.
 */
public final class Explanation {
    private Explanation() {}

    /** What each part buys that is not as in the paper; empty for ECC as in the paper. */
    public static List<Without> of(
            Experiment experiment, Query query, Point point, Cancellation cancellation)
            throws ProblemException {
        Split drawn = Split.of(experiment, query.seed());
        Truth truth =
                Truth.of(experiment.model().cnn(), drawn.choose(), query.threads(), cancellation);
        int[] order = truth.nearFirst();
        Split split = drawn.chosen(order);
        truth = truth.chosen(order);
        Settings settings = Settings.standard().with(query.base()).withThreads(query.threads());
        Laboratory laboratory = new Laboratory(experiment.model(), split, query, settings, truth);
        List<Axis> axes = new ArrayList<>();
        List<Laboratory.Order> orders = new ArrayList<>();
        orders.add(order(point.setting(), point, split));
        for (Axis axis : query.axes()) {
            Candidate other = without(axis, query, point.setting());
            if (!other.equals(point.setting())) {
                axes.add(axis);
                orders.add(order(other, point, split));
            }
        }
        List<Trial> trials = new ArrayList<>();
        laboratory.run(orders, trials::add, cancellation);
        List<Point> points = new ArrayList<>();
        for (Trial trial : trials) {
            points.add(
                    point.reading().endsEarly()
                            ? early(laboratory, trial, point, cancellation)
                            : at(trial, point, truth));
        }
        List<Without> parts = new ArrayList<>();
        for (int i = 0; i < axes.size(); i++) {
            parts.add(new Without(axes.get(i), points.getFirst(), points.get(i + 1)));
        }
        if (point.reading().endsEarly()) {
            Point atEnd = at(trials.getFirst(), point, truth);
            parts.add(new Without(Axes.EXIT, points.getFirst(), atEnd));
        }
        return parts;
    }

    private static Point early(
            Laboratory laboratory, Trial trial, Point point, Cancellation cancellation)
            throws ProblemException {
        int t = point.timesteps();
        return laboratory
                .exits(trial.setting(), trial.images(), t, cancellation)
                .at(t, point.reading());
    }

    /** The setting with what the axis sets as it was at the start. */
    private static Candidate without(Axis axis, Query query, Candidate setting) {
        Candidate other = setting;
        for (Option<?> option : axis.options()) {
            other = other.taking(option, Candidate.free(query.base()));
        }
        return other.effective();
    }

    private static Laboratory.Order order(Candidate setting, Point point, Split split) {
        return new Laboratory.Order(setting, 0, split.choose().count(), point.timesteps());
    }

    /** Read from where the point is read. */
    private static Point at(Trial trial, Point point, Truth truth) {
        int t = point.timesteps();
        return trial.point(Starts.number(point.readFrom(), t), t, truth);
    }
}
