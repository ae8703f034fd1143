package org.eccexplorer.dataset;

import java.util.List;
import org.eccexplorer.array.ArrayRows;
import org.eccexplorer.array.DataFaults;
import org.eccexplorer.array.DataSpec;
import org.eccexplorer.problem.ChoiceNeeded;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.tensor.Shape;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * How the values of an array make images.
 *
 * @param shape of one image, channels-last
 * @param planes whether the channels are stored one behind the other
 */
record ArrayLayout(Shape shape, boolean planes) {
    /** By so much neighbours have to be more alike in one order than in the other. */
    private static final double CLEARLY = 0.8;

    private static final int LOOKED_AT = 50;

    /**
     * Tells it by the array's shape and the model's input.
     *
     * @param said gets what was decided and might be wrong
     */
    static ArrayLayout of(
            String name, ArrayRows images, @Nullable Shape target, Reading reading, Findings said)
            throws ProblemException {
        int[] s = images.shape();
        return switch (s.length) {
            case 2 -> rows(name, images, target, reading.channels(), said);
            case 3 -> planeOrSequence(name, images, target, reading, said);
            case 4 -> {
                boolean planes = isChannelsFirst(name, images, target, reading.channels());
                yield new ArrayLayout(
                        planes ? new Shape(s[2], s[3], s[1]) : new Shape(s[1], s[2], s[3]), planes);
            }
            default ->
                    throw DataFaults.unsupported(
                            name,
                            Texts.text("dataset.notImages"),
                            Texts.text("dataset.shapeIs", images.shapeText()),
                            Texts.text("dataset.giveImages"));
        };
    }

    /** Rows and columns of one channel, or, if the model takes them, steps and channels. */
    private static ArrayLayout planeOrSequence(
            String name, ArrayRows images, @Nullable Shape target, Reading reading, Findings said) {
        int[] s = images.shape();
        if (target != null && target.height() == 1) {
            boolean last = target.width() == s[1] && target.channels() == s[2];
            boolean first = target.width() == s[2] && target.channels() == s[1];
            if (first && last && s[1] > 1) {
                return new ArrayLayout(target, ambiguousSteps(name, images, reading, said));
            }
            if (first || last) {
                return new ArrayLayout(target, first && !last);
            }
        }
        return new ArrayLayout(new Shape(s[1], s[2], 1), false);
    }

    /** As many steps as channels: whether channels come first. */
    private static boolean ambiguousSteps(
            String name, ArrayRows images, Reading reading, Findings said) {
        if (reading.channels() != Reading.Channels.UNSAID) {
            return reading.channels() == Reading.Channels.FIRST;
        }
        boolean first = reading.planesFirst();
        said.decide(
                DataChoice.ofChannels(
                        Texts.text(
                                first ? "dataset.stepsLast" : "dataset.stepsFirst",
                                name,
                                images.shapeText()),
                        first));
        return first;
    }

    /** Rows of a model with several channels, whose order a row does not tell. */
    private static ArrayLayout rows(
            String name,
            ArrayRows images,
            @Nullable Shape target,
            Reading.Channels order,
            Findings said) {
        int size = images.shape()[1];
        if (target == null
                || target.size() != size
                || target.channels() == 1
                || target.pixels() == 1) {
            return new ArrayLayout(Shape.vector(size), false);
        }
        boolean looksFirst = looksChannelsFirst(images, target);
        boolean first =
                order == Reading.Channels.UNSAID ? looksFirst : order == Reading.Channels.FIRST;
        if (order == Reading.Channels.UNSAID) {
            said.decide(
                    DataChoice.ofChannels(
                            Texts.text(
                                    first ? "dataset.rowsFirst" : "dataset.rowsLast",
                                    name,
                                    Numbers.count(size)),
                            first));
        }
        return new ArrayLayout(target, first);
    }

    /** Whether values side by side are more alike than those of one channel would be, if last. */
    private static boolean looksChannelsFirst(ArrayRows images, Shape target) {
        int size = target.size();
        float[] values = new float[Math.min(LOOKED_AT, images.shape()[0]) * size];
        images.values().pixels().read(0, values.length, values);
        int channels = target.channels();
        double beside = 0;
        double apart = 0;
        for (int i = 0; i < values.length; i++) {
            if (i % size + channels < size) {
                beside += Math.abs(values[i] - values[i + 1]);
                apart += Math.abs(values[i] - values[i + channels]);
            }
        }
        return beside < CLEARLY * apart;
    }

    private static boolean isChannelsFirst(
            String name, ArrayRows images, @Nullable Shape target, Reading.Channels order)
            throws ProblemException {
        int[] s = images.shape();
        boolean last = fits(target, s[1], s[2], s[3]);
        boolean first = fits(target, s[2], s[3], s[1]);
        if (order != Reading.Channels.UNSAID && last == first) {
            return order == Reading.Channels.FIRST;
        }
        if (last && first && s[1] == s[3] && target != null) {
            throw new ChoiceNeeded(
                    new Problem(
                            Problem.Kind.UNSUPPORTED,
                            name,
                            Texts.text("dataset.ambiguousOrder"),
                            Texts.text("dataset.shapeIs", images.shapeText()),
                            Texts.text("dataset.sayOrder")),
                    DataSpec.CHANNEL_ORDER,
                    List.of("hwc", "chw"));
        }
        return first && !last;
    }

    /** Whether this is the target's shape or, without one, that of a picture. */
    private static boolean fits(@Nullable Shape target, int height, int width, int channels) {
        return target == null
                ? channels == 1 || channels == 3
                : target.equals(new Shape(height, width, channels));
    }
}
