package org.eccexplorer.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.eccexplorer.measure.RunSnapshot;
import org.eccexplorer.measure.votes.EarlyAnswers;
import org.eccexplorer.measure.votes.Reading;
import org.eccexplorer.measure.votes.ReadingChoice;
import org.eccexplorer.option.Option;

/** How classes are read, as JSON: as it was asked for among the settings, and as it was done. */
public final class ReadingJson {
    private ReadingJson() {}

    /** What was asked for. */
    public static void write(ObjectNode settings, ReadingChoice choice) {
        put(settings, ReadingChoice.FROM, choice.from());
        put(settings, ReadingChoice.EARLY_EXIT, choice.epsilon());
    }

    private static <T> void put(ObjectNode json, Option<T> option, T value) {
        json.set(option.key(), OptionsJson.node(option, value));
    }

    /**
     * What was asked for; what is missing is the standard.
     *
     * @throws IllegalArgumentException if a value is none of its option
     */
    public static ReadingChoice read(JsonNode settings) {
        return new ReadingChoice(
                value(settings, ReadingChoice.FROM), value(settings, ReadingChoice.EARLY_EXIT));
    }

    private static <T> T value(JsonNode json, Option<T> option) {
        return json.has(option.key())
                ? OptionsJson.value(option, json.get(option.key()))
                : option.standard();
    }

    /** What was done. */
    static void write(ObjectNode json, RunSnapshot run) {
        Reading reading = run.reading();
        json.put("from", reading.from());
        json.put("calibrationImages", reading.calibrated());
        json.put("meanTimesteps", run.meanTimesteps(run.timesteps()));
        EarlyAnswers early = run.early();
        if (early == null) {
            json.putNull("thresholds");
            json.putNull("answeredEarly");
            return;
        }
        ArrayNode thresholds = json.putArray("thresholds");
        for (double beta : reading.thresholds()) {
            thresholds.add(Double.isFinite(beta) ? (Double) beta : null);
        }
        json.put("answeredEarly", early.before(run.timesteps()));
    }
}
