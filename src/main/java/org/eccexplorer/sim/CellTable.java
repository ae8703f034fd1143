package org.eccexplorer.sim;

import java.util.Arrays;
import org.eccexplorer.convert.TapTable;
import org.eccexplorer.tensor.Shape;

/**
 * A tap table with source pixels joined to cells, and cells to runs. Pixels that every target pixel
 * reads one after the other through the same tap, as those under a window of average pooling, are a
 * cell: they need only one list of spikes. Cells that follow each other, read through taps that do,
 * are a run, as those of one row under a kernel. The order in which a target reads its sources
 * stays as it was.
 */
final class CellTable {
    /** How the source is read: a flattened layer is one pixel with all neurons. */
    private final Shape shape;

    /** Where the runs of each target pixel begin. */
    final int[] start;

    /** For each run its first cell. */
    final int[] cell;

    /** For each run the cell after its last. */
    final int[] endCell;

    /** For each run the kernel position through which its first cell is read. */
    final int[] tap;

    /** Pixels of cell k: {@code pixel[firstPixel[k]]} to {@code pixel[firstPixel[k + 1] − 1]}. */
    final int[] firstPixel;

    final int[] pixel;

    /**
     * Joins what can be joined to runs.
     *
     * @param firstPixel a cell for each pixel that is read, in their order
     */
    private CellTable(TapTable table, Shape shape, int[] firstPixel, int[] pixel) {
        this.shape = shape;
        this.firstPixel = firstPixel;
        this.pixel = pixel;
        int[] cellOf = new int[shape.pixels()];
        for (int k = 0; k + 1 < firstPixel.length; k++) {
            for (int i = firstPixel[k]; i < firstPixel[k + 1]; i++) {
                cellOf[pixel[i]] = k;
            }
        }
        int entries = table.source().length;
        int[] firsts = new int[entries];
        int[] ends = new int[entries];
        int[] taps = new int[entries];
        start = new int[table.targets() + 1];
        int runs = 0;
        for (int p = 0; p < table.targets(); p++) {
            int last = table.start()[p + 1];
            for (int e = table.start()[p]; e < last; ) {
                int read = cellOf[table.source()[e]];
                int through = table.tap()[e];
                boolean follows =
                        runs > start[p]
                                && read == ends[runs - 1]
                                && through - taps[runs - 1] == read - firsts[runs - 1];
                if (!follows) {
                    firsts[runs] = read;
                    taps[runs++] = through;
                }
                ends[runs - 1] = read + 1;
                e += firstPixel[read + 1] - firstPixel[read];
            }
            start[p + 1] = runs;
        }
        cell = Arrays.copyOf(firsts, runs);
        endCell = Arrays.copyOf(ends, runs);
        tap = Arrays.copyOf(taps, runs);
    }

    /** Joins pixels to cells if no pixel would be in two of them. */
    static CellTable of(TapTable table, Shape shape) {
        int pixels = shape.pixels();
        int[] first = new int[pixels];
        int[] size = new int[pixels];
        for (int p = 0; p < table.targets(); p++) {
            int last = table.start()[p + 1];
            for (int e = table.start()[p]; e < last; ) {
                int count = sameTap(table, e, last);
                if (!join(table.source(), e, count, first, size)) {
                    int[] all = new int[pixels + 1];
                    Arrays.setAll(all, i -> i);
                    return new CellTable(table, shape, all, Arrays.copyOf(all, pixels));
                }
                e += count;
            }
        }
        int[] starts = new int[pixels + 1];
        int[] order = new int[pixels];
        int cells = 0;
        for (int p = 0; p < pixels; p++) {
            if (size[p] > 0 && table.source()[first[p]] == p) {
                System.arraycopy(table.source(), first[p], order, starts[cells], size[p]);
                starts[cells + 1] = starts[cells] + size[p];
                cells++;
            }
        }
        int[] firstPixel = Arrays.copyOf(starts, cells + 1);
        return new CellTable(table, shape, firstPixel, Arrays.copyOf(order, starts[cells]));
    }

    private static int sameTap(TapTable table, int entry, int last) {
        int end = entry + 1;
        while (end < last && table.tap()[end] == table.tap()[entry]) {
            end++;
        }
        return end - entry;
    }

    /**
     * Notes that some pixels are a cell.
     *
     * @param source pixels, of which {@code count} from {@code entry} on are meant
     * @param first for each pixel where its cell was first met in {@code source}
     * @param size of the cell of each pixel; 0 before it is met
     * @return false if one of them is in another cell
     */
    private static boolean join(int[] source, int entry, int count, int[] first, int[] size) {
        boolean known = size[source[entry]] > 0;
        for (int i = 0; i < count; i++) {
            int pixel = source[entry + i];
            if (known != size[pixel] > 0) {
                return false;
            }
            if (!known) {
                first[pixel] = entry;
                size[pixel] = count;
            } else if (size[pixel] != count || source[first[pixel] + i] != pixel) {
                return false;
            }
        }
        return true;
    }

    Shape shape() {
        return shape;
    }

    /** How many source pixels a target pixel reads through the same tap, at most. */
    int mostOfOneTap() {
        int taps = 0;
        for (int e = 0; e < tap.length; e++) {
            taps = Math.max(taps, tap[e] + endCell[e] - cell[e]);
        }
        int most = 0;
        for (int p = 0; p + 1 < start.length; p++) {
            int[] pixels = new int[taps];
            for (int e = start[p]; e < start[p + 1]; e++) {
                for (int k = cell[e]; k < endCell[e]; k++) {
                    int through = tap[e] + k - cell[e];
                    pixels[through] += firstPixel[k + 1] - firstPixel[k];
                    most = Math.max(most, pixels[through]);
                }
            }
        }
        return most;
    }

    /** How many source pixels a target pixel reads, at most. */
    int mostOfOneTarget() {
        int most = 0;
        for (int p = 0; p + 1 < start.length; p++) {
            int pixels = 0;
            for (int e = start[p]; e < start[p + 1]; e++) {
                pixels += firstPixel[endCell[e]] - firstPixel[cell[e]];
            }
            most = Math.max(most, pixels);
        }
        return most;
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
