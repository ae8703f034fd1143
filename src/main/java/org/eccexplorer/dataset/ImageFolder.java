package org.eccexplorer.dataset;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.eccexplorer.array.DataFaults;
import org.eccexplorer.array.PixelBuilder;
import org.eccexplorer.array.Selection;
import org.eccexplorer.files.FileKind;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.tensor.Shape;
import org.eccexplorer.text.Texts;

/**
 * A folder with one folder of pictures per class, classes in alphabetical order. Pictures are cut
 * to the model's aspect ratio around their centre, then scaled bilinearly.
 */
final class ImageFolder {
    private ImageFolder() {}

    static LabelledImages read(Path folder, Shape target, Selection selection)
            throws ProblemException {
        List<String> classes = new ArrayList<>();
        List<Path> files = new ArrayList<>();
        List<Integer> labels = new ArrayList<>();
        for (Path group : list(folder)) {
            if (!Files.isDirectory(group)) {
                continue;
            }
            int before = files.size();
            for (Path file : list(group)) {
                if (isPicture(file)) {
                    files.add(file);
                    labels.add(classes.size());
                }
            }
            if (files.size() > before) {
                classes.add(String.valueOf(group.getFileName()));
            }
        }
        if (files.isEmpty()) {
            throw DataFaults.unsupported(
                    folder,
                    Texts.text("dataset.noPictures"),
                    Texts.text(
                            "dataset.folderPerClass",
                            String.join(", ", FileKind.PICTURE.endings())),
                    Texts.text("dataset.chooseParent"));
        }
        Selection part = selection.within(files.size());
        part.checkMemory(target.size(), 1);
        PixelBuilder pixels = new PixelBuilder(PixelBuilder.BYTES, part.count() * target.size());
        int[] labelArray = new int[part.count()];
        for (int i = 0; i < labelArray.length; i++) {
            pixels.add(ByteBuffer.wrap(PictureFile.bytes(files.get(part.from() + i), target)));
            labelArray[i] = labels.get(part.from() + i);
        }
        String name = String.valueOf(folder.getFileName());
        return new LabelledImages(name, target, pixels.pixels(), labelArray, classes, true);
    }

    private static boolean isPicture(Path file) {
        return Files.isRegularFile(file)
                && !String.valueOf(file.getFileName()).startsWith(".")
                && FileKind.PICTURE.matches(file);
    }

    private static List<Path> list(Path folder) throws ProblemException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw DataFaults.unreadable(folder, String.valueOf(e.getMessage()));
        }
    }
}
