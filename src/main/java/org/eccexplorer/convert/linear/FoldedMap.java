package org.eccexplorer.convert.linear;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A linear map kept as factors while these are much smaller than their product: a depthwise
 * convolution before a pointwise one, the factors of a batch normalisation that one of several
 * readers applies. The product is the same, bit by bit, whenever it is multiplied out; it is
 * multiplied out each time it is asked for, and held nowhere.
 */
final class FoldedMap {
    /** Factors are kept if their product would be so many times as large. */
    private static final long WORTH = 2;

    private final @Nullable LinearMap map;
    private final @Nullable Composition product;
    private final double @Nullable [] gain;

    private FoldedMap(
            @Nullable LinearMap map, @Nullable Composition product, double @Nullable [] gain) {
        this.map = map;
        this.product = product;
        this.gain = gain;
    }

    static FoldedMap of(LinearMap map) {
        return new FoldedMap(map, null, null);
    }

    /** The map itself. */
    LinearMap map() {
        LinearMap whole = map == null ? Objects.requireNonNull(product).product() : map;
        return gain == null ? whole : whole.scaled(gain);
    }

    /** This map, then another. */
    FoldedMap then(LinearMap next) {
        LinearMap own = map();
        if (own.isIdentity() || next.isIdentity()) {
            return of(Composition.of(own, next));
        }
        Composition composed = Composition.whole(own, next);
        long factors = (long) own.weights().count() + next.weights().count();
        boolean kept = composed.isDiagonalFirst() && composed.weights() > WORTH * factors;
        return kept ? new FoldedMap(null, composed, null) : of(composed.product());
    }

    /** With target channel c multiplied by {@code factor[c]}. */
    FoldedMap scaled(double[] factor) {
        return gain == null
                ? new FoldedMap(map, product, factor.clone())
                : new FoldedMap(map(), null, factor.clone());
    }

    /** Writing to the channels from {@code by} on of a wider target. */
    FoldedMap shifted(int by, int channels) {
        return of(map().shifted(by, channels));
    }

    /** Whether it passes everything on unchanged. */
    boolean isIdentity() {
        return map != null && map.isDiagonal() && map().isIdentity();
    }
}
