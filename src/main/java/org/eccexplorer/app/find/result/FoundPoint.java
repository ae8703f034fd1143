package org.eccexplorer.app.find.result;

import java.util.Optional;
import org.eccexplorer.app.find.query.Goal;
import org.eccexplorer.app.find.trial.Point;

/**
 * A setting at one T that a search found.
 *
 * @param chosen what it gave on the images it was chosen on
 * @param checked on the test images; empty if the search was stopped before
 */
public record FoundPoint(Point chosen, Optional<Checked> checked) {

    /** What it costs: on the test images if they were used, else on those it was chosen on. */
    public Goal.Costs costs() {
        return checked.map(Checked::costs).orElse(chosen.costs());
    }

    /** Timesteps until an answer, mean over images, of those to T. */
    public double meanTimesteps() {
        return chosen.setting().waits() ? chosen.timesteps() : costs().timesteps();
    }
}
