package org.eccexplorer.convert.linear;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eccexplorer.spiking.TapTable;

/** The product of two linear maps: first one, then the other, as one map. */
final class Composition {
    private final LinearMap first;
    private final LinearMap second;

    /** For each combination of taps that occurs, its index among the taps of the product. */
    private final Map<List<Long>, Integer> taps = new HashMap<>();

    private final List<List<Long>> combinations = new ArrayList<>();

    private final TapTable table;

    private Composition(LinearMap first, LinearMap second) {
        this.first = first;
        this.second = second;
        table = table();
    }

    static LinearMap of(LinearMap first, LinearMap second) {
        if (first.isIdentity()) {
            return second;
        }
        if (second.isIdentity()) {
            return first;
        }
        return whole(first, second).product();
    }

    /** The product of two maps that are no identities, not multiplied out yet. */
    static Composition whole(LinearMap first, LinearMap second) {
        return new Composition(first, second);
    }

    /** Whether each source channel meets one row of the second map's matrix. */
    boolean isDiagonalFirst() {
        boolean whole = first.offset() == 0 && first.width() == first.to().channels();
        return first.isDiagonal() && (whole || second.groups() == 1);
    }

    /** Number of weights that the product has if {@link #isDiagonalFirst()}. */
    int weights() {
        return LinearMap.checked((long) table.taps() * first.from().channels() * second.fan());
    }

    /** Multiplies them out. */
    LinearMap product() {
        if (isDiagonalFirst()) {
            return diagonalFirst();
        }
        if (second.isDiagonal()) {
            return diagonalSecond();
        }
        return full(first.ungrouped(), second.ungrouped());
    }

    /** Joins the tables: entries that read the same pixel for the same target become one. */
    private TapTable table() {
        TapTable a = first.table();
        TapTable b = second.table();
        TapTable.Builder builder = new TapTable.Builder(b.targets());
        for (int p = 0; p < b.targets(); p++) {
            Map<Integer, List<Long>> bySource = new LinkedHashMap<>();
            for (int e = b.start()[p]; e < b.start()[p + 1]; e++) {
                int middle = b.source()[e];
                for (int f = a.start()[middle]; f < a.start()[middle + 1]; f++) {
                    long pair = (long) a.tap()[f] << 32 | b.tap()[e];
                    bySource.computeIfAbsent(a.source()[f], s -> new ArrayList<>(1)).add(pair);
                }
            }
            bySource.forEach((source, pairs) -> builder.add(source, tap(pairs)));
            builder.endPixel();
        }
        return inOrder(builder.build(Math.max(1, combinations.size())));
    }

    /**
     * Numbers the taps again, in the order in which targets read them: that of the second map's,
     * then of the first's. Until here they are numbered as they were met, which began at a corner.
     */
    private TapTable inOrder(TapTable met) {
        List<List<Long>> before = List.copyOf(combinations);
        combinations.sort(
                Comparator.comparingLong(Composition::firstRead).thenComparing(Object::toString));
        for (int i = 0; i < combinations.size(); i++) {
            taps.put(combinations.get(i), i);
        }
        int[] number =
                before.stream().mapToInt(key -> Objects.requireNonNull(taps.get(key))).toArray();
        int[] tap = Arrays.stream(met.tap()).map(i -> number[i]).toArray();
        return new TapTable(met.start(), met.source(), tap, met.taps());
    }

    /** The pair of a combination that is read first: the second map's tap, then the first's. */
    private static long firstRead(List<Long> pairs) {
        return pairs.stream().mapToLong(pair -> Long.rotateLeft(pair, 32)).min().orElseThrow();
    }

    private int tap(List<Long> pairs) {
        pairs.sort(null);
        return taps.computeIfAbsent(
                List.copyOf(pairs),
                key -> {
                    combinations.add(key);
                    return combinations.size() - 1;
                });
    }

    /** Source channel c meets row {@code first.offset + c} of the second map's matrix. */
    private LinearMap diagonalFirst() {
        int channels = first.from().channels();
        int fan = second.fan();
        double[] factors = first.allWeights();
        double[] rows = second.allWeights();
        double[] weights = new double[LinearMap.checked((long) table.taps() * channels * fan)];
        for (int t = 0; t < combinations.size(); t++) {
            for (long pair : combinations.get(t)) {
                int a = (int) (pair >> 32) * channels;
                int b = ((int) pair * second.from().channels() + first.offset()) * fan;
                int row = t * channels * fan;
                for (int ci = 0; ci < channels; ci++) {
                    for (int o = 0; o < fan; o++) {
                        weights[row + ci * fan + o] += factors[a + ci] * rows[b + ci * fan + o];
                    }
                }
            }
        }
        return new LinearMap(
                first.from(),
                second.to(),
                second.offset(),
                second.width(),
                second.groups(),
                table,
                weights);
    }

    /** Every column of the first map's matrix is multiplied by its channel's factor. */
    private LinearMap diagonalSecond() {
        int channels = first.from().channels();
        int fan = first.fan();
        double[] rows = first.allWeights();
        double[] factors = second.allWeights();
        double[] weights = new double[LinearMap.checked((long) table.taps() * channels * fan)];
        for (int t = 0; t < combinations.size(); t++) {
            for (long pair : combinations.get(t)) {
                int a = (int) (pair >> 32) * channels * fan;
                int b = (int) pair * second.from().channels() + first.offset();
                int row = t * channels * fan;
                for (int ci = 0; ci < channels; ci++) {
                    int factor = b + first.firstTarget(ci);
                    for (int o = 0; o < fan; o++) {
                        weights[row + ci * fan + o] += rows[a + ci * fan + o] * factors[factor + o];
                    }
                }
            }
        }
        return new LinearMap(
                first.from(),
                second.to(),
                second.offset() + first.offset(),
                first.width(),
                first.groups(),
                table,
                weights);
    }

    private LinearMap full(LinearMap first, LinearMap second) {
        int channels = first.from().channels();
        int middle = first.width();
        int width = second.width();
        double[] factors = first.allWeights();
        double[] rows = second.allWeights();
        double[] weights = new double[LinearMap.checked((long) table.taps() * channels * width)];
        for (int t = 0; t < combinations.size(); t++) {
            for (long pair : combinations.get(t)) {
                int a = (int) (pair >> 32) * channels * middle;
                int b = ((int) pair * second.from().channels() + first.offset()) * width;
                for (int ci = 0; ci < channels; ci++) {
                    int row = (t * channels + ci) * width;
                    for (int m = 0; m < middle; m++) {
                        double factor = factors[a + ci * middle + m];
                        for (int o = 0; o < width; o++) {
                            weights[row + o] += factor * rows[b + m * width + o];
                        }
                    }
                }
            }
        }
        return new LinearMap(first.from(), second.to(), second.offset(), width, 1, table, weights);
    }
}
