package org.eccexplorer.onnx;

import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.eccexplorer.channelsfirst.Unreadable;

/**
 * The arithmetic on shapes that exporters leave in a graph whose number of images is open, such as
 * Shape, Gather, Unsqueeze, Concat before a Reshape: done while reading.
 */
final class OnnxShapes {
    static final Set<String> KNOWN =
            Set.of("Constant", "Shape", "Gather", "Unsqueeze", "Squeeze", "Cast", "Slice");

    private OnnxShapes() {}

    /** Computes a shape if that is what the operation does; otherwise returns false. */
    static boolean compute(OnnxNode node, OnnxGraph graph, Map<String, long[]> shapes)
            throws Unreadable {
        String result = node.outputs().getFirst();
        if (graph.isMade(node.input(0)) && !node.operation().equals("Shape")) {
            return false;
        }
        switch (node.operation()) {
            case "Constant" -> {
                OnnxTensor tensor = node.tensor("value");
                if (tensor == null) {
                    throw new Unreadable("a constant that is no tensor");
                }
                graph.keep(result, tensor);
            }
            case "Identity" -> graph.alias(result, node.input(0));
            case "Shape" -> shapes.put(result, graph.shapeOf(node.input(0)));
            case "Gather" -> {
                long[] from = known(shapes, node.input(0));
                long[] index = known(shapes, node.input(1));
                shapes.put(
                        result,
                        LongStream.of(index)
                                .map(i -> from[(int) Math.floorMod(i, (long) from.length)])
                                .toArray());
            }
            case "Unsqueeze", "Squeeze", "Cast" -> shapes.put(result, known(shapes, node.input(0)));
            case "Slice" -> {
                long[] from = known(shapes, node.input(0));
                int length = from.length;
                long first = known(shapes, node.input(1))[0];
                long last = known(shapes, node.input(2))[0];
                int start = Math.clamp(first < 0 ? first + length : first, 0, length);
                int end = Math.clamp(last < 0 ? last + length : last, start, length);
                shapes.put(result, java.util.Arrays.copyOfRange(from, start, end));
            }
            case "Add", "Sub", "Mul", "Div" -> {
                long[] a = shapes.get(node.input(0));
                long[] b = shapes.get(node.input(1));
                if (a == null || b == null || a.length == 0 || b.length == 0) {
                    return false;
                }
                long[] sizes = new long[Math.max(a.length, b.length)];
                for (int i = 0; i < sizes.length; i++) {
                    sizes[i] = calculated(node.operation(), a[i % a.length], b[i % b.length]);
                }
                shapes.put(result, sizes);
            }
            case "Concat" -> {
                if (!node.inputs().stream().allMatch(shapes::containsKey)) {
                    return false;
                }
                shapes.put(
                        result,
                        node.inputs().stream()
                                .flatMapToLong(input -> LongStream.of(shapes.get(input)))
                                .toArray());
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    /** With the open number of images the result is open too. */
    private static long calculated(String operation, long a, long b) throws Unreadable {
        if (a == OnnxGraph.BATCH || b == OnnxGraph.BATCH) {
            return OnnxGraph.BATCH;
        }
        return switch (operation) {
            case "Add" -> a + b;
            case "Sub" -> a - b;
            case "Mul" -> a * b;
            default -> {
                if (b == 0) {
                    throw new Unreadable("a size is divided by 0");
                }
                yield a / b;
            }
        };
    }

    private static long[] known(Map<String, long[]> shapes, String name) throws Unreadable {
        long[] values = shapes.get(name);
        if (values == null || values.length == 0) {
            throw new Unreadable("it computes with values that are no shape");
        }
        return values;
    }
}
