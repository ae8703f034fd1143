package org.eccexplorer.app.run;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.eccexplorer.app.work.Cancellation;
import org.eccexplorer.app.work.OrderedWork;
import org.eccexplorer.dataset.LabelledImages;
import org.eccexplorer.measure.ClosedFormRuns;
import org.eccexplorer.measure.ImageMeasures;
import org.eccexplorer.measure.RunSnapshot;
import org.eccexplorer.measure.RunTally;
import org.eccexplorer.measure.energy.Macs;
import org.eccexplorer.measure.layer.CountRule;
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
    private final int last;
    private final ClosedForm.Variant variant;
    private final ClosedFormRuns runs;
    private final CnnPasses passes;

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
        this.passes = passes;
        this.prepared = prepared;
        this.images = images;
        last = Collections.max(at);
        variant = prepared.settings().closedForm();
        runs = new ClosedFormRuns(prepared.network(), prepared.cnn().backend(), variant, at, each);
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
                                () -> runs,
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
        List<ImageRun> all = runs.of(pixels, count);
        List<ImageMeasures> results = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            results.add(
                    new ImageMeasures(
                            network,
                            first + i,
                            all.get(i),
                            activations.layers(),
                            i,
                            activations.answers()[i],
                            CountRule.closedForm(variant, last)));
        }
        return results;
    }
}
