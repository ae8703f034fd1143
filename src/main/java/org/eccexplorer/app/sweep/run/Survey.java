package org.eccexplorer.app.sweep.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eccexplorer.app.sweep.plan.SweepPlan;
import org.eccexplorer.app.sweep.plan.SweepTask;
import org.eccexplorer.app.work.Cancellation;
import org.eccexplorer.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * What a plan's models and images are, before anything is run.
 *
 * @param found one for each place of the plan
 */
public record Survey(List<Found> found) {
    /** What stands for the contents of what could not be opened. */
    private static final Identity NOTHING = new Identity("", "", 0);

    /**
     * One place.
     *
     * @param failure why it could not be opened; null if it could
     */
    public record Found(Identity identity, @Nullable Failure failure) {
        /** Why it could not be opened. */
        public Optional<Failure> failed() {
            return Optional.ofNullable(failure);
        }
    }

    public Survey {
        found = List.copyOf(found);
    }

    /**
     * Opens all of them, one after the other.
     *
     * @throws ProblemException if none can be opened, with the reason of each
     */
    public static Survey of(SweepPlan plan, Workplace workplace, Cancellation cancellation)
            throws ProblemException {
        List<Found> found = new ArrayList<>();
        List<ProblemException> failures = new ArrayList<>();
        for (SweepPlan.Place place : plan.places()) {
            try {
                Workplace.Opened opened = workplace.open(place, cancellation);
                found.add(new Found(Identity.of(place.subject(), opened), null));
            } catch (ProblemException e) {
                failures.add(e);
                found.add(new Found(NOTHING, Failure.of(e.problems().getFirst())));
            }
        }
        if (failures.size() == plan.places().size()) {
            throw failures.getFirst();
        }
        return new Survey(found);
    }

    /** A run of the plan with its hash. */
    public PlannedTask planned(SweepPlan plan, int index) {
        SweepTask task = plan.task(index);
        Identity identity = found.get(task.place()).identity();
        return new PlannedTask(index, TaskHash.of(plan, task, identity), identity);
    }

    /** Images of all runs of a plan together. */
    public long images(SweepPlan plan) {
        long perSetting = found.stream().mapToLong(place -> place.identity().images()).sum();
        return perSetting * plan.settings().size() * plan.seeds().size();
    }
}
