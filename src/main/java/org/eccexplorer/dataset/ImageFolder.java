package org.eccexplorer.dataset;

import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.tensor.Shape;

/**
 * A folder with one folder of pictures per class, classes in alphabetical order. Pictures are cut
 * to the model's aspect ratio around their centre, then scaled bilinearly.
 */
final class ImageFolder {
    private static final long MOST_PIXELS = 50_000_000;
    private static final long MOST_BYTES = 64L << 20;
    private static final List<String> ENDINGS = List.of(".png", ".jpg", ".jpeg", ".bmp", ".gif");

    private ImageFolder() {}

    static LabelledImages read(Path folder, Shape target) throws ProblemException {
        List<String> classes = new ArrayList<>();
        List<float[]> images = new ArrayList<>();
        List<Integer> labels = new ArrayList<>();
        for (Path group : list(folder)) {
            if (!Files.isDirectory(group)) {
                continue;
            }
            List<Path> files = list(group).stream().filter(ImageFolder::isPicture).toList();
            for (Path file : files) {
                images.add(pixels(picture(file), target));
                labels.add(classes.size());
            }
            if (!files.isEmpty()) {
                classes.add(String.valueOf(group.getFileName()));
            }
        }
        if (images.isEmpty()) {
            throw Faults.unsupported(
                    folder,
                    "There are no pictures in this folder",
                    "a data set has one folder per class with " + String.join(", ", ENDINGS),
                    "Choose the folder that holds the class folders");
        }
        float[] pixels = new float[images.size() * target.size()];
        for (int i = 0; i < images.size(); i++) {
            System.arraycopy(images.get(i), 0, pixels, i * target.size(), target.size());
        }
        int[] labelArray = labels.stream().mapToInt(Integer::intValue).toArray();
        String name = String.valueOf(folder.getFileName());
        return new LabelledImages(name, target, pixels, labelArray, classes, true);
    }

    private static boolean isPicture(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return Files.isRegularFile(file)
                && !name.startsWith(".")
                && ENDINGS.stream().anyMatch(name::endsWith);
    }

    private static List<Path> list(Path folder) throws ProblemException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw Faults.unreadable(folder, String.valueOf(e.getMessage()));
        }
    }

    /** One picture, its size checked before it is decoded. */
    static BufferedImage picture(Path file) throws ProblemException {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw tooLarge(file, "%,d bytes".formatted(Files.size(file)));
            }
            try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
                Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
                if (!readers.hasNext()) {
                    throw Faults.corrupt(file, "This is not a picture", "no decoder knows it");
                }
                ImageReader reader = readers.next();
                try {
                    reader.setInput(in);
                    long width = reader.getWidth(0);
                    long height = reader.getHeight(0);
                    if (width * height > MOST_PIXELS) {
                        throw tooLarge(file, "%,d × %,d pixels".formatted(width, height));
                    }
                    return reader.read(0);
                } finally {
                    reader.dispose();
                }
            }
        } catch (IOException | RuntimeException e) {
            throw Faults.corrupt(
                    file, "The picture cannot be decoded", String.valueOf(e.getMessage()));
        }
    }

    private static ProblemException tooLarge(Path file, String size) {
        return Faults.limit(file, "The picture is too large", size, "Scale it down first");
    }

    /** Bytes of a picture in the target's shape; grey if that has one channel, else RGB. */
    static float[] pixels(BufferedImage picture, Shape target) {
        double wanted = (double) target.width() / target.height();
        int width = picture.getWidth();
        int height = picture.getHeight();
        int cutWidth = (int) Math.min(width, Math.round(height * wanted));
        int cutHeight = (int) Math.min(height, Math.round(width / wanted));
        int type =
                target.channels() == 1
                        ? BufferedImage.TYPE_BYTE_GRAY
                        : BufferedImage.TYPE_3BYTE_BGR;
        BufferedImage scaled = new BufferedImage(target.width(), target.height(), type);
        var graphics = scaled.createGraphics();
        graphics.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        int x = (width - cutWidth) / 2;
        int y = (height - cutHeight) / 2;
        graphics.drawImage(
                picture,
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
        float[] pixels = new float[target.size()];
        var raster = scaled.getRaster();
        raster.getPixels(0, 0, target.width(), target.height(), pixels);
        return pixels;
    }
}
