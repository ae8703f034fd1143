package org.eccexplorer.app.session;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.eccexplorer.app.open.ImageChoice;
import org.eccexplorer.app.open.ModelSource;
import org.eccexplorer.array.DataSpec;
import org.eccexplorer.tensor.Shape;
import org.jspecify.annotations.Nullable;

/**
 * A model that was opened, with its images, or a session.
 *
 * @param weights empty if they are in the model's own file
 * @param size of the input, null if the model says it
 * @param data empty for a session
 * @param calibration images that λ was measured on last; empty: the test images
 * @param images at most this many test images; 0: as many as are usual
 * @param classNames as the user gave them
 */
public record Recent(
        String model,
        String weights,
        @Nullable Shape size,
        String data,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) String calibration,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) int images,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> classNames) {
    public Recent {
        model = Objects.requireNonNullElse(model, "");
        weights = Objects.requireNonNullElse(weights, "");
        data = Objects.requireNonNullElse(data, "");
        calibration = Objects.requireNonNullElse(calibration, "");
        images = Math.max(0, images);
        classNames =
                Objects.requireNonNullElse(classNames, List.<String>of()).stream()
                        .filter(Objects::nonNull)
                        .toList();
    }

    /** Something with all else as usual. */
    public Recent(String model, String weights, @Nullable Shape size, String data) {
        this(model, weights, size, data, "", 0, List.of());
    }

    /** A session. */
    public static Recent session(Path file) {
        return new Recent(file.toAbsolutePath().toString(), "", null, "");
    }

    /** A model with its images. */
    public static Recent model(ModelSource source, ImageChoice images) {
        Path weights = source.weights();
        return new Recent(
                source.file().toAbsolutePath().toString(),
                weights == null ? "" : weights.toAbsolutePath().toString(),
                source.size(),
                absolute(images.data()),
                images.calibration().isEmpty() ? "" : absolute(images.calibration()),
                images.most() == ImageChoice.STANDARD_MOST ? 0 : images.most(),
                images.classNames());
    }

    private static String absolute(String source) {
        return DataSpec.of(source)
                .withFiles(file -> {
                    Path given = Path.of(file);
                    Path place = given.toAbsolutePath();
                    return given.isAbsolute() || Files.exists(place) ? place.toString() : file;
                })
                .toString();
    }

    /** The images that it is opened with. */
    public ImageChoice choice() {
        return new ImageChoice(
                data, calibration, images == 0 ? ImageChoice.STANDARD_MOST : images, classNames);
    }

    /** The same with other images. */
    public Recent with(ImageChoice chosen) {
        return model(source(), chosen);
    }

    /** Whether both are the same model with the same test images. */
    boolean opensLike(Recent other) {
        return model.equals(other.model)
                && weights.equals(other.weights)
                && Objects.equals(size, other.size)
                && data.equals(other.data);
    }

    /** Where the model is read from. */
    public ModelSource source() {
        return new ModelSource(Path.of(model), weights.isEmpty() ? null : Path.of(weights), size);
    }

    /** Its name for a menu, made without a look at any disk. */
    public String title() {
        String parts = weights.isEmpty() ? last(model) : last(model) + " + " + last(weights);
        String images = data.isEmpty() ? parts : parts + " · " + last(data);
        return calibration.isEmpty() ? images : images + " · λ: " + last(calibration);
    }

    private static String last(String path) {
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    }
}
