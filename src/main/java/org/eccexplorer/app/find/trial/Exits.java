package org.eccexplorer.app.find.trial;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.eccexplorer.app.find.query.Candidate;
import org.eccexplorer.app.find.query.Goal;
import org.eccexplorer.measure.votes.EarlyAnswers;
import org.eccexplorer.measure.votes.ReadVotes;
import org.eccexplorer.measure.votes.Reading;
import org.eccexplorer.measure.votes.ReadingChoice;
import org.eccexplorer.measure.votes.StoredVotes;

/**
 * What a setting gives where images are answered early, read from votes that are there: when an
 * image is answered is decided on those to fit on, what that costs and loses is counted on those to
 * choose on.
 */
public final class Exits {
    /** Every T up to this one is tried as the last, beyond it those that differ by a quarter. */
    private static final int EACH = 8;

    private final Candidate setting;
    private final StoredVotes fitted;
    private final StoredVotes chosen;
    private final Truth truth;
    private final Goal.Energy energy;

    /**
     * From votes of the same timesteps.
     *
     * @param fitted of images to fit on
     * @param chosen of images to choose on
     * @param truth of the latter
     */
    Exits(
            Candidate setting,
            StoredVotes fitted,
            StoredVotes chosen,
            Truth truth,
            Goal.Energy energy) {
        this.setting = setting;
        this.fitted = fitted;
        this.chosen = chosen;
        this.truth = truth;
        this.energy = energy;
    }

    /**
     * For some T, t₀ and ε those of which nothing cheaper is expected to lose less, or to lose less
     * at most.
     *
     * @param late whether the class may be read from later timesteps than the first
     */
    public List<Point> points(Goal goal, boolean late) {
        List<Point> all = new ArrayList<>();
        for (int t = 2; t <= chosen.timesteps(); t += step(t)) {
            Exits shorter = until(t);
            for (int start : late ? Starts.before(t) : Starts.before(1)) {
                for (double epsilon : ReadingChoice.EPSILONS) {
                    ReadingChoice reading =
                            ReadingChoice.PLAIN.withFrom(start).withEpsilon(epsilon);
                    if (reading.endsEarly()) {
                        shorter.at(reading).ifPresent(all::add);
                    }
                }
            }
        }
        return useful(all, goal);
    }

    private static int step(int t) {
        return t < EACH ? 1 : Integer.highestOneBit(t) / 4;
    }

    private static List<Point> useful(List<Point> all, Goal goal) {
        List<Point> useful = new ArrayList<>();
        double expected = Double.POSITIVE_INFINITY;
        double most = Double.POSITIVE_INFINITY;
        List<Point> cheapFirst =
                all.stream()
                        .sorted(Comparator.comparingDouble((Point point) -> goal.of(point.costs())))
                        .toList();
        for (Point point : cheapFirst) {
            if (point.loss().expected() < expected || point.loss().most() < most) {
                useful.add(point);
                expected = Math.min(expected, point.loss().expected());
                most = Math.min(most, point.loss().most());
            }
        }
        return useful;
    }

    /** The setting at a T, read like that. */
    public Point at(int t, ReadingChoice reading) {
        return until(t).point(reading);
    }

    private Exits until(int t) {
        return new Exits(setting, fitted.until(t), chosen.until(t), truth, energy);
    }

    /** At the last T; empty if no image is answered before. */
    private Optional<Point> at(ReadingChoice reading) {
        Point point = point(reading);
        return Optional.of(point).filter(one -> one.costs().timesteps() < one.timesteps());
    }

    private Point point(ReadingChoice choice) {
        int last = chosen.timesteps();
        Reading reading = choice.decided(fitted);
        ReadVotes read = ReadVotes.of(chosen, reading);
        EarlyAnswers early = read.early().orElseThrow();
        int right = read.right()[last - 1];
        return new Point(
                setting,
                last,
                choice,
                right,
                chosen.images().size(),
                truth.loss(scatter(reading, early), right, chosen.images().size()),
                Goal.Costs.of(early, energy));
    }

    /**
     * How leads scatter at the answers of images that are near to a tie: per timestep that was
     * read, since outputs grow from step to step.
     */
    private Scatter scatter(Reading reading, EarlyAnswers early) {
        return IntStream.range(0, chosen.images().size())
                .filter(truth::isNear)
                .boxed()
                .reduce(
                        Scatter.NONE,
                        (sum, image) -> {
                            int exit = early.exits()[image];
                            double[] gathered = chosen.gathered(image, reading, exit);
                            double lead = Lead.of(gathered, truth.of(image));
                            int steps = exit - reading.before(exit);
                            return sum.and(truth.leads()[image], lead / steps);
                        },
                        Scatter::and);
    }
}
