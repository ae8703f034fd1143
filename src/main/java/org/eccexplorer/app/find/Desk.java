package org.eccexplorer.app.find;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.eccexplorer.app.find.query.Candidate;
import org.eccexplorer.app.find.query.Query;
import org.eccexplorer.app.find.query.Space;
import org.eccexplorer.app.find.race.Contender;
import org.eccexplorer.app.find.race.Race;
import org.eccexplorer.app.find.result.Records;
import org.eccexplorer.app.find.trial.Laboratory;
import org.eccexplorer.app.find.trial.Point;
import org.eccexplorer.app.find.trial.Refused;
import org.eccexplorer.app.find.trial.Trial;
import org.eccexplorer.app.work.Cancellation;
import org.eccexplorer.problem.ProblemException;

/** Tries what nobody knows yet, keeps it, and tells how far it is. */
final class Desk implements Race.Work {
    private static final long KEEP_EVERY = 3_000_000_000L;

    private final Query query;
    private final Candidate start;
    private final Laboratory laboratory;
    private final Screen screen;
    private final Records records;
    private final Progress progress;
    private final Keeping keeping;
    private final Map<Candidate, Contender> latest = new LinkedHashMap<>();
    private long kept = System.nanoTime();

    /** Writes down what is known. */
    interface Keeping {
        void keep() throws ProblemException;
    }

    Desk(
            Query query,
            Laboratory laboratory,
            Screen screen,
            Records records,
            Progress progress,
            Keeping keeping) {
        this.query = query;
        start = new Space(query.base(), query.axes()).start();
        this.laboratory = laboratory;
        this.screen = screen;
        this.records = records;
        this.progress = progress;
        this.keeping = keeping;
    }

    /** All settings of the race, with all that is known of them. */
    synchronized List<Contender> latest() {
        return List.copyOf(latest.values());
    }

    @Override
    public Set<Candidate> passing(List<Candidate> settings, Cancellation cancellation)
            throws ProblemException {
        List<Candidate> unknown =
                settings.stream()
                        .filter(Screen::asks)
                        .filter(one -> records.screened(one).isEmpty())
                        .toList();
        List<Records.Screened> results = screen.of(unknown, cancellation);
        for (int i = 0; i < unknown.size(); i++) {
            records.add(unknown.get(i), results.get(i));
        }
        Set<Candidate> passing = new LinkedHashSet<>();
        for (Candidate one : settings) {
            boolean sure = one.equals(start) || !Screen.asks(one);
            if (sure || records.screened(one).filter(screen::passes).isPresent()) {
                passing.add(one);
            }
        }
        return passing;
    }

    @Override
    public List<Contender> tried(List<Contender> racing, int images, Cancellation cancellation)
            throws ProblemException {
        List<Laboratory.Order> orders = new ArrayList<>();
        for (Contender one : racing) {
            Laboratory.Order order = order(one, images);
            if (order.count() > 0 && known(order).isEmpty()) {
                orders.add(order);
            }
        }
        int[] next = new int[1];
        Map<Candidate, Contender> before = new LinkedHashMap<>();
        racing.forEach(one -> before.put(one.setting(), one));
        laboratory.run(
                orders,
                trial -> {
                    Laboratory.Order order = orders.get(next[0]++);
                    records.add(order.first(), trial);
                    Contender one = Objects.requireNonNull(before.get(trial.setting()));
                    show(one.with(one.trial().and(trial)));
                    progress.tried(order, latest());
                    keepNowAndThen();
                },
                cancellation);
        List<Contender> tried = new ArrayList<>();
        for (Contender one : racing) {
            Optional<Trial> more = known(order(one, images));
            tried.add(more.map(trial -> one.with(one.trial().and(trial))).orElse(one));
        }
        return tried;
    }

    /** Looks what settings give where images are answered early that were tried on all images. */
    void answerEarly(int images, Cancellation cancellation) throws ProblemException {
        for (Contender one : latest()) {
            if (!one.races() || one.setting().waits() || one.trial().images() < images) {
                continue;
            }
            Records.Early place =
                    new Records.Early(
                            one.setting(),
                            images,
                            one.trial().timesteps(),
                            query.goal(),
                            query.readsLate());
            Optional<List<Point>> known = records.early(place);
            List<Point> points =
                    known.isPresent()
                            ? known.get()
                            : laboratory
                                    .exits(place.setting(), images, place.timesteps(), cancellation)
                                    .points(query.goal(), query.readsLate());
            records.add(place, points);
            show(one.withEarly(points));
            progress.stands(latest());
        }
    }

    private static Laboratory.Order order(Contender one, int images) {
        int done = one.trial().images();
        return new Laboratory.Order(one.setting(), done, Math.max(0, images - done), one.horizon());
    }

    private Optional<Trial> known(Laboratory.Order order) {
        return records.trial(order.setting(), order.first(), order.count(), order.timesteps());
    }

    private synchronized void show(Contender contender) {
        latest.put(contender.setting(), contender);
    }

    /** Writing can wait; what goes wrong with it comes up when it is written at the end. */
    private void keepNowAndThen() {
        if (System.nanoTime() - kept > KEEP_EVERY) {
            kept = System.nanoTime();
            Refused.wrapped(() -> {
                keeping.keep();
                return kept;
            });
        }
    }

    @Override
    public void stands(List<Contender> contenders) {
        synchronized (this) {
            latest.clear();
            contenders.forEach(one -> latest.put(one.setting(), one));
        }
        progress.stands(contenders);
    }
}
