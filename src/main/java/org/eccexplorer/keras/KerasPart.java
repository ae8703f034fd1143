package org.eccexplorer.keras;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eccexplorer.container.HdfContainer;
import org.eccexplorer.container.ModelFile;
import org.eccexplorer.files.FileKind;
import org.eccexplorer.keras.weights.ArchiveWeights;
import org.eccexplorer.keras.weights.Container;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.problem.ProblemException;

/** What a file can give to a model of Keras. */
public enum KerasPart {
    /** Architecture and weights. */
    WHOLE,
    ARCHITECTURE,
    WEIGHTS,
    /** Neither: it is for something else, or not known. */
    NONE;

    /**
     * Looks into HDF5, JSON and folders, whose names say too little. A file that cannot be read is
     * taken for what its name says, so that whoever opens it finds out why.
     */
    public static KerasPart of(Path file) {
        if (Files.isDirectory(file)) {
            return Files.isRegularFile(file.resolve("config.json")) ? WHOLE : byName(file);
        }
        try {
            byte[] head = head(file);
            if (HdfContainer.start(head) >= 0) {
                return ofHdf(file);
            }
            if (head.length == 0 && FileKind.JSON.matches(file)) {
                return NONE;
            }
            return Container.isJson(head) || FileKind.JSON.matches(file)
                    ? ofJson(file)
                    : byName(file);
        } catch (IOException e) {
            return byName(file);
        } catch (ProblemException e) {
            // A model of this size could not be read; images can.
            boolean large = e.problems().getFirst().kind() == Problem.Kind.LIMIT;
            return large ? NONE : byName(file);
        }
    }

    /** Enough to find the signature behind the user blocks that are met. */
    private static byte[] head(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException("it could block");
        }
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(1 << 12);
        }
    }

    private static KerasPart ofHdf(Path file) throws ProblemException {
        try (HdfContainer hdf = HdfContainer.open(file)) {
            if (hdf.text("/", "model_config") != null) {
                return WHOLE;
            }
            boolean weights = hdf.texts("/", "layer_names") != null || ArchiveWeights.isIn(hdf);
            return weights ? WEIGHTS : NONE;
        }
    }

    private static KerasPart ofJson(Path file) throws ProblemException {
        String text = new String(ModelFile.read(file).bytes(), StandardCharsets.UTF_8);
        if (text.contains("\"weight_map\"")) {
            return WEIGHTS;
        }
        return text.contains("\"class_name\"") ? ARCHITECTURE : NONE;
    }

    private static KerasPart byName(Path file) {
        if (FileKind.KERAS_WEIGHTS.matches(file)) {
            return WEIGHTS;
        }
        if (FileKind.JSON.matches(file)) {
            return ARCHITECTURE;
        }
        return FileKind.KERAS_ARCHIVE.matches(file) || FileKind.HDF5.matches(file) ? WHOLE : NONE;
    }
}
