package org.eccexplorer.nir;

import io.jhdf.api.Dataset;
import java.util.Arrays;
import org.eccexplorer.container.HdfContainer;
import org.eccexplorer.container.HdfNumbers;
import org.eccexplorer.container.HdfValues;
import org.eccexplorer.container.SafeText;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;
import org.jspecify.annotations.Nullable;

/** The fields of nodes in a file, their shapes and values checked as they are read. */
final class NodeFields {
    private final HdfContainer file;
    private final String where;

    NodeFields(HdfContainer file) {
        this.file = file;
        where = file.where();
    }

    /** A node of a class. */
    NirNode node(String path, String name, String type) throws ProblemException {
        return switch (type) {
            case "Input" -> new NirNode.Input(wholes(path, "shape", -1));
            case "Output" -> new NirNode.Output(wholes(path, "shape", -1));
            case "Affine", "Linear" -> affine(path, type);
            case "Scale" -> {
                Floats scale = floats(path, "scale");
                yield new NirNode.Scale(scale.shape(), scale.values());
            }
            case "Conv2d", "Conv1d" -> convolution(path, type);
            case "SumPool2d", "AvgPool2d" ->
                    new NirNode.Pooling(
                            type.equals("SumPool2d"),
                            wholes(path, "kernel_size", 2),
                            wholes(path, "stride", 2),
                            wholes(path, "padding", 2));
            case "Flatten" ->
                    new NirNode.Flatten(
                            has(path, "input_type") ? wholes(path, "input_type", -1) : new int[0],
                            wholes(path, "start_dim", 1)[0],
                            wholes(path, "end_dim", 1)[0]);
            case "IF" -> neurons(path);
            case "I" -> {
                Floats r = floats(path, "r");
                yield new NirNode.Integrator(r.shape(), r.values());
            }
            case "LIF", "CubaLIF", "LI", "CubaLI" ->
                    throw NirFaults.unsupported(
                            NirFaults.place(where, name),
                            Texts.text("nir.leaks", type),
                            Texts.text("nir.leaks.remedy"));
            case "Delay", "Threshold" ->
                    throw NirFaults.unsupported(
                            NirFaults.place(where, name),
                            Texts.text("nir.hasNone", type),
                            Texts.text("nir.hasNone.remedy"));
            case "" ->
                    throw NirFaults.corrupt(NirFaults.place(where, name), Texts.text("nir.noType"));
            default ->
                    throw NirFaults.unsupported(
                            NirFaults.place(where, name),
                            Texts.text("nir.unknownType", SafeText.text(type)),
                            Texts.text("nir.newer.remedy"));
        };
    }

    private NirNode affine(String path, String type) throws ProblemException {
        Floats weight = floats(path, "weight");
        int[] shape = weight.shape();
        if (shape.length != 2) {
            throw shapeOf(path, "weight", shape, Texts.text("nir.outputsByInputs"));
        }
        float[] bias = type.equals("Linear") ? new float[shape[0]] : vector(path, "bias", shape[0]);
        return new NirNode.Affine(type, shape[0], shape[1], weight.values(), bias);
    }

    private NirNode convolution(String path, String type) throws ProblemException {
        int axes = type.equals("Conv1d") ? 1 : 2;
        Floats weight = floats(path, "weight");
        int[] shape = weight.shape();
        if (shape.length != 2 + axes) {
            throw shapeOf(path, "weight", shape, Texts.text("nir.kernelShape", 2 + axes));
        }
        int[] kernel = axes == 2 ? shape : new int[] {shape[0], shape[1], 1, shape[2]};
        int[] input = has(path, "input_shape") ? sides(path, "input_shape", axes, 1) : new int[0];
        NirNode.Slide slide =
                new NirNode.Slide(
                        sides(path, "stride", axes, 1),
                        padding(path, axes),
                        sides(path, "dilation", axes, 1),
                        wholes(path, "groups", 1)[0]);
        float[] bias = vector(path, "bias", kernel[0]);
        return new NirNode.Convolution(type, input, kernel, weight.values(), slide, bias);
    }

    private int @Nullable [] padding(String path, int axes) throws ProblemException {
        if (!isText(path + "/padding")) {
            return sides(path, "padding", axes, 0);
        }
        String word = text(path + "/padding", "");
        return switch (word) {
            case "same" -> null;
            case "valid" -> new int[2];
            default ->
                    throw NirFaults.corrupt(
                            where + ", " + path, Texts.text("nir.padding", SafeText.text(word)));
        };
    }

    /** Rows and columns; of a sequence, columns. */
    private int[] sides(String path, String field, int axes, int rows) throws ProblemException {
        int[] given = wholes(path, field, -1);
        if (axes == 2 && given.length == 2) {
            return given;
        }
        if (given.length == 1) {
            return new int[] {axes == 2 ? given[0] : rows, given[0]};
        }
        throw shapeOf(path, field, new int[] {given.length}, Texts.text("nir.sides", axes));
    }

    private NirNode neurons(String path) throws ProblemException {
        Floats threshold = floats(path, "v_threshold");
        Floats r = floats(path, "r");
        float[] reset = new float[threshold.values().length];
        if (has(path, "v_reset")) {
            reset = floats(path, "v_reset").values();
        }
        if (!Arrays.equals(r.shape(), threshold.shape())
                || reset.length != threshold.values().length) {
            throw shapeOf(path, "r", r.shape(), Arrays.toString(threshold.shape()));
        }
        return new NirNode.IntegrateAndFire(
                threshold.shape(), r.values(), threshold.values(), reset);
    }

    /** Values with their shape. */
    private record Floats(int[] shape, float[] values) {}

    private Floats floats(String path, String field) throws ProblemException {
        Dataset dataset = required(path, field);
        String place = where + ", " + path + "/" + field;
        int[] shape = HdfValues.shape(place, dataset);
        float[] values;
        if (HdfValues.isText(place, dataset)) {
            throw NirFaults.corrupt(place, Texts.text("nir.noNumbers"));
        }
        if (HdfNumbers.isFloating(place, dataset)) {
            values = HdfNumbers.floats(place, dataset, shape);
        } else {
            int[] wholes = HdfValues.wholes(place, dataset);
            values = new float[wholes.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = wholes[i];
            }
        }
        int bad = 0;
        for (float value : values) {
            bad += Float.isFinite(value) ? 0 : 1;
        }
        if (bad > 0) {
            throw NirFaults.corrupt(
                    place,
                    Texts.text("nir.notFinite", Numbers.count(bad), Numbers.count(values.length)));
        }
        return new Floats(shape, values);
    }

    private float[] vector(String path, String field, int length) throws ProblemException {
        Floats given = floats(path, field);
        if (given.values().length != length) {
            throw shapeOf(path, field, given.shape(), "[" + length + "]");
        }
        return given.values();
    }

    /** Whole numbers from −1 to 2²⁴. */
    private int[] wholes(String path, String field, int length) throws ProblemException {
        Dataset dataset = required(path, field);
        String place = where + ", " + path + "/" + field;
        int[] values = HdfValues.wholes(place, dataset);
        boolean fits =
                length < 0 ? values.length > 0 && values.length < 5 : values.length == length;
        if (!fits) {
            throw shapeOf(path, field, new int[] {values.length}, "[" + length + "]");
        }
        for (int value : values) {
            if (value < -1 || value > 1 << 24) {
                throw NirFaults.corrupt(place, Texts.text("nir.outOfRange", Numbers.count(value)));
            }
        }
        return values;
    }

    private ProblemException shapeOf(String path, String field, int[] found, String expected) {
        return NirFaults.corrupt(
                where + ", " + path,
                Texts.text("nir.shapeOf", field, Arrays.toString(found), expected));
    }

    private boolean has(String path, String field) throws ProblemException {
        return file.dataset(path + "/" + field) != null;
    }

    private Dataset required(String path, String field) throws ProblemException {
        Dataset dataset = file.dataset(path + "/" + field);
        if (dataset == null) {
            throw NirFaults.corrupt(where + ", " + path, Texts.text("nir.missingField", field));
        }
        return dataset;
    }

    /** Whether there is a text at a path. */
    boolean isText(String path) throws ProblemException {
        Dataset dataset = file.dataset(path);
        return dataset != null && HdfValues.isText(where + ", " + path, dataset);
    }

    /** The text at a path, or another if there is nothing. */
    String text(String path, String otherwise) throws ProblemException {
        Dataset dataset = file.dataset(path);
        return dataset == null ? otherwise : HdfValues.text(where + ", " + path, dataset);
    }

    /**
     * The edges of a graph, two names for each; none if they are not there or empty, which an empty
     * list of numbers is too.
     */
    String[] edges(String path) throws ProblemException {
        Dataset dataset = file.dataset(path + "/edges");
        if (dataset == null) {
            return new String[0];
        }
        String place = where + ", " + path + "/edges";
        int[] shape = HdfValues.shape(place, dataset);
        if (Arrays.stream(shape).anyMatch(length -> length == 0)) {
            return new String[0];
        }
        if (shape.length != 2 || shape[1] != 2) {
            throw shapeOf(path, "edges", shape, "[n, 2]");
        }
        return HdfValues.texts(place, dataset);
    }
}
