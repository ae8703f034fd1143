package org.eccexplorer.app.find.race;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eccexplorer.app.find.query.Candidate;
import org.eccexplorer.app.find.query.Candidate.Machine;
import org.eccexplorer.app.find.query.Query;
import org.eccexplorer.app.find.trial.Point;
import org.eccexplorer.app.find.trial.Truth;

/**
 * What a race brings in: the cheapest setting that loses no more than allowed, and the front, of
 * those that were tried on all images to choose on.
 *
 * @param winner the cheapest of the winners that lose no more than allowed, else the best
 * @param winners one of each machine
 * @param front by rising cost, of each machine
 */
public record Harvest(
        Optional<Point> winner, boolean reached, List<Point> winners, List<Point> front) {
    /** Of the front of a machine at most so many are shown and checked. */
    private static final int FRONT = 6;

    /** What answers fewer images rightly than this share of those of the CNN is of no use. */
    private static final double USEFUL = 0.7;

    /**
     * Of those that were tried on most images.
     *
     * @param most settings that stand on the front, at most
     */
    public static Harvest of(List<Contender> contenders, Query query, Truth truth, int most) {
        int images =
                contenders.stream()
                        .filter(Contender::races)
                        .mapToInt(one -> one.trial().images())
                        .max()
                        .orElse(0);
        int cnn = truth.cnnRight(images);
        Map<Machine, List<Point>> machines = new LinkedHashMap<>();
        for (Contender one : contenders) {
            if (images > 0 && one.races() && one.trial().images() == images) {
                List<Point> own =
                        machines.computeIfAbsent(
                                one.setting().machine(), machine -> new ArrayList<>());
                own.addAll(one.points(truth, query.readsLate()));
                own.addAll(one.early());
            }
        }
        Comparator<Point> cheaper =
                Comparator.comparingDouble(point -> query.goal().of(point.costs()));
        Comparator<Point> better = Comparator.comparingDouble(Harvest::loss);
        List<Point> winners = new ArrayList<>();
        List<Point> front = new ArrayList<>();
        for (List<Point> points : machines.values()) {
            Point best = cheapest(points, query);
            winners.add(best);
            List<Point> useful =
                    new ArrayList<>(
                            Front.of(
                                            points,
                                            point -> query.goal().of(point.costs()),
                                            point -> -loss(point))
                                    .stream()
                                    .filter(point -> point.right() >= USEFUL * cnn)
                                    .toList());
            front.addAll(Front.thinned(useful, FRONT, point -> -loss(point), List.of(best)));
        }
        winners.sort(
                Comparator.comparing((Point point) -> loss(point) > query.within())
                        .thenComparing(cheaper)
                        .thenComparing(better));
        front.sort(cheaper.thenComparing(better));
        Optional<Point> winner = winners.stream().findFirst();
        return new Harvest(
                winner,
                winner.filter(point -> loss(point) <= query.within()).isPresent(),
                List.copyOf(winners),
                ofFewSettings(front, winners, most));
    }

    /** The cheapest that surely loses no more than allowed, else the one that loses least. */
    private static Point cheapest(List<Point> points, Query query) {
        Comparator<Point> cheaper =
                Comparator.comparingDouble(point -> query.goal().of(point.costs()));
        Comparator<Point> better = Comparator.comparingDouble(Harvest::loss);
        return points.stream()
                .filter(point -> point.loss().most() <= query.within())
                .min(cheaper.thenComparing(better))
                .or(() -> points.stream().min(better.thenComparing(cheaper)))
                .orElseThrow();
    }

    private static double loss(Point point) {
        return point.loss().expected();
    }

    /** Those of the winners' settings, and of those that have the most points. */
    private static List<Point> ofFewSettings(List<Point> front, List<Point> winners, int most) {
        Map<Candidate, Long> points = new LinkedHashMap<>();
        winners.forEach(winner -> points.put(winner.setting(), Long.MAX_VALUE / 2));
        front.forEach(point -> points.merge(point.setting(), 1L, Long::sum));
        Set<Candidate> settings =
                points.entrySet().stream()
                        .sorted(Map.Entry.<Candidate, Long>comparingByValue().reversed())
                        .limit(Math.max(most, winners.size()))
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toSet());
        return front.stream().filter(point -> settings.contains(point.setting())).toList();
    }

    /** All points, the winners first, each once. */
    public List<Point> points() {
        List<Point> all = new ArrayList<>(winners);
        front.stream().filter(point -> !all.contains(point)).forEach(all::add);
        return all;
    }
}
