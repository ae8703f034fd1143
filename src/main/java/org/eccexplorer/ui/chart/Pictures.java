package org.eccexplorer.ui.chart;

import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.eccexplorer.dataset.picture.PictureShape;
import org.eccexplorer.tensor.Shape;

/** Images and maps as pictures, one pixel per value. */
public final class Pictures {
    private static final int[] HEAT =
            ramp(new int[][] {{24, 30, 74}, {120, 70, 96}, {255, 183, 94}});
    private static final int SMALLER = 0x3b62ce;
    private static final int LARGER = 0xcd2d2d;
    private static final int NEITHER = 0x808080;

    /** Width and height of sequences where they are not thumbnails. */
    private static final int CURVES = 190;

    private Pictures() {}

    /** 256 colours through the given ones, as ARGB. */
    private static int[] ramp(int[][] stops) {
        int[] colours = new int[256];
        for (int i = 0; i < 256; i++) {
            double at = i / 255.0 * (stops.length - 1);
            int from = Math.min(stops.length - 2, (int) at);
            double share = at - from;
            int argb = 0xff;
            for (int c = 0; c < 3; c++) {
                double value = stops[from][c] + share * (stops[from + 1][c] - stops[from][c]);
                argb = argb << 8 | (int) Math.round(value);
            }
            colours[i] = argb;
        }
        return colours;
    }

    /**
     * What a model takes, as people see it: an image in grey or colour, its values stretched over
     * the whole range; a sequence as a curve per channel.
     */
    public static WritableImage image(float[] pixels, Shape shape) {
        return PictureShape.pictured(shape)
                .map(picture -> picture(colours(pixels, picture), picture))
                .orElseGet(() ->
                        picture(
                                Curves.paint(pixels, shape, CURVES, CURVES),
                                new Shape(CURVES, CURVES, 1)));
    }

    private static int[] colours(float[] pixels, Shape shape) {
        float low = 0;
        float high = 1e-9f;
        for (float pixel : pixels) {
            low = Math.min(low, pixel);
            high = Math.max(high, pixel);
        }
        int[] argb = new int[shape.pixels()];
        for (int p = 0; p < argb.length; p++) {
            int colour = 0xff;
            for (int c = 0; c < 3; c++) {
                int channel = shape.channels() >= 3 ? c : 0;
                float value = pixels[p * shape.channels() + channel];
                colour = colour << 8 | Math.round(255 * (value - low) / (high - low));
            }
            argb[p] = colour;
        }
        return argb;
    }

    /**
     * An image in the size of a thumbnail, without smoothing: a small one enlarged by a whole
     * number, so that its pixels are squares; of a larger one every so many pixels.
     *
     * @param side the most pixels that it may be wide and high
     */
    public static WritableImage thumbnail(float[] pixels, Shape shape, int side) {
        return PictureShape.pictured(shape)
                .map(picture -> small(pixels, picture, side))
                .orElseGet(() ->
                        picture(Curves.paint(pixels, shape, side, side), new Shape(side, side, 1)));
    }

    private static WritableImage small(float[] pixels, Shape shape, int side) {
        int[] colours = colours(pixels, shape);
        int most = Math.max(shape.width(), shape.height());
        int times = Math.max(1, side / most);
        double step = most > side ? (double) most / side : 1.0 / times;
        int width = Math.max(1, (int) Math.round(shape.width() / step));
        int height = Math.max(1, (int) Math.round(shape.height() / step));
        int[] thumbnail = new int[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int column = Math.min(shape.width() - 1, (int) ((x + 0.5) * step));
                int row = Math.min(shape.height() - 1, (int) ((y + 0.5) * step));
                thumbnail[y * width + x] = colours[row * shape.width() + column];
            }
        }
        return picture(thumbnail, new Shape(height, width, 1));
    }

    /** One channel, dark at zero and bright at {@code most}. */
    public static WritableImage heat(float[] values, Shape shape, int channel, float most) {
        int[] argb = new int[shape.pixels()];
        for (int p = 0; p < argb.length; p++) {
            argb[p] = heat(values[p * shape.channels() + channel] / most);
        }
        return picture(argb, shape);
    }

    /** The colour of a share of the largest value; its root, so that small values are seen. */
    public static int heat(double share) {
        return HEAT[(int) Math.round(255 * Math.sqrt(Math.min(1, Math.max(0, share))))];
    }

    /** The colours of {@link #heat} from 0 to the largest value. */
    public static WritableImage heatScale(int width, int height) {
        int[] argb = new int[width * height];
        for (int p = 0; p < argb.length; p++) {
            argb[p] = heat(p % width / (width - 1.0));
        }
        return picture(argb, new Shape(height, width, 1));
    }

    /** The colours of {@link #signed} from −1 to 1. */
    public static WritableImage signedScale(int width, int height) {
        int[] argb = new int[width * height];
        for (int p = 0; p < argb.length; p++) {
            argb[p] = signed(2 * (p % width) / (width - 1.0) - 1);
        }
        return picture(argb, new Shape(height, width, 1));
    }

    /** One channel of signed values, blue where they are negative and red where positive. */
    public static WritableImage difference(float[] values, Shape shape, int channel, float most) {
        int[] argb = new int[shape.pixels()];
        for (int p = 0; p < argb.length; p++) {
            argb[p] = signed(values[p * shape.channels() + channel] / most);
        }
        return picture(argb, shape);
    }

    /** The colour of a signed share; what is near zero lets the background through. */
    public static int signed(double share) {
        double root = Math.sqrt(Math.min(1, Math.abs(share)));
        int alpha = (int) Math.round(20 + 235 * root);
        int colour = share < 0 ? SMALLER : LARGER;
        return (share == 0 ? NEITHER : colour) | (alpha << 24);
    }

    private static WritableImage picture(int[] argb, Shape shape) {
        WritableImage image = new WritableImage(shape.width(), shape.height());
        image.getPixelWriter()
                .setPixels(
                        0,
                        0,
                        shape.width(),
                        shape.height(),
                        PixelFormat.getIntArgbInstance(),
                        argb,
                        0,
                        shape.width());
        return image;
    }
}
