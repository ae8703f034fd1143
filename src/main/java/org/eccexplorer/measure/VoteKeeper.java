package org.eccexplorer.measure;

import java.util.ArrayList;
import java.util.List;
import org.eccexplorer.measure.votes.KeptSteps;
import org.eccexplorer.measure.votes.StoredVotes;
import org.eccexplorer.spiking.SpikingNetwork;

/** Gathers the {@link StoredVotes} of a run, of as many timesteps as there is room for. */
final class VoteKeeper {
    private final int classes;
    private final int[] kept;
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
    }

    void add(ImageMeasures image, int truth) {
        images.add(StoredVotes.Image.of(truth, image.cnnAnswer, image.answers, image.votes, kept));
    }

    StoredVotes votes() {
        return new StoredVotes(classes, kept, images);
    }
}
