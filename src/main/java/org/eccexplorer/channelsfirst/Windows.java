package org.eccexplorer.channelsfirst;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.eccexplorer.network.Border;
import org.eccexplorer.network.Layer;
import org.eccexplorer.network.Scaling;
import org.eccexplorer.network.SlidingWindow;
import org.eccexplorer.tensor.Shape;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;

/** Operations on rows and columns of images: pooling, padding, scaling. */
public final class Windows {
    private static final int MAX_SIDE = 65_536;

    private final ChannelsFirst network;

    public Windows(ChannelsFirst network) {
        this.network = network;
    }

    /**
     * Maximum pooling.
     *
     * @param partial whether windows count that are only partly filled
     */
    public Value maximum(String name, Value x, Sliding sliding, boolean partial) throws Unreadable {
        Sliding whole = partial ? sliding.withPartialWindows(network.shape(x)) : sliding;
        return network.add(name, new Layer.Pooling(Layer.Pooling.Kind.MAXIMUM, whole.window()), x);
    }

    /**
     * Average pooling.
     *
     * @param partial whether windows count that are only partly filled
     * @param countPadding whether zeros of the padding count, as they do in PyTorch by default
     */
    public Value average(
            String name, Value x, Sliding sliding, boolean partial, boolean countPadding)
            throws Unreadable {
        SlidingWindow given = sliding.window();
        SlidingWindow whole =
                (partial ? sliding.withPartialWindows(network.shape(x)) : sliding).window();
        boolean pads = given.top() + given.left() + given.bottom() + given.right() > 0;
        if (!pads || !countPadding) {
            return network.add(name, new Layer.Pooling(Layer.Pooling.Kind.AVERAGE, whole), x);
        }
        Border zeros = new Border(given.top(), given.left(), given.bottom(), given.right());
        Value from = padded(name + "/padding", x, zeros);
        // What a partly filled window has beyond the padding does not count.
        SlidingWindow rest =
                new SlidingWindow(
                        whole.height(),
                        whole.width(),
                        whole.strideY(),
                        whole.strideX(),
                        whole.dilationY(),
                        whole.dilationX(),
                        0,
                        0,
                        whole.bottom() - given.bottom(),
                        whole.right() - given.right());
        return network.add(name, new Layer.Pooling(Layer.Pooling.Kind.AVERAGE, rest), from);
    }

    /** Zeros around an image. */
    Value padded(String name, Value x, Border zeros) throws Unreadable {
        return padded(name, x, zeros, 0, 0);
    }

    /**
     * Zeros around an image, and channels of zeros.
     *
     * @param before number of channels before those of the image, and {@code behind} them
     */
    public Value padded(String name, Value x, Border zeros, int before, int behind)
            throws Unreadable {
        int most =
                IntStream.of(
                                zeros.top(),
                                zeros.bottom(),
                                zeros.left(),
                                zeros.right(),
                                before,
                                behind)
                        .max()
                        .orElse(0);
        if (most > MAX_SIDE) {
            throw new Unreadable(Texts.text("channelsfirst.padsBy", Numbers.count(most)));
        }
        return moved(name, () -> Planes.padded(network.shape(x), zeros, before, behind), x);
    }

    private interface Moving {
        Layer layer() throws Unreadable;
    }

    private Value moved(String name, Moving moving, Value x) throws Unreadable {
        try {
            return network.add(name, moving.layer(), x);
        } catch (ArithmeticException e) {
            throw new Unreadable(Texts.text("channelsfirst.outputTooLarge"));
        }
    }

    /**
     * Bilinear scaling.
     *
     * @param stepY input rows per output row, and {@code stepX} columns
     */
    public Value bilinear(
            String name,
            Value x,
            int rows,
            int columns,
            Scaling.Grid grid,
            double stepY,
            double stepX)
            throws Unreadable {
        Shape in = network.shape(x);
        if (rows < 1 || columns < 1 || rows > MAX_SIDE || columns > MAX_SIDE) {
            throw new Unreadable(
                    Texts.text(
                            "channelsfirst.scalesTo", Numbers.count(rows), Numbers.count(columns)));
        }
        return moved(name, () -> Scaling.bilinear(in, rows, columns, grid, stepY, stepX), x);
    }

    /**
     * The average over some dimensions, such as all pixels of each channel.
     *
     * @param dimensions over which it is taken, not the batch
     * @param kept whether they are left with length 1
     */
    public Value mean(String name, Value x, long[] dimensions, boolean kept) throws Unreadable {
        return reduced(name, x, dimensions, kept, false);
    }

    /** The maximum of all pixels of each channel, as {@link #mean} takes the average. */
    public Value maximum(String name, Value x, long[] dimensions, boolean kept) throws Unreadable {
        return reduced(name, x, dimensions, kept, true);
    }

    /** Over any dimensions: those that are kept become channels, the others rows and columns. */
    private Value reduced(String name, Value x, long[] dimensions, boolean kept, boolean maximum)
            throws Unreadable {
        Arrangement given = x.arrangement();
        int rank = given.dims().length;
        int[] over =
                Arrays.stream(dimensions)
                        .mapToInt(d -> (int) (d < 0 ? d + rank : d - 1))
                        .sorted()
                        .distinct()
                        .toArray();
        int[] left = IntStream.range(0, rank).filter(d -> !isIn(over, d)).toArray();
        if (over.length == 0
                || left.length == 0
                || over[0] < 0
                || over[over.length - 1] >= rank
                || over.length != dimensions.length) {
            throw new Unreadable(Texts.text("channelsfirst.reducesOtherDimensions"));
        }
        int[] order = IntStream.concat(IntStream.of(left), IntStream.of(over)).toArray();
        Arrangement ordered = given.permuted(order);
        int[] dims = given.dims();
        int channels = IntStream.of(left).map(d -> dims[d]).reduce(1, (a, b) -> a * b);
        boolean fits = left.length == 1 && over.length < 3;
        Value image =
                fits
                        ? ordered
                        : network.arranged(
                                name + "/pixels", "reshape", ordered.reshaped(channels, -1, 1));
        Value made = maximum ? globalMaximum(name, image) : adaptiveAverage(name, image, 1, 1);
        long[] sizes =
                IntStream.range(0, rank)
                        .filter(d -> kept || !isIn(over, d))
                        .mapToLong(d -> isIn(over, d) ? 1 : dims[d])
                        .toArray();
        return network.reshaped(name + "/left", made, sizes);
    }

    private static boolean isIn(int[] values, int wanted) {
        return IntStream.of(values).anyMatch(value -> value == wanted);
    }

    /**
     * The average of each of {@code rows} × {@code columns} windows that together cover the image.
     * They overlap where these numbers do not divide its sides; where they exceed them, pixels are
     * repeated.
     */
    public Value adaptiveAverage(String name, Value x, int rows, int columns) throws Unreadable {
        Shape in = network.shape(x);
        if (rows < 1 || columns < 1 || rows > MAX_SIDE || columns > MAX_SIDE) {
            throw new Unreadable(
                    Texts.text(
                            "channelsfirst.averages", Numbers.count(rows), Numbers.count(columns)));
        }
        if (!divides(in.height(), rows) || !divides(in.width(), columns)) {
            return moved(name, () -> Scaling.averages(in, rows, columns), x);
        }
        int[] size = {Math.max(1, in.height() / rows), Math.max(1, in.width() / columns)};
        boolean repeats = rows > in.height() || columns > in.width();
        String averaged = repeats ? name + "/average" : name;
        Value tiles = average(averaged, x, Sliding.tiles(size[0], size[1]), false, true);
        return repeats ? repeated(name, tiles, rows, columns) : tiles;
    }

    private static boolean divides(int a, int b) {
        return a % b == 0 || b % a == 0;
    }

    /** Repeats pixels up to a size, which must be a multiple of that of the image. */
    public Value repeated(String name, Value x, int rows, int columns) throws Unreadable {
        Shape in = network.shape(x);
        if (rows < 1 || columns < 1 || rows % in.height() != 0 || columns % in.width() != 0) {
            throw new Unreadable(
                    Texts.text(
                            "channelsfirst.noMultiple",
                            Numbers.count(rows),
                            Numbers.count(columns),
                            Numbers.count(in.height()),
                            Numbers.count(in.width())));
        }
        return moved(name, () -> Planes.repeated(in, rows / in.height(), columns / in.width()), x);
    }

    /** The maximum of each channel. */
    public Value globalMaximum(String name, Value x) throws Unreadable {
        Shape in = network.shape(x);
        return maximum(name, x, Sliding.tiles(in.height(), in.width()), false);
    }
}
