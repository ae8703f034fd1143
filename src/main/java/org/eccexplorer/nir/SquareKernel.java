package org.eccexplorer.nir;

import java.util.Optional;
import org.eccexplorer.tensor.Shape;

/**
 * A kernel as NIR can write it: with the same padding at both sides, and with as many rows as
 * columns, since {@code nir.read} takes the number of rows for both when it infers shapes. Zeros
 * are added until it fits.
 *
 * @param size rows and columns
 * @param rows of zeros above the kernel, and {@code columns} left of it
 * @param stride rows, columns
 * @param padding rows, columns
 * @param dilation rows, columns
 */
record SquareKernel(int size, int rows, int columns, int[] stride, int[] padding, int[] dilation) {
    /** Rows or columns of zeros that may be added. */
    private static final int MOST_ZEROS = 64;

    /** Zeros before the kernel along one axis, and the padding that then fits. */
    private record Fit(int before, int padding) {}

    static Optional<SquareKernel> of(Kernel kernel, Shape from, Shape to) {
        int dilationY = dilation(kernel, true);
        int dilationX = dilation(kernel, false);
        int rows = (kernel.rows() - 1) / dilationY + 1;
        int columns = (kernel.columns() - 1) / dilationX + 1;
        int strideY = to.height() > 1 ? kernel.strideY() : from.height();
        int strideX = to.width() > 1 ? kernel.strideX() : from.width();
        Axis y = new Axis(from.height(), to.height(), strideY, dilationY, kernel.top());
        Axis x = new Axis(from.width(), to.width(), strideX, dilationX, kernel.left());
        int least = Math.max(rows, columns);
        for (int size = least; size <= least + MOST_ZEROS; size++) {
            Optional<Fit> up = y.fit(size, rows);
            Optional<Fit> left = x.fit(size, columns);
            if (up.isPresent() && left.isPresent()) {
                return Optional.of(
                        new SquareKernel(
                                size,
                                up.get().before(),
                                left.get().before(),
                                new int[] {strideY, strideX},
                                new int[] {up.get().padding(), left.get().padding()},
                                new int[] {dilationY, dilationX}));
            }
        }
        return Optional.empty();
    }

    /** One axis: the sizes of source and target, and how the kernel lies. */
    private record Axis(int from, int to, int stride, int dilation, int first) {
        Optional<Fit> fit(int size, int kernel) {
            for (int before = 0; before <= size - kernel; before++) {
                int padding = before * dilation - first;
                int span = dilation * (size - 1) + 1;
                int room = from + 2 * padding - span;
                if (padding >= 0 && room >= 0 && room / stride + 1 == to) {
                    return Optional.of(new Fit(before, padding));
                }
            }
            return Optional.empty();
        }
    }

    /** The place of the kernel that a place of the square shows: its index, or −1 for a zero. */
    int place(Kernel kernel, int row, int column) {
        int y = (row - rows) * dilation[0];
        int x = (column - columns) * dilation[1];
        boolean inside = y >= 0 && x >= 0 && y < kernel.rows() && x < kernel.columns();
        return inside ? y * kernel.columns() + x : -1;
    }

    /** The largest distance of which all rows (or columns) that are read are multiples. */
    private static int dilation(Kernel kernel, boolean vertical) {
        int common = 0;
        for (int i = 0; i < kernel.tap().length; i++) {
            if (kernel.tap()[i] >= 0) {
                int at = vertical ? i / kernel.columns() : i % kernel.columns();
                common = Kernel.gcd(common, at);
            }
        }
        return Math.max(1, common);
    }
}
