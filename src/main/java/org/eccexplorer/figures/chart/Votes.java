package org.eccexplorer.figures.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.eccexplorer.app.run.ImageTrace;
import org.eccexplorer.measure.votes.Reading;
import org.eccexplorer.measure.votes.StoredVotes;
import org.eccexplorer.spiking.SpikingLayer;
import org.eccexplorer.text.Numbers;

/**
 * What speaks for each class after a timestep, the strongest first: spikes, or current in V_thr.
 *
 * @param answer the SNN's class
 * @param cnn the CNN's class
 */
public record Votes(List<Vote> all, int answer, int cnn) {
    private static final int MOST_DECIMALS = 3;

    /** What a class is. */
    public enum Verdict {
        /** The SNN's answer, which is right. */
        RIGHT("✓"),
        /** The SNN's answer, which is wrong. */
        WRONG("✗"),
        /** The SNN's answer to an image whose class is unknown. */
        ANSWER("▸"),
        /** The class of the image, which the SNN does not answer. */
        TRUTH("•"),
        OTHER("");

        private final String sign;

        Verdict(String sign) {
            this.sign = sign;
        }

        /** A sign beside the colour. */
        public String sign() {
            return sign;
        }
    }

    /**
     * A class.
     *
     * @param share of the strongest, 0 to 1
     * @param figure as text, with decimals where whole numbers would be equal
     */
    public record Vote(int label, double share, String figure, Verdict verdict) {}

    public Votes {
        all = List.copyOf(all);
    }

    /**
     * At a timestep, or at the one before it at which the image was answered.
     *
     * @param reading how the run is read
     * @param truth class of the image, −1 if unknown
     * @param count of classes to show; the image's own class is always among them
     */
    public static Votes of(ImageTrace trace, Reading reading, int timestep, int truth, int count) {
        SpikingLayer output = trace.network().output();
        StoredVotes votes = trace.votes();
        int t = Math.min(timestep, votes.exit(0, reading));
        double unit = output.fires() ? 1 : output.threshold();
        double[] values =
                Arrays.stream(votes.gathered(0, reading, t)).map(value -> value / unit).toArray();
        return of(values, votes.answers(0, reading)[t - 1], trace.answer(), truth, count);
    }

    static Votes of(double[] values, int answer, int cnn, int truth, int count) {
        List<Integer> order = new ArrayList<>();
        for (int c = 0; c < values.length; c++) {
            order.add(c);
        }
        order.sort(
                Comparator.comparingDouble((Integer c) -> -values[c])
                        .thenComparing(c -> c != answer));
        List<Integer> shown = new ArrayList<>(order.subList(0, Math.min(count, order.size())));
        if (truth >= 0 && truth < values.length && !shown.contains(truth)) {
            shown.set(shown.size() - 1, truth);
        }
        int decimals = decimals(values, shown);
        double most = Math.max(1e-9, values[order.getFirst()]);
        List<Vote> votes =
                shown.stream()
                        .map(c ->
                                new Vote(
                                        c,
                                        Math.max(0, values[c] / most),
                                        Numbers.fixed(values[c], decimals),
                                        verdict(c, answer, truth)))
                        .toList();
        return new Votes(votes, answer, cnn);
    }

    private static Verdict verdict(int label, int answer, int truth) {
        if (label == answer) {
            return truth < 0 ? Verdict.ANSWER : truth == answer ? Verdict.RIGHT : Verdict.WRONG;
        }
        return label == truth ? Verdict.TRUTH : Verdict.OTHER;
    }

    /** As few as tell different values apart. */
    private static int decimals(double[] values, List<Integer> shown) {
        for (int decimals = 0; decimals < MOST_DECIMALS; decimals++) {
            if (areToldApart(values, shown, decimals)) {
                return decimals;
            }
        }
        return MOST_DECIMALS;
    }

    private static boolean areToldApart(double[] values, List<Integer> shown, int decimals) {
        for (int i = 1; i < shown.size(); i++) {
            double one = values[shown.get(i - 1)];
            double other = values[shown.get(i)];
            if (one != other
                    && Numbers.fixed(one, decimals).equals(Numbers.fixed(other, decimals))) {
                return false;
            }
        }
        return true;
    }
}
