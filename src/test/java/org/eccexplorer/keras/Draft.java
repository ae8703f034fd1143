package org.eccexplorer.keras;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.WritableGroup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** A small Sequential model, written down by hand: its layers as JSON, its weights by name. */
final class Draft {
    private final StringBuilder layers = new StringBuilder();
    private final Map<String, Object> weights = new LinkedHashMap<>();
    private final Map<String, String> onlyListed = new LinkedHashMap<>();

    /**
     * Adds a layer.
     *
     * @param settings as JSON without braces, such as {@code "units":2}
     */
    Draft layer(String className, String name, String settings) {
        layers.append(layers.isEmpty() ? "" : ",")
                .append(
                        """
                        {"class_name":"%s","config":{"name":"%s"%s%s}}\
                        """
                                .formatted(
                                        className, name, settings.isEmpty() ? "" : ",", settings));
        return this;
    }

    Draft input(String shape) {
        return layer("InputLayer", "in", "\"batch_shape\":" + shape);
    }

    /**
     * Adds a weight.
     *
     * @param path in the archive, such as "layers/dense/vars/0", or in the .h5 file "d/d/kernel"
     */
    Draft weight(String path, Object values) {
        weights.put(path, values);
        return this;
    }

    /** Lists a weight in a layer's group of an .h5 file without having it. */
    Draft listed(String layer, String path) {
        onlyListed.put(layer, path);
        return this;
    }

    String config() {
        return """
        {"class_name":"Sequential","config":{"name":"draft","layers":[%s]}}\
        """
                .formatted(layers);
    }

    /** As a .keras file. */
    byte[] archive() {
        return archive(hdf5(groups -> {}));
    }

    /** As a .keras file with weights from elsewhere. */
    byte[] archive(byte[] hdf5) {
        Map<String, byte[]> members = new LinkedHashMap<>();
        members.put(
                Forgery.METADATA,
                "{\"keras_version\": \"3.9.0\"}".getBytes(StandardCharsets.UTF_8));
        members.put(Forgery.CONFIG, config().getBytes(StandardCharsets.UTF_8));
        members.put(Forgery.WEIGHTS, hdf5);
        return Forgery.archive(members);
    }

    /** As an .h5 file of Keras 2; each layer lists the weights that lie in its group. */
    byte[] legacy() {
        Map<String, String> listed = new LinkedHashMap<>();
        for (String path : weights.keySet()) {
            int slash = path.indexOf('/');
            listed.merge(
                    path.substring(0, slash), path.substring(slash + 1), (a, b) -> a + "\n" + b);
        }
        onlyListed.forEach((layer, path) -> listed.merge(layer, path, (a, b) -> a + "\n" + b));
        Map<String, Object> moved = new LinkedHashMap<>();
        weights.forEach((path, values) -> moved.put("model_weights/" + path, values));
        weights.clear();
        weights.putAll(moved);
        return hdf5(groups -> {
            groups.get("").putAttribute("model_config", config());
            groups.get("model_weights")
                    .putAttribute("layer_names", listed.keySet().toArray(new String[0]));
            listed.forEach((layer, names) ->
                    groups.get("model_weights/" + layer)
                            .putAttribute("weight_names", names.split("\n", -1)));
        });
    }

    /** Sets attributes of groups, by path; "" is the root. */
    private interface Attributes {
        void put(Map<String, WritableGroup> groups);
    }

    private byte[] hdf5(Attributes attributes) {
        try {
            Path path = Files.createTempFile("draft", ".h5");
            Files.delete(path);
            try (WritableHdfFile file = HdfFile.write(path)) {
                Map<String, WritableGroup> groups = new HashMap<>(Map.of("", file));
                weights.forEach((where, values) -> {
                    int slash = where.lastIndexOf('/');
                    group(groups, where.substring(0, slash))
                            .putDataset(where.substring(slash + 1), values);
                });
                attributes.put(groups);
            }
            byte[] bytes = Files.readAllBytes(path);
            Files.delete(path);
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static WritableGroup group(Map<String, WritableGroup> groups, String path) {
        WritableGroup known = groups.get(path);
        if (known != null) {
            return known;
        }
        int slash = path.lastIndexOf('/');
        WritableGroup parent = group(groups, slash < 0 ? "" : path.substring(0, slash));
        WritableGroup group = parent.putGroup(path.substring(slash + 1));
        groups.put(path, group);
        return group;
    }
}
