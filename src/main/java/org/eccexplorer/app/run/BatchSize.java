package org.eccexplorer.app.run;

import org.eccexplorer.network.Network;

/**
 * How many images are evaluated together: as many as are of use, but of large networks so few that
 * what they hold at once does not grow with it. No result depends on it.
 */
public final class BatchSize {
    /** Activations of all layers that are held at once, 32 MiB. */
    private static final long VALUES = 1L << 23;

    private BatchSize() {}

    /**
     * For a network.
     *
     * @param most of a small one
     */
    public static int of(Network network, int most) {
        long each = network.nodes().stream().mapToLong(node -> node.shape().size()).sum();
        return of(each, most);
    }

    /**
     * For images that are so large.
     *
     * @param each values of an image that are held at once
     */
    static int of(long each, int most) {
        return Math.clamp(VALUES / Math.max(1, each), 1, most);
    }
}
