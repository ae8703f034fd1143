package org.eccexplorer.export;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.eccexplorer.convert.ConversionReport;
import org.eccexplorer.convert.LayerNote;
import org.eccexplorer.files.AtomicFile;
import org.eccexplorer.measure.CnnStage;
import org.eccexplorer.measure.QuantisedRival;
import org.eccexplorer.measure.RunSnapshot;
import org.eccexplorer.measure.energy.Accounting;
import org.eccexplorer.measure.energy.Cost;
import org.eccexplorer.measure.energy.EnergyModel;
import org.eccexplorer.measure.energy.InputMacs;
import org.eccexplorer.measure.layer.Cause;
import org.eccexplorer.measure.layer.ErrorSplit;
import org.eccexplorer.measure.layer.LayerMeasures;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.sim.ClosedForm;
import org.eccexplorer.spiking.SpikingLayer;

/** A run as JSON; docs/run-json.md describes every field. */
public final class RunJson {
    /** Raised when a field changes its meaning or goes. */
    public static final int SCHEMA = 2;

    /** What errors are measured in: the layer's λ, whether the run was scaled by it or not. */
    private static final String ERROR_UNIT = "lambda";

    private static final ObjectMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private RunJson() {}

    /** Writes run.json. */
    public static void write(Path file, RunReport report) throws ProblemException {
        ObjectNode json = json(report);
        AtomicFile.write(file, out -> out.write(MAPPER.writeValueAsBytes(json)));
    }

    /** Writes any tree in the same style. */
    public static void write(Path file, ObjectNode json) throws ProblemException {
        AtomicFile.write(file, out -> out.write(MAPPER.writeValueAsBytes(json)));
    }

    /** The run as a tree. */
    public static ObjectNode json(RunReport report) {
        Outcome outcome = report.outcome();
        RunSnapshot result = outcome.result();
        ObjectNode json = MAPPER.createObjectNode();
        json.put("schema", SCHEMA);
        SourceJson.write(json, report.source());
        json.put("labelled", report.labelled());
        json.put("command", report.command());
        json.put("mode", outcome.mode().text());
        ObjectNode settings = json.putObject("settings");
        settings.put("timesteps", result.timesteps());
        settings.put("seed", report.seed());
        ReadingJson.write(settings, report.reading());
        settings.put("schedule", report.schedule().key());
        OptionsJson.write(settings, report.options());
        images(json, result);
        json.put("trainedCnnAccuracy", report.trainedCnnAccuracy());
        write(json.putArray("cnnStages"), report.cnnStages());
        ArrayNode at = json.putArray("at");
        ArrayNode accuracy = json.putArray("accuracy");
        for (int t : outcome.at()) {
            at.add(t);
            accuracy.add(result.accuracy(t));
        }
        ReadingJson.write(json.putObject("reading"), result);
        json.put("latency", report.schedule().latency(report.network(), result.timesteps()));
        ObjectNode closed = json.putObject("closedFormAccuracy");
        new TreeMap<>(outcome.closedForm())
                .forEach((t, value) -> closed.put(String.valueOf(t), value));
        write(json.putObject("closedForm"), report.variant());
        ObjectNode lambda = json.putObject("lambda");
        lambda.put("input", report.network().inputScale());
        for (SpikingLayer layer : report.network().layers()) {
            lambda.put(layer.name(), largest(layer.lambda()));
        }
        layers(json, result);
        cost(json, result, report.inputMacs());
        rival(
                json.putObject("quantisedCnn"),
                QuantisedRival.of(result, report.inputMacs(), report.options().firing()));
        seconds(json.putObject("seconds"), outcome.times());
        conversion(json.putObject("conversion"), report.conversion());
        return json;
    }

    /** How many images were done, and what the CNN reached on them. */
    static void images(ObjectNode json, RunSnapshot result) {
        json.put("images", result.images());
        json.put("imagesToDo", result.total());
        json.put("partial", !result.isComplete());
        json.put("cnnAccuracy", result.cnnAccuracy());
    }

    /** What was measured of each layer. */
    static void layers(ObjectNode json, RunSnapshot result) {
        json.put("errorUnit", ERROR_UNIT);
        ArrayNode layers = json.putArray("layers");
        result.layers().forEach(layer -> layer(layers.addObject(), layer));
    }

    /** Operations per image, whatever they cost. */
    static void operations(ObjectNode json, RunSnapshot result) {
        Cost cost = result.cost();
        json.put("synOps", result.synOps());
        json.put("macs", cost.macs());
        json.put("inputMacsPerTimestep", cost.inputMacsPerStep());
        json.put("inputNeurons", cost.inputNeurons());
        json.put("paperMops", cost.paperMops());
    }

    private static void rival(ObjectNode json, QuantisedRival rival) {
        json.put("bits", rival.bits());
        json.put("cnnMicrojoules", rival.cnnMicrojoules());
        json.put("snnMicrojoules", rival.snnMicrojoules());
        json.put("ratio", rival.ratio());
        json.put("rate", rival.rate());
        json.put("breakEvenRate", rival.breakEven());
    }

    private static void seconds(ObjectNode json, RunTimes times) {
        json.put("calibration", times.calibration());
        times.closedForm().ifPresent(seconds -> json.put("closedForm", seconds));
        times.simulation().ifPresent(seconds -> json.put("simulation", seconds));
    }

    private static double largest(double[] values) {
        double largest = values[0];
        for (double value : values) {
            largest = Math.max(largest, value);
        }
        return largest;
    }

    static void write(ArrayNode json, List<CnnStage> stages) {
        for (CnnStage stage : stages) {
            json.addObject().put("what", stage.what()).put("accuracy", stage.accuracy());
        }
    }

    /** What the closed form leaves out. */
    static void write(ObjectNode json, ClosedForm.Variant variant) {
        json.put("extension", variant.extension());
        json.put("rounded", variant.rounded());
    }

    private static void layer(ObjectNode json, LayerMeasures layer) {
        json.put("name", layer.name());
        json.put("role", layer.role().name());
        json.put("shape", layer.shape().toString());
        json.put("neurons", layer.neurons());
        json.put("threshold", layer.threshold());
        json.put("spikesPerImage", layer.spikesPerImage());
        json.put("meanRate", layer.hasRate() ? layer.meanRate() : null);
        json.put("meanCurrent", layer.current().mean());
        json.put("residual", layer.residual().mean());
        json.put("remainder", layer.remainder());
        json.put("clippedShare", layer.clippedShare());
        double pearson = layer.agreement().pearson();
        json.put("pearson", Double.isFinite(pearson) ? pearson : null);
        ErrorSplit split = layer.error();
        ObjectNode error = json.putObject("errorSplit");
        for (Cause cause : Cause.values()) {
            part(error.putObject(cause.key()), split.part(cause));
        }
        part(error.putObject("total"), split.total());
    }

    private static void part(ObjectNode json, ErrorSplit.Part part) {
        json.put("mean", part.mean());
        json.put("meanAbsolute", part.meanAbsolute());
        json.put("share", part.share());
    }

    private static void cost(ObjectNode json, RunSnapshot result, InputMacs inputMacs) {
        operations(json, result);
        EnergyJson.counted(json, inputMacs);
        ArrayNode energy = json.putArray("energy");
        for (EnergyModel model : EnergyModel.ALL) {
            EnergyJson.write(energy.addObject(), result, new Accounting(model, inputMacs));
        }
    }

    /** What was done with each layer. */
    static void writeNotes(ArrayNode json, List<LayerNote> notes) {
        for (LayerNote note : notes) {
            json.addObject()
                    .put("layer", note.layer())
                    .put("action", note.action().name())
                    .put("explanation", note.explanation());
        }
    }

    /** What was done with each layer, and what looked wrong. */
    static void conversion(ObjectNode json, ConversionReport report) {
        writeNotes(json.putArray("layers"), report.notes());
        ArrayNode warnings = json.putArray("warnings");
        report.warnings().forEach(warnings::add);
    }
}
