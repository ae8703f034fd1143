package org.eccexplorer.channelsfirst;

import java.util.Arrays;
import org.eccexplorer.network.SlidingWindow;
import org.eccexplorer.tensor.Shape;
import org.eccexplorer.text.Texts;

/** How a window moves: each array holds rows, then columns. */
public record Sliding(int[] kernel, int[] stride, int[] dilation, int[] begin, int[] end) {
    /** No window moves or pads by more, or spans more. */
    private static final int MOST = 1 << 16;

    /** A window that moves by its own size. */
    static Sliding tiles(int rows, int columns) {
        int[] size = {rows, columns};
        int[] none = {0, 0};
        return new Sliding(size, size, new int[] {1, 1}, none, none);
    }

    SlidingWindow window() throws Unreadable {
        for (int d = 0; d < 2; d++) {
            long most = Math.max(Math.max(stride[d], dilation[d]), Math.max(begin[d], end[d]));
            long span = (kernel[d] - 1L) * dilation[d] + 1;
            if (Math.max(most, span) > MOST) {
                throw outOfRange();
            }
        }
        try {
            return new SlidingWindow(
                    kernel[0],
                    kernel[1],
                    stride[0],
                    stride[1],
                    dilation[0],
                    dilation[1],
                    begin[0],
                    begin[1],
                    end[0],
                    end[1]);
        } catch (IllegalArgumentException e) {
            throw outOfRange();
        }
    }

    private Unreadable outOfRange() {
        return new Unreadable(
                Texts.text(
                        "channelsfirst.windowOutOfRange",
                        Arrays.toString(kernel),
                        Arrays.toString(stride),
                        Arrays.toString(dilation),
                        Arrays.toString(begin),
                        Arrays.toString(end)));
    }

    /** With the padding that keeps the size at stride 1, the odd row or column at the end. */
    public Sliding same(Shape in, boolean oddAtEnd) throws Unreadable {
        window();
        int[] first = new int[2];
        int[] last = new int[2];
        for (int d = 0; d < 2; d++) {
            int size = size(in, d);
            int outputs = (size + stride[d] - 1) / stride[d];
            int total = Math.max(0, (outputs - 1) * stride[d] + span(d) - size);
            first[d] = oddAtEnd ? total / 2 : total - total / 2;
            last[d] = total - first[d];
        }
        return new Sliding(kernel, stride, dilation, first, last);
    }

    /**
     * With padding at the end for windows that are only partly filled (ceil_mode); a window that
     * would begin in the padding at the end does not count.
     */
    Sliding withPartialWindows(Shape in) throws Unreadable {
        window();
        int[] last = end.clone();
        for (int d = 0; d < 2; d++) {
            int padded = size(in, d) + begin[d] + end[d];
            int steps = Math.ceilDiv(padded - span(d), stride[d]);
            if (steps * stride[d] >= size(in, d) + begin[d]) {
                steps--;
            }
            last[d] += Math.max(0, steps * stride[d] + span(d) - padded);
        }
        return new Sliding(kernel, stride, dilation, begin, last);
    }

    private int span(int d) {
        return (kernel[d] - 1) * dilation[d] + 1;
    }

    private static int size(Shape in, int d) {
        return d == 0 ? in.height() : in.width();
    }
}
