package org.eccexplorer.measure;

import java.util.ArrayList;
import java.util.List;
import org.eccexplorer.measure.votes.ImageVotes;
import org.eccexplorer.measure.votes.KeptSteps;
import org.eccexplorer.measure.votes.StoredVotes;
import org.eccexplorer.spiking.SpikingNetwork;

/** Gathers the {@link StoredVotes} of a run, of as many timesteps as there is room for. */
final class VoteKeeper {
    private final int classes;
    private final int[] kept;
    private final int[] rows;
    private final List<StoredVotes.Image> images = new ArrayList<>();

    /**
     * For a run of so many images.
     *
     * @param from a timestep that is kept in any case
     */
    VoteKeeper(SpikingNetwork network, int timesteps, int total, int from) {
        classes = network.classes();
        long perStep = (long) total * classes * (network.output().fires() ? 2 : 1);
        kept = KeptSteps.of(timesteps, perStep, KeptSteps.MOST, from);
        rows = new int[kept.length];
        for (int k = 0; k < kept.length; k++) {
            rows[k] = kept[k] - 1;
        }
    }

    void add(ImageMeasures image, int truth) {
        ImageVotes votes = image.votes;
        images.add(
                new StoredVotes.Image(
                        truth,
                        image.cnnAnswer,
                        image.answers,
                        KeptSteps.rows(votes.outputs(), classes, rows),
                        KeptSteps.rows(votes.ties(), classes, rows),
                        summed(votes.spikes()),
                        summed(votes.operations())));
    }

    /** The sum up to each timestep that is kept. */
    private double[] summed(double[] values) {
        double[] sums = new double[kept.length];
        double sum = 0;
        int t = 0;
        for (int k = 0; k < kept.length; k++) {
            while (t < kept[k]) {
                sum += values[t++];
            }
            sums[k] = sum;
        }
        return sums;
    }

    StoredVotes votes() {
        return new StoredVotes(classes, kept, images);
    }
}
