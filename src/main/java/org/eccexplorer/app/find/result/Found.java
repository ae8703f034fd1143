package org.eccexplorer.app.find.result;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What a search found.
 *
 * @param winner the cheapest that loses no more than allowed on the images it was chosen on; if
 *     none does, the one that loses least; empty before anything was tried on all of them
 * @param reached whether the winner loses no more than allowed on the images it was chosen on
 * @param winners the same for each class of neurons
 * @param front by rising cost: for each class of neurons what nothing cheaper is better than
 * @param paper ECC as in the paper at the largest T, on the test images
 * @param counts how much was tried
 * @param end why it ended
 */
public record Found(
        Optional<FoundPoint> winner,
        boolean reached,
        List<FoundPoint> winners,
        List<FoundPoint> front,
        Optional<FoundPoint> paper,
        Counts counts,
        End end) {

    /** Before anything was tried. */
    public static Found nothing() {
        return new Found(
                Optional.empty(),
                false,
                List.of(),
                List.of(),
                Optional.empty(),
                new Counts(0, 1, 0, 0, 0, 0, 0, 0, 0, true),
                End.STOPPED);
    }

    /** Why a search ended. */
    public enum End {
        COMPLETE("complete"),
        OUT_OF_TIME("outOfTime"),
        STOPPED("stopped");

        private final String key;

        End(String key) {
            this.key = key;
        }

        /** In find.json. */
        public String key() {
            return key;
        }

        /** The end of this name; stopped if there is none. */
        public static End of(String key) {
            return Arrays.stream(values())
                    .filter(end -> end.key.equals(key))
                    .findFirst()
                    .orElse(STOPPED);
        }
    }

    /**
     * How much was tried.
     *
     * @param settings that were compared: simulated, or ruled out by the closed form
     * @param space settings that there are along the axes
     * @param simulated settings that were simulated
     * @param ruledOut settings that the closed form ruled out
     * @param givenUp settings that were simulated on some of the images only
     * @param finalists settings that were simulated on all images to choose on
     * @param fitImages images on which λ and what is calibrated were measured during the search
     * @param chooseImages images on which settings were compared
     * @param cnnRight of these, how many the CNN classifies rightly
     * @param labelled whether they have labels; else they are right where the CNN's answer is given
     */
    public record Counts(
            int settings,
            long space,
            int simulated,
            int ruledOut,
            int givenUp,
            int finalists,
            int fitImages,
            int chooseImages,
            int cnnRight,
            boolean labelled) {

        /** Accuracy of the CNN on the images settings were compared on, 0 to 1. */
        public double cnnAccuracy() {
            return chooseImages == 0 ? 0 : (double) cnnRight / chooseImages;
        }
    }

    public Found {
        winners = List.copyOf(winners);
        front = List.copyOf(front);
    }
}
