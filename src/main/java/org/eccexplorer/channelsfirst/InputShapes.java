package org.eccexplorer.channelsfirst;

import java.util.Arrays;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.problem.SizeLeftOpen;
import org.eccexplorer.tensor.Shape;
import org.eccexplorer.text.Texts;
import org.jspecify.annotations.Nullable;

/** Where networks begin: the shape of a model's input. */
public final class InputShapes {
    private InputShapes() {}

    /**
     * A network with an input of (N, C, H, W), (N, C, L) or (N, C), and nothing else yet.
     *
     * @param dimensions the first, N, is not looked at; 0 where a size is left open
     */
    public static ChannelsFirst network(String where, int[] dimensions) throws ProblemException {
        return network(where, dimensions, null, false);
    }

    /**
     * As {@link #network(String, int[])}, with sizes that are left open, or with channels last.
     *
     * @param size rows, columns and channels; null if not given
     * @param last whether images are (N, H, W, C) and sequences (N, L, C)
     */
    public static ChannelsFirst network(
            String where, int[] dimensions, @Nullable Shape size, boolean last)
            throws ProblemException {
        int[] first = last ? channelsFirst(dimensions) : dimensions;
        int[] fixed = size == null ? first : fixed(first, size);
        try {
            return new ChannelsFirst(of(where, fixed), fixed.length - 1, last);
        } catch (Unreadable never) {
            throw new IllegalStateException(never);
        }
    }

    private static int[] channelsFirst(int[] last) {
        int[] first = last.clone();
        first[1] = last[last.length - 1];
        System.arraycopy(last, 1, first, 2, last.length - 2);
        return first;
    }

    /** Open dimensions with their sizes. */
    private static int[] fixed(int[] dimensions, Shape size) {
        int[] fixed = dimensions.clone();
        int[] sides = {size.channels(), size.height(), size.width()};
        if (fixed.length == 3) {
            sides[1] = size.width();
        }
        for (int d = 1; d < fixed.length && d < 4; d++) {
            fixed[d] = dimensions[d] < 1 ? sides[d - 1] : dimensions[d];
        }
        return fixed;
    }

    private static Shape of(String where, int[] dimensions) throws ProblemException {
        for (int d = 1; d < dimensions.length; d++) {
            if (dimensions[d] < 1 || dimensions[d] > 1 << 16) {
                throw unsupported(where, dimensions);
            }
        }
        return switch (dimensions.length) {
            case 2 -> Shape.vector(dimensions[1]);
            case 3 -> new Shape(1, dimensions[2], dimensions[1]);
            case 4 -> new Shape(dimensions[2], dimensions[3], dimensions[1]);
            default -> throw unsupported(where, dimensions);
        };
    }

    private static ProblemException unsupported(String where, int[] dimensions) {
        Problem problem =
                new Problem(
                        Problem.Kind.UNSUPPORTED,
                        where,
                        Texts.text("channelsfirst.inputShape"),
                        Texts.text("channelsfirst.shapeIs", Arrays.toString(dimensions)),
                        isSizeOpen(dimensions)
                                ? Texts.text("channelsfirst.sayTheSize")
                                : Texts.text("channelsfirst.exportFixedSize"));
        return isSizeOpen(dimensions) ? new SizeLeftOpen(problem) : new ProblemException(problem);
    }

    private static boolean isSizeOpen(int[] dimensions) {
        return (dimensions.length == 3 || dimensions.length == 4)
                && Arrays.stream(dimensions).skip(1).anyMatch(size -> size == 0);
    }
}
