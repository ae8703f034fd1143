package org.eccexplorer.app.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.eccexplorer.app.work.Cancellation;
import org.eccexplorer.app.work.OrderedWork;
import org.eccexplorer.dataset.LabelledImages;
import org.eccexplorer.measure.ClosedFormMeasures;
import org.eccexplorer.measure.ClosedFormTotals;
import org.eccexplorer.measure.ImageMeasures;
import org.eccexplorer.measure.RunSnapshot;
import org.eccexplorer.measure.RunTally;
import org.eccexplorer.measure.energy.Macs;
import org.eccexplorer.measure.layer.CountRule;
import org.eccexplorer.measure.votes.StoredVotes;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.sim.ClosedForm;
import org.eccexplorer.sim.ImageRun;
import org.eccexplorer.spiking.SpikingNetwork;
import org.eccexplorer.text.Texts;

/**
 * Evaluates a converted network by the closed form with the measures of a simulation. There is no
 * time in it: answers are known only for the T that were asked for, spikes and operations count in
 * the last timestep, and there is no unevenness.
 */
public final class ClosedFormJob implements ImageJob {
    private static final int BATCH = 16;

    private final Prepared prepared;
    private final LabelledImages images;
    private final List<Integer> at;
    private final int last;
    private final ClosedForm form;
    private final ClosedForm.Variant variant;

    private final ClosedFormMeasures measures;
    private final CnnPasses passes;

    /** Whether spikes and operations are measured for each T, not only for the largest. */
    private final boolean each;

    /**
     * An evaluation of all images.
     *
     * @param at every T; all but the answers is measured at the largest
     */
    public ClosedFormJob(Prepared prepared, LabelledImages images, List<Integer> at) {
        this(prepared, images, at, false, CnnPasses.once());
    }

    /**
     * A run of all images by the layer-synchronous schedule. Spikes and operations stand in the
     * timesteps that were asked for, so that up to each of them they are those of a run to that T.
     *
     * @param at every T, ascending
     * @param passes what the CNN says of these images
     * @throws ProblemException if neurons leak or are reset to zero
     */
    static ClosedFormJob synchronous(
            Prepared prepared, LabelledImages images, List<Integer> at, CnnPasses passes)
            throws ProblemException {
        if (!prepared.network().dynamics().conservesCharge()) {
            throw new ProblemException(
                    Problem.Kind.UNSUPPORTED,
                    prepared.network().name(),
                    Texts.text("app.run.notSynchronous"),
                    Texts.text("app.run.notSynchronousWhy"),
                    Texts.text("app.run.notSynchronousRemedy"));
        }
        return new ClosedFormJob(prepared, images, at, true, passes);
    }

    private ClosedFormJob(
            Prepared prepared,
            LabelledImages images,
            List<Integer> at,
            boolean each,
            CnnPasses passes) {
        this.each = each;
        this.passes = passes;
        this.prepared = prepared;
        this.images = images;
        this.at = List.copyOf(at);
        last = Collections.max(at);
        form = new ClosedForm(prepared.network(), prepared.cnn().backend());
        variant = prepared.settings().closedForm();
        measures = new ClosedFormMeasures(prepared.network(), variant, last);
    }

    @Override
    public RunSnapshot run(Consumer<RunTally> progress, Cancellation cancellation) {
        RunTally tally =
                new RunTally(
                        prepared.network(),
                        last,
                        images.count(),
                        images.labels(),
                        Macs.of(prepared.cnn().network()),
                        CountRule.closedForm(variant, last));
        return ImageJob.complete(
                tally,
                () ->
                        OrderedWork.run(
                                images.count(),
                                BatchSize.of(prepared.cnn().network(), BATCH),
                                prepared.settings().threads(),
                                () -> form,
                                (own, first, count) -> batch(first, count),
                                results -> {
                                    results.forEach(tally::add);
                                    progress.accept(tally);
                                },
                                cancellation));
    }

    private List<ImageMeasures> batch(int first, int count) {
        SpikingNetwork network = prepared.network();
        float[] pixels = images.batch(first, count);
        Activations activations = passes.of(prepared.cnn(), network, pixels, first, count);
        int[][] answers = new int[count][last];
        for (int[] row : answers) {
            Arrays.fill(row, StoredVotes.UNKNOWN);
        }
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
            int[] classes = ClosedForm.answers(spikes.getLast(), network.classes());
            for (int i = 0; i < count; i++) {
                answers[i][t - 1] = classes[i];
            }
            counts = measured ? spikes : counts;
            if (each) {
                totals.add(measures, t, pixels, spikes);
            }
        }
        List<ImageMeasures> results = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ImageRun run = measures.image(pixels, i, counts, charges, answers[i]);
            totals.spread(run, i);
            results.add(
                    new ImageMeasures(
                            network,
                            first + i,
                            run,
                            activations.layers(),
                            i,
                            activations.answers()[i],
                            CountRule.closedForm(variant, last)));
        }
        return results;
    }
}
