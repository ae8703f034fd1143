package org.eccexplorer.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.tensor.Shape;

/**
 * A folder with one folder of pictures per class, classes in alphabetical order. Pictures are cut
 * to the model's aspect ratio around their centre, then scaled bilinearly.
 */
final class ImageFolder {
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
                images.add(PictureFile.read(file, target));
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
                    "a data set has one folder per class with "
                            + String.join(", ", PictureFile.ENDINGS),
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
        return Files.isRegularFile(file)
                && !String.valueOf(file.getFileName()).startsWith(".")
                && PictureFile.isNamedLike(file);
    }

    private static List<Path> list(Path folder) throws ProblemException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw Faults.unreadable(folder, String.valueOf(e.getMessage()));
        }
    }
}
