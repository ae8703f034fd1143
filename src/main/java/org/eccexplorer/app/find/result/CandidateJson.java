package org.eccexplorer.app.find.result;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.eccexplorer.app.find.query.Candidate;
import org.eccexplorer.export.OptionsJson;
import org.eccexplorer.measure.Schedule;

/** A setting as JSON: the options of its conversion, and its schedule where layers wait. */
final class CandidateJson {
    private CandidateJson() {}

    /** Writes it beside what is known of it. */
    static void write(ObjectNode json, Candidate setting) {
        OptionsJson.write(json.putObject("settings"), setting.conversion());
        if (setting.waits()) {
            json.put(Schedule.OPTION.key(), setting.schedule().key());
        }
    }

    static Candidate read(JsonNode json) {
        Candidate free = Candidate.free(OptionsJson.read(json.path("settings")));
        String schedule = json.path(Schedule.OPTION.key()).asText();
        return schedule.isEmpty() ? free : free.with(Schedule.OPTION.parse(schedule));
    }
}
