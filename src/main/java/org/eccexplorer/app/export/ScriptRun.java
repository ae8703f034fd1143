package org.eccexplorer.app.export;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.eccexplorer.app.run.ImageTrace;
import org.eccexplorer.app.run.Prepared;
import org.eccexplorer.app.run.RunJob;
import org.eccexplorer.app.work.Cancellation;
import org.eccexplorer.dataset.LabelledImages;
import org.eccexplorer.measure.RunSnapshot;
import org.eccexplorer.measure.votes.Reading;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.script.Expected;
import org.eccexplorer.spiking.SpikingNetwork;

/** What a script that simulates a converted network elsewhere has to give. */
public final class ScriptRun {
    private ScriptRun() {}

    /**
     * Simulates the images that go with a script.
     *
     * @param reading how classes are read at T
     * @param progress gets the number of images done
     * @throws CancellationException if it was stopped before the last image
     */
    public static Expected expected(
            Prepared prepared,
            LabelledImages images,
            Reading reading,
            IntConsumer progress,
            Cancellation cancellation)
            throws ProblemException {
        int timesteps = prepared.settings().timesteps();
        RunSnapshot run =
                new RunJob(prepared, images)
                        .run(tally -> progress.accept(tally.images()), cancellation)
                        .read(reading);
        if (!run.isComplete()) {
            throw new CancellationException("stopped while images were simulated");
        }
        int[] answers = Arrays.stream(run.answers()).mapToInt(of -> of[timesteps - 1]).toArray();
        long[] spikes =
                run.layers().stream()
                        .mapToLong(layer -> Math.round(layer.spikesPerImage() * images.count()))
                        .toArray();
        boolean labelled = images.labels().length > 0;
        return new Expected(
                timesteps,
                reading.from(),
                prepared.settings().seed(),
                run.accuracy(timesteps),
                answers,
                labelled ? images.labels() : run.cnnAnswers(),
                labelled,
                spikes,
                counts(prepared, images, cancellation));
    }

    private static List<List<float[]>> counts(
            Prepared prepared, LabelledImages images, Cancellation cancellation) {
        SpikingNetwork network = prepared.network();
        List<List<float[]>> counts = new ArrayList<>();
        for (int i = 0; i < Math.min(images.count(), Expected.COUNTED); i++) {
            ImageTrace trace =
                    ImageTrace.of(prepared, images.image(i), i, cancellation::isRequested);
            counts.add(
                    IntStream.range(0, network.layers().size())
                            .mapToObj(l ->
                                    network.layers().get(l).isCurrentOutput()
                                            ? new float[network.layers().get(l).neurons()]
                                            : trace.spikes().counts(l, trace.spikes().timesteps()))
                            .toList());
        }
        return counts;
    }
}
