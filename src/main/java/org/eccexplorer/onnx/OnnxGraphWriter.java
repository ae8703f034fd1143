package org.eccexplorer.onnx;

import org.eccexplorer.tensor.Shape;

/** The graph of an ONNX model, put together operation by operation. */
final class OnnxGraphWriter {
    private static final int FLOAT = 1;
    private static final int LONG = 7;

    private final WireMessage graph = new WireMessage();
    private int constants;

    /** Names of the numbers of attributes, as the format has them. */
    private enum AttributeType {
        INT(2),
        INTS(7);

        private final int number;

        AttributeType(int number) {
            this.number = number;
        }
    }

    /** An operation that waits for its attributes. */
    static final class Operation {
        private final WireMessage node = new WireMessage();
        private final String output;

        private Operation(String type, String output, String... inputs) {
            this.output = output;
            for (String input : inputs) {
                node.text(1, input);
            }
            node.text(2, output).text(3, output).text(4, type);
        }

        Operation with(String name, long value) {
            WireMessage attribute = new WireMessage().text(1, name).integer(3, value);
            node.message(5, attribute.integer(20, AttributeType.INT.number));
            return this;
        }

        Operation with(String name, long... values) {
            WireMessage attribute = new WireMessage().text(1, name).integers(8, values);
            node.message(5, attribute.integer(20, AttributeType.INTS.number));
            return this;
        }
    }

    /** Begins an operation whose result has the name of what makes it. */
    static Operation operation(String type, String output, String... inputs) {
        return new Operation(type, output, inputs);
    }

    /**
     * Adds an operation.
     *
     * @return the name of its result
     */
    String add(Operation operation) {
        graph.message(1, operation.node);
        return operation.output;
    }

    /** Adds trained values, and tells their name. */
    String constant(String name, float[] values, long... shape) {
        WireMessage tensor = new WireMessage().integers(1, shape).integer(2, FLOAT);
        graph.message(5, tensor.text(8, name).floats(9, values));
        return name;
    }

    /** Adds whole numbers, such as a shape, and tells their name. */
    String constant(long[] values) {
        String name = "constant_" + constants++;
        WireMessage tensor = new WireMessage().integers(1, values.length).integer(2, LONG);
        graph.message(5, tensor.text(8, name).longs(9, values));
        return name;
    }

    /** Adds a number, and tells its name. */
    String constant(float value) {
        return constant("constant_" + constants++, new float[] {value});
    }

    /** The whole model; any number of images enters, channels first. */
    byte[] model(
            String name, String version, String input, Shape shape, String output, int classes) {
        graph.text(2, name);
        graph.message(11, value(input, -1, shape.channels(), shape.height(), shape.width()));
        graph.message(12, value(output, -1, classes));
        WireMessage opset = new WireMessage().text(1, "").integer(2, OnnxWriter.OPSET);
        return new WireMessage()
                .integer(1, OnnxWriter.IR_VERSION)
                .text(2, "ECC Explorer")
                .text(3, version)
                .message(7, graph)
                .message(8, opset)
                .bytes();
    }

    private static WireMessage value(String name, long... shape) {
        WireMessage dimensions = new WireMessage();
        for (long size : shape) {
            WireMessage one = new WireMessage();
            dimensions.message(1, size < 0 ? one.text(2, "N") : one.integer(1, size));
        }
        WireMessage tensor = new WireMessage().integer(1, FLOAT).message(2, dimensions);
        return new WireMessage().text(1, name).message(2, new WireMessage().message(1, tensor));
    }
}
