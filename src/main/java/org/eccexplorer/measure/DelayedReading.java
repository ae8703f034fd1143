package org.eccexplorer.measure;

/** Which t₀ to read from, decided on images that are not tested on. */
public final class DelayedReading {
    private DelayedReading() {}

    /**
     * The t₀ with which most images are answered as the CNN answers them at T; the smallest of
     * those that are equally good. The CNN is asked, not the labels: it is what the network has to
     * follow, and its answer is there for every image.
     */
    public static int best(StoredVotes calibration) {
        int last = calibration.timesteps();
        int best = 0;
        int most = -1;
        for (int from : calibration.starts()) {
            int agreeing = calibration.agreeing(Reading.from(from))[last - 1];
            if (agreeing > most) {
                most = agreeing;
                best = from;
            }
        }
        return best;
    }
}
