package org.eccexplorer.export;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eccexplorer.array.NpyArray;
import org.eccexplorer.array.NpzWriter;
import org.eccexplorer.dataset.LabelledImages;
import org.eccexplorer.files.Version;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.spiking.Projection;
import org.eccexplorer.spiking.SpikingLayer;
import org.eccexplorer.spiking.SpikingNetwork;
import org.eccexplorer.tensor.Shape;

/**
 * A converted network with some images, for other programs: {@code network.json} says what it
 * consists of, {@code network.npz} holds the numbers. docs/network-npz.md describes both.
 */
public final class NetworkFiles {
    /** The file that is written last. */
    public static final String NETWORK = "network.json";

    /** Raised when a field changes its meaning or goes. */
    public static final int SCHEMA = 1;

    private NetworkFiles() {}

    /** Writes both files into a folder that exists. */
    public static void write(Path folder, SpikingNetwork network, LabelledImages images)
            throws ProblemException {
        Map<String, NpyArray> arrays = new LinkedHashMap<>();
        ObjectNode json = described(network, arrays);
        addImages(arrays, network.input(), images);
        NpzWriter.write(folder.resolve("network.npz"), arrays);
        RunJson.write(folder.resolve(NETWORK), json);
    }

    /** What a network consists of, and its numbers added to some arrays. */
    public static ObjectNode described(SpikingNetwork network, Map<String, NpyArray> arrays) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("schema", SCHEMA);
        json.put("eccExplorer", Version.NUMBER);
        json.put("name", network.name());
        json.set("input", shape(network.input()));
        json.put("inputScale", network.inputScale());
        json.put("reset", network.dynamics().reset().name());
        json.put("leak", network.dynamics().leak());
        ArrayNode layers = json.putArray("layers");
        for (int l = 0; l < network.layers().size(); l++) {
            layers.add(layer("layer" + l, network.layers().get(l), arrays));
        }
        return json;
    }

    /** The images as the network takes them, and their labels. */
    private static void addImages(Map<String, NpyArray> arrays, Shape in, LabelledImages images) {
        arrays.put(
                "images",
                NpyArray.of(
                        images.batch(0, images.count()),
                        images.count(),
                        in.height(),
                        in.width(),
                        in.channels()));
        arrays.put("labels", NpyArray.of(images.labels(), images.labels().length));
    }

    private static ObjectNode layer(String key, SpikingLayer layer, Map<String, NpyArray> arrays) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("name", layer.name());
        json.put("role", layer.role().name());
        json.set("shape", shape(layer.shape()));
        json.put("threshold", layer.threshold());
        json.put("initialPotential", layer.initialPotential());
        json.put("spreadCharge", layer.spreadCharge());
        json.put("fires", layer.fires());
        json.put("signs", layer.firing().signs().name());
        json.put("thresholds", layer.firing().thresholds());
        ArrayNode scale = json.putArray("scale");
        for (double s : layer.scale()) {
            scale.add(s);
        }
        arrays.put(key + ".bias", NpyArray.of(layer.bias(), layer.neurons()));
        if (layer.hasInitialOffset()) {
            float[] initial = new float[layer.neurons()];
            for (int i = 0; i < initial.length; i++) {
                initial[i] = layer.initialPotential(i);
            }
            arrays.put(key + ".initial", NpyArray.of(initial, initial.length));
        }
        ArrayNode projections = json.putArray("projections");
        for (int p = 0; p < layer.projections().size(); p++) {
            Projection projection = layer.projections().get(p);
            String name = key + "." + p;
            ObjectNode entry = projections.addObject();
            entry.put("arrays", name);
            entry.put("source", projection.source());
            entry.set("from", shape(projection.from()));
            entry.put("offset", projection.offset());
            entry.put("width", projection.width());
            entry.put("groups", projection.groups());
            if (projection.quantum() != 0) {
                entry.put("quantum", projection.quantum());
            }
            arrays.put(name + ".start", indices(projection.table().start()));
            arrays.put(name + ".source", indices(projection.table().source()));
            arrays.put(name + ".tap", indices(projection.table().tap()));
            arrays.put(
                    name + ".weights",
                    NpyArray.of(
                            projection.weights(),
                            projection.table().taps(),
                            projection.from().channels(),
                            projection.fan()));
        }
        return json;
    }

    private static NpyArray indices(int[] values) {
        return NpyArray.of(values, values.length);
    }

    private static ArrayNode shape(Shape shape) {
        return JsonNodeFactory.instance
                .arrayNode()
                .add(shape.height())
                .add(shape.width())
                .add(shape.channels());
    }
}
