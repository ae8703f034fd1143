package org.eccexplorer.dataset;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.eccexplorer.array.DataFaults;
import org.eccexplorer.array.PixelBuilder;
import org.eccexplorer.array.Selection;
import org.eccexplorer.dataset.picture.PictureSeries;
import org.eccexplorer.dataset.picture.PictureShape;
import org.eccexplorer.files.FileKind;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.tensor.Shape;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;

/**
 * A folder with one folder of pictures per class. Pictures are cut to the model's aspect ratio
 * around their centre, then scaled bilinearly.
 */
final class ImageFolder {
    /** Endings of pictures that are not read, but counted. */
    private static final List<String> OTHER_PICTURES =
            List.of(
                    ".heic", ".heif", ".avif", ".jxl", ".jp2", ".svg", ".tga", ".ico", ".pcx",
                    ".dcm", ".exr", ".hdr", ".psd", ".eps");

    private ImageFolder() {}

    static LabelledImages read(Path folder, Shape target, Selection selection, Reading reading)
            throws ProblemException {
        Findings said = new Findings();
        Map<String, Integer> leftOut = new TreeMap<>();
        List<String> stray = new ArrayList<>();
        List<Path> groups = new ArrayList<>();
        for (Path group : Folders.list(folder)) {
            if (!Files.isDirectory(group)) {
                continue;
            }
            if (Folders.isStray(group)) {
                stray.add(String.valueOf(group.getFileName()));
                continue;
            }
            List<Path> files = Folders.list(group);
            files.forEach(file -> count(file, leftOut));
            if (files.stream().anyMatch(ImageFolder::isPicture)) {
                groups.add(group);
            }
        }
        if (!stray.isEmpty()) {
            said.say(Texts.text("dataset.strayFolders", String.join(", ", stray)));
        }
        if (!leftOut.isEmpty()) {
            said.say(leftOut(leftOut));
        }
        ClassFolders classes = ClassFolders.of(groups, reading, said);
        if (groups.isEmpty()) {
            throw DataFaults.unsupported(
                    folder,
                    Texts.text("dataset.noPictures"),
                    leftOut.isEmpty()
                            ? Texts.text(
                                    "dataset.folderPerClass",
                                    String.join(", ", FileKind.PICTURE.endings()))
                            : leftOut(leftOut),
                    Texts.text("dataset.chooseParent"));
        }
        List<Path> files = new ArrayList<>();
        List<Integer> labels = new ArrayList<>();
        for (ClassFolders.Group group : classes.groups()) {
            for (Path file : Folders.list(group.folder())) {
                if (isPicture(file)) {
                    files.add(file);
                    labels.add(group.label());
                }
            }
        }
        Selection part = selection.within(files.size());
        part.checkMemory(target.size(), 1);
        Shape shape = PictureShape.of(target);
        PixelBuilder pixels = new PixelBuilder(PixelBuilder.BYTES, part.count() * shape.size());
        int[] labelArray = new int[part.count()];
        for (int i = 0; i < labelArray.length; i++) {
            labelArray[i] = labels.get(part.from() + i);
        }
        AtomicInteger cutOff = new AtomicInteger();
        PictureSeries.read(
                files.subList(part.from(), part.from() + part.count()),
                shape,
                picture -> {
                    pixels.add(ByteBuffer.wrap(picture.bytes()));
                    cutOff.addAndGet(picture.losesShades() ? 1 : 0);
                });
        if (cutOff.get() > 0) {
            said.say(
                    Texts.text(
                            "dataset.shadesCutOff",
                            Texts.counted("dataset.pictures", cutOff.get())));
        }
        return new LabelledImages(
                String.valueOf(folder.getFileName()),
                shape,
                pixels.pixels(),
                labelArray,
                classes.names(),
                true,
                said.notes(classes.names().size()));
    }

    private static void count(Path file, Map<String, Integer> leftOut) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        for (String ending : OTHER_PICTURES) {
            if (name.endsWith(ending) && !isPicture(file)) {
                leftOut.merge(ending, 1, Integer::sum);
            }
        }
    }

    /** Such as "2 pictures left out: 1 .tif, 1 .webp". */
    private static String leftOut(Map<String, Integer> counts) {
        int all = counts.values().stream().mapToInt(Integer::intValue).sum();
        String each =
                counts.entrySet().stream()
                        .map(one -> Numbers.count(one.getValue()) + " " + one.getKey())
                        .collect(Collectors.joining(", "));
        return Texts.text("dataset.leftOut", Texts.counted("dataset.pictures", all), each);
    }

    static boolean isPicture(Path file) {
        return Files.isRegularFile(file)
                && !String.valueOf(file.getFileName()).startsWith(".")
                && FileKind.PICTURE.matches(file);
    }
}
