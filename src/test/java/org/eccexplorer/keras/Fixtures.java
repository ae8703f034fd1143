package org.eccexplorer.keras;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.eccexplorer.Resources;

/** Model files that Keras itself wrote, some with its outputs beside them. */
final class Fixtures {
    private Fixtures() {}

    /** A file of this package's test resources. */
    static Path path(String name) {
        return Resources.path("keras/" + name);
    }

    static byte[] bytes(String name) {
        try {
            return Files.readAllBytes(path(name));
        } catch (IOException e) {
            throw new IllegalStateException(name, e);
        }
    }

    /** Every model of a folder that has outputs beside it, in order. */
    static List<Path> golden(String folder) {
        try (Stream<Path> files = Files.list(path(folder))) {
            return files.filter(file -> Files.exists(outputs(file))).sorted().toList();
        } catch (IOException e) {
            throw new IllegalStateException(folder, e);
        }
    }

    /** Keras's inputs and outputs for a model. */
    static Path outputs(Path model) {
        return model.resolveSibling(model.getFileName() + ".io.npz");
    }

    /** The model of the sample that comes with the program. */
    static Path sample(String name) {
        return Path.of(System.getProperty("ecc.home", "."), "sample-models/fashion-mnist", name);
    }
}
