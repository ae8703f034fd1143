package org.eccexplorer.cli.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.eccexplorer.app.bench.Machine;
import org.eccexplorer.app.bench.Ratio;
import org.eccexplorer.app.bench.Speed;
import org.eccexplorer.app.open.Experiment;
import org.eccexplorer.app.run.Settings;
import org.eccexplorer.files.Version;

/** Ratios of speeds as JSON; docs/bench-json.md describes every field. */
final class BenchJson {
    /** Raised when a field changes its meaning or goes. */
    private static final int SCHEMA = 1;

    private BenchJson() {}

    static ObjectNode of(
            Machine machine, Experiment experiment, Settings settings, Speed.Result result) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("schema", SCHEMA);
        ObjectNode versions = json.putObject("versions");
        versions.put("eccExplorer", Version.NUMBER);
        versions.put("java", Runtime.version().toString());
        ObjectNode here = json.putObject("machine");
        here.put("cpu", machine.cpu());
        here.put("cores", machine.cores());
        here.put("vectorBits", machine.vectorBits());
        ObjectNode of = json.putObject("of");
        of.put("model", String.valueOf(experiment.model().file().getFileName()));
        of.put("images", experiment.test().count());
        of.put("timesteps", settings.timesteps());
        of.put("threads", settings.threads());
        ObjectNode turns = json.putObject("turns");
        result.turns()
                .forEach((name, taken) -> {
                    ObjectNode way = turns.putObject(name);
                    numbers(way.putArray("additions"), taken.additions());
                    numbers(way.putArray("seconds"), taken.seconds());
                    numbers(way.putArray("cpuSeconds"), taken.cpuSeconds());
                });
        ObjectNode ratios = json.putObject("ratios");
        for (Ratio ratio : result.ratios()) {
            ObjectNode one = ratios.putObject(ratio.name());
            one.put("median", ratio.median());
            one.put("lowest", ratio.lowest());
            one.put("highest", ratio.highest());
        }
        return json;
    }

    private static void numbers(ArrayNode array, List<? extends Number> values) {
        for (Number value : values) {
            if (value instanceof Long whole) {
                array.add(whole);
            } else {
                array.add(value.doubleValue());
            }
        }
    }

    /** Whether both measure the same, on machines whose vectors are as long. */
    static boolean areComparable(JsonNode one, JsonNode other) {
        return one.path("schema").asInt() == other.path("schema").asInt()
                && same(one.path("of"), other.path("of"))
                && same(
                        one.path("machine").path("vectorBits"),
                        other.path("machine").path("vectorBits"));
    }

    /** Whether both are of the same processor too. */
    static boolean haveOneProcessor(JsonNode one, JsonNode other) {
        return same(one.path("machine").path("cpu"), other.path("machine").path("cpu"));
    }

    /** Whatever types their numbers have: a file does not say. */
    private static boolean same(JsonNode one, JsonNode other) {
        return one.toString().equals(other.toString());
    }

    static List<Ratio> ratios(JsonNode json) {
        List<Ratio> ratios = new ArrayList<>();
        json.path("ratios")
                .properties()
                .forEach(entry -> {
                    JsonNode ratio = entry.getValue();
                    ratios.add(
                            new Ratio(
                                    entry.getKey(),
                                    ratio.path("median").asDouble(Double.NaN),
                                    ratio.path("lowest").asDouble(Double.NaN),
                                    ratio.path("highest").asDouble(Double.NaN)));
                });
        return ratios;
    }
}
