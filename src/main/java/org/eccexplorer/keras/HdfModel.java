package org.eccexplorer.keras;

import io.jhdf.HdfFile;
import io.jhdf.api.Attribute;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eccexplorer.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * An HDF5 file behind guards: read from memory, complete, without links, and with sizes that were
 * checked before anything is allocated. What the library throws on a damaged file becomes one typed
 * problem.
 */
final class HdfModel {
    /** Declared data may be at most so many times what is stored, above {@link #RATIO_FLOOR}. */
    private static final long RATIO = 1000;

    private static final long RATIO_FLOOR = 64L << 20;

    private final String where;
    private final HdfFile file;

    private HdfModel(String where, HdfFile file) {
        this.where = where;
        this.file = file;
    }

    /** A read of the library, whose exceptions are of many kinds. */
    private interface Read<T extends @Nullable Object> {
        T get() throws ProblemException;
    }

    static HdfModel open(String where, byte[] bytes) throws ProblemException {
        HdfFile file = guarded(where, "its header cannot be read", () -> HdfFile.fromBytes(bytes));
        var storage = file.getHdfBackingStorage();
        long end = storage.getSuperblock().getEndOfFileAddress();
        long start = storage.getUserBlockSize();
        long needed = end >= start ? end : end + start;
        if (needed > bytes.length) {
            throw Faults.corrupt(
                    where,
                    "The file is truncated",
                    "it says %,d bytes, there are %,d".formatted(needed, bytes.length));
        }
        return new HdfModel(where, file);
    }

    private static <T extends @Nullable Object> T guarded(String where, String what, Read<T> read)
            throws ProblemException {
        try {
            return read.get();
        } catch (RuntimeException e) {
            throw Faults.corrupt(
                    where,
                    "The HDF5 data are damaged",
                    what + " (" + e.getClass().getSimpleName() + ": " + e.getMessage() + ")");
        }
    }

    /** The group at a path, or null if it is not there. */
    @Nullable Group group(String path) throws ProblemException {
        return node(path) instanceof Group group ? group : null;
    }

    /** The dataset at a path, or null if it is not there. */
    @Nullable Dataset dataset(String path) throws ProblemException {
        return node(path) instanceof Dataset dataset ? dataset : null;
    }

    private @Nullable Node node(String path) throws ProblemException {
        Node node = file;
        for (String part : path.split("/", -1)) {
            if (part.isEmpty()) {
                continue;
            }
            if (!(node instanceof Group group)) {
                return null;
            }
            node =
                    guarded(
                            where,
                            "the group " + group.getPath() + " cannot be read",
                            () -> group.getChildren().get(part));
            if (node == null) {
                return null;
            }
            if (node.isLink()) {
                throw Faults.unsupported(
                        where,
                        "The file links to another place",
                        "the link is at " + path,
                        "Save the model into one file");
            }
        }
        return node;
    }

    /** A text attribute of a group, or null. */
    @Nullable String text(String path, String name) throws ProblemException {
        Object value = attribute(path, name);
        return value instanceof String text ? text : null;
    }

    /** A list of texts, which Keras splits into name0, name1, … when it is long. */
    @Nullable List<String> texts(String path, String name) throws ProblemException {
        if (hasAttribute(path, name)) {
            return list(attribute(path, name));
        }
        List<String> all = new ArrayList<>();
        int part = 0;
        for (; hasAttribute(path, name + part); part++) {
            all.addAll(list(attribute(path, name + part)));
        }
        return part == 0 ? null : all;
    }

    private static List<String> list(@Nullable Object value) {
        return switch (value) {
            case String[] texts -> Arrays.asList(texts);
            case String text -> List.of(text);
            // An empty list is saved as an empty array of float64.
            case null, default -> List.of();
        };
    }

    private boolean hasAttribute(String path, String name) throws ProblemException {
        Group group = group(path);
        return group != null
                && guarded(
                        where,
                        "the attributes of " + path + " cannot be read",
                        () -> group.getAttributes().containsKey(name));
    }

    private @Nullable Object attribute(String path, String name) throws ProblemException {
        Group group = group(path);
        if (group == null) {
            return null;
        }
        return HdfModel.<@Nullable Object>guarded(
                where,
                "the attribute " + name + " of " + path + " cannot be read",
                () -> {
                    Attribute attribute = group.getAttributes().get(name);
                    return attribute == null ? null : attribute.getData();
                });
    }

    /** Reads the numbers of a dataset of a known shape as float32. */
    float[] floats(Dataset dataset, int[] shape) throws ProblemException {
        String place = where + ", " + dataset.getPath();
        long[] found = guarded(where, "a shape is unreadable", dataset::getDimensionsAsLong);
        long[] expected = Arrays.stream(shape).asLongStream().toArray();
        if (!Arrays.equals(found, expected)) {
            throw Faults.corrupt(
                    place,
                    "The weights have another shape than the architecture says",
                    "expected %s, found %s"
                            .formatted(Arrays.toString(expected), Arrays.toString(found)));
        }
        long declared = guarded(where, "a size is unreadable", dataset::getSizeInBytes);
        long stored = guarded(where, "a size is unreadable", dataset::getStorageInBytes);
        if (declared > RATIO_FLOOR && declared / Math.max(1, stored) > RATIO) {
            throw Faults.limit(
                    place,
                    "The weights claim to be far larger than what is stored",
                    "%,d bytes from %,d".formatted(declared, stored));
        }
        Object data = guarded(where, dataset.getPath() + " cannot be read", dataset::getDataFlat);
        return switch (data) {
            case float[] values -> values;
            case double[] values -> narrowed(values);
            case null, default ->
                    throw Faults.unsupported(
                            place,
                            "The weights are not floating-point numbers",
                            "their type is " + dataset.getJavaType().getSimpleName(),
                            "Save the model with float32 weights");
        };
    }

    private static float[] narrowed(double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }
}
