package org.eccexplorer.app.find;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.eccexplorer.app.find.query.Query;
import org.eccexplorer.app.find.query.Space;
import org.eccexplorer.app.find.race.Contender;
import org.eccexplorer.app.find.race.Harvest;
import org.eccexplorer.app.find.race.Plan;
import org.eccexplorer.app.find.result.Found;
import org.eccexplorer.app.find.result.FoundPoint;
import org.eccexplorer.app.find.result.SearchView;
import org.eccexplorer.app.find.result.SearchView.Dot;
import org.eccexplorer.app.find.result.SearchView.Phase;
import org.eccexplorer.app.find.trial.Laboratory;
import org.eccexplorer.app.find.trial.Point;
import org.eccexplorer.app.find.trial.Split;
import org.eccexplorer.app.find.trial.Truth;

/** Tells how a search stands, now and then. */
final class Progress {
    private static final long EVERY = 120_000_000;

    /** Where settings are drawn, of all their timesteps. */
    private static final int[] SHOWN = {
        1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64, 96, 128, 192, 256
    };

    /** Share of the work that the race is. */
    private static final double RACE = 0.65;

    private final Query query;
    private final Plan plan;
    private final Split split;
    private final Truth truth;
    private final Consumer<SearchView> publish;
    private final long start;
    private final long planned;
    private long done;
    private long last;
    private List<Contender> contenders = List.of();

    /**
     * What stands in the chart of contenders; to work it out takes longer than to simulate some.
     */
    private Map<Contender, List<Dot>> drawn = Map.of();

    private Optional<Harvest> harvest = Optional.empty();
    private double share;

    Progress(
            Query query,
            Plan plan,
            Split split,
            Truth truth,
            Consumer<SearchView> publish,
            long start) {
        this.query = query;
        this.plan = plan;
        this.split = split;
        this.truth = truth;
        this.publish = publish;
        this.start = start;
        planned = planned();
    }

    /** Images in all rounds, each once for every setting that is tried on it. */
    private long planned() {
        long size = new Space(query.base(), query.axes()).size();
        long settings = Math.min(plan.first(), size);
        long images = settings * (plan.sounded() + images(0));
        for (int round = 0; round < plan.rounds(); round++) {
            if (round < plan.joining().length) {
                images += (long) plan.joining()[round] * (plan.sounded() + images(round));
            }
            if (round > 0) {
                long kept = Math.min(settings, plan.kept()[round - 1]);
                images += kept * (images(round) - images(round - 1));
            }
        }
        return images;
    }

    private int images(int round) {
        return plan.images(round, truth.right().length);
    }

    void tried(Laboratory.Order order, List<Contender> latest) {
        done += order.count();
        contenders = latest;
        share = RACE * Math.min(1, (double) done / planned);
        now(Phase.RACING, false);
    }

    void stands(List<Contender> all) {
        contenders = all;
        now(Phase.RACING, true);
    }

    void checking(Harvest brought) {
        harvest = Optional.of(brought);
        share = RACE;
        now(Phase.CHECKING, true);
    }

    void checked(int settings, int of, double part) {
        share = RACE + (1 - RACE) * (settings + part) / of;
        now(Phase.CHECKING, false);
    }

    SearchView ended(Found found) {
        share = 1;
        SearchView end = view(Phase.ENDED, Optional.of(found), System.nanoTime());
        publish.accept(end);
        return end;
    }

    Found.Counts counts(List<Contender> all) {
        int images = truth.right().length;
        int ruledOut = count(all, Contender.Standing.RULED_OUT);
        return new Found.Counts(
                all.size(),
                new Space(query.base(), query.axes()).size(),
                all.size() - ruledOut,
                ruledOut,
                count(all, Contender.Standing.GIVEN_UP),
                (int)
                        all.stream()
                                .filter(one -> one.races() && one.trial().images() == images)
                                .count(),
                split.fit().count(),
                images,
                truth.cnnRight(images),
                truth.labelled());
    }

    private static int count(List<Contender> all, Contender.Standing standing) {
        return (int) all.stream().filter(one -> one.standing() == standing).count();
    }

    private void now(Phase phase, boolean always) {
        long now = System.nanoTime();
        if (!always && now - last < EVERY) {
            return;
        }
        last = now;
        publish.accept(view(phase, Optional.empty(), now));
    }

    private SearchView view(Phase phase, Optional<Found> found, long now) {
        Found.Counts counts = counts(contenders);
        Harvest brought =
                harvest.orElseGet(() -> Harvest.of(contenders, query, truth, plan.checked()));
        return new SearchView(
                phase,
                dots(),
                counts,
                share,
                (now - start) * 1e-9,
                found.or(() -> Optional.of(unchecked(brought, counts))));
    }

    private static Found unchecked(Harvest harvest, Found.Counts counts) {
        return new Found(
                harvest.winner().map(Progress::unchecked),
                harvest.reached(),
                harvest.winners().stream().map(Progress::unchecked).toList(),
                harvest.front().stream().map(Progress::unchecked).toList(),
                Optional.empty(),
                counts,
                Found.End.STOPPED);
    }

    private static FoundPoint unchecked(Point point) {
        return new FoundPoint(point, Optional.empty());
    }

    private List<Dot> dots() {
        Map<Contender, List<Dot>> all = new LinkedHashMap<>();
        for (Contender one : contenders) {
            List<Dot> known = drawn.get(one);
            all.put(one, known == null ? dots(one) : known);
        }
        drawn = all;
        return all.values().stream().flatMap(List::stream).toList();
    }

    private List<Dot> dots(Contender one) {
        List<Point> points = one.points(truth, query.readsLate());
        return IntStream.of(SHOWN)
                .filter(t -> t <= points.size())
                .mapToObj(t -> new Dot(points.get(t - 1), one.races()))
                .toList();
    }
}
