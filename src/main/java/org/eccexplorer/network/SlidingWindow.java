package org.eccexplorer.network;

import org.eccexplorer.tensor.Shape;

/**
 * The sliding window of a convolution or pooling, its padding explicit (so the asymmetric SAME
 * padding of Keras is a plain case).
 *
 * @param height rows of the kernel
 * @param width columns of the kernel
 * @param strideY step between output rows, in input rows
 * @param strideX step between output columns
 * @param dilationY distance between kernel rows, in input rows
 * @param dilationX distance between kernel columns
 * @param top rows of padding above
 * @param left columns of padding at the left
 * @param bottom rows of padding below
 * @param right columns of padding at the right
 */
public record SlidingWindow(
        int height,
        int width,
        int strideY,
        int strideX,
        int dilationY,
        int dilationX,
        int top,
        int left,
        int bottom,
        int right) {

    public SlidingWindow {
        if (Math.min(Math.min(height, width), Math.min(strideY, strideX)) < 1
                || Math.min(dilationY, dilationX) < 1
                || Math.min(Math.min(top, left), Math.min(bottom, right)) < 0) {
            throw new IllegalArgumentException("not a window");
        }
    }

    /** A window without padding or dilation. */
    public static SlidingWindow valid(int height, int width, int strideY, int strideX) {
        return new SlidingWindow(height, width, strideY, strideX, 1, 1, 0, 0, 0, 0);
    }

    /**
     * A window padded as TensorFlow's SAME: output size ⌈input/stride⌉, the odd row or column of
     * padding at the end.
     */
    public static SlidingWindow same(
            int height,
            int width,
            int strideY,
            int strideX,
            int dilationY,
            int dilationX,
            Shape input) {
        int vertical = samePadding(input.height(), height, strideY, dilationY);
        int horizontal = samePadding(input.width(), width, strideX, dilationX);
        return new SlidingWindow(
                height,
                width,
                strideY,
                strideX,
                dilationY,
                dilationX,
                vertical / 2,
                horizontal / 2,
                vertical - vertical / 2,
                horizontal - horizontal / 2);
    }

    private static int samePadding(int size, int kernel, int stride, int dilation) {
        int outputs = (size + stride - 1) / stride;
        return Math.max((outputs - 1) * stride + (kernel - 1) * dilation + 1 - size, 0);
    }

    /**
     * Rows of the output for this many rows of input; may be 0 or less if the window does not fit.
     */
    public int outputHeight(int inputHeight) {
        return outputs(inputHeight + top + bottom, height, strideY, dilationY);
    }

    /** Columns of the output for this many columns of input. */
    public int outputWidth(int inputWidth) {
        return outputs(inputWidth + left + right, width, strideX, dilationX);
    }

    private static int outputs(int padded, int kernel, int stride, int dilation) {
        int span = (kernel - 1) * dilation + 1;
        return padded < span ? 0 : (padded - span) / stride + 1;
    }

    /**
     * Input row under kernel row {@code ky} of output row {@code y}; outside the input in padding.
     */
    public int inputRow(int y, int ky) {
        return y * strideY - top + ky * dilationY;
    }

    /** Input column under kernel column {@code kx} of output column {@code x}. */
    public int inputColumn(int x, int kx) {
        return x * strideX - left + kx * dilationX;
    }

    /** Number of kernel positions. */
    public int taps() {
        return height * width;
    }
}
