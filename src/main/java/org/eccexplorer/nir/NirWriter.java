package org.eccexplorer.nir;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.eccexplorer.container.HdfTree;
import org.eccexplorer.container.HdfTree.Floats;
import org.eccexplorer.container.HdfWriter;
import org.eccexplorer.files.AtomicFile;
import org.eccexplorer.problem.ProblemException;

/**
 * Writes a graph in the layout that {@code nir.read} takes: {@code /version}, {@code /node} with
 * {@code type}, {@code edges}, {@code nodes} and {@code metadata}; every node exactly with the
 * fields of its class, since others are refused.
 */
public final class NirWriter {
    private NirWriter() {}

    /** What is written of a graph, the same for the same graph. */
    public static byte[] bytes(NirGraph graph) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            HdfWriter.write(out, content(graph));
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory has no faults
        }
        return out.toByteArray();
    }

    /** Writes or replaces a file, which is read again before it takes the place of the old one. */
    public static void write(Path file, byte[] content) throws ProblemException {
        AtomicFile.write(file, out -> out.write(content), NirReader::check);
    }

    private static HdfTree.Group content(NirGraph graph) {
        HdfTree.Group nodes = group();
        graph.nodes().forEach((name, node) -> nodes.members().put(name, node(node)));
        List<String> ends = new ArrayList<>();
        for (NirGraph.Edge edge : graph.edges()) {
            ends.add(edge.from());
            ends.add(edge.to());
        }
        HdfTree.Group whole = group();
        whole.members().put("type", HdfTree.text("NIRGraph"));
        whole.members().put("edges", new HdfTree.Texts(ends, graph.edges().size(), 2));
        whole.members().put("nodes", nodes);
        if (!graph.metadata().isEmpty()) {
            HdfTree.Group metadata = group();
            graph.metadata()
                    .forEach((key, text) -> metadata.members().put(key, HdfTree.text(text)));
            whole.members().put("metadata", metadata);
        }
        HdfTree.Group root = group();
        root.members().put("version", HdfTree.text(graph.version()));
        root.members().put("node", whole);
        return root;
    }

    private static HdfTree.Group group() {
        return HdfTree.Group.with(Map.of());
    }

    private static HdfTree.Group node(NirNode node) {
        HdfTree.Group group = group();
        Map<String, HdfTree> fields = group.members();
        fields.put("type", HdfTree.text(node.type()));
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
                fields.put("start_dim", HdfTree.whole(flatten.first()));
                fields.put("end_dim", HdfTree.whole(flatten.last()));
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
        return group;
    }

    private static void convolution(NirNode.Convolution node, Map<String, HdfTree> fields) {
        NirNode.Slide slide = node.slide();
        fields.put("input_shape", longs(node.inputShape()));
        fields.put("weight", new Floats(node.weight(), node.kernel()));
        fields.put("stride", longs(slide.stride()));
        int[] padding = slide.padding();
        fields.put("padding", padding == null ? HdfTree.text("same") : longs(padding));
        fields.put("dilation", longs(slide.dilation()));
        fields.put("groups", HdfTree.whole(slide.groups()));
        fields.put("bias", new Floats(node.bias(), node.outputs()));
    }

    private static HdfTree.Data longs(int[] values) {
        long[] longs = Arrays.stream(values).asLongStream().toArray();
        return new HdfTree.Longs(longs, values.length);
    }
}
