package org.eccexplorer.channelsfirst;

/** Products of lengths as files give them, which a long does not hold for sure. */
public final class Sizes {
    private Sizes() {}

    /** The number of values of an array; −1 if a length is negative, at most what a long holds. */
    public static long product(long... lengths) {
        long size = 1;
        boolean empty = false;
        for (long length : lengths) {
            if (length < 0) {
                return -1;
            }
            empty |= length == 0;
            boolean overflows = length > 0 && size > Long.MAX_VALUE / length;
            size = overflows ? Long.MAX_VALUE : size * Math.max(1, length);
        }
        return empty ? 0 : size;
    }
}
