package org.eccexplorer.nir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eccexplorer.container.PackedHdf;
import org.eccexplorer.container.PackedHdf.Floats;
import org.eccexplorer.files.AtomicFile;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.text.Texts;

/**
 * Writes a graph in the layout that {@code nir.read} takes: {@code /version}, {@code /node} with
 * {@code type}, {@code edges}, {@code nodes} and {@code metadata}; every node exactly with the
 * fields of its class, since others are refused.
 */
public final class NirWriter {
    private NirWriter() {}

    /** Writes or replaces a file, which is read again before it takes the place of the old one. */
    public static void write(Path file, NirGraph graph) throws ProblemException {
        AtomicFile.write(file, out -> out.write(packed(graph)), NirReader::check);
    }

    /**
     * What would be written.
     *
     * @param file where, for messages
     */
    public static byte[] bytes(Path file, NirGraph graph) throws ProblemException {
        try {
            return packed(graph);
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.Kind.UNWRITABLE,
                    file.toString(),
                    Texts.text("nir.noTemporary"),
                    String.valueOf(e.getMessage()),
                    Texts.text("nir.noTemporary.remedy"));
        }
    }

    private static byte[] packed(NirGraph graph) throws IOException {
        Path whole = Files.createTempFile("ecc", ".nir");
        try {
            PackedHdf.write(whole, content(graph));
            return Files.readAllBytes(whole);
        } finally {
            Files.deleteIfExists(whole);
        }
    }

    private static Map<String, Object> content(NirGraph graph) {
        Map<String, Object> nodes = new LinkedHashMap<>();
        graph.nodes().forEach((name, node) -> nodes.put(name, node(node)));
        String[][] edges = new String[graph.edges().size()][];
        for (int i = 0; i < edges.length; i++) {
            NirGraph.Edge edge = graph.edges().get(i);
            edges[i] = new String[] {edge.from(), edge.to()};
        }
        Map<String, Object> whole = new LinkedHashMap<>();
        whole.put("type", "NIRGraph");
        whole.put("edges", edges);
        whole.put("nodes", nodes);
        if (!graph.metadata().isEmpty()) {
            whole.put("metadata", graph.metadata());
        }
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("version", graph.version());
        root.put("node", whole);
        return root;
    }

    private static Map<String, Object> node(NirNode node) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("type", node.type());
        switch (node) {
            case NirNode.Input input -> fields.put("shape", longs(input.shape()));
            case NirNode.Output output -> fields.put("shape", longs(output.shape()));
            case NirNode.Border _ -> throw new IllegalArgumentException("a border is not written");
            case NirNode.Affine affine -> {
                fields.put(
                        "weight", new Floats(affine.weight(), affine.outputs(), affine.inputs()));
                if (affine.type().equals("Affine")) {
                    fields.put("bias", new Floats(affine.bias(), affine.outputs()));
                }
            }
            case NirNode.Scale scale ->
                    fields.put("scale", new Floats(scale.scale(), scale.shape()));
            case NirNode.Convolution convolution -> convolution(convolution, fields);
            case NirNode.Pooling pooling -> {
                fields.put("kernel_size", longs(pooling.kernel()));
                fields.put("stride", longs(pooling.stride()));
                fields.put("padding", longs(pooling.padding()));
            }
            case NirNode.Flatten flatten -> {
                fields.put("start_dim", (long) flatten.first());
                fields.put("end_dim", (long) flatten.last());
                fields.put("input_type", longs(flatten.inputType()));
            }
            case NirNode.IntegrateAndFire neurons -> {
                fields.put("r", new Floats(neurons.r(), neurons.shape()));
                fields.put("v_threshold", new Floats(neurons.threshold(), neurons.shape()));
                fields.put("v_reset", new Floats(neurons.reset(), neurons.shape()));
            }
            case NirNode.Integrator integrator ->
                    fields.put("r", new Floats(integrator.r(), integrator.shape()));
        }
        return fields;
    }

    private static void convolution(NirNode.Convolution node, Map<String, Object> fields) {
        NirNode.Slide slide = node.slide();
        fields.put("input_shape", longs(node.inputShape()));
        fields.put("weight", new Floats(node.weight(), node.kernel()));
        fields.put("stride", longs(slide.stride()));
        int[] padding = slide.padding();
        fields.put("padding", padding == null ? "same" : longs(padding));
        fields.put("dilation", longs(slide.dilation()));
        fields.put("groups", (long) slide.groups());
        fields.put("bias", new Floats(node.bias(), node.outputs()));
    }

    private static long[] longs(int[] values) {
        return Arrays.stream(values).asLongStream().toArray();
    }
}
