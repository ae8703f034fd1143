package org.eccexplorer.measure.votes;

import java.util.ArrayList;
import java.util.List;

/** Which t₀ to read from, decided on images that are not tested on. */
public final class DelayedReading {
    private DelayedReading() {}

    /**
     * The t₀ with which most images are answered at T as the CNN answers them; of several that are
     * equally good the middle one, since the first and the last of them are good by chance more
     * often. The CNN is asked, not the labels: it is what the network has to follow.
     *
     * <p>On 400 and 300 test images of the bundled CIFAR-10 networks (λ p99.9 per channel, 200
     * calibration images) this lost at most 2.6 points, mostly below 0.5, against the t₀ that is
     * best on the test images themselves, for T from 4 to 32. Adding up the time that each layer
     * takes to its first spike ({@code estimate_delay_start} of SpikingJelly) gives more timesteps
     * than there are (40 and 72), for which it takes T − 4: as good from T = 12 on, 6 to 18 points
     * worse at T = 4 to 8.
     */
    public static int best(StoredVotes calibration) {
        List<Integer> best = new ArrayList<>();
        int most = -1;
        for (int from : calibration.starts()) {
            int agreeing = calibration.agreeingAtEnd(Reading.from(from));
            if (agreeing > most) {
                most = agreeing;
                best.clear();
            }
            if (agreeing == most) {
                best.add(from);
            }
        }
        return best.get(best.size() / 2);
    }
}
