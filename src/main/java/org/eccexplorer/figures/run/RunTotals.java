package org.eccexplorer.figures.run;

import java.util.List;
import org.eccexplorer.measure.RunSnapshot;
import org.eccexplorer.measure.energy.Accounting;
import org.eccexplorer.measure.energy.EnergyParts;
import org.eccexplorer.measure.layer.LayerMeasures;
import org.eccexplorer.measure.votes.EarlyAnswers;

/**
 * What adds up over the timesteps of a run, per image.
 *
 * @param spikes of all neurons, up to each timestep
 * @param synOps synaptic operations, up to each timestep
 * @param accounting how energy is counted
 * @param energy up to each timestep
 * @param withinFrom the timestep from which the accuracy stays within one point of the CNN's; 0 if
 *     there is none
 */
record RunTotals(
        RunSnapshot snapshot,
        Accounting accounting,
        double[] spikes,
        double[] synOps,
        List<EnergyParts> energy,
        int withinFrom) {

    /** Sums once over all layers and timesteps. */
    static RunTotals of(RunSnapshot run, Accounting accounting) {
        double[] spikes = new double[run.timesteps()];
        double sum = 0;
        for (int t = 0; t < spikes.length; t++) {
            for (LayerMeasures layer : run.layers()) {
                sum += layer.spikesPerStep()[t];
            }
            spikes[t] = sum;
        }
        EarlyAnswers early = run.early();
        return new RunTotals(
                run,
                accounting,
                early == null ? spikes : early.spikes(),
                run.synOpsUntil(),
                run.energyUntil(accounting),
                run.withinFrom(RunSnapshot.ONE_POINT));
    }

    int timesteps() {
        return snapshot.timesteps();
    }

    /** Accuracy in per cent; NaN beyond the last timestep, and where it was not evaluated. */
    double percent(int t) {
        return t <= timesteps() && snapshot.isKnown(t) ? 100 * snapshot.accuracy(t) : Double.NaN;
    }

    /** Accuracy minus that of the CNN, in points. */
    double difference(int t) {
        return percent(t) - 100 * snapshot.cnnAccuracy();
    }

    /** Energy up to a timestep over that of the CNN. */
    double energyRatio(int t) {
        return snapshot.energyRatio(accounting, energy.get(t - 1));
    }
}
