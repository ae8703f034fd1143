package org.eccexplorer.app.open;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eccexplorer.tensor.Shape;
import org.jspecify.annotations.Nullable;

/**
 * Where a model is read from.
 *
 * @param file the model, or its architecture alone
 * @param weights of a Keras model, if in a separate file; null if not
 * @param size of the input, for a model that leaves it open; null if not given
 */
public record ModelSource(Path file, @Nullable Path weights, @Nullable Shape size) {
    private static final Pattern SIZE = Pattern.compile("(\\d{1,5})[x×](\\d{1,5})[x×](\\d{1,5})");

    /** A model that is whole in itself. */
    public static ModelSource of(Path file) {
        return new ModelSource(file, null, null);
    }

    /** Height, width and channels as people write them, such as 32x32x3; null if it is not that. */
    public static @Nullable Shape size(String text) {
        Matcher matcher = SIZE.matcher(text.strip());
        if (!matcher.matches()) {
            return null;
        }
        int height = Integer.parseInt(matcher.group(1));
        int width = Integer.parseInt(matcher.group(2));
        int channels = Integer.parseInt(matcher.group(3));
        long values = (long) height * width * channels;
        return values > 0 && values <= Integer.MAX_VALUE
                ? new Shape(height, width, channels)
                : null;
    }

    /** The same with the weights in a file of their own. */
    public ModelSource withWeights(Path apart) {
        return new ModelSource(file, apart, size);
    }

    /** The same with the size of the input that the model leaves open. */
    public ModelSource withSize(Shape given) {
        return new ModelSource(file, weights, given);
    }

    /** What people call it: the names of its files. */
    public String title() {
        return weights == null
                ? String.valueOf(file.getFileName())
                : file.getFileName() + " + " + weights.getFileName();
    }
}
