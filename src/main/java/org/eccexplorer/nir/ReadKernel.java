package org.eccexplorer.nir;

import org.eccexplorer.network.Layer;
import org.eccexplorer.network.SlidingWindow;

/**
 * A convolution as the file has it, without what is only written because the format has no other
 * words: rows and columns of zeros around a kernel, and zeros between groups of channels. The
 * result is the same; it is faster, and sums are taken in the order in which they were before.
 */
final class ReadKernel {
    private final NirNode.Convolution node;
    private final SlidingWindow window;
    private final int rows;
    private final int columns;

    private ReadKernel(NirNode.Convolution node, SlidingWindow window) {
        this.node = node;
        this.window = window;
        rows = node.kernel()[2];
        columns = node.kernel()[3];
    }

    static Layer.Convolution layer(NirNode.Convolution node, SlidingWindow window) {
        return new ReadKernel(node, window).trimmed();
    }

    private float at(int output, int input, int row, int column) {
        return node.weight()[((output * node.kernel()[1] + input) * rows + row) * columns + column];
    }

    private Layer.Convolution trimmed() {
        int top = 0;
        while (top < rows - 1 && isZeroRow(top)) {
            top++;
        }
        int bottom = rows - 1;
        while (bottom > top && isZeroRow(bottom)) {
            bottom--;
        }
        int left = 0;
        while (left < columns - 1 && isZeroColumn(left)) {
            left++;
        }
        int right = columns - 1;
        while (right > left && isZeroColumn(right)) {
            right--;
        }
        int above = window.top() - top * window.dilationY();
        int below = window.bottom() - (rows - 1 - bottom) * window.dilationY();
        int before = window.left() - left * window.dilationX();
        int behind = window.right() - (columns - 1 - right) * window.dilationX();
        if (Math.min(Math.min(above, below), Math.min(before, behind)) < 0) {
            return layer(window, 0, 0); // it would crop the image
        }
        SlidingWindow smaller =
                new SlidingWindow(
                        bottom - top + 1,
                        right - left + 1,
                        window.strideY(),
                        window.strideX(),
                        window.dilationY(),
                        window.dilationX(),
                        above,
                        before,
                        below,
                        behind);
        return layer(smaller, top, left);
    }

    private boolean isZeroRow(int row) {
        for (int plane = 0; plane < node.kernel()[0] * node.kernel()[1]; plane++) {
            for (int c = 0; c < columns; c++) {
                if (node.weight()[(plane * rows + row) * columns + c] != 0) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean isZeroColumn(int column) {
        for (int line = 0; line < node.kernel()[0] * node.kernel()[1] * rows; line++) {
            if (node.weight()[line * columns + column] != 0) {
                return false;
            }
        }
        return true;
    }

    private Layer.Convolution layer(SlidingWindow kernel, int top, int left) {
        int outputs = node.outputs();
        int groups = groups();
        int inputs = node.inputs() / groups;
        boolean found = groups != node.slide().groups();
        float[] weights = new float[kernel.taps() * inputs * outputs];
        for (int t = 0; t < kernel.taps(); t++) {
            for (int i = 0; i < inputs; i++) {
                for (int o = 0; o < outputs; o++) {
                    int first = found ? o / (outputs / groups) * inputs : 0;
                    weights[(t * inputs + i) * outputs + o] =
                            at(o, first + i, top + t / kernel.width(), left + t % kernel.width());
                }
            }
        }
        return new Layer.Convolution(kernel, groups, node.inputs(), outputs, weights, node.bias());
    }

    /** The groups of the file, or as many as there are channels if no channel meets another. */
    private int groups() {
        int channels = node.outputs();
        if (node.slide().groups() != 1 || channels != node.kernel()[1] || channels == 1) {
            return node.slide().groups();
        }
        int taps = rows * columns;
        for (int i = 0; i < node.weight().length; i++) {
            int plane = i / taps;
            if (node.weight()[i] != 0 && plane / channels != plane % channels) {
                return 1;
            }
        }
        return channels;
    }
}
