package org.eccexplorer.measure.votes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a {@link Reading} makes of stored votes.
 *
 * @param answers [image][timestep] class; {@link StoredVotes#UNKNOWN} where it cannot be read
 * @param right per timestep, images whose class is read rightly
 * @param agreeing per timestep, images whose class is read as the CNN's
 * @param early when images were answered, and what they took until then; empty if all at T
 */
public record ReadVotes(
        List<int[]> answers, int[] right, int[] agreeing, Optional<EarlyAnswers> early) {

    /** Reads all images. */
    public static ReadVotes of(StoredVotes votes, Reading reading) {
        if (!votes.keeps(reading.from())) {
            throw new IllegalArgumentException("timestep " + reading.from() + " is not kept");
        }
        int timesteps = votes.timesteps();
        int[] right = new int[timesteps];
        int[] agreeing = new int[timesteps];
        List<int[]> all = new ArrayList<>();
        int[] exits = new int[votes.images().size()];
        for (int i = 0; i < exits.length; i++) {
            exits[i] = votes.exit(i, reading);
            int[] answers = held(votes.answers(i, reading), exits[i]);
            StoredVotes.Image image = votes.images().get(i);
            count(answers, image.truth(), right);
            count(answers, image.cnn(), agreeing);
            all.add(answers);
        }
        return new ReadVotes(
                all,
                right,
                agreeing,
                reading.endsEarly()
                        ? Optional.of(EarlyAnswers.of(votes, exits))
                        : Optional.empty());
    }

    /** From a timestep on the same answer. */
    private static int[] held(int[] answers, int from) {
        if (from == answers.length) {
            return answers;
        }
        int[] held = answers.clone();
        for (int t = from; t < held.length; t++) {
            held[t] = held[t] == StoredVotes.UNKNOWN ? StoredVotes.UNKNOWN : answers[from - 1];
        }
        return held;
    }

    /** Counts the timesteps at which a class is answered. */
    static void count(int[] answers, int wanted, int[] counts) {
        for (int t = 0; t < counts.length; t++) {
            counts[t] += answers[t] == wanted ? 1 : 0;
        }
    }
}
