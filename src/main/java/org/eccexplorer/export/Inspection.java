package org.eccexplorer.export;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.eccexplorer.convert.ConversionOptions;
import org.eccexplorer.convert.LayerNote;
import org.eccexplorer.measure.energy.Macs;
import org.eccexplorer.network.Layer;
import org.eccexplorer.network.ModelId;
import org.eccexplorer.network.Network;
import org.eccexplorer.network.Node;
import org.eccexplorer.network.SlidingWindow;
import org.eccexplorer.network.TrainedModel;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.tensor.Shape;

/**
 * What a model is made of and what a conversion would do with it; docs/inspect-json.md describes
 * what is written of it.
 *
 * @param notes empty if the conversion is refused
 * @param problems what the conversion asks or refuses; empty if it goes through
 */
public record Inspection(
        ModelId id,
        TrainedModel model,
        ConversionOptions options,
        List<LayerNote> notes,
        List<Problem> problems) {
    /** Raised when a field changes its meaning or goes. */
    private static final int SCHEMA = 1;

    public Inspection {
        notes = List.copyOf(notes);
        problems = List.copyOf(problems);
    }

    /** As JSON for other programs. */
    public String json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("schema", SCHEMA);
        SourceJson.write(json, id);
        Network network = model.network();
        shape(json.putArray("input"), network.inputShape());
        json.put("outputs", network.outputShape().size());
        json.put("parameters", network.parameters());
        json.put("macs", Macs.of(network));
        json.put("rescales", model.rescales());
        ArrayNode layers = json.putArray("layers");
        for (Node node : network.nodes()) {
            ObjectNode layer = layers.addObject();
            layer.put("name", node.name());
            describe(layer, node.layer());
            shape(layer.putArray("shape"), node.shape());
            layer.put("parameters", Network.parameters(node.layer()));
            ArrayNode inputs = layer.putArray("inputs");
            for (int input : node.inputs()) {
                inputs.add(network.nodes().get(input).name());
            }
        }
        model.warnings().forEach(json.putArray("warnings")::add);
        conversion(json.putObject("conversion"));
        return json.toPrettyString();
    }

    private static void shape(ArrayNode json, Shape shape) {
        json.add(shape.height()).add(shape.width()).add(shape.channels());
    }

    private static void describe(ObjectNode json, Layer layer) {
        switch (layer) {
            case Layer.Input _ -> json.put("kind", "input");
            case Layer.Convolution convolution -> {
                json.put("kind", "convolution");
                window(json, convolution.window());
                json.put("groups", convolution.groups());
            }
            case Layer.Dense _ -> json.put("kind", "dense");
            case Layer.BatchNormalization norm ->
                    json.put("kind", "batchNormalisation").put("epsilon", norm.epsilon());
            case Layer.Relu relu -> {
                json.put("kind", "relu");
                json.put("ceiling", Float.isInfinite(relu.ceiling()) ? null : relu.ceiling());
            }
            case Layer.Activation other ->
                    json.put("kind", "activation").put("operation", other.kind());
            case Layer.Softmax _ -> json.put("kind", "softmax");
            case Layer.Pooling pooling -> {
                boolean average = pooling.kind() == Layer.Pooling.Kind.AVERAGE;
                json.put("kind", average ? "averagePooling" : "maximumPooling");
                window(json, pooling.window());
            }
            case Layer.ChannelAffine _ -> json.put("kind", "rescaling");
            case Layer.Rearrangement move ->
                    json.put("kind", "rearrangement").put("operation", move.kind());
            case Layer.Resampling scaled ->
                    json.put("kind", "resampling").put("operation", scaled.kind());
            case Layer.Sum sum -> {
                json.put("kind", "sum");
                ArrayNode coefficients = json.putArray("coefficients");
                for (float coefficient : sum.coefficients()) {
                    coefficients.add(coefficient);
                }
            }
            case Layer.Concatenation _ -> json.put("kind", "concatenation");
            case Layer.Identity nothing ->
                    json.put("kind", "identity").put("operation", nothing.kind());
        }
    }

    private static void window(ObjectNode json, SlidingWindow window) {
        json.putArray("window").add(window.height()).add(window.width());
        json.putArray("strides").add(window.strideY()).add(window.strideX());
        json.putArray("dilations").add(window.dilationY()).add(window.dilationX());
        json.putArray("padding")
                .add(window.top())
                .add(window.left())
                .add(window.bottom())
                .add(window.right());
    }

    private void conversion(ObjectNode json) {
        OptionsJson.write(json.putObject("settings"), options);
        json.put("possible", problems.isEmpty());
        RunJson.writeNotes(json.putArray("layers"), notes);
        ArrayNode asked = json.putArray("problems");
        for (Problem problem : problems) {
            asked.addObject()
                    .put("kind", problem.kind().name())
                    .put("where", problem.where())
                    .put("what", problem.what())
                    .put("why", problem.why())
                    .put("remedy", problem.remedy());
        }
    }
}
