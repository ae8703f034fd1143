package org.eccexplorer.sim.kernel;

import java.util.Arrays;
import org.eccexplorer.spiking.Projection;
import org.eccexplorer.spiking.TapTable;
import org.eccexplorer.tensor.Shape;

/**
 * A tap table with source pixels joined to cells, and cells to runs. Pixels that every target pixel
 * reads one after the other through the same tap, as those under a window of average pooling, are a
 * cell: they need only one list of spikes. Cells that follow each other, read through taps that do,
 * are a run, as those of one row under a kernel. The order in which a target reads its sources
 * stays as it was.
 *
 * <p>Kernel positions are grouped to segments, so that the weights of one may be read for many
 * targets before those of the next; no run goes from one into another.
 */
public final class CellTable {
    /** How the source is read: a flattened layer is one pixel with all neurons. */
    private final Shape shape;

    private final int taps;
    private final int tapsPerSegment;

    /** How many segments there are; 1 if targets read them in different orders. */
    final int segments;

    /** Whether every target pixel reads something. */
    final boolean reachesAll;

    /** Where the runs of each target pixel begin, segment by segment. */
    private final int[] start;

    /** For each run its first cell. */
    final int[] cell;

    /** For each run the cell after its last. */
    final int[] endCell;

    /** For each run the kernel position through which its first cell is read. */
    final int[] tap;

    /** Pixels of cell k: {@code pixel[firstPixel[k]]} to {@code pixel[firstPixel[k + 1] − 1]}. */
    final int[] firstPixel;

    final int[] pixel;

    /** How many target pixels read each cell, once for each tap. */
    final int[] readers;

    /** Source pixels that a target pixel reads at most, once for each tap. */
    final int mostPixels;

    /**
     * Joins what can be joined to runs.
     *
     * @param tapsPerSegment kernel positions of a segment
     * @param firstPixel a cell for each pixel that is read, in their order
     */
    private CellTable(
            TapTable table, Shape shape, int tapsPerSegment, int[] firstPixel, int[] pixel) {
        this.shape = shape;
        this.taps = table.taps();
        this.tapsPerSegment = inOrder(table, tapsPerSegment) ? tapsPerSegment : taps;
        segments = (taps + this.tapsPerSegment - 1) / this.tapsPerSegment;
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
        int[] through = new int[entries];
        start = new int[table.targets() * segments + 1];
        int runs = 0;
        int most = 0;
        boolean all = true;
        for (int p = 0; p < table.targets(); p++) {
            int e = table.start()[p];
            all &= e < table.start()[p + 1];
            most = Math.max(most, table.start()[p + 1] - e);
            for (int s = 0; s < segments; s++) {
                int list = p * segments + s;
                while (e < table.start()[p + 1] && table.tap()[e] / this.tapsPerSegment == s) {
                    int read = cellOf[table.source()[e]];
                    int position = table.tap()[e];
                    boolean follows =
                            runs > start[list]
                                    && read == ends[runs - 1]
                                    && position - through[runs - 1] == read - firsts[runs - 1];
                    if (!follows) {
                        firsts[runs] = read;
                        through[runs++] = position;
                    }
                    ends[runs - 1] = read + 1;
                    e += firstPixel[read + 1] - firstPixel[read];
                }
                start[list + 1] = runs;
            }
        }
        reachesAll = all;
        mostPixels = most;
        cell = Arrays.copyOf(firsts, runs);
        endCell = Arrays.copyOf(ends, runs);
        tap = Arrays.copyOf(through, runs);
        readers = new int[firstPixel.length - 1];
        for (int run = 0; run < runs; run++) {
            for (int k = cell[run]; k < endCell[run]; k++) {
                readers[k]++;
            }
        }
    }

    /** Whether every target reads the segments one after the other. */
    private static boolean inOrder(TapTable table, int tapsPerSegment) {
        for (int p = 0; p < table.targets(); p++) {
            for (int e = table.start()[p] + 1; e < table.start()[p + 1]; e++) {
                if (table.tap()[e] / tapsPerSegment < table.tap()[e - 1] / tapsPerSegment) {
                    return false;
                }
            }
        }
        return true;
    }

    /**
     * Joins pixels to cells if no pixel would be in two of them.
     *
     * @param shape how the source is read
     * @param tapsPerSegment kernel positions of a segment
     */
    public static CellTable of(TapTable table, Shape shape, int tapsPerSegment) {
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
                    return new CellTable(
                            table, shape, tapsPerSegment, all, Arrays.copyOf(all, pixels));
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
        return new CellTable(
                table, shape, tapsPerSegment, firstPixel, Arrays.copyOf(order, starts[cells]));
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

    /** The same cells and runs for a projection whose source has other channels there. */
    CellTable with(Projection projection) {
        return shape.equals(projection.from())
                ? this
                : of(projection.table(), projection.from(), tapsPerSegment);
    }

    /** The first run of a target pixel; those of the next pixel follow on its own. */
    int firstRun(int target) {
        return start[target * segments];
    }

    /** The first run of a target pixel in a segment; those of the next segment follow. */
    int firstRun(int target, int segment) {
        return start[target * segments + segment];
    }

    /** Where the row would be, [tap][channel], that spike 0 of the source selects through a run. */
    int origin(int run) {
        return (tap[run] - cell[run]) * shape.channels();
    }

    /** The first kernel position of a segment; for the segment after the last, their number. */
    int firstTap(int segment) {
        return Math.min(segment * tapsPerSegment, taps);
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
