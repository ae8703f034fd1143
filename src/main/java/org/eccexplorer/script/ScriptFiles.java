package org.eccexplorer.script;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eccexplorer.array.NpyArray;
import org.eccexplorer.dataset.LabelledImages;
import org.eccexplorer.export.NetworkFiles;
import org.eccexplorer.export.RunJson;
import org.eccexplorer.files.Version;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.spiking.SpikingLayer;
import org.eccexplorer.spiking.SpikingNetwork;
import org.eccexplorer.tensor.Shape;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;

/**
 * A folder with a script that simulates a converted network elsewhere, the network, images, and
 * what our own simulation gave on them. docs/export.md describes the files.
 */
public final class ScriptFiles {
    /** Written last. */
    public static final String EXPERIMENT = "experiment.json";

    /** Raised when a field of {@link #EXPERIMENT} changes its meaning or goes. */
    private static final int SCHEMA = 1;

    private ScriptFiles() {}

    /**
     * Writes all files into a folder that exists.
     *
     * @param images those that the expectation is of
     * @throws ProblemException of kind UNSUPPORTED if the simulator has no such neurons, LIMIT if
     *     the network is too large for it, or if a file cannot be written
     */
    public static void write(
            Path folder,
            ScriptKind kind,
            SpikingNetwork network,
            LabelledImages images,
            Expected expected)
            throws ProblemException {
        check(kind, network);
        Map<String, NpyArray> weights = new LinkedHashMap<>();
        ObjectNode json = NetworkFiles.described(network, weights);
        SafeTensors.write(folder.resolve("weights.safetensors"), weights);
        SafeTensors.write(folder.resolve("images.safetensors"), arrays(network, images, expected));
        RunJson.write(folder.resolve(NetworkFiles.NETWORK), json);
        for (Map.Entry<String, String> file : kind.files().entrySet()) {
            byte[] text = resource(file.getValue());
            ReadBack.write(folder.resolve(file.getKey()), out -> out.write(text));
        }
        byte[] readme = readme(kind, network, expected).getBytes(StandardCharsets.UTF_8);
        ReadBack.write(folder.resolve("README.md"), out -> out.write(readme));
        RunJson.write(folder.resolve(EXPERIMENT), experiment(network, expected));
    }

    /**
     * Checks whether a simulator can run a network.
     *
     * @throws ProblemException of kind UNSUPPORTED if it has no such neurons, LIMIT if the network
     *     is too large for it
     */
    public static void check(ScriptKind kind, SpikingNetwork network) throws ProblemException {
        ScriptLimits.check(kind, network);
    }

    private static Map<String, NpyArray> arrays(
            SpikingNetwork network, LabelledImages images, Expected expected) {
        Map<String, NpyArray> arrays = new LinkedHashMap<>();
        int count = images.count();
        Shape in = network.input();
        arrays.put(
                "images",
                NpyArray.of(images.batch(0, count), count, in.height(), in.width(), in.channels()));
        arrays.put("labels", NpyArray.of(expected.truths(), count));
        for (int l = 0; l < network.layers().size(); l++) {
            int layer = l;
            List<float[]> rows = expected.counts().stream().map(of -> of.get(layer)).toList();
            int neurons = network.layers().get(l).neurons();
            float[] all = new float[rows.size() * neurons];
            for (int i = 0; i < rows.size(); i++) {
                System.arraycopy(rows.get(i), 0, all, i * neurons, neurons);
            }
            arrays.put("counts." + l, NpyArray.of(all, rows.size(), neurons));
        }
        return arrays;
    }

    private static ObjectNode experiment(SpikingNetwork network, Expected expected) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("schema", SCHEMA);
        json.put("eccExplorer", Version.NUMBER);
        json.put("timesteps", expected.timesteps());
        json.put("readFrom", expected.readFrom());
        json.put("coding", Expected.coding(network));
        json.put("seed", expected.seed());
        json.put("labels", expected.labelled() ? "data" : "cnn");
        ObjectNode results = json.putObject("expected");
        results.put("accuracy", expected.accuracy());
        ArrayNode answers = results.putArray("answers");
        for (int answer : expected.answers()) {
            answers.add(answer);
        }
        ArrayNode spikes = results.putArray("spikes");
        for (long sum : expected.spikes()) {
            spikes.add(sum);
        }
        ArrayNode layers = results.putArray("layers");
        network.layers().stream().map(SpikingLayer::name).forEach(layers::add);
        return json;
    }

    private static String readme(ScriptKind kind, SpikingNetwork network, Expected expected) {
        return Texts.text(
                "script.readme",
                network.name(),
                Version.NUMBER,
                needs(kind),
                expected.timesteps(),
                Texts.counted("cli.images", expected.answers().length),
                Numbers.percent(expected.accuracy(), 2));
    }

    private static String needs(ScriptKind kind) {
        return switch (kind) {
            case PYTORCH -> Texts.text("script.readme.pytorch");
            case SPIKINGJELLY -> Texts.text("script.readme.spikingjelly");
            case BRIAN2 -> Texts.text("script.readme.brian2");
            case NEST -> Texts.text("script.readme.nest");
        };
    }

    private static byte[] resource(String name) {
        try (InputStream in = ScriptFiles.class.getResourceAsStream(name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
