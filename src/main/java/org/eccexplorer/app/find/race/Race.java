package org.eccexplorer.app.find.race;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.eccexplorer.app.find.query.Candidate;
import org.eccexplorer.app.find.query.Query;
import org.eccexplorer.app.find.query.Space;
import org.eccexplorer.app.find.trial.Truth;
import org.eccexplorer.app.work.Cancellation;
import org.eccexplorer.problem.ProblemException;

/**
 * Successive halving by {@link Plan}. All settings are tried on a few images, the better ones on
 * more. In turns those go on that are cheapest at the loss that is allowed, at none, and at larger
 * ones, so that the front is found along with the winner. A setting is given up as soon as others
 * are better with confidence at each of its timesteps, whatever place it has.
 */
public final class Race {
    /** How much dearer than what takes to lose nothing a timestep may be, and be of use. */
    private static final double[] DEARER = {3, 2.2, 1.7, 1.4};

    /** The same, after few images and timesteps. */
    private static final double SOUNDED_DEARER = 4;

    private final Query query;
    private final Plan plan;
    private final Space space;
    private final Truth truth;
    private final Work work;
    private final Map<Candidate, Contender> contenders = new LinkedHashMap<>();

    /** What tries settings, or knows what they gave. */
    public interface Work {
        /** The settings that the closed form does not rule out. */
        Set<Candidate> passing(List<Candidate> settings, Cancellation cancellation)
                throws ProblemException;

        /** Each setting tried on the first images, up to its horizon. */
        List<Contender> tried(List<Contender> racing, int images, Cancellation cancellation)
                throws ProblemException;

        /** Is told how the race stands. */
        void stands(List<Contender> contenders);
    }

    public Race(Query query, Plan plan, Space space, Truth truth, Work work) {
        this.query = query;
        this.plan = plan;
        this.space = space;
        this.truth = truth;
        this.work = work;
    }

    /** All that joined, as they stand. */
    List<Contender> contenders() {
        return List.copyOf(contenders.values());
    }

    /** To the end. When it is cancelled what is known stays. */
    public void run(Cancellation cancellation) throws ProblemException {
        join(space.first(plan.first(), query.seed()), cancellation);
        for (int round = 0; round < plan.rounds(); round++) {
            tried(round, cancellation);
            if (round < plan.joining().length) {
                join(near(plan.joining()[round]), cancellation);
                tried(round, cancellation);
            }
            giveUp(standings().beaten());
            if (round < plan.kept().length) {
                List<Contender> order = standings().inTurns();
                giveUp(order.subList(Math.min(plan.kept()[round], order.size()), order.size()));
            }
            work.stands(contenders());
        }
    }

    private void join(List<Candidate> settings, Cancellation cancellation) throws ProblemException {
        Set<Candidate> passing = work.passing(settings, cancellation);
        for (Candidate setting : settings) {
            Contender at = Contender.at(setting, query.mostTimesteps());
            boolean passes = passing.contains(setting);
            contenders.put(setting, passes ? at : at.in(Contender.Standing.RULED_OUT));
        }
        work.stands(contenders());
        sound(cancellation);
    }

    /** Tries new settings for a few timesteps, which tells how many will be of use. */
    private void sound(Cancellation cancellation) throws ProblemException {
        List<Contender> fresh =
                racing().stream()
                        .filter(one -> one.trial().images() == 0)
                        .map(one -> one.until(plan.soundedTimesteps()))
                        .toList();
        int images = Math.min(plan.sounded(), truth.right().length);
        List<Contender> all = new ArrayList<>(work.tried(fresh, images, cancellation));
        List<Contender> before = racing().stream().filter(one -> one.trial().images() > 0).toList();
        all.addAll(before);
        Map<Candidate, Integer> horizons =
                new Standings(all, query, truth).horizons(SOUNDED_DEARER);
        for (Contender one : fresh) {
            int horizon = Objects.requireNonNull(horizons.get(one.setting()));
            contenders.put(one.setting(), Contender.at(one.setting(), horizon));
        }
    }

    private void tried(int round, Cancellation cancellation) throws ProblemException {
        int images = plan.images(round, truth.right().length);
        for (Contender tried : work.tried(racing(), images, cancellation)) {
            contenders.put(tried.setting(), tried);
        }
        standings()
                .horizons(DEARER[Math.min(round, DEARER.length - 1)])
                .forEach((setting, last) ->
                        contenders.computeIfPresent(setting, (same, one) -> one.until(last)));
        work.stands(contenders());
    }

    private List<Contender> racing() {
        return contenders.values().stream().filter(Contender::races).toList();
    }

    private Standings standings() {
        return new Standings(racing(), query, truth);
    }

    private void giveUp(List<Contender> some) {
        some.forEach(one -> contenders.put(one.setting(), one.in(Contender.Standing.GIVEN_UP)));
    }

    /** Settings near the best that nobody tried yet, one of each in turns. */
    private List<Candidate> near(int most) {
        List<List<Candidate>> of =
                standings().inTurns().stream()
                        .limit(plan.parents())
                        .map(contender -> space.neighbours(contender.setting()))
                        .toList();
        Set<Candidate> found = new LinkedHashSet<>();
        int longest = of.stream().mapToInt(List::size).max().orElse(0);
        int costly = 0;
        for (int i = 0; i < longest; i++) {
            for (List<Candidate> neighbours : of) {
                if (i >= neighbours.size()
                        || found.size() == most
                        || contenders.containsKey(neighbours.get(i))) {
                    continue;
                }
                boolean dear = space.isCostly(neighbours.get(i));
                if (!dear || costly < plan.costly()) {
                    boolean fresh = found.add(neighbours.get(i));
                    costly += dear && fresh ? 1 : 0;
                }
            }
        }
        return List.copyOf(found);
    }
}
