package org.eccexplorer.figures;

import org.eccexplorer.measure.EnergyModel;
import org.eccexplorer.measure.LayerMeasures;
import org.eccexplorer.measure.RunSnapshot;

/**
 * What adds up over the timesteps of a run, per image.
 *
 * @param spikes of all neurons, up to each timestep
 * @param synOps synaptic operations, up to each timestep
 * @param microjoules by {@link EnergyModel#STANDARD}, up to each timestep
 * @param firstWithin the first timestep within one point of the CNN's accuracy; 0 if there is none
 */
record RunTotals(
        RunSnapshot snapshot,
        double[] spikes,
        double[] synOps,
        double[] microjoules,
        int firstWithin) {

    /** Sums once over all layers and timesteps. */
    static RunTotals of(RunSnapshot run) {
        double[] spikes = new double[run.timesteps()];
        double sum = 0;
        for (int t = 0; t < spikes.length; t++) {
            for (LayerMeasures layer : run.layers()) {
                sum += layer.spikesPerStep()[t];
            }
            spikes[t] = sum;
        }
        return new RunTotals(
                run,
                spikes,
                run.synOpsUntil(),
                run.microjoulesUntil(EnergyModel.STANDARD),
                run.firstWithin(RunSnapshot.ONE_POINT));
    }

    int timesteps() {
        return snapshot.timesteps();
    }

    /** Accuracy in per cent; NaN beyond the last timestep. */
    double percent(int t) {
        return t <= timesteps() ? 100 * snapshot.accuracy(t) : Double.NaN;
    }

    /** Accuracy minus that of the CNN, in points. */
    double loss(int t) {
        return 100 * (snapshot.accuracy(t) - snapshot.cnnAccuracy());
    }

    /** Energy up to a timestep over that of the CNN. */
    double energyRatio(int t) {
        return snapshot.cost().energyRatio(EnergyModel.STANDARD, microjoules[t - 1]);
    }
}
