package org.eccexplorer.app;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eccexplorer.dataset.LabelledImages;

/** How many images the closed form classifies rightly. */
public final class ClosedFormAccuracy {
    private ClosedFormAccuracy() {}

    /** For one T, 0 to 1; 0 without labels. */
    public static double at(
            Prepared prepared, LabelledImages images, int timesteps, Cancellation cancellation) {
        int[] answers = RunJob.closedForm(prepared, images, timesteps, cancellation);
        int right = 0;
        for (int i = 0; i < images.labels().length; i++) {
            right += answers[i] == images.labels()[i] ? 1 : 0;
        }
        return (double) right / Math.max(1, images.labels().length);
    }

    /** For several T, in their order; empty without labels, and what is done when cancelled. */
    public static Map<Integer, Double> at(
            Prepared prepared,
            LabelledImages images,
            List<Integer> timesteps,
            Cancellation cancellation) {
        Map<Integer, Double> accuracy = new LinkedHashMap<>();
        for (int t : timesteps) {
            double share = images.labels().length == 0 ? 0 : at(prepared, images, t, cancellation);
            if (images.labels().length == 0 || cancellation.isRequested()) {
                break;
            }
            accuracy.put(t, share);
        }
        return accuracy;
    }
}
