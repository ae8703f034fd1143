package org.eccexplorer.container;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.DatasetCreationOptions;
import io.jhdf.api.WritableGroup;
import java.io.IOException;
import java.lang.reflect.Array;
import java.nio.file.Path;
import java.util.Map;

/**
 * Writes HDF5 files whose texts are data sets and whose large arrays are compressed, by the
 * library; nothing stands in attributes, which the library writes wrong where they are large.
 */
public final class PackedHdf {
    /** Arrays of fewer values are written as they are. */
    private static final int COMPRESSED_FROM = 1024;

    private static final int LEVEL = 6;

    private PackedHdf() {}

    /**
     * What stands in a group, by name: a {@code Map} of the same kind is a group within it; a
     * {@code String}, {@code Long} or {@code Double} a scalar; a {@code long[]}, {@code String[][]}
     * or {@link Floats} an array.
     */
    public static void write(Path file, Map<String, ?> content) throws IOException {
        try (WritableHdfFile hdf = HdfFile.write(file)) {
            fill(hdf, content);
        } catch (RuntimeException e) {
            // The library wraps what the disk says.
            throw new IOException(e.getMessage(), e);
        }
    }

    /**
     * An array of float32.
     *
     * @param values in row-major order
     */
    public record Floats(float[] values, int... shape) {
        public Floats {
            long size = 1;
            for (int length : shape) {
                size *= length;
            }
            if (shape.length == 0 || size != values.length) {
                throw new IllegalArgumentException("values do not fit the shape");
            }
        }

        private Object nested() {
            return nested(0, 0, values.length);
        }

        private Object nested(int axis, int from, int size) {
            if (axis == shape.length - 1) {
                float[] row = new float[shape[axis]];
                System.arraycopy(values, from, row, 0, row.length);
                return row;
            }
            int each = size / shape[axis];
            Object first = nested(axis + 1, from, each);
            Object all = Array.newInstance(first.getClass(), shape[axis]);
            Array.set(all, 0, first);
            for (int i = 1; i < shape[axis]; i++) {
                Array.set(all, i, nested(axis + 1, from + i * each, each));
            }
            return all;
        }
    }

    private static void fill(WritableGroup group, Map<String, ?> content) {
        content.forEach((name, value) -> put(group, name, value));
    }

    @SuppressWarnings("unchecked")
    private static void put(WritableGroup group, String name, Object value) {
        switch (value) {
            case Map<?, ?> members -> fill(group.putGroup(name), (Map<String, ?>) members);
            case Floats floats -> put(group, name, floats);
            case String _, Long _, Double _, long[] _, String[][] _ ->
                    group.putDataset(name, value);
            default -> throw new IllegalArgumentException(value.getClass().getName());
        }
    }

    private static void put(WritableGroup group, String name, Floats floats) {
        if (floats.values().length < COMPRESSED_FROM) {
            group.putDataset(name, floats.nested());
            return;
        }
        DatasetCreationOptions packed =
                DatasetCreationOptions.builder()
                        .chunkDimensions(floats.shape())
                        .shuffle()
                        .deflate(LEVEL)
                        .build();
        group.putDataset(name, floats.nested(), packed);
    }
}
