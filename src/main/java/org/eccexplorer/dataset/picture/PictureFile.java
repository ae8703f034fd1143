package org.eccexplorer.dataset.picture;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.eccexplorer.array.BytePixels;
import org.eccexplorer.array.DataFaults;
import org.eccexplorer.array.DataFile;
import org.eccexplorer.container.FileState;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.problem.Reason;
import org.eccexplorer.tensor.Shape;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;

/** One picture as an input of a model: cut around its centre, then scaled bilinearly. */
public final class PictureFile {
    private static final long MAX_PIXELS = 50_000_000;
    private static final long MAX_BYTES = 64L << 20;
    private static final long MEGA = 1_000_000;

    /** Bytes that decoding takes for a pixel: of four values of 16 bits, and of three of 8. */
    private static final int PIXEL_BYTES = 11;

    /** Megapixels that may be decoded at once: one picture, or what fits a quarter of the heap. */
    private static final Semaphore ROOM =
            new Semaphore(
                    (int)
                            Math.clamp(
                                    Runtime.getRuntime().maxMemory() / 4 / PIXEL_BYTES / MEGA,
                                    MAX_PIXELS / MEGA + 1,
                                    10_000),
                    /* fair= */ true);

    private static final int RIFF_HEADER = 12;

    private PictureFile() {}

    /** Its bytes, 0 to 255, in the target's shape; grey if that has one channel, else RGB. */
    public static float[] read(Path file, Shape target) throws ProblemException {
        byte[] bytes = decoded(file, target).bytes();
        float[] pixels = new float[bytes.length];
        new BytePixels(bytes).read(0, bytes.length, pixels);
        return pixels;
    }

    /**
     * A picture as unsigned bytes.
     *
     * @param losesShades whether it had shades of grey that are cut off
     */
    public record Decoded(byte[] bytes, boolean losesShades) {}

    /** The same as unsigned bytes. */
    static Decoded decoded(Path file, Shape target) throws ProblemException {
        DataFile.requireRegular(file);
        try {
            FileState state = FileState.of(file);
            Decoded decoded = checked(file, target);
            state.requireUnchanged();
            return decoded;
        } catch (IOException e) {
            throw DataFaults.unreadable(file, Reason.of(e));
        }
    }

    /** One picture, its size checked before it is decoded. */
    private static Decoded checked(Path file, Shape target) throws ProblemException {
        AtomicBoolean cut = new AtomicBoolean();
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw tooLarge(
                        file, Texts.text("dataset.picture.bytes", Numbers.count(Files.size(file))));
            }
            try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
                requireWhole(in, Files.size(file));
                Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
                if (!readers.hasNext()) {
                    throw DataFaults.corrupt(
                            file,
                            Texts.text("dataset.picture.notAPicture"),
                            Texts.text("dataset.picture.noDecoder"));
                }
                ImageReader reader = readers.next();
                try {
                    reader.setInput(in);
                    long width = reader.getWidth(0);
                    long height = reader.getHeight(0);
                    if (width * height > MAX_PIXELS) {
                        throw tooLarge(
                                file,
                                Texts.text(
                                        "dataset.picture.pixels",
                                        Numbers.count(width),
                                        Numbers.count(height)));
                    }
                    reader.addIIOReadWarningListener((source, warning) -> {
                        if (warning.contains("Truncated") || warning.contains("remature")) {
                            cut.set(true);
                        }
                    });
                    int room = (int) (width * height / MEGA) + 1;
                    ROOM.acquireUninterruptibly(room);
                    try {
                        BufferedImage picture = reader.read(0);
                        if (cut.get()) {
                            throw new IOException(Texts.text("array.endedWhileRead"));
                        }
                        BufferedImage upright = TiffOrientation.upright(picture, reader);
                        return new Decoded(
                                bytes(upright, target), PlainColours.losesShades(upright));
                    } finally {
                        ROOM.release(room);
                    }
                } finally {
                    reader.dispose();
                }
            }
        } catch (IOException e) {
            throw DataFaults.corrupt(file, Texts.text("dataset.picture.damaged"), Reason.of(e));
        } catch (RuntimeException bugOfADecoder) {
            throw DataFaults.corrupt(
                    file,
                    Texts.text("dataset.picture.damaged"),
                    Texts.text("dataset.picture.decoderFailed"));
        }
    }

    /** A WebP says how long it is; its decoder would fill up what is missing. */
    private static void requireWhole(ImageInputStream in, long size) throws IOException {
        byte[] start = new byte[RIFF_HEADER];
        in.mark();
        int read = in.read(start);
        in.reset();
        if (read == RIFF_HEADER
                && new String(start, 0, 4, StandardCharsets.ISO_8859_1).equals("RIFF")
                && size < 8 + ByteBuffer.wrap(start).order(LITTLE_ENDIAN).getInt(4)) {
            throw new IOException(Texts.text("array.endedWhileRead"));
        }
    }

    private static ProblemException tooLarge(Path file, String size) {
        return DataFaults.limit(
                file,
                Texts.text("dataset.picture.tooLarge"),
                size,
                Texts.text("dataset.picture.scaleDown"));
    }

    /**
     * Whether scaling looks at a row: bilinear scaling takes the two beside the middle of each row
     * of the target. One more on each side is counted, for what is rounded.
     */
    private static boolean isSampled(int row, int rows, int targetRows) {
        double scale = (double) rows / targetRows;
        double middle = (Math.clamp((long) (row / scale), 0, targetRows - 1) + 0.5) * scale;
        return Math.abs(row + 0.5 - middle) < 2.5
                || Math.abs(row + 0.5 - middle + scale) < 2.5
                || Math.abs(row + 0.5 - middle - scale) < 2.5;
    }

    /** Bytes of a picture in the target's shape; grey if that has one channel, else RGB. */
    static byte[] bytes(BufferedImage picture, Shape target) {
        double wanted = (double) target.width() / target.height();
        int width = picture.getWidth();
        int height = picture.getHeight();
        int cutWidth = (int) Math.min(width, Math.round(height * wanted));
        int cutHeight = (int) Math.min(height, Math.round(width / wanted));
        BufferedImage scaled =
                new BufferedImage(target.width(), target.height(), BufferedImage.TYPE_3BYTE_BGR);
        var graphics = scaled.createGraphics();
        graphics.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        int x = (width - cutWidth) / 2;
        int y = (height - cutHeight) / 2;
        graphics.drawImage(
                PlainColours.of(picture, row -> isSampled(row - y, cutHeight, target.height())),
                0,
                0,
                target.width(),
                target.height(),
                x,
                y,
                x + cutWidth,
                y + cutHeight,
                null);
        graphics.dispose();
        int[] colours = new int[3 * target.pixels()];
        scaled.getRaster().getPixels(0, 0, target.width(), target.height(), colours);
        byte[] bytes = new byte[target.size()];
        for (int i = 0; i < target.pixels(); i++) {
            if (target.channels() == 1) {
                bytes[i] =
                        PlainColours.grey(colours[3 * i], colours[3 * i + 1], colours[3 * i + 2]);
            } else {
                for (int c = 0; c < 3; c++) {
                    bytes[3 * i + c] = (byte) colours[3 * i + c];
                }
            }
        }
        return bytes;
    }
}
