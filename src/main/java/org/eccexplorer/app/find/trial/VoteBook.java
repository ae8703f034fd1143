package org.eccexplorer.app.find.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.eccexplorer.app.find.query.Candidate;
import org.eccexplorer.measure.votes.ImageVotes;
import org.eccexplorer.measure.votes.StoredVotes;
import org.eccexplorer.sim.ImageRun;

/** The votes of the first images that settings were tried on, as far as memory is set apart. */
final class VoteBook {
    private static final long MOST_BYTES = 128L << 20;

    private final Kept<Candidate, List<StoredVotes.Image>> kept = new Kept<>(MOST_BYTES);

    /** What an image votes for at every timestep. */
    static StoredVotes.Image image(ImageRun run, int truth, int cnn) {
        int[] every = IntStream.rangeClosed(1, run.timesteps()).toArray();
        return StoredVotes.Image.of(truth, cnn, run.answers(), ImageVotes.of(run), every);
    }

    /**
     * Keeps votes along with those of the images before.
     *
     * @param first place of the first of these images
     */
    void keep(Candidate setting, int first, List<StoredVotes.Image> images) {
        List<StoredVotes.Image> all =
                new ArrayList<>(first == 0 ? List.of() : kept.get(setting).orElse(List.of()));
        if (all.size() == first && !images.isEmpty()) {
            all.addAll(images);
            long numbers = all.stream().mapToLong(one -> one.outputs().length).sum();
            kept.put(setting, List.copyOf(all), Float.BYTES * numbers);
        }
    }

    /** Those of the first images up to a timestep at least; empty if they are not all there. */
    Optional<List<StoredVotes.Image>> first(Candidate setting, int images, int timesteps) {
        return kept.get(setting)
                .filter(all -> all.size() >= images)
                .map(all -> all.subList(0, images))
                .filter(some -> some.stream().allMatch(one -> one.answers().length >= timesteps));
    }
}
