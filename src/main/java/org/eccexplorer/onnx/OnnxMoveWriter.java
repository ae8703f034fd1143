package org.eccexplorer.onnx;

import static org.eccexplorer.onnx.OnnxGraphWriter.operation;

import java.util.stream.IntStream;
import org.eccexplorer.network.Layer;
import org.eccexplorer.network.Node;
import org.eccexplorer.tensor.Shape;

/** Writes what moves values, and keeps track of their order: channels first there, last here. */
final class OnnxMoveWriter {
    private final OnnxGraphWriter graph;

    OnnxMoveWriter(OnnxGraphWriter graph) {
        this.graph = graph;
    }

    /** A flattening stays one; anything else picks values from a vector in our order. */
    OnnxResult rearrangement(Node node, Layer.Rearrangement layer, OnnxResult in) {
        int size = layer.from().size();
        boolean same =
                layer.to().size() == size
                        && IntStream.range(0, size).allMatch(i -> layer.source()[i] == i);
        if (same && layer.to().pixels() == 1 && !in.vector()) {
            String flattened =
                    graph.add(operation("Flatten", node.name(), in.name()).with("axis", 1L));
            return new OnnxResult(
                    flattened, true, layer.from().pixels() == 1 ? null : layer.from());
        }
        Shape to = layer.to();
        OnnxResult flat = in.vector() ? ordered(in, layer.from(), node) : in;
        String picked = same ? listed(flat, layer.from(), node) : picked(node, layer, flat);
        if (to.pixels() == 1) {
            return new OnnxResult(picked, true);
        }
        return shaped(picked, to, node.name());
    }

    /** A vector in our order. */
    private String listed(OnnxResult in, Shape from, Node node) {
        return in.vector() ? in.name() : channelsLast(in.name(), from, node);
    }

    private String channelsLast(String planes, Shape from, Node node) {
        String moved = node.name() + ".moved";
        graph.add(operation("Transpose", moved, planes).with("perm", 0, 2, 3, 1));
        String shape = graph.constant(new long[] {-1, from.size()});
        String listed = node.name() + ".listed";
        return graph.add(operation("Reshape", listed, moved, shape));
    }

    /** Values by their places; zeros come from a row of zeros below the planes. */
    private String picked(Node node, Layer.Rearrangement layer, OnnxResult in) {
        Shape from = layer.from();
        String listed;
        if (IntStream.of(layer.source()).anyMatch(source -> source < 0)) {
            String planes = planes(in, from, node).name();
            String padded = node.name() + ".padded";
            String pads = graph.constant(new long[] {0, 0, 0, 0, 0, 0, 1, 0});
            graph.add(operation("Pad", padded, planes, pads));
            Shape larger = new Shape(from.height() + 1, from.width(), from.channels());
            listed = channelsLast(padded, larger, node);
        } else {
            listed = listed(in, from, node);
        }
        long[] indices = new long[layer.source().length];
        for (int i = 0; i < indices.length; i++) {
            indices[i] = layer.source()[i] < 0 ? from.size() : layer.source()[i];
        }
        String name = node.name() + ".picked";
        return graph.add(
                operation("Gather", name, listed, graph.constant(indices)).with("axis", 1L));
    }

    /** Planes from a vector in our order. */
    private OnnxResult shaped(String vector, Shape to, String name) {
        String rows = name + ".rows";
        String shape = graph.constant(new long[] {-1, to.height(), to.width(), to.channels()});
        graph.add(operation("Reshape", rows, vector, shape));
        return new OnnxResult(
                graph.add(operation("Transpose", name, rows).with("perm", 0, 3, 1, 2)), false);
    }

    /** Where a value by row, column, channel stands by channel, row, column. */
    static int channelsFirst(Shape shape, int index) {
        int pixel = index / shape.channels();
        return index % shape.channels() * shape.pixels() + pixel;
    }

    /** Planes of one pixel become a vector; their order is the same. */
    OnnxResult vector(OnnxResult in, String name) {
        if (in.vector()) {
            return in;
        }
        return new OnnxResult(
                graph.add(operation("Flatten", name, in.name()).with("axis", 1L)), true);
    }

    /** In our order, where a flattening was by channel. */
    OnnxResult ordered(OnnxResult in, Shape shape, Node node) {
        Shape order = in.flattened();
        if (order == null) {
            return in;
        }
        long[] indices = new long[shape.size()];
        for (int i = 0; i < indices.length; i++) {
            indices[i] = channelsFirst(order, i);
        }
        String name = node.name() + ".ordered";
        return new OnnxResult(
                graph.add(
                        operation("Gather", name, in.name(), graph.constant(indices))
                                .with("axis", 1L)),
                true);
    }

    /** Planes, also of a vector. */
    OnnxResult planes(OnnxResult in, Shape shape, Node node) {
        return in.vector()
                ? shaped(ordered(in, shape, node).name(), shape, node.name() + ".planes")
                : in;
    }
}
