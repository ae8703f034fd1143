package org.eccexplorer.dataset.picture;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.DataBufferByte;
import java.awt.image.DirectColorModel;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * The stored values of pictures as RGB, as Pillow's {@code convert("RGB")} gives them: grey stays
 * that grey, alpha is left out, of 16 bits the upper 8 count; but grey of 16 bits without alpha is
 * cut off at 255. No colour profile is applied, while Java's own conversion of grey applies a
 * gamma.
 */
final class PlainColours {
    private PlainColours() {}

    /** The same picture with three bytes per pixel. */
    static BufferedImage of(BufferedImage picture) {
        return of(picture, row -> true);
    }

    /**
     * The same with three bytes per pixel, of which only some rows are looked at: the others may be
     * black.
     */
    static BufferedImage of(BufferedImage picture, IntPredicate rows) {
        if (picture.getType() == BufferedImage.TYPE_3BYTE_BGR) {
            return picture;
        }
        ColorModel model = picture.getColorModel();
        int width = picture.getWidth();
        int height = picture.getHeight();
        BufferedImage plain = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        byte[] bytes = ((DataBufferByte) plain.getRaster().getDataBuffer()).getData();
        boolean packed = model instanceof IndexColorModel || model instanceof DirectColorModel;
        int[] row = new int[width * Math.max(1, picture.getRaster().getNumBands())];
        for (int y = 0; y < height; y++) {
            if (!rows.test(y)) {
                continue;
            }
            if (packed) {
                picture.getRGB(0, y, width, 1, row, 0, width);
                for (int x = 0; x < width; x++) {
                    put(bytes, y * width + x, row[x] >> 16, row[x] >> 8, row[x]);
                }
            } else if (model.getColorSpace().getType() == ColorSpace.TYPE_CMYK) {
                inks(picture.getRaster(), y, row, bytes);
            } else {
                samples(picture.getRaster(), y, row, model.getComponentSize(0), bytes);
            }
        }
        return plain;
    }

    private static boolean isCutOff(int bands, int bits) {
        return bands == 1 && bits > 8;
    }

    /** Whether there are shades of grey above 255, of which nothing is left. */
    static boolean losesShades(BufferedImage picture) {
        ColorModel model = picture.getColorModel();
        Raster raster = picture.getRaster();
        if (!isCutOff(raster.getNumBands(), model.getComponentSize(0))) {
            return false;
        }
        int[] row = new int[raster.getWidth()];
        for (int y = 0; y < raster.getHeight(); y++) {
            int at = raster.getMinY() + y;
            raster.getPixels(raster.getMinX(), at, raster.getWidth(), 1, row);
            if (Arrays.stream(row).anyMatch(value -> value > 255)) {
                return true;
            }
        }
        return false;
    }

    private static void samples(Raster raster, int y, int[] row, int bits, byte[] bytes) {
        int width = raster.getWidth();
        int bands = raster.getNumBands();
        raster.getPixels(raster.getMinX(), raster.getMinY() + y, width, 1, row);
        boolean cut = isCutOff(bands, bits);
        for (int x = 0; x < width; x++) {
            int red = cut ? Math.min(255, row[x]) : eight(row[x * bands], bits);
            boolean grey = bands < 3;
            int green = grey ? red : eight(row[x * bands + 1], bits);
            int blue = grey ? red : eight(row[x * bands + 2], bits);
            put(bytes, y * width + x, red, green, blue);
        }
    }

    /** Four inks, of which black takes light from all three colours. */
    private static void inks(Raster raster, int y, int[] row, byte[] bytes) {
        int width = raster.getWidth();
        int bands = raster.getNumBands();
        raster.getPixels(raster.getMinX(), raster.getMinY() + y, width, 1, row);
        for (int x = 0; x < width; x++) {
            int light = 255 - row[x * bands + 3];
            put(
                    bytes,
                    y * width + x,
                    light - taken(row[x * bands], light),
                    light - taken(row[x * bands + 1], light),
                    light - taken(row[x * bands + 2], light));
        }
    }

    /** ink · light / 255, rounded as Pillow rounds it. */
    private static int taken(int ink, int light) {
        int product = ink * light + 128;
        return (product + (product >> 8)) >> 8;
    }

    private static int eight(int value, int bits) {
        return bits > 8 ? value >> (bits - 8) : value * 255 / ((1 << bits) - 1);
    }

    private static void put(byte[] bytes, int pixel, int red, int green, int blue) {
        bytes[3 * pixel] = (byte) blue;
        bytes[3 * pixel + 1] = (byte) green;
        bytes[3 * pixel + 2] = (byte) red;
    }

    /** The luminance of RGB as Pillow's {@code convert("L")} computes it, in whole numbers. */
    static byte grey(int red, int green, int blue) {
        return (byte) ((red * 19595 + green * 38470 + blue * 7471 + 0x8000) >> 16);
    }
}
