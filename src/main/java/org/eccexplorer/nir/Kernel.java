package org.eccexplorer.nir;

import java.util.Arrays;
import java.util.Optional;
import org.eccexplorer.spiking.TapTable;
import org.eccexplorer.tensor.Shape;

/**
 * A tap table seen as the kernel of a convolution: which row and column of the source a target
 * reads, relative to its own row and column times the stride, and through which tap. Every target
 * reads every place of the kernel that lies within the source, and nothing else.
 *
 * @param strideY rows between the places that neighbouring targets read, and {@code strideX}
 *     columns
 * @param top first row of the kernel: below zero where it begins in the padding
 * @param left first column
 * @param rows of the kernel, and {@code columns}
 * @param tap [rows][columns], −1 for a place that is not read
 */
record Kernel(int strideY, int strideX, int top, int left, int rows, int columns, int[] tap) {
    private static final int MOST_STRIDE = 64;

    /** The kernel of a table, if its targets all read alike. */
    static Optional<Kernel> of(TapTable table, Shape from, Shape to) {
        for (int sy : strides(from.height(), to.height())) {
            for (int sx : strides(from.width(), to.width())) {
                Optional<Kernel> kernel = of(table, from, to, sy, sx);
                if (kernel.isPresent()) {
                    return kernel;
                }
            }
        }
        return Optional.empty();
    }

    /** Strides to try, the likely one first; where there is one target, any would do. */
    private static int[] strides(int from, int to) {
        if (to == 1) {
            return new int[] {1};
        }
        int likely = Math.clamp(Math.round((float) from / to), 1, MOST_STRIDE);
        int[] all = new int[Math.min(MOST_STRIDE, from) + 1];
        all[0] = likely;
        for (int i = 1; i < all.length; i++) {
            all[i] = i;
        }
        return all;
    }

    private static Optional<Kernel> of(TapTable table, Shape from, Shape to, int sy, int sx) {
        int above = sy * (to.height() - 1);
        int before = sx * (to.width() - 1);
        int height = above + from.height();
        int width = before + from.width();
        int[] places = new int[Math.multiplyExact(height, width)];
        Arrays.fill(places, -1);
        for (int p = 0; p < table.targets(); p++) {
            int y = p / to.width() * sy;
            int x = p % to.width() * sx;
            for (int e = table.start()[p]; e < table.start()[p + 1]; e++) {
                int row = table.source()[e] / from.width() - y + above;
                int column = table.source()[e] % from.width() - x + before;
                int place = row * width + column;
                if (places[place] >= 0 && places[place] != table.tap()[e]) {
                    return Optional.empty();
                }
                places[place] = table.tap()[e];
            }
        }
        Kernel kernel = cropped(places, width, above, before, sy, sx);
        return kernel.reads(from, to) == table.source().length
                ? Optional.of(kernel)
                : Optional.empty();
    }

    /** The smallest kernel that holds all places that are read. */
    private static Kernel cropped(
            int[] places, int width, int above, int before, int strideY, int strideX) {
        int top = Integer.MAX_VALUE;
        int left = Integer.MAX_VALUE;
        int bottom = -1;
        int right = -1;
        for (int i = 0; i < places.length; i++) {
            if (places[i] >= 0) {
                top = Math.min(top, i / width);
                bottom = Math.max(bottom, i / width);
                left = Math.min(left, i % width);
                right = Math.max(right, i % width);
            }
        }
        if (bottom < 0) {
            return new Kernel(strideY, strideX, 0, 0, 1, 1, new int[] {-1});
        }
        int rows = bottom - top + 1;
        int columns = right - left + 1;
        int[] tap = new int[rows * columns];
        for (int i = 0; i < tap.length; i++) {
            tap[i] = places[(top + i / columns) * width + left + i % columns];
        }
        return new Kernel(strideY, strideX, top - above, left - before, rows, columns, tap);
    }

    /** How many entries a table with this kernel has. */
    private long reads(Shape from, Shape to) {
        long reads = 0;
        for (int i = 0; i < tap.length; i++) {
            if (tap[i] >= 0) {
                int row = top + i / columns;
                int column = left + i % columns;
                reads +=
                        (long) inside(row, strideY, from.height(), to.height())
                                * inside(column, strideX, from.width(), to.width());
            }
        }
        return reads;
    }

    /** How many of the targets read within the source, along one axis. */
    private static int inside(int offset, int stride, int from, int to) {
        int count = 0;
        for (int i = 0; i < to; i++) {
            int at = i * stride + offset;
            count += at >= 0 && at < from ? 1 : 0;
        }
        return count;
    }

    /**
     * A pooling before a convolution, together the same as a kernel: every tap is read through all
     * places of a rectangle.
     *
     * @param rows of the rectangle, and {@code columns}
     * @param strideY rows between rectangles, and {@code strideX} columns
     * @param pooled what the pooling gives
     * @param kernel on that
     */
    record Pooled(int rows, int columns, int strideY, int strideX, Shape pooled, Kernel kernel) {}

    /** The kernel taken apart, if it is the product of a pooling and a smaller kernel. */
    Optional<Pooled> pooled(Shape from, Shape to) {
        int taps = Arrays.stream(tap).max().orElse(-1) + 1;
        int[][] boxes = new int[taps][];
        for (int t = 0; t < taps; t++) {
            boxes[t] = box(t);
        }
        int[] first = Arrays.stream(boxes).filter(box -> box.length > 0).findFirst().orElse(null);
        if (first == null || first[2] * first[3] == 1) {
            return Optional.empty();
        }
        int stepY = to.height() > 1 ? strideY : 0;
        int stepX = to.width() > 1 ? strideX : 0;
        for (int[] box : boxes) {
            if (box.length == 0) {
                continue;
            }
            if (box[2] != first[2] || box[3] != first[3] || count(boxes, box) > 1) {
                return Optional.empty();
            }
            stepY = gcd(stepY, top + box[0]);
            stepX = gcd(stepX, left + box[1]);
        }
        int height = step(stepY, first[2]);
        int width = step(stepX, first[3]);
        if (from.height() < first[2] || from.width() < first[3]) {
            return Optional.empty();
        }
        Shape pooled =
                new Shape(
                        (from.height() - first[2]) / height + 1,
                        (from.width() - first[3]) / width + 1,
                        from.channels());
        int[] small =
                new int[((rows - first[2]) / height + 1) * ((columns - first[3]) / width + 1)];
        int across = (columns - first[3]) / width + 1;
        Arrays.fill(small, -1);
        for (int t = 0; t < taps; t++) {
            if (boxes[t].length > 0) {
                small[boxes[t][0] / height * across + boxes[t][1] / width] = t;
            }
        }
        Kernel inner =
                new Kernel(
                        to.height() > 1 ? strideY / height : 1,
                        to.width() > 1 ? strideX / width : 1,
                        Math.floorDiv(top, height),
                        Math.floorDiv(left, width),
                        small.length / across,
                        across,
                        small);
        long reads = inner.reads(pooled, to) * first[2] * first[3];
        return reads == reads(from, to)
                ? Optional.of(new Pooled(first[2], first[3], height, width, pooled, inner))
                : Optional.empty();
    }

    private static int count(int[][] boxes, int[] box) {
        int count = 0;
        for (int[] other : boxes) {
            count += other.length > 0 && other[0] == box[0] && other[1] == box[1] ? 1 : 0;
        }
        return count;
    }

    /** Rectangles beside each other, unless they overlap or have gaps. */
    private static int step(int common, int length) {
        return common == 0 || common % length == 0 ? length : common;
    }

    /** Row, column, rows and columns of the rectangle that a tap fills; empty if it fills none. */
    private int[] box(int wanted) {
        int count = 0;
        int[] box = {rows, columns, -1, -1};
        for (int i = 0; i < tap.length; i++) {
            if (tap[i] == wanted) {
                count++;
                box[0] = Math.min(box[0], i / columns);
                box[1] = Math.min(box[1], i % columns);
                box[2] = Math.max(box[2], i / columns);
                box[3] = Math.max(box[3], i % columns);
            }
        }
        box[2] -= box[0] - 1;
        box[3] -= box[1] - 1;
        return count > 0 && count == box[2] * box[3] ? box : new int[0];
    }

    /** The largest number that divides both, 0 if both are 0. */
    static int gcd(int a, int b) {
        return b == 0 ? Math.abs(a) : gcd(b, a % b);
    }
}
