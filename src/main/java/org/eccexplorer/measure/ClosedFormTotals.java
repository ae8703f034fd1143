package org.eccexplorer.measure;

import java.util.ArrayList;
import java.util.List;
import org.eccexplorer.sim.ImageRun;
import org.eccexplorer.sim.PerStep;

/** Spikes and synaptic operations of a batch by the closed form for several T, ascending. */
public final class ClosedFormTotals {
    private final int count;
    private final List<At> all = new ArrayList<>();

    /** [image][layer] of a run to t. */
    private record At(int t, double[][] spikes, double[][] operations) {}

    public ClosedFormTotals(int count) {
        this.count = count;
    }

    /** Adds the counts for another T. */
    public void add(ClosedFormMeasures measures, int t, float[] pixels, List<float[]> counts) {
        double[][] spikes = new double[count][counts.size()];
        double[][] operations = new double[count][counts.size()];
        for (int i = 0; i < count; i++) {
            for (int l = 0; l < counts.size(); l++) {
                spikes[i][l] = measures.spikes(l, i, counts);
                operations[i][l] = measures.operations(l, t, pixels, i, counts);
            }
        }
        all.add(new At(t, spikes, operations));
    }

    /** Puts them into the timesteps of an image, so that up to each T they are those for that T. */
    public void spread(ImageRun run, int image) {
        for (int l = 0; l < run.layers().size(); l++) {
            PerStep perStep = run.layers().get(l).perStep();
            double spikes = 0;
            double operations = 0;
            for (At at : all) {
                perStep.spikes()[at.t() - 1] = at.spikes()[image][l] - spikes;
                perStep.operations()[at.t() - 1] = at.operations()[image][l] - operations;
                spikes = at.spikes()[image][l];
                operations = at.operations()[image][l];
            }
        }
    }
}
