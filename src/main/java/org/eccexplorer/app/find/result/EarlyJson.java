package org.eccexplorer.app.find.result;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eccexplorer.app.find.query.Candidate;
import org.eccexplorer.app.find.query.Goal;
import org.eccexplorer.app.find.trial.Loss;
import org.eccexplorer.app.find.trial.Point;
import org.eccexplorer.export.ReadingJson;

/** What settings give where images are answered early, as JSON. */
final class EarlyJson {
    private EarlyJson() {}

    static ArrayNode of(Map<Records.Early, List<Point>> early) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        early.forEach((place, points) -> {
            ObjectNode one = all.addObject();
            CandidateJson.write(one, place.setting());
            one.put("images", place.images()).put("timesteps", place.timesteps());
            one.put("least", Goal.OPTION.written(place.goal())).put("late", place.late());
            ArrayNode list = one.putArray("points");
            points.forEach(point -> write(list.addObject(), point));
        });
        return all;
    }

    private static void write(ObjectNode json, Point point) {
        json.put("timesteps", point.timesteps()).put("right", point.right());
        ReadingJson.write(json, point.reading());
        json.put("least", point.loss().least());
        json.put("expected", point.loss().expected());
        json.put("most", point.loss().most());
        RecordsFile.costs(json, point.costs());
    }

    static Map<Records.Early, List<Point>> read(JsonNode json) {
        Map<Records.Early, List<Point>> early = new LinkedHashMap<>();
        for (JsonNode one : json) {
            Candidate setting = CandidateJson.read(one);
            int images = one.path("images").asInt();
            List<Point> points = new ArrayList<>();
            one.path("points").forEach(point -> points.add(point(point, setting, images)));
            early.put(
                    new Records.Early(
                            setting,
                            images,
                            one.path("timesteps").asInt(),
                            Goal.OPTION.parse(one.path("least").asText()),
                            one.path("late").asBoolean()),
                    points);
        }
        return early;
    }

    private static Point point(JsonNode json, Candidate setting, int images) {
        return new Point(
                setting,
                json.path("timesteps").asInt(),
                ReadingJson.read(json),
                json.path("right").asInt(),
                images,
                new Loss(
                        json.path("least").asDouble(),
                        json.path("expected").asDouble(),
                        json.path("most").asDouble()),
                RecordsFile.costs(json));
    }
}
