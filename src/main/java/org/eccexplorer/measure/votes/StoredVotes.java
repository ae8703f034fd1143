package org.eccexplorer.measure.votes;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.eccexplorer.spiking.SpikingNetwork;
import org.jspecify.annotations.Nullable;

/**
 * The outputs of each image after each timestep, from which its class can be read in another way
 * without simulating it again: {@link #answers}, {@link #right}. Where they would be too many they
 * are kept of some timesteps only; the answers of {@link Reading#PLAIN} are kept of all. Immutable.
 */
public final class StoredVotes {
    /** The answer at a timestep that was not evaluated. */
    public static final int UNKNOWN = -1;

    private final int classes;

    /** Timesteps in order, T the last. */
    private final int[] kept;

    /** [t] where it stands in {@link #kept}; −1 of a timestep that is not kept. */
    private final int[] place;

    private final List<Image> images;

    /** What was read last is often read again, with another ε: it is kept for one t₀. */
    private volatile @Nullable Leads leads;

    /**
     * By how much the largest output leads the second.
     *
     * @param from t₀
     * @param values [image][kept timestep]; nothing up to t₀
     */
    private record Leads(int from, double[][] values) {}

    /**
     * An image. The arrays belong to the record and are never changed.
     *
     * @param truth its class; without labels what the CNN answers
     * @param cnn class that the CNN gives
     * @param answers of {@link Reading#PLAIN}, after each timestep from 1 to T
     * @param outputs [kept timestep][class]: accumulated current, or spike count where they fire
     * @param ties [kept timestep][class]: what decides between equal spike counts; empty of
     *     currents
     * @param spikes [kept timestep] of all neurons up to it
     * @param operations [kept timestep]: synaptic operations up to it
     */
    public record Image(
            int truth,
            int cnn,
            int[] answers,
            float[] outputs,
            float[] ties,
            double[] spikes,
            double[] operations) {

        /**
         * What an image voted for.
         *
         * @param kept timesteps of which it is kept, from 1 on
         */
        public static Image of(int truth, int cnn, int[] answers, ImageVotes votes, int[] kept) {
            int classes = votes.outputs().length / answers.length;
            int[] rows = Arrays.stream(kept).map(t -> t - 1).toArray();
            return new Image(
                    truth,
                    cnn,
                    answers,
                    KeptSteps.rows(votes.outputs(), classes, rows),
                    KeptSteps.rows(votes.ties(), classes, rows),
                    summed(votes.spikes(), kept),
                    summed(votes.operations(), kept));
        }

        /** The sum up to each timestep that is kept. */
        private static double[] summed(double[] values, int[] kept) {
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

        /** The same of a run to an earlier timestep, of which as many are kept. */
        private Image until(int timestep, int steps, int classes) {
            return new Image(
                    truth,
                    cnn,
                    Arrays.copyOf(answers, timestep),
                    Arrays.copyOf(outputs, steps * classes),
                    Arrays.copyOf(ties, Math.min(ties.length, steps * classes)),
                    Arrays.copyOf(spikes, steps),
                    Arrays.copyOf(operations, steps));
        }
    }

    /**
     * Votes of some images.
     *
     * @param kept timesteps in order, T the last
     */
    public StoredVotes(int classes, int[] kept, List<Image> images) {
        this.classes = classes;
        this.kept = kept.clone();
        this.images = List.copyOf(images);
        place = new int[timesteps() + 1];
        Arrays.fill(place, -1);
        for (int k = 0; k < kept.length; k++) {
            place[kept[k]] = k;
        }
    }

    /** Those of images whose outputs are there of all timesteps up to T, or up to later ones. */
    public static StoredVotes ofEach(int classes, int timesteps, List<Image> images) {
        return new StoredVotes(
                classes,
                IntStream.rangeClosed(1, timesteps).toArray(),
                images.stream().map(image -> image.until(timesteps, timesteps, classes)).toList());
    }

    /** Bytes that those of a run take, a little too many rather than too few. */
    public static long bytes(SpikingNetwork network, int timesteps, int images) {
        long perStep = 2L * network.classes();
        long kept = KeptSteps.of(timesteps, images * perStep, KeptSteps.MOST, 0).length;
        return images * kept * (4 * perStep + 2 * 8);
    }

    /** T. */
    public int timesteps() {
        return kept[kept.length - 1];
    }

    public int classes() {
        return classes;
    }

    public List<Image> images() {
        return images;
    }

    /** The timesteps whose outputs are there, in order; T is the last. */
    public int[] kept() {
        return kept.clone();
    }

    /** Whether it can be read from this timestep on: from 0, and from those that are kept. */
    public boolean keeps(int t) {
        return t == 0 || (t > 0 && t < place.length && place[t] >= 0);
    }

    /** The timesteps that a reading can begin after, in order: 0 and those kept before T. */
    public int[] starts() {
        return IntStream.concat(IntStream.of(0), Arrays.stream(kept, 0, kept.length - 1)).toArray();
    }

    /** The timestep nearest to one from which it can be read, the earlier of two. */
    public int nearest(int from) {
        int nearest = 0;
        for (int start : starts()) {
            nearest = Math.abs(start - from) < Math.abs(nearest - from) ? start : nearest;
        }
        return nearest;
    }

    /** Some of the images, in their order. */
    public StoredVotes part(int first, int end) {
        return new StoredVotes(classes, kept, images.subList(first, end));
    }

    /**
     * Those of fewer timesteps, so that there are at most so many outputs; {@code also} is kept.
     */
    public StoredVotes thinned(long most, int also) {
        int[] fewer = KeptSteps.of(timesteps(), (long) images.size() * perStep(), most, also);
        int[] both = Arrays.stream(fewer).filter(this::keeps).toArray();
        if (both.length == kept.length) {
            return this;
        }
        return new StoredVotes(
                classes, both, images.stream().map(image -> thinned(image, both)).toList());
    }

    /** Those of a run to an earlier timestep that is kept. */
    public StoredVotes until(int timestep) {
        if (timestep == timesteps()) {
            return this;
        }
        int steps = place[timestep] + 1;
        return new StoredVotes(
                classes,
                Arrays.copyOf(kept, steps),
                images.stream().map(image -> image.until(timestep, steps, classes)).toList());
    }

    private int perStep() {
        boolean tied = !images.isEmpty() && images.getFirst().ties().length > 0;
        return tied ? 2 * classes : classes;
    }

    private Image thinned(Image image, int[] fewer) {
        int[] from = Arrays.stream(fewer).map(t -> place[t]).toArray();
        return new Image(
                image.truth(),
                image.cnn(),
                image.answers(),
                KeptSteps.rows(image.outputs(), classes, from),
                KeptSteps.rows(image.ties(), classes, from),
                Arrays.stream(from).mapToDouble(k -> image.spikes()[k]).toArray(),
                Arrays.stream(from).mapToDouble(k -> image.operations()[k]).toArray());
    }

    /** Whether the class at a timestep can be read. */
    public boolean isKnown(Reading reading, int t) {
        return isPlain(reading, t) || (keeps(t) && keeps(reading.before(t)));
    }

    private static boolean isPlain(Reading reading, int t) {
        return reading.before(t) == 0;
    }

    /**
     * The classes of an image after each timestep from 1 to T, where no image is answered early;
     * {@link #UNKNOWN} where they cannot be read.
     */
    public int[] answers(int image, Reading reading) {
        Image own = images.get(image);
        if (reading.from() == 0) {
            return own.answers();
        }
        int[] answers = new int[timesteps()];
        for (int t = 1; t <= answers.length; t++) {
            answers[t - 1] = answer(own, reading, t);
        }
        return answers;
    }

    private int answer(Image image, Reading reading, int t) {
        if (isPlain(reading, t)) {
            return image.answers()[t - 1];
        }
        return isKnown(reading, t) ? largest(image, reading.before(t), t) : UNKNOWN;
    }

    /** Images whose class at T is read as the CNN's, where all are answered at T. */
    int agreeingAtEnd(Reading reading) {
        return (int)
                images.stream()
                        .filter(image -> answer(image, reading, timesteps()) == image.cnn())
                        .count();
    }

    /** The class with the largest output; of equal ones by {@link Image#ties}, then the first. */
    private int largest(Image image, int before, int t) {
        float[] ties = image.ties();
        int best = 0;
        double most = gathered(image.outputs(), before, t, 0);
        for (int c = 1; c < classes; c++) {
            double output = gathered(image.outputs(), before, t, c);
            boolean tied = output == most && ties.length > 0;
            if (output > most
                    || (tied && gathered(ties, before, t, c) > gathered(ties, before, t, best))) {
                best = c;
                most = output;
            }
        }
        return best;
    }

    /**
     * By how much the largest output of an image leads the second at a timestep that is kept and
     * after t₀.
     */
    double lead(int image, Reading reading, int t) {
        return leads(reading.from())[image][place[t]];
    }

    private double[][] leads(int from) {
        Leads known = leads;
        if (known == null || known.from() != from) {
            double[][] values = new double[images.size()][kept.length];
            for (int i = 0; i < values.length; i++) {
                for (int k = 0; k < kept.length; k++) {
                    values[i][k] =
                            kept[k] > from ? lead(images.get(i).outputs(), from, kept[k]) : 0;
                }
            }
            known = new Leads(from, values);
            leads = known;
        }
        return known.values();
    }

    private double lead(float[] outputs, int before, int t) {
        double first = Double.NEGATIVE_INFINITY;
        double second = Double.NEGATIVE_INFINITY;
        for (int c = 0; c < classes; c++) {
            double output = gathered(outputs, before, t, c);
            second = Math.max(second, Math.min(first, output));
            first = Math.max(first, output);
        }
        return classes > 1 ? first - second : 0;
    }

    /** What each class of an image has gathered for an answer at a timestep, both kept. */
    public double[] gathered(int image, Reading reading, int t) {
        double[] gathered = new double[classes];
        for (int c = 0; c < classes; c++) {
            gathered[c] = gathered(images.get(image).outputs(), reading.before(t), t, c);
        }
        return gathered;
    }

    /** The first timestep at which the lead of an image is more than β_t; T if it never is. */
    public int exit(int image, Reading reading) {
        if (reading.endsEarly()) {
            double[] own = leads(reading.from())[image];
            for (int k = 0; k < kept.length - 1; k++) {
                double beta = reading.threshold(kept[k]);
                if (beta < Double.POSITIVE_INFINITY && own[k] > beta) {
                    return kept[k];
                }
            }
        }
        return timesteps();
    }

    /** What a class has gathered after one timestep up to another, both kept. */
    private double gathered(float[] values, int before, int t, int c) {
        double then = before == 0 ? 0 : values[place[before] * classes + c];
        return values[place[t] * classes + c] - then;
    }

    /** Spikes of an image up to a timestep; where that is not kept, to the last before that is. */
    double spikes(int image, int t) {
        return upTo(images.get(image).spikes(), t);
    }

    /** Synaptic operations of an image up to a timestep, likewise. */
    double operations(int image, int t) {
        return upTo(images.get(image).operations(), t);
    }

    private double upTo(double[] values, int t) {
        int at = t;
        while (at > 0 && place[at] < 0) {
            at--;
        }
        return at == 0 ? 0 : values[place[at]];
    }

    /** After each timestep the images whose class is read rightly, where all are answered at T. */
    public int[] right(Reading reading) {
        int[] right = new int[timesteps()];
        for (int i = 0; i < images.size(); i++) {
            ReadVotes.count(answers(i, reading), images.get(i).truth(), right);
        }
        return right;
    }

    /** After each timestep the images whose class is read as the CNN's, likewise. */
    public int[] agreeing(Reading reading) {
        int[] agreeing = new int[timesteps()];
        for (int i = 0; i < images.size(); i++) {
            ReadVotes.count(answers(i, reading), images.get(i).cnn(), agreeing);
        }
        return agreeing;
    }
}
