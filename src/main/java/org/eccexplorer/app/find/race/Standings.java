package org.eccexplorer.app.find.race;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import org.eccexplorer.app.find.query.Candidate;
import org.eccexplorer.app.find.query.Candidate.Machine;
import org.eccexplorer.app.find.query.Query;
import org.eccexplorer.app.find.trial.Point;
import org.eccexplorer.app.find.trial.Truth;

/** How the settings of a race stand to each other at one moment. */
final class Standings {
    /** Losses at which settings are compared beside the one allowed, in points. */
    private static final double[] LOSSES = {3, 8, 20};

    /** On few images one or two settings may lose little by chance. */
    private static final int FEW = 3;

    private final Query query;

    /** In the order in which they joined. */
    private final Map<Machine, List<Contender>> machines = new LinkedHashMap<>();

    private final Map<Candidate, List<Point>> points = new HashMap<>();

    /** Of those that were tried. */
    Standings(List<Contender> racing, Query query, Truth truth) {
        this.query = query;
        for (Contender contender : racing) {
            if (contender.trial().images() > 0) {
                points.put(contender.setting(), contender.points(truth, query.readsLate()));
                machines.computeIfAbsent(
                                contender.setting().machine(), machine -> new ArrayList<>())
                        .add(contender);
            }
        }
    }

    private List<Point> points(Contender contender) {
        return points.getOrDefault(contender.setting(), List.of());
    }

    private double cost(Point point) {
        return query.goal().of(point.costs());
    }

    /**
     * What an image costs at least where no more is expected to be lost; empty: it never comes
     * there.
     */
    private OptionalDouble cost(Contender contender, double loss) {
        return points(contender).stream()
                .filter(point -> point.loss().expected() <= loss)
                .mapToDouble(this::cost)
                .min();
    }

    /** Losses at which settings are compared, in turns: mostly the one allowed and half of it. */
    private List<Double> losses() {
        List<Double> losses = new ArrayList<>(List.of(query.within(), query.within() / 2));
        for (double more : LOSSES) {
            losses.add(query.within());
            losses.add(Math.max(more, query.within()));
        }
        return losses;
    }

    /** In turns the next cheapest at each loss, of each machine. */
    List<Contender> inTurns() {
        List<List<Contender>> orders = new ArrayList<>();
        for (double loss : losses()) {
            machines.values().forEach(own -> orders.add(byCost(own, loss)));
        }
        Set<Contender> turns = new LinkedHashSet<>();
        int[] next = new int[orders.size()];
        while (turns.size() < points.size()) {
            for (int o = 0; o < next.length; o++) {
                List<Contender> order = orders.get(o);
                while (next[o] < order.size() && turns.contains(order.get(next[o]))) {
                    next[o]++;
                }
                if (next[o] < order.size()) {
                    turns.add(order.get(next[o]));
                }
            }
        }
        return List.copyOf(turns);
    }

    private List<Contender> byCost(List<Contender> some, double loss) {
        Map<Contender, Double> costs = new HashMap<>();
        Map<Contender, Double> best = new HashMap<>();
        for (Contender one : some) {
            costs.put(one, cost(one, loss).orElse(Double.POSITIVE_INFINITY));
            best.put(one, points(one).stream().mapToDouble(Standings::loss).min().orElseThrow());
        }
        Comparator<Contender> cheaper = Comparator.comparing(costs::get);
        Comparator<Contender> better = Comparator.comparing(best::get);
        return some.stream().sorted(cheaper.thenComparing(better)).toList();
    }

    /**
     * The last timestep of each setting that costs no more than so many times what few of its
     * machine take to lose no more than is allowed; beyond the last that was tried as if each went
     * on to cost the same.
     */
    Map<Candidate, Integer> horizons(double dearer) {
        Map<Candidate, Integer> horizons = new LinkedHashMap<>();
        for (List<Contender> own : machines.values()) {
            double enough =
                    own.stream()
                            .mapToDouble(this::costOfEnough)
                            .sorted()
                            .skip(Math.min(FEW, own.size()) - 1)
                            .findFirst()
                            .orElseThrow();
            own.forEach(one -> horizons.put(one.setting(), horizon(one, enough * dearer)));
        }
        return horizons;
    }

    /**
     * What an image costs from where on no more than allowed is lost until the last timestep; maybe
     * infinite.
     */
    private double costOfEnough(Contender contender) {
        double cost = Double.POSITIVE_INFINITY;
        List<Point> own = points(contender);
        for (int i = own.size() - 1; i >= 0 && loss(own.get(i)) <= query.within(); i--) {
            cost = cost(own.get(i));
        }
        return cost;
    }

    private int horizon(Contender contender, double most) {
        List<Point> own = points(contender);
        Point last = own.getLast();
        if (cost(last) <= most) {
            double steps = last.timesteps() * most / cost(last);
            return (int) Math.min(query.mostTimesteps(), Math.ceil(steps));
        }
        long useful = own.stream().filter(point -> cost(point) <= most).count();
        return (int) Math.max(1, useful);
    }

    /** Those for each of whose timesteps another is no dearer and better with confidence. */
    List<Contender> beaten() {
        List<Contender> beaten = new ArrayList<>();
        for (List<Contender> own : machines.values()) {
            NavigableMap<Double, Double> sure = sure(own);
            for (Contender one : own) {
                boolean hopeful =
                        points(one).stream()
                                .anyMatch(point ->
                                        point.loss().least()
                                                <= sure.floorEntry(cost(point)).getValue());
                if (!hopeful) {
                    beaten.add(one);
                }
            }
        }
        return beaten;
    }

    /** The loss that is surely not exceeded at each cost. */
    private NavigableMap<Double, Double> sure(List<Contender> some) {
        NavigableMap<Double, Double> most = new TreeMap<>();
        for (Contender one : some) {
            for (Point point : points(one)) {
                most.merge(cost(point), point.loss().most(), Math::min);
            }
        }
        double best = Double.POSITIVE_INFINITY;
        for (Map.Entry<Double, Double> one : most.entrySet()) {
            best = Math.min(best, one.getValue());
            one.setValue(best);
        }
        return most;
    }

    private static double loss(Point point) {
        return point.loss().expected();
    }
}
