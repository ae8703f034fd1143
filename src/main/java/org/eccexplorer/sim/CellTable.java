package org.eccexplorer.sim;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eccexplorer.convert.TapTable;
import org.eccexplorer.tensor.Shape;

/**
 * A tap table with source pixels joined to cells: pixels that every target pixel reads one after
 * the other through the same tap, as those under a window of average pooling, need only one list of
 * spikes. The order in which a target reads its sources stays as it was.
 */
final class CellTable {
    /** How the source is read: a flattened layer is one pixel with all neurons. */
    private final Shape shape;

    /** Where the entries of each target pixel begin. */
    final int[] start;

    /** For each entry the cell it reads. */
    final int[] cell;

    /** For each entry its kernel position. */
    final int[] tap;

    /** Pixels of cell k: {@code pixel[firstPixel[k]]} to {@code pixel[firstPixel[k + 1] − 1]}. */
    final int[] firstPixel;

    final int[] pixel;

    private CellTable(
            Shape shape, int[] start, int[] cell, int[] tap, int[] firstPixel, int[] pixel) {
        this.shape = shape;
        this.start = start;
        this.cell = cell;
        this.tap = tap;
        this.firstPixel = firstPixel;
        this.pixel = pixel;
    }

    /** Joins what can be joined: only if no pixel would be in two cells. */
    static CellTable of(TapTable table, Shape shape) {
        Map<List<Integer>, Integer> cells = new HashMap<>();
        int[] start = new int[table.targets() + 1];
        int[] cell = new int[table.source().length];
        int[] tap = new int[table.source().length];
        int entries = 0;
        for (int p = 0; p < table.targets(); p++) {
            int last = table.start()[p + 1];
            for (int e = table.start()[p]; e < last; ) {
                int end = e + 1;
                while (end < last && table.tap()[end] == table.tap()[e]) {
                    end++;
                }
                List<Integer> run = Arrays.stream(table.source(), e, end).boxed().toList();
                cell[entries] = cells.computeIfAbsent(run, r -> cells.size());
                tap[entries++] = table.tap()[e];
                e = end;
            }
            start[p + 1] = entries;
        }
        int joined = cells.keySet().stream().mapToInt(List::size).sum();
        long distinct = cells.keySet().stream().flatMap(List::stream).distinct().count();
        if (joined != distinct) {
            return single(table, shape);
        }
        return new CellTable(
                shape,
                start,
                Arrays.copyOf(cell, entries),
                Arrays.copyOf(tap, entries),
                firsts(cells),
                pixels(cells, joined));
    }

    /** Every pixel is a cell. */
    static CellTable single(TapTable table, Shape shape) {
        int[] all = new int[shape.pixels() + 1];
        Arrays.setAll(all, p -> p);
        return new CellTable(
                shape,
                table.start(),
                table.source(),
                table.tap(),
                all,
                Arrays.copyOf(all, shape.pixels()));
    }

    private static int[] firsts(Map<List<Integer>, Integer> cells) {
        int[] first = new int[cells.size() + 1];
        cells.forEach((run, index) -> first[index + 1] = run.size());
        Arrays.parallelPrefix(first, Integer::sum);
        return first;
    }

    private static int[] pixels(Map<List<Integer>, Integer> cells, int count) {
        int[] first = firsts(cells);
        int[] pixels = new int[count];
        cells.forEach((run, index) -> {
            for (int i = 0; i < run.size(); i++) {
                pixels[first[index] + i] = run.get(i);
            }
        });
        return pixels;
    }

    Shape shape() {
        return shape;
    }

    int cells() {
        return firstPixel.length - 1;
    }

    /** Whether the lists of spikes made for one serve the other. */
    boolean hasCellsOf(CellTable other) {
        return shape.equals(other.shape)
                && Arrays.equals(firstPixel, other.firstPixel)
                && Arrays.equals(pixel, other.pixel);
    }
}
