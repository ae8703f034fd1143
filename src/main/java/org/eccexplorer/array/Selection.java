package org.eccexplorer.array;

import org.eccexplorer.problem.Problem;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;

/**
 * Which images of a data set are wanted. Readers turn only these into numbers, so that a part of a
 * large file needs only a part of its memory.
 *
 * @param spec as the user named the data, for messages
 * @param from the first, counted from 0
 * @param to the first that is left out; {@link Integer#MAX_VALUE} for all that there are
 * @param most at most this many
 */
public record Selection(String spec, int from, int to, int most) {
    public static Selection all(String spec, int most) {
        return new Selection(spec, 0, Integer.MAX_VALUE, most);
    }

    /** The same for a data set of this many images, its end known. */
    public Selection within(int total) throws ProblemException {
        boolean open = to == Integer.MAX_VALUE;
        if (from >= to || (!open && to > total)) {
            throw new ProblemException(
                    Problem.Kind.USAGE,
                    spec,
                    Texts.text("array.noSuchRange"),
                    Texts.text(
                            "array.rangeAndTotal",
                            Numbers.count(from),
                            Numbers.count(to),
                            Numbers.count(total)),
                    Texts.text("array.writeRange", total));
        }
        int end = open ? total : to;
        return new Selection(spec, from, Math.min(end, from + Math.min(most, end - from)), most);
    }

    /** Of one that knows its end. */
    public int count() {
        return to - from;
    }

    /**
     * Refuses what would fill the memory.
     *
     * @param values of one image
     * @param bytesPerValue held for each
     */
    public void checkMemory(long values, int bytesPerValue) throws ProblemException {
        double bytes = (double) bytesPerValue * values * count();
        long most = Runtime.getRuntime().maxMemory() / 4 * 3;
        if ((double) values * count() > Integer.MAX_VALUE - 8 || bytes > most) {
            throw DataFaults.limit(
                    spec,
                    Texts.text("array.tooLargeForMemory"),
                    Texts.text(
                            "array.imagesNeed",
                            Numbers.count(count()),
                            Numbers.count(values),
                            Numbers.fixed(bytes, 0),
                            Numbers.count(most)),
                    Texts.text("array.takePart", DataSpec.of(spec).withRange(0, 1000)));
        }
    }
}
