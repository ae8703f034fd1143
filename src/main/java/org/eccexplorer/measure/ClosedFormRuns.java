package org.eccexplorer.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.eccexplorer.measure.votes.StoredVotes;
import org.eccexplorer.sim.ClosedForm;
import org.eccexplorer.sim.ImageRun;
import org.eccexplorer.spiking.SpikingNetwork;
import org.eccexplorer.tensor.DenseBackend;

/**
 * Runs of images by the closed form to several T. Answers and outputs are known at these alone;
 * membranes are those at the largest.
 */
public final class ClosedFormRuns {
    private final SpikingNetwork network;
    private final ClosedForm form;
    private final ClosedForm.Variant variant;
    private final ClosedFormMeasures measures;
    private final List<Integer> at;
    private final int last;
    private final boolean each;

    /**
     * Ready to run images, on any thread.
     *
     * @param at every T, ascending
     * @param each whether spikes and operations are measured for each T, so that up to each of them
     *     they are those of a run to that T; else for the largest, in which they all stand
     */
    public ClosedFormRuns(
            SpikingNetwork network,
            DenseBackend backend,
            ClosedForm.Variant variant,
            List<Integer> at,
            boolean each) {
        this.network = network;
        this.variant = variant;
        this.at = List.copyOf(at);
        this.each = each;
        last = Collections.max(at);
        form = new ClosedForm(network, backend);
        measures = new ClosedFormMeasures(network, variant, last);
    }

    /**
     * The images of a batch.
     *
     * @param pixels count × input shape
     */
    public List<ImageRun> of(float[] pixels, int count) {
        int classes = network.classes();
        int[][] answers = new int[count][last];
        for (int[] row : answers) {
            Arrays.fill(row, StoredVotes.UNKNOWN);
        }
        float[][] outputs = new float[count][last * classes];
        List<float[]> charges = new ArrayList<>();
        List<float[]> counts = List.of();
        ClosedFormTotals totals = new ClosedFormTotals(count);
        for (int t : at) {
            boolean measured = t == last;
            List<float[]> spikes =
                    form.counts(
                            pixels,
                            0,
                            count,
                            t,
                            variant,
                            charge -> {
                                if (measured) {
                                    charges.add(charge.clone());
                                }
                            });
            int[] best = ClosedForm.answers(spikes.getLast(), classes);
            for (int i = 0; i < count; i++) {
                answers[i][t - 1] = best[i];
                measures.outputs(spikes.getLast(), i, outputs[i], t);
            }
            counts = measured ? spikes : counts;
            if (each) {
                totals.add(measures, t, pixels, spikes);
            }
        }
        List<ImageRun> runs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ImageRun run = measures.image(pixels, i, counts, charges, outputs[i], answers[i]);
            totals.spread(run, i);
            runs.add(run);
        }
        return runs;
    }
}
